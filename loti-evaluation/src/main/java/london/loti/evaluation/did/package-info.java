/**
 * Did those who were helped change more than those who were not? Differences in differences compare the change of a
 * treated group with the change of a comparison group, and stand or fall with one thing taken for granted: that both
 * would have changed alike. {@link london.loti.evaluation.did.DifferenceInDifferences} is for two groups and two times,
 * {@link london.loti.evaluation.did.FixedEffects} and {@link london.loti.evaluation.did.EventStudy} for panels, and
 * {@link london.loti.evaluation.did.StaggeredAdoption} for units that begin at different times, where fixed effects
 * would compare late beginners with early ones.
 */
@NullMarked
package london.loti.evaluation.did;

import org.jspecify.annotations.NullMarked;
