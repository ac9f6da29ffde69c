package london.loti.referral.store;

/** A resident's data key was destroyed: what was sealed with it is gone, and nothing new can be sealed. */
public final class KeyDestroyedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes one. It does not say whose. */
    public KeyDestroyedException() {
        super("the resident's data were erased, so that nothing can be added about them");
    }
}
