package london.loti.persona.intervention;

/** A level of an {@link EvidenceScale}, or none. */
public enum EvidenceLevel {
    /** Nobody has rated it. It is not a level, and not below the first. */
    UNRATED,
    /** The first and weakest. */
    LEVEL_1,
    /** The second. */
    LEVEL_2,
    /** The third; reviews often begin here. */
    LEVEL_3,
    /** The fourth. */
    LEVEL_4,
    /** The fifth and strongest. */
    LEVEL_5;

    /** {@return its number as the scales write it; empty for {@link #UNRATED}} */
    public String number() {
        return isRated() ? name().substring("LEVEL_".length()) : "";
    }

    /** {@return whether it is a level} */
    public boolean isRated() {
        return this != UNRATED;
    }

    /**
     * {@return whether it is a level, and not below another of the same scale; never for {@link #UNRATED}}
     *
     * @param least a level
     * @throws IllegalArgumentException if that is no level
     */
    public boolean isAtLeast(EvidenceLevel least) {
        if (!least.isRated()) {
            throw new IllegalArgumentException(
                    "the least level must be LEVEL_1 to LEVEL_5, but was UNRATED\nMaybe leave"
                            + " the filter out: unrated is not a level.");
        }
        return isRated() && compareTo(least) >= 0;
    }
}
