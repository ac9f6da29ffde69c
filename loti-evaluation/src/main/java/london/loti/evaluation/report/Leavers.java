package london.loti.evaluation.report;

import london.loti.evaluation.estimate.Effect;
import london.loti.model.disclosure.DisclosureRule;

/**
 * People who left, as far as the numbers of a robustness check give them away: a shift that undoes a finding is the finding
 * by the share that left, and bounds beside the difference tell of those who were trimmed.
 */
final class Leavers {
    static final String LEE = "lee-bounds";
    static final String TIPPING_POINT = "tipping-point";

    private static final double NOBODY = 1e-9;

    private Leavers() {}

    /** Whether so few people left, or were trimmed, that the effect would tell of them. */
    static boolean areFew(Effect effect, DisclosureRule rule) {
        return switch (effect.method()) {
            case LEE -> isFew(number(effect, "number trimmed"), rule);
            case TIPPING_POINT ->
                isFew(
                        number(effect, "share of the treated that left")
                                * effect.groups().getOrDefault("treated", effect.n()),
                        rule);
            default -> false;
        };
    }

    private static double number(Effect effect, String diagnostic) {
        return effect.diagnostics().getOrDefault(diagnostic, 1.0);
    }

    private static boolean isFew(double people, DisclosureRule rule) {
        return people > NOBODY && Shown.count(rule, Math.max(1, Math.round(people))) == null;
    }
}
