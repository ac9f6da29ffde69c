package london.loti.persona.evidence;

/** A coefficient of agreement as a function of how often each unit is counted: once each, or as a bootstrap draws. */
interface Statistic {
    /** Has the entry {@code NaN} for its estimate where all that is counted is of one category. */
    Parts of(int[] times);

    /** The coefficient and what it is made of, see {@link AgreementResult.Estimated}. */
    record Parts(double estimate, double observed, double expected) {}
}
