package london.loti.referral.device;

import java.time.LocalDate;
import java.util.Objects;

import london.loti.model.finding.Require;

/**
 * The agreement by which a device changed hands. It refers to the paper, and does not name who signed.
 *
 * @param from what kind of owner it had
 * @param agreement the reference of the agreement
 * @param on the day
 */
public record OwnershipTransfer(From from, String agreement, LocalDate on) {
    /** Who had the device before. */
    public enum From {
        /** A person. */
        PERSON,
        /** A company, charity or another public body. */
        ORGANISATION,
        /** The council itself. */
        COUNCIL
    }

    /**
     * Checks that nothing is absent.
     *
     * @param from what kind of owner it had
     * @param agreement the reference of the agreement
     * @param on the day
     */
    public OwnershipTransfer {
        Objects.requireNonNull(from, "a transfer of ownership needs its 'from'");
        Require.text(agreement, "a transfer of ownership needs the reference of its 'agreement'");
        Objects.requireNonNull(on, "a transfer of ownership needs the day 'on'");
    }
}
