package london.loti.referral.directory;

import java.util.List;
import java.util.Objects;

import london.loti.model.service.Service;

/**
 * A service that was found.
 *
 * @param service the service, without what is confidential of its locations
 * @param score what it is ranked by, higher is better; it compares within one search only
 * @param reasons what speaks for it, and what is not known
 */
public record SearchHit(Service service, double score, List<Reason> reasons) {
    /**
     * Copies the reasons.
     *
     * @param service the service
     * @param score what it is ranked by
     * @param reasons what speaks for it, and what is not known
     */
    public SearchHit {
        Objects.requireNonNull(service, "a hit needs a 'service'");
        reasons = List.copyOf(reasons);
    }

    /** {@return what is not known of it} */
    public List<Reason> unknown() {
        return reasons.stream()
                .filter(reason -> reason.verdict() == Reason.Verdict.UNKNOWN)
                .toList();
    }
}
