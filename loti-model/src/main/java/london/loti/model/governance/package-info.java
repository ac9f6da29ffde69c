/**
 * Who may do what with data about residents, and how that is shown. A {@link
 * london.loti.model.governance.PermissionPolicy} decides what may be shared, for what and with whom; {@link
 * london.loti.model.governance.Sensitive} keeps values from showing by accident, and {@link
 * london.loti.model.governance.Classified} says of every field of a resident's record what kind of data it holds. Of
 * what software suggests,
 * {@link london.loti.model.governance.Safeguard} lists what must hold before a suggestion of software touches a
 * resident, and a {@link london.loti.model.governance.DecisionRecord} shows that it held.
 */
@NullMarked
package london.loti.model.governance;

import org.jspecify.annotations.NullMarked;
