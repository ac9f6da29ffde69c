package london.loti.evaluation.report;

import java.util.stream.Stream;

import london.loti.evaluation.estimate.Estimate;
import london.loti.model.disclosure.DisclosedCounts;
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
            case DESIGN, MEASURES, METHODS, LIMITATIONS -> true;
            case COUNTS -> outcomes(content).allMatch(outcome -> outcome.n() != null);
            case INTERVALS -> outcomes(content).allMatch(ReportPart::hasInterval);
            case REACH -> content.reach().stream().anyMatch(ReportPart::showsACount);
            case FLOW -> content.flow().stream().anyMatch(ReportPart::showsACount);
            case BALANCE ->
                input.balance() != null
                        && !content.balance("before", input.balance().before()).hidden();
            case SUBGROUPS -> content.effects(Role.SUBGROUP).stream().anyMatch(group -> group.headline() != null);
            case MULTIPLICITY -> input.multiplicity() != null;
            case VALUE -> input.value() != null;
        };
    }

    private static Stream<Shown> outcomes(ReportContent content) {
        return Stream.of(Role.PRIMARY, Role.SECONDARY).flatMap(role -> content.effects(role).stream());
    }

    private static boolean hasInterval(Shown outcome) {
        Estimate headline = outcome.headline();
        return headline != null && headline.interval() != null;
    }

    private static boolean showsACount(DisclosedCounts counts) {
        return counts.rows().stream().anyMatch(row -> row.people() != null);
    }

    private static boolean answers(ReportInput input, Programme.Item item) {
        return !input.programme().unanswered().contains(item);
    }
}
