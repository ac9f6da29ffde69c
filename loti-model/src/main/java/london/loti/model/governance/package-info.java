/**
 * Who may do what with data about residents, and how that is shown. A {@link
 * london.loti.model.governance.PermissionPolicy} decides what may be shared, for what and with whom. Of what software
 * suggests, {@link london.loti.model.governance.Safeguard} lists what must hold before it touches a resident, and a
 * {@link london.loti.model.governance.DecisionRecord} shows that it held. A {@link
 * london.loti.model.governance.RetentionRule} says how long anything is kept.
 */
@NullMarked
package london.loti.model.governance;

import org.jspecify.annotations.NullMarked;
