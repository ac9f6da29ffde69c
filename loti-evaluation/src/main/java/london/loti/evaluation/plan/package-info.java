/**
 * An analysis plan says, before anybody sees a result, what is asked, which outcome counts first and how it is analysed. It
 * is locked by the hash of its bytes: whoever changes it afterwards breaks the lock. Only an effect on an outcome that a
 * locked plan names first may be called primary, and every step away from the plan is listed. Start at
 * {@link london.loti.evaluation.plan.AnalysisPlan}, then {@link london.loti.evaluation.plan.PlanLock}.
 */
@NullMarked
package london.loti.evaluation.plan;

import org.jspecify.annotations.NullMarked;
