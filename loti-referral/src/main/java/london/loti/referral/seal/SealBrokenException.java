package london.loti.referral.seal;

import org.jspecify.annotations.Nullable;

/**
 * What was sealed can't be opened although its key is there: somebody changed it, moved it to another event or resident,
 * or a master key is missing. The message holds nothing of it.
 */
public final class SealBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what does not hold; never personal data, never a key
     * @param cause what was thrown, or null
     */
    public SealBrokenException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
