package london.loti.referral.store;

/** Somebody else was quicker: the stream has another version than was expected. Read again, and decide again. */
public final class ConcurrentChangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient long expected;
    private final transient long actual;

    /**
     * Makes one.
     *
     * @param expected the version that was expected
     * @param actual the version that the stream has
     */
    public ConcurrentChangeException(long expected, long actual) {
        super("the stream must have version " + expected + ", but has " + actual
                + "\nMaybe somebody else changed it: read again, and decide again.");
        this.expected = expected;
        this.actual = actual;
    }

    /** {@return the version that was expected} */
    public long expected() {
        return expected;
    }

    /** {@return the version that the stream has} */
    public long actual() {
        return actual;
    }
}
