package london.loti.referral.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import london.loti.model.service.Service;
import london.loti.referral.curation.CapacityReading;
import london.loti.referral.curation.CurationPolicy;
import london.loti.referral.curation.Freshness;

/**
 * What turns on the day and on nothing else that is asked: whether there are places, and how fresh records are. Most
 * searches are of one day, so the last day is kept; which one that is changes no answer. Thread-safe.
 */
final class DayVerdicts {
    private final Columns columns;
    private final CurationPolicy policy;
    private final AtomicReference<@Nullable Day> last = new AtomicReference<>();

    DayVerdicts(Columns columns, CurationPolicy policy) {
        this.columns = columns;
        this.policy = policy;
    }

    /** The verdicts of a day, one for every class of its facet. */
    static final class Day {
        private final LocalDate date;
        final byte[] capacities;
        final byte[] checks;
        final double[] freshness;

        private Day(LocalDate date, Columns columns, CurationPolicy policy) {
            this.date = date;
            List<Service> counted = columns.capacities.classes();
            capacities = new byte[counted.size()];
            for (int i = 0; i < capacities.length; i++) {
                capacities[i] =
                        switch (CapacityReading.of(counted.get(i), date, policy).state()) {
                            case PLACES -> Judge.YES;
                            case FULL -> Judge.NO;
                            case UNKNOWN -> Judge.UNKNOWN;
                        };
            }
            List<Service> dated = columns.dates.classes();
            checks = new byte[dated.size()];
            freshness = new double[dated.size()];
            for (int i = 0; i < checks.length; i++) {
                Freshness fresh = Freshness.of(dated.get(i), null, date, policy);
                checks[i] = fresh.checked() == null ? Judge.UNKNOWN : Judge.YES;
                freshness[i] = fresh.score();
            }
        }
    }

    Day of(LocalDate date) {
        Day known = last.get();
        if (known != null && known.date.equals(date)) {
            return known;
        }
        Day day = new Day(date, columns, policy);
        last.set(day);
        return day;
    }
}
