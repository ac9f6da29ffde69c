package london.loti.evaluation.plan;

import london.loti.model.finding.Finding;

/** What can be wrong with a plan and its lock. */
public enum PlanProblem implements Finding.Code {
    /** The plan is not the one that was locked. */
    CHANGED_PLAN,
    /** The lock is of another plan, or of another version of it. */
    OTHER_PLAN
}
