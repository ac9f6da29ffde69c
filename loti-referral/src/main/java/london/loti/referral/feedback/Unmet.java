package london.loti.referral.feedback;

/** Why a need is unmet. */
enum Unmet {
    /** Every service that was asked said no. */
    REFUSED("Every service that was asked said no"),
    /** The place on the waiting list ran out. */
    WAIT_EXPIRED("The wait ran out"),
    /** A service said yes, or nothing, and it was not done. */
    NOT_DONE("It was stopped or not done"),
    /** It was done, and the resident says that it did not help. */
    NOT_HELPED("It was done, and the resident says that it did not help"),
    /** There was no service to ask. */
    NOT_FOUND("No service was found to ask");

    final String words;

    Unmet(String words) {
        this.words = words;
    }
}
