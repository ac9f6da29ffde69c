package london.loti.referral.curation;

import java.util.Objects;

import london.loti.model.finding.Require;
import london.loti.model.service.Service;

/**
 * A service as one feed has it.
 *
 * @param feed the id of the feed, in the form of a code
 * @param provenance who stands behind the record
 * @param service the service
 */
public record FeedRecord(String feed, Provenance provenance, Service service) {
    /**
     * Checks that all are there.
     *
     * @param feed the id of the feed, in the form of a code
     * @param provenance who stands behind the record
     * @param service the service
     * @throws IllegalArgumentException if the feed's id has another form
     */
    public FeedRecord {
        Require.code("a record", "feed", feed);
        Objects.requireNonNull(provenance, "a record needs its provenance");
        Objects.requireNonNull(service, "a record needs a service");
    }

    /** {@return the feed and the service's id in it, with a colon between them} */
    public String key() {
        return feed + ":" + service.id();
    }
}
