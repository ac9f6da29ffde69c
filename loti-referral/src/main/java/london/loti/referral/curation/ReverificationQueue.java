package london.loti.referral.curation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.model.service.Service;

/** Which published records are due to be checked again, the least fresh first. */
public final class ReverificationQueue {
    private final CurationPolicy policy;

    private ReverificationQueue(CurationPolicy policy) {
        this.policy = policy;
    }

    /**
     * A record under curation.
     *
     * @param service the record
     * @param state how far it has come
     * @param reviewed when the council itself last checked it; null is never
     */
    public record Entry(
            Service service, ReviewState state, @Nullable LocalDate reviewed) {}

    /**
     * A record that is due.
     *
     * @param entry the record
     * @param freshness how fresh it is, and why it is due in words
     */
    public record Due(Entry entry, Freshness freshness) {}

    /**
     * {@return the queue under a policy}
     *
     * @param policy when a record is due
     */
    public static ReverificationQueue of(CurationPolicy policy) {
        return new ReverificationQueue(policy);
    }

    /**
     * {@return the records that readers see and that nobody has checked for as long as the policy says, the least fresh
     * first and then by id, whatever order they come in}
     *
     * @param entries records under curation
     * @param today the day that counts as today
     */
    public List<Due> due(List<Entry> entries, LocalDate today) {
        return entries.stream()
                .filter(entry -> entry.state().isShown())
                .map(entry -> new Due(entry, Freshness.of(entry.service(), entry.reviewed(), today, policy)))
                .filter(due -> isDue(due.freshness().checked(), today))
                .sorted(Comparator.comparingDouble((Due due) -> due.freshness().score())
                        .thenComparing(due -> due.entry().service().id()))
                .toList();
    }

    private boolean isDue(@Nullable LocalDate checked, LocalDate today) {
        return checked == null || ChronoUnit.DAYS.between(checked, today) >= policy.reverifyAfterDays();
    }
}
