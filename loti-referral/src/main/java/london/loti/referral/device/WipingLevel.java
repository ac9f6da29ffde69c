package london.loti.referral.device;

/** How far data are put beyond reach: the three words of NIST SP 800-88. */
public enum WipingLevel {
    /** Beyond simple means of recovery; all that a user can reach is overwritten or reset. */
    CLEAR("clear"),
    /** Beyond the means of a laboratory; the device can be used again. */
    PURGE("purge"),
    /** What held the data is destroyed; it can't be used again. */
    DESTROY("destroy");

    private final String word;

    WipingLevel(String word) {
        this.word = word;
    }

    /** {@return the word for it} */
    public String word() {
        return word;
    }
}
