/**
 * How long it takes until something happens, for example from a referral to the first contact, where for some people it
 * has not happened yet. Those are <em>censored</em>: they count as waiting up to the day when they were last seen, and
 * leaving them out, or taking that day for an event, would be wrong. Where one of several things can happen first, such
 * as attended, withdrew and closed, they are <em>competing</em>, and each has its incidence.
 *
 * <p>Start at {@link london.loti.evaluation.survival.TimeToEvent}; then
 * {@link london.loti.evaluation.survival.KaplanMeier} for curves, medians and mean times,
 * {@link london.loti.evaluation.survival.LogRank} to compare groups, and
 * {@link london.loti.evaluation.survival.AalenJohansen} where events compete.
 */
@NullMarked
package london.loti.evaluation.survival;

import org.jspecify.annotations.NullMarked;
