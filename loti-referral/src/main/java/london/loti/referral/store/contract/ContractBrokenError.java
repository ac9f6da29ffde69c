package london.loti.referral.store.contract;

/** A store does not do what every store must. As an {@link AssertionError} it makes a test fail. */
public final class ContractBrokenError extends AssertionError {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what the store must do, and what it did
     */
    public ContractBrokenError(String message) {
        super(message);
    }
}
