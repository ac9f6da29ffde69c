package london.loti.model.governance;

import london.loti.model.privacy.DataClass;

/** One thing about a resident that may leave with a referral, if the permission covers it. */
public enum SharedField {
    /** The name by which the resident wants to be called. */
    NAME(DataClass.IDENTITY, false),
    /** The date of birth. */
    DATE_OF_BIRTH(DataClass.IDENTITY, false),
    /** The age in years, where the date is not needed. */
    AGE(DataClass.PERSONAL, false),
    /** A telephone number. */
    PHONE(DataClass.CONTACT, false),
    /** An e-mail address. */
    EMAIL(DataClass.CONTACT, false),
    /** The address. */
    ADDRESS(DataClass.CONTACT, false),
    /** The postcode, where the address is not needed. */
    POSTCODE(DataClass.CONTACT, false),
    /** The language to speak. */
    LANGUAGE(DataClass.PERSONAL, false),
    /** How the resident may safely be reached. */
    SAFE_CONTACT(DataClass.PERSONAL, false),
    /** Why the referral is made, in words. */
    REASON(DataClass.FREE_TEXT, true),
    /** The needs that the service is asked to meet. */
    NEEDS(DataClass.SPECIAL_CATEGORY, true),
    /** What the resident can build on. */
    STRENGTHS(DataClass.PERSONAL, false),
    /** What makes a service accessible to the resident. */
    ADJUSTMENTS(DataClass.SPECIAL_CATEGORY, true),
    /** Health, in words. */
    HEALTH(DataClass.SPECIAL_CATEGORY, true),
    /** Who lives with the resident. */
    HOUSEHOLD(DataClass.PERSONAL, false),
    /** Notes of a conversation. */
    NOTES(DataClass.FREE_TEXT, true);

    private final DataClass dataClass;
    private final boolean special;

    SharedField(DataClass dataClass, boolean special) {
        this.dataClass = dataClass;
        this.special = special;
    }

    /** {@return the kind of data that it is} */
    public DataClass dataClass() {
        return dataClass;
    }

    /** {@return whether it is, or may well hold, special category data, so that a condition of Article 9 is needed} */
    public boolean mayBeSpecialCategory() {
        return special;
    }
}
