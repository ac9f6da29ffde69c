package london.loti.referral.store;

import java.util.List;

/**
 * What a store made of an append.
 *
 * @param events the events as they are kept; where the command was kept before, those that it added then, be they of this
 *     stream or another
 * @param before whether the command was kept before, so that nothing was added now; of any number that come at once, one is
 *     told that it was not
 */
public record Appended(List<StoredEvent> events, boolean before) {
    /**
     * Copies the list.
     *
     * @param events the events as they are kept
     * @param before whether the command was kept before
     */
    public Appended {
        events = List.copyOf(events);
    }

    /**
     * {@return events that were added now}
     *
     * @param events the events
     */
    public static Appended now(List<StoredEvent> events) {
        return new Appended(events, false);
    }

    /**
     * {@return events that the command added when it came first}
     *
     * @param events the events
     */
    public static Appended before(List<StoredEvent> events) {
        return new Appended(events, true);
    }
}
