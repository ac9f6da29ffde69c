package london.loti.persona.segment;

/**
 * What a mean silhouette says of the segments as a whole: the bands of Kaufman and Rousseeuw 1990, table 4 of chapter 2
 * (<a href="https://doi.org/10.1002/9780470316801">doi:10.1002/9780470316801</a>). They are a rule of thumb.
 */
public enum Structure {
    /** Above 0.70. */
    STRONG("a strong structure"),
    /** Above 0.50, at most 0.70. */
    REASONABLE("a reasonable structure"),
    /** Above 0.25, at most 0.50. */
    WEAK("a weak structure that may be artificial"),
    /** At most 0.25. */
    NONE("no substantial structure");

    private final String words;

    Structure(String words) {
        this.words = words;
    }

    /**
     * {@return the band of a mean silhouette}
     *
     * @param silhouette from -1 to 1
     * @throws IllegalArgumentException if it is not
     */
    public static Structure of(double silhouette) {
        if (!(silhouette >= -1 && silhouette <= 1)) {
            throw new IllegalArgumentException("a silhouette must be from -1 to 1, but was " + silhouette);
        }
        if (silhouette > 0.70) {
            return STRONG;
        }
        if (silhouette > 0.50) {
            return REASONABLE;
        }
        return silhouette > 0.25 ? WEAK : NONE;
    }

    /** {@return it in words, with an article where it has one: {@code a strong structure}} */
    public String words() {
        return words;
    }
}
