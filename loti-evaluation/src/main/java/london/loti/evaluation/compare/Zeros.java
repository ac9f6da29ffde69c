package london.loti.evaluation.compare;

/** What Wilcoxon's signed rank test does with people who did not change. */
public enum Zeros {
    /**
     * They are ranked with the others, and then their ranks are left out, so that many unchanged people do not make the
     * change of a few look sure (Pratt 1959, doi:10.1080/01621459.1959.10501526).
     */
    PRATT,
    /** They are left out before ranking, as R's {@code wilcox.test} does. */
    WILCOXON
}
