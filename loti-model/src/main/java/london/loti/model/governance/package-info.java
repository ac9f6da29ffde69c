/**
 * Who may do what with data about residents, and how that is shown. It begins with the human decision:
 * {@link london.loti.model.governance.Safeguard} lists what must hold before a suggestion of software touches a
 * resident, and a {@link london.loti.model.governance.DecisionRecord} shows that it held.
 */
@NullMarked
package london.loti.model.governance;

import org.jspecify.annotations.NullMarked;
