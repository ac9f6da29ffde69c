/**
 * Missing data: who left a study, whether those who stayed still compare, and how far what is missing could change the
 * answer. Attrition is the share of those who began of whom no outcome is known; it harms most where it differs between
 * the groups. Start at {@link london.loti.evaluation.missing.Attrition}, then
 * {@link london.loti.evaluation.missing.LeeBounds} and {@link london.loti.evaluation.missing.TippingPoint}.
 */
@NullMarked
package london.loti.evaluation.missing;

import org.jspecify.annotations.NullMarked;
