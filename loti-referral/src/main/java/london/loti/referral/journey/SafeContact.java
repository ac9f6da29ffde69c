package london.loti.referral.journey;

import java.time.LocalTime;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.need.ConceptRef;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;

/**
 * How a resident may safely be reached. Where nobody asked, nobody writes: the absence of this record forbids every
 * message to the resident.
 *
 * @param allowed whether the resident may be contacted at all
 * @param channels the channels that are safe, concepts of the codelist {@code channels}; empty forbids all
 * @param from the earliest time of day; null where any is
 * @param until the latest time of day; null where any is
 * @param residentOnly whether nobody else may learn of the contact, so that nothing is left with or said to others
 */
public record SafeContact(
        @Classified(DataClass.PERSONAL) boolean allowed,
        @Classified(DataClass.PERSONAL) List<ConceptRef> channels,
        @Classified(DataClass.PERSONAL) @Nullable LocalTime from,
        @Classified(DataClass.PERSONAL) @Nullable LocalTime until,
        @Classified(DataClass.PERSONAL) boolean residentOnly) {
    /** Do not contact the resident at all. */
    public static final SafeContact NOT_AT_ALL = new SafeContact(false, List.of(), null, null, true);

    /**
     * Checks the times and copies the list.
     *
     * @param allowed whether the resident may be contacted at all
     * @param channels the channels that are safe
     * @param from the earliest time of day; null where any is
     * @param until the latest time of day; null where any is
     * @param residentOnly whether nobody else may learn of the contact
     * @throws IllegalArgumentException if the times leave no time, or channels are named though contact is not allowed
     */
    public SafeContact {
        channels = List.copyOf(Objects.requireNonNullElse(channels, List.of()));
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("safe contact must have 'from' before 'until'");
        }
        if (!allowed && !channels.isEmpty()) {
            throw new IllegalArgumentException("who must not be contacted has no safe channel");
        }
    }

    /**
     * {@return whether a message may be sent now}
     *
     * @param channel a concept of the codelist of channels
     * @param time the time of day where the resident is
     */
    public boolean allows(ConceptRef channel, LocalTime time) {
        return allowed
                && channels.contains(channel)
                && (from == null || !time.isBefore(from))
                && (until == null || !time.isAfter(until));
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "SafeContact[redacted]";
    }
}
