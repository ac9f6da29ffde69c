package london.loti.model.privacy;

/** What kind of data a field of a record about a resident holds. It decides who may see it and what it must not reach. */
public enum DataClass {
    /** A token that means nothing outside the council's own system. */
    PSEUDONYM,
    /** Who somebody is: a name, a date of birth. */
    IDENTITY,
    /** How or where somebody can be reached: a telephone number, an address, a postcode. */
    CONTACT,
    /** Special category data of UK GDPR Article 9, or what lets somebody guess at them: health, abuse, needs. */
    SPECIAL_CATEGORY,
    /** Anything else about a resident. */
    PERSONAL,
    /** Words that somebody typed; they may hold anything. */
    FREE_TEXT,
    /** About the work and not about a person: states, codes of reasons, dates, versions, roles. */
    OPERATIONAL;

    /** {@return whether a value of this kind is encrypted in a store, and stands in no message and no log} */
    public boolean isSealed() {
        return this != PSEUDONYM && this != OPERATIONAL;
    }
}
