package london.loti.referral.device;

/** Where a device stands on its way. */
public enum DeviceState {
    /** Nothing is known of it yet. */
    NONE("not known"),
    /** Somebody has offered it, and it is still with them. */
    OFFERED("offered"),
    /** The scheme does not take it; the end. */
    DECLINED("declined"),
    /** It is with the scheme, and others' data may be on it. */
    COLLECTED("collected"),
    /** The data on it are gone, or what held them is destroyed. */
    WIPED("wiped"),
    /** Its electrical safety was looked at. */
    TESTED("tested"),
    /** It is refurbished and has a grade. */
    GRADED("graded"),
    /** It may be reserved. */
    IN_STOCK("in stock"),
    /** A person has decided that a resident gets it. */
    RESERVED("reserved"),
    /** A resident has it. */
    ISSUED("issued"),
    /** It came back, and a resident's data may be on it. */
    RETURNED("returned"),
    /** It was taken apart or melted down; the end. */
    RECYCLED("recycled"),
    /** Nobody knows where it is. */
    LOST("lost");

    private final String words;

    DeviceState(String words) {
        this.words = words;
    }

    /** {@return the state in plain words} */
    public String words() {
        return words;
    }

    /** {@return whether somebody's data may still be on it: it was had by somebody and not wiped since} */
    public boolean mayHoldData() {
        return this == OFFERED || this == COLLECTED || this == ISSUED || this == RETURNED;
    }
}
