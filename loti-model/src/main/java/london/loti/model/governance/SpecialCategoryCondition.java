package london.loti.model.governance;

/**
 * What allows special category data, such as health, to be processed: UK GDPR Article 9(2). Some ask for a condition of
 * Schedule 1 of the Data Protection Act 2018 and a policy document beside them. Nothing here is legal advice.
 */
public enum SpecialCategoryCondition {
    /** The resident consented in so many words. */
    EXPLICIT_CONSENT("a"),
    /** Employment, social security and social protection law. */
    SOCIAL_PROTECTION("b"),
    /** Somebody's life depends on it, and they can't consent. */
    VITAL_INTERESTS("c"),
    /** A not-for-profit body about its own members. */
    NOT_FOR_PROFIT_BODY("d"),
    /** The resident made the data public. */
    MADE_PUBLIC("e"),
    /** Legal claims. */
    LEGAL_CLAIMS("f"),
    /** Substantial public interest, laid down by law: safeguarding, for example. */
    SUBSTANTIAL_PUBLIC_INTEREST("g"),
    /** Health or social care, under a duty of confidence. */
    HEALTH_OR_SOCIAL_CARE("h"),
    /** Public health. */
    PUBLIC_HEALTH("i"),
    /** Archives, research, statistics. */
    RESEARCH("j");

    private final String point;

    SpecialCategoryCondition(String point) {
        this.point = point;
    }

    /** {@return where it is laid down} */
    public String article() {
        return "UK GDPR Article 9(2)(" + point + ")";
    }
}
