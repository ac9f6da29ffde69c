package london.loti.evaluation.report;

import org.jspecify.annotations.Nullable;

import london.loti.model.outcome.Programme;

/** The items of a programme's description in plain words. */
final class ProgrammeItems {
    private ProgrammeItems() {}

    static String label(Programme.Item item) {
        return switch (item) {
            case BRIEF_NAME -> "Name";
            case WHY -> "Why";
            case WHAT_MATERIALS -> "What is handed out or used";
            case WHAT_PROCEDURES -> "What is done";
            case WHO_PROVIDED -> "Who does it";
            case HOW -> "How";
            case WHERE -> "Where";
            case WHEN_AND_HOW_MUCH -> "When and how much";
            case TAILORING -> "Fitted to each person";
            case MODIFICATIONS -> "Changed on the way";
            case HOW_WELL_PLANNED -> "How it is seen to that it is done as meant";
            case HOW_WELL_ACTUAL -> "How far it was done as meant";
        };
    }

    static String answer(Programme p, Programme.Item item) {
        @Nullable
        String answer = switch (item) {
            case BRIEF_NAME -> p.name();
            case WHY -> p.why();
            case WHAT_MATERIALS -> p.materials();
            case WHAT_PROCEDURES -> p.procedures();
            case WHO_PROVIDED -> p.provider();
            case HOW -> p.how();
            case WHERE -> p.where();
            case WHEN_AND_HOW_MUCH -> p.amount();
            case TAILORING -> p.tailoring();
            case MODIFICATIONS -> p.modifications();
            case HOW_WELL_PLANNED -> p.fidelityPlanned();
            case HOW_WELL_ACTUAL -> p.fidelityActual();
        };
        return answer == null || answer.isBlank() ? "not told" : answer;
    }
}
