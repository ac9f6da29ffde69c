package london.loti.referral.curation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import london.loti.model.finding.Finding;
import london.loti.model.service.Service;

import static london.loti.referral.curation.Samples.capacity;
import static london.loti.referral.curation.Samples.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FreshnessTest {
    private static final CurationPolicy POLICY = CurationPolicy.bundled();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static Freshness freshness(String assured, String changed, LocalDate reviewed) {
        Service service = service("id", "Coffee and Code")
                .assuredDate(assured)
                .lastModified(changed)
                .build();
        return Freshness.of(service, reviewed, TODAY, POLICY);
    }

    @Test
    void halvesWithEveryHalfLife() {
        // the bundled half-life is 270 days
        assertThat(freshness("2026-11-25", null, null).score()).isEqualTo(1);
        assertThat(freshness(TODAY.minusDays(270).toString(), null, null).score())
                .isEqualTo(0.5);
        assertThat(freshness(TODAY.minusDays(540).toString(), null, null).score())
                .isEqualTo(0.25);
        assertThat(freshness(null, TODAY.minusDays(270).toString(), null).score())
                .isEqualTo(0.25);
        assertThat(freshness(null, null, null).score()).isZero();
        double before = 1;
        for (int day = 1; day < 2_000; day += 7) {
            double score = freshness(null, null, TODAY.minusDays(day)).score();
            assertThat(score).isBetween(0.0, before);
            before = score;
        }
    }

    @Test
    void takesTheLatestCheckAndSaysHowLongAgo() {
        assertThat(freshness("2025-09-20", null, null).words()).isEqualTo("checked 14 months ago");
        assertThat(freshness("2025-09-20", null, LocalDate.of(2026, 11, 24)).words())
                .isEqualTo("checked yesterday");
        assertThat(freshness("2025-09-20", "2026-11-13T10:00:00Z", null).words())
                .isEqualTo("checked 14 months ago, changed 12 days ago");
        assertThat(freshness(null, "2020-01-01", null).words())
                .isEqualTo("changed 6 years ago, not known to have been checked");
        assertThat(freshness(null, null, null).words()).isEqualTo("not known to have been checked");
    }

    @Test
    void datesThatLieAheadOrAreNoneAreFindingsAndNotUsed() {
        Freshness ahead = freshness("2027-01-01", "last week", LocalDate.of(2027, 5, 1));
        assertThat(ahead.score()).isZero();
        assertThat(ahead.findings())
                .extracting(Finding::code)
                .containsExactly(
                        Freshness.Code.FUTURE_DATE, Freshness.Code.UNREADABLE_DATE, Freshness.Code.FUTURE_DATE);
        assertThat(ahead.findings().toString()).doesNotContain("last week");
    }

    @Test
    void countsOfPlacesGrowOldAndThenSayNothing() {
        assertThat(places("3", "2026-11-23").words()).isEqualTo("3 places, counted 2 days ago");
        assertThat(places("3", "2026-11-18T09:00:00Z").confidence()).isCloseTo(0.5, within(1e-12));
        assertThat(places("0", "2026-11-25").state()).isEqualTo(CapacityReading.State.FULL);
        assertThat(places("3", "2026-10-28").state()).isEqualTo(CapacityReading.State.PLACES);
        assertThat(places("3", "2026-10-27").state()).isEqualTo(CapacityReading.State.UNKNOWN);
        assertThat(places("0", "2026-10-27").state()).isEqualTo(CapacityReading.State.UNKNOWN);
        assertThat(places("3", null).words()).isEqualTo("the number of places has no day on which it was counted");
        assertThat(places("3", "2026-11-26").findings()).hasSize(1);
        Service two = service("id", "Two")
                .capacities(
                        List.of(capacity("0", "2026-11-24"), capacity("2", "2026-11-24"), capacity("9", "2026-11-01")))
                .build();
        assertThat(CapacityReading.of(two, TODAY, POLICY).words()).isEqualTo("2 places, counted yesterday");
        assertThat(CapacityReading.of(service("id", "None").build(), TODAY, POLICY)
                        .words())
                .isEqualTo("whether there are places is not published");
    }

    private static CapacityReading places(String available, String updated) {
        return CapacityReading.of(
                service("id", "Places")
                        .capacities(List.of(capacity(available, updated)))
                        .build(),
                TODAY,
                POLICY);
    }

    @Test
    void queueHoldsWhatReadersSeeAndNobodyCheckedTheOldestFirst() {
        List<ReverificationQueue.Entry> entries = new ArrayList<>(List.of(
                entry("b", "2025-01-01", ReviewState.PUBLISHED),
                entry("a", "2025-01-01", ReviewState.AWAITING_REVERIFICATION),
                entry("c", "2026-01-01", ReviewState.PUBLISHED),
                entry("d", null, ReviewState.PUBLISHED),
                entry("e", null, ReviewState.RETIRED),
                entry("f", "2025-11-25", ReviewState.PUBLISHED)));
        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(entries, new Random(seed));
            assertThat(ReverificationQueue.of(POLICY).due(entries, TODAY))
                    .extracting(due -> due.entry().service().id())
                    .containsExactly("d", "a", "b", "f");
        }
    }

    private static ReverificationQueue.Entry entry(String id, String assured, ReviewState state) {
        return new ReverificationQueue.Entry(
                service(id, id).assuredDate(assured).build(), state, null);
    }
}
