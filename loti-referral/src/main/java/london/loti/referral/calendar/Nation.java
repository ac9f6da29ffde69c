package london.loti.referral.calendar;

/** A part of the United Kingdom with bank holidays of its own. */
public enum Nation {
    /** England and Wales, whose bank holidays are the same. */
    ENGLAND_AND_WALES("eng"),
    /** Scotland. Local councils there keep further local holidays, which are not bank holidays. */
    SCOTLAND("sct"),
    /** Northern Ireland. */
    NORTHERN_IRELAND("nir");

    private final String part;

    Nation(String part) {
        this.part = part;
    }

    /** Its name in the library of holidays. */
    String part() {
        return part;
    }
}
