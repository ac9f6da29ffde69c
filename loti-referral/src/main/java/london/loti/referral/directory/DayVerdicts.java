package london.loti.referral.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import london.loti.model.service.Service;
import london.loti.referral.curation.CapacityReading;
import london.loti.referral.curation.CurationPolicy;
import london.loti.referral.curation.Freshness;
import london.loti.referral.directory.Reason.Kind;

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

    /** The verdicts of a day. */
    static final class Day {
        private final LocalDate date;
        final Judge capacity;
        final Judge check;
        private final Columns columns;
        private final double[] freshness;

        private Day(LocalDate date, Columns columns, CurationPolicy policy) {
            this.date = date;
            this.columns = columns;
            capacity = Judge.of(
                    Kind.CAPACITY,
                    columns.capacities,
                    published -> switch (CapacityReading.of(published, date, policy)
                            .state()) {
                        case PLACES -> Judge.YES;
                        case FULL -> Judge.NO;
                        case UNKNOWN -> Judge.UNKNOWN;
                    },
                    (published, verdict) ->
                            CapacityReading.of(published, date, policy).words());
            check = Judge.of(
                    Kind.FRESHNESS,
                    columns.dates,
                    published ->
                            Freshness.of(published, null, date, policy).checked() == null ? Judge.UNKNOWN : Judge.YES,
                    (published, verdict) -> "the record was "
                            + Freshness.of(published, null, date, policy).words());
            List<Service> dated = columns.dates.classes();
            freshness = new double[dated.size()];
            for (int i = 0; i < freshness.length; i++) {
                freshness[i] = Freshness.of(dated.get(i), null, date, policy).score();
            }
        }

        /** How fresh the record of a service is, from nought to 1. */
        double freshness(int row) {
            return freshness[columns.dates.classOf(row)];
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
