package london.loti.referral.store;

import java.util.List;
import java.util.Objects;

import london.loti.model.finding.Require;

/**
 * What one command adds to one stream: all of it, or nothing.
 *
 * @param stream the stream
 * @param expectedVersion the version that the stream has, as far as the sender knows; 0 for a new one
 * @param command the id of the command; a store keeps each once
 * @param events the events, oldest first, at least one
 */
public record Append(String stream, long expectedVersion, String command, List<NewEvent> events) {
    /**
     * Checks the codes and copies the list.
     *
     * @param stream the stream
     * @param expectedVersion the version that the stream has; 0 for a new one
     * @param command the id of the command
     * @param events the events, at least one
     */
    public Append {
        Require.code("an append", "stream", stream);
        Require.code("an append", "command", command);
        events = List.copyOf(Objects.requireNonNull(events, "an append needs 'events'"));
        if (events.isEmpty() || expectedVersion < 0) {
            throw new IllegalArgumentException("an append needs an event, and a version that is not below 0");
        }
    }
}
