package london.loti.referral.store;

/** The environment failed: a connection, a disk. Whether the last append was kept is not known; send its command again. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what failed; never personal data
     * @param cause what was thrown
     */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
