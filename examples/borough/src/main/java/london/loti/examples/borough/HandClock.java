package london.loti.examples.borough;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that is set by hand. */
final class HandClock extends Clock {
    private final ZoneId zone;
    private Instant now;

    HandClock(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    void set(Instant instant) {
        now = instant;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new HandClock(now, other);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
