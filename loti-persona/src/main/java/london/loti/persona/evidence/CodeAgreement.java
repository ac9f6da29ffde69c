package london.loti.persona.evidence;

import london.loti.persona.evidence.AgreementResult.Estimated;

/**
 * How far coders agree on one code. The four are read together: where nearly all segments lack the code, kappa and
 * alpha may be low though coders hardly ever differ, and raw agreement is high by chance alone.
 *
 * @param code the code
 * @param segments the segments to which somebody applied it
 * @param raw the share of equal pairs of answers
 * @param kappa Cohen's for two coders, Fleiss' for others
 * @param alpha Krippendorff's, nominal
 * @param ac1 Gwet's
 */
public record CodeAgreement(
        String code,
        int segments,
        AgreementResult raw,
        AgreementResult kappa,
        AgreementResult alpha,
        AgreementResult ac1) {

    /** Where raw agreement and AC1 are at least this and alpha is below, a share of one kind is what alpha shows. */
    private static final double TENTATIVE = AdviceThresholds.DEFAULTS.tentative();

    static CodeAgreement of(String code, Agreement agreement, Codings codings) {
        int segments = (int) codings.segments().stream()
                .filter(segment -> codings.anyApplied(segment, code))
                .count();
        return new CodeAgreement(
                code,
                segments,
                agreement.raw(),
                codings.coderCount() == 2 ? agreement.cohenKappa() : agreement.fleissKappa(),
                agreement.krippendorffAlpha(MeasurementLevel.NOMINAL),
                agreement.gwetAc1());
    }

    /**
     * {@return whether the coefficients contradict each other as in the kappa paradox: AC1 is at least 0.667, and alpha
     * below}
     */
    public boolean isParadox() {
        return ac1 instanceof Estimated high
                && alpha instanceof Estimated low
                && high.estimate() >= TENTATIVE
                && low.estimate() < TENTATIVE;
    }

    /** {@return all four in plain words, one a line, and what to make of them where they contradict each other} */
    public String words() {
        String four = String.join(
                "\n",
                "'" + code + "', applied to " + segments + (segments == 1 ? " segment" : " segments"),
                raw.words(),
                kappa.words(),
                alpha.words(),
                ac1.words());
        return isParadox()
                ? four
                        + "\nAlpha is low because the code is rare or nearly everywhere, though coders seldom differ: more"
                        + " segments of the rarer kind would tell whether they can see it."
                : four;
    }
}
