package london.loti.evaluation.report;

import london.loti.model.outcome.Programme;

/** What a report can hold, as far as the machine can see it. Checklists refer to these. */
public enum ReportPart {
    /** The name of the programme. */
    NAME,
    /** Why the programme should help. */
    WHY,
    /** What is handed out or used. */
    MATERIALS,
    /** What is done. */
    PROCEDURES,
    /** Who does it. */
    PROVIDER,
    /** How it is done. */
    HOW,
    /** Where it is done. */
    WHERE,
    /** When and how much. */
    AMOUNT,
    /** How it is fitted to each person. */
    TAILORING,
    /** What changed on the way. */
    MODIFICATIONS,
    /** How it is seen to that it is done as meant. */
    FIDELITY_PLANNED,
    /** How far it was done as meant. */
    FIDELITY_ACTUAL,
    /** The first and the last day. */
    DATES,
    /** A theory of change. */
    THEORY,
    /** A locked plan, with questions, size and missing data. */
    PLAN,
    /** The design in plain words. */
    DESIGN,
    /** Definitions of the outcomes. */
    MEASURES,
    /** Estimates with intervals. */
    INTERVALS,
    /** How many people each estimate is from. */
    COUNTS,
    /** Methods with their conventions. */
    METHODS,
    /** Counts of people who were reached. */
    REACH,
    /** What became of people between start and analysis. */
    FLOW,
    /** How alike the groups were. */
    BALANCE,
    /** Effects in groups of people. */
    SUBGROUPS,
    /** What was done about several outcomes. */
    MULTIPLICITY,
    /** Costs and benefits. */
    VALUE,
    /** Limitations. */
    LIMITATIONS;

    boolean isIn(ReportContent content) {
        ReportInput input = content.input();
        return switch (this) {
            case NAME -> answers(input, Programme.Item.BRIEF_NAME);
            case WHY -> answers(input, Programme.Item.WHY);
            case MATERIALS -> answers(input, Programme.Item.WHAT_MATERIALS);
            case PROCEDURES -> answers(input, Programme.Item.WHAT_PROCEDURES);
            case PROVIDER -> answers(input, Programme.Item.WHO_PROVIDED);
            case HOW -> answers(input, Programme.Item.HOW);
            case WHERE -> answers(input, Programme.Item.WHERE);
            case AMOUNT -> answers(input, Programme.Item.WHEN_AND_HOW_MUCH);
            case TAILORING -> answers(input, Programme.Item.TAILORING);
            case MODIFICATIONS -> answers(input, Programme.Item.MODIFICATIONS);
            case FIDELITY_PLANNED -> answers(input, Programme.Item.HOW_WELL_PLANNED);
            case FIDELITY_ACTUAL -> answers(input, Programme.Item.HOW_WELL_ACTUAL);
            case DATES -> input.programme().start() != null && input.programme().end() != null;
            case THEORY -> input.theory() != null;
            case PLAN -> input.plan() != null;
            case DESIGN, MEASURES, METHODS, COUNTS, LIMITATIONS -> true;
            case INTERVALS ->
                content.outcomes().stream()
                        .allMatch(outcome -> outcome.effect().headline().interval() != null);
            case REACH -> !input.reach().isEmpty();
            case FLOW -> !input.flow().isEmpty();
            case BALANCE -> input.balance() != null;
            case SUBGROUPS -> !input.subgroups().isEmpty();
            case MULTIPLICITY -> input.multiplicity() != null;
            case VALUE -> input.value() != null;
        };
    }

    private static boolean answers(ReportInput input, Programme.Item item) {
        return !input.programme().unanswered().contains(item);
    }
}
