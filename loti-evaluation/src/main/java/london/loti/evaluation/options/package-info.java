/**
 * An options appraisal chooses between ways to the same end by what each does, as costs alone do not say it: options
 * must meet the critical success factors, are scored on weighted criteria, and are set beside doing nothing or the
 * minimum. It tells which weights would change the first place, so that nobody takes a ranking for a measurement. Start
 * at {@link london.loti.evaluation.options.OptionsAppraisal}.
 */
@NullMarked
package london.loti.evaluation.options;

import org.jspecify.annotations.NullMarked;
