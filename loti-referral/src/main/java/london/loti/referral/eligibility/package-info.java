/**
 * Whether a service is for a resident: eligible, not eligible, or unknown, each with reasons in plain words. Most of
 * what decides is not published, or not asked yet; so unknown is an answer of its own, and is never left out.
 *
 * <p>Start with {@link london.loti.referral.eligibility.EligibilityCheck}. A council adds a rule of its own with {@link
 * london.loti.referral.eligibility.EligibilityRule}. The conventions:
 *
 * <ul>
 *   <li><b>Together:</b> not eligible if one rule says so, else unknown if one rule can't tell, else eligible.
 *   <li><b>Knowing more</b> about a resident turns unknown into an answer, and never turns an answer into another one.
 *   <li><b>Ages</b> are decimal years. A whole number as highest age takes in the whole year of life: a service to 25 is
 *       for somebody of 25.9. A decimal as highest age is taken as written. A missing bound beside a given one doesn't
 *       limit; with both missing, nothing is known of the ages.
 *   <li><b>Nothing stated</b> is unknown, not open to everybody: only a service whose conditions are published as "none
 *       beside the ages" has none.
 *   <li><b>Words</b> are never decided by software: a condition in words makes it unknown, and is shown.
 *   <li>Language, access and cost count only where the resident's needs are known.
 * </ul>
 */
@NullMarked
package london.loti.referral.eligibility;

import org.jspecify.annotations.NullMarked;
