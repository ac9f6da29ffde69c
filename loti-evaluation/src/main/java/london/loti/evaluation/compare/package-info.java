/**
 * A comparison asks whether outcomes differ: of the same people before and after, or of groups of people. Numbers are
 * compared by their means or by their ranks, answers of yes or no by shares, bands by who moved between them. Every
 * comparison is an {@link london.loti.evaluation.estimate.Effect}: a size with its interval, and a test beside it that
 * names its convention. A difference is after less before, treated less control. A comparison alone says that things
 * differ, not why. Start at {@link london.loti.evaluation.compare.PrePost} for pairs, at
 * {@link london.loti.evaluation.compare.TwoGroups} for a comparison group, and at
 * {@link london.loti.evaluation.compare.TwoProportions} for shares.
 */
@NullMarked
package london.loti.evaluation.compare;

import org.jspecify.annotations.NullMarked;
