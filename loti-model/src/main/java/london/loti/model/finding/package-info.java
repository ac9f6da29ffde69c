/**
 * A finding is one problem, or one thing worth knowing, in what somebody handed to loti: where it is, which rule it
 * breaks and what may help. Readers never stop at the first bad row: they return what they could read together with
 * all their findings, as a {@link london.loti.model.finding.Checked}. Start there.
 *
 * <p>A message names files, lines, columns, codes and rules. It never carries personal data.
 */
@NullMarked
package london.loti.model.finding;

import org.jspecify.annotations.NullMarked;
