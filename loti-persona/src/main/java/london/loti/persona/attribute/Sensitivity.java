package london.loti.persona.attribute;

/** Why an attribute asks for care. */
public enum Sensitivity {
    /** A protected characteristic of the Equality Act 2010, section 4. */
    PROTECTED,
    /** Special category data of UK GDPR, Article 9: health and disability, among others. */
    SPECIAL_CATEGORY,
    /** It may stand for a protected characteristic: main language for race, say. */
    PROXY_SUSPECT
}
