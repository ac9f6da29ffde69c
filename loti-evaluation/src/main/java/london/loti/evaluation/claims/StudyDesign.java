package london.loti.evaluation.claims;

/** How a study finds out what would have been without the programme. {@link ClaimsPolicy} says what each is worth. */
public enum StudyDesign {
    /** The same people before and after, with nobody to compare them with. */
    BEFORE_AFTER,
    /** Before and after without a comparison, adjusted for other things that changed. */
    BEFORE_AFTER_WITH_CONTROLS,
    /** People who took part and others, at one time. */
    CROSS_SECTION,
    /** People who took part and others at one time, adjusted for how they differ. */
    CROSS_SECTION_WITH_CONTROLS,
    /** One long series with a break where the programme began. */
    INTERRUPTED_TIME_SERIES,
    /** A long series with a break, beside a series without the programme. */
    COMPARATIVE_TIME_SERIES,
    /** Before and after, with a comparison group. */
    DIFFERENCE_IN_DIFFERENCES,
    /** Before and after, where places began at different times. */
    STAGGERED_ADOPTION,
    /** Every period before and after the start, with a comparison group. */
    EVENT_STUDY,
    /** People who took part, and others chosen or weighted to be like them. */
    MATCHED_COMPARISON,
    /** One place, and a blend of others that went the same way before. */
    SYNTHETIC_CONTROL,
    /** People just above and just below a cut-off. */
    REGRESSION_DISCONTINUITY,
    /** Something other than people's own choice that moved some of them to take part. */
    INSTRUMENTAL_VARIABLE,
    /** Chance decided who was encouraged to take part. */
    RANDOMISED_ENCOURAGEMENT,
    /** Chance decided which person took part. */
    RANDOMISED_INDIVIDUALS,
    /** Chance decided which group of people took part, for example which library. */
    RANDOMISED_CLUSTERS,
    /** Chance decided in which order groups began. */
    STEPPED_WEDGE,
    /** Chance decided who took part now and who later. */
    RANDOMISED_WAITING_LIST;

    /** {@return whether chance decided} */
    public boolean isRandomised() {
        return switch (this) {
            case RANDOMISED_ENCOURAGEMENT,
                    RANDOMISED_INDIVIDUALS,
                    RANDOMISED_CLUSTERS,
                    STEPPED_WEDGE,
                    RANDOMISED_WAITING_LIST -> true;
            default -> false;
        };
    }
}
