package london.loti.examples.borough;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import london.loti.model.disclosure.DisclosedCounts;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.disclosure.ZeroPolicy;
import london.loti.referral.feedback.Breakdown;
import london.loti.referral.feedback.Comparison;
import london.loti.referral.feedback.Period;
import london.loti.referral.feedback.ReferralReport;
import london.loti.referral.feedback.ReferralReports;
import london.loti.referral.journey.DeadlinePolicy;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralState;
import london.loti.referral.journey.Referrals;
import london.loti.referral.journey.WorkingTime;
import london.loti.referral.seal.KeyWrapper;
import london.loti.referral.seal.Sealer;
import london.loti.referral.store.InMemoryReferralStore;
import london.loti.referral.store.ReferralStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A year whose truths are known: they were put in, and the report must find them. */
class InventedReferralsTest {
    private static final int RESIDENTS = 1_250;
    private static final DisclosureRule ALL = new DisclosureRule("all", "1", 1, ZeroPolicy.SHOW, 1, "to see it all");
    private static final WorkingTime WEEKDAYS = (from, days) -> {
        LocalDate day = LocalDate.ofInstant(from, Referrals.LONDON);
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            left -= day.getDayOfWeek().getValue() < 6 ? 1 : 0;
        }
        return day.plusDays(1).atStartOfDay(Referrals.LONDON).toInstant();
    };

    private static final InventedBorough BOROUGH = InventedBorough.withSeed(2021);
    private static List<Referral> year;
    private static ReferralReport report;

    @BeforeAll
    static void makeTheYear() {
        InMemoryReferralStore store = new InMemoryReferralStore();
        year = InventedReferrals.addYear(store, sealer(store), BOROUGH, RESIDENTS, 7);
        report = report(ALL);
    }

    private static Sealer sealer(ReferralStore store) {
        SecureRandom random = new SecureRandom();
        byte[] key = new byte[32];
        random.nextBytes(key);
        return Sealer.of(store, KeyWrapper.aes("test", new SecretKeySpec(key, "AES"), random), random)
                .keepingKeysFor(Duration.ofMinutes(10), Clock.systemUTC());
    }

    private static ReferralReport report(DisclosureRule rule) {
        return ReferralReports.of(rule, DeadlinePolicy.withDefaults(), WEEKDAYS)
                .withAreas(InventedReferrals.wards(BOROUGH))
                .report(year, List.of(), new Period(InventedReferrals.firstDay(), InventedReferrals.lastDay()));
    }

    @Test
    void aYearHasEverythingThatHappensToReferrals() {
        assertThat(year.size()).isBetween(1_400, 1_600);
        assertThat(year.stream().map(Referral::state).distinct())
                .contains(
                        ReferralState.REQUESTED,
                        ReferralState.WAITING,
                        ReferralState.ACCEPTED,
                        ReferralState.REJECTED,
                        ReferralState.IN_PROGRESS,
                        ReferralState.COMPLETED,
                        ReferralState.FAILED,
                        ReferralState.CANCELLED);
        assertThat(year.stream()
                        .filter(referral -> referral.basedOn().isPresent())
                        .count())
                .isGreaterThan(150);
    }

    @Test
    void whatWasPutInIsFound() {
        // 12 in 100 of those said yes to are never contacted.
        assertThat(percent("contact", 1)).isCloseTo(12, within(3.0));
        // Of those who answered after an end, 54/88 helped and 21/88 in part; some said so after being refused.
        Breakdown loop = report.breakdown("loop").orElseThrow();
        Breakdown answers = loop.part("answers").orElseThrow();
        assertThat(answers.counts().rows().get(0).percent()).isCloseTo(58, within(5.0));
        // By hand, from the events: every resident has one request here.
        long due = year.stream()
                .filter(referral -> referral.first(ReferralEvent.Accepted.class).isPresent()
                        || (referral.state().isFinal() && isLast(referral)))
                .map(Referral::resident)
                .distinct()
                .count();
        long answered = year.stream()
                .filter(referral -> referral.residentOutcome()
                        .filter(said -> said.outcome() != ReferralEvent.ResidentOutcome.NOT_REACHED)
                        .isPresent())
                .map(Referral::resident)
                .distinct()
                .count();
        assertThat(loop.counts().total()).isEqualTo(due);
        assertThat(loop.counts().rows().get(0).people()).isEqualTo(answered);
        assertThat(report.loopClosurePercent()).isCloseTo(100.0 * answered / due, within(1e-9));
    }

    private static boolean isLast(Referral referral) {
        return year.stream()
                .noneMatch(
                        other -> other.basedOn().filter(referral.id()::equals).isPresent());
    }

    private static double percent(String figure, int row) {
        Double percent =
                report.breakdown(figure).orElseThrow().counts().rows().get(row).percent();
        return percent == null ? Double.NaN : percent;
    }

    /** In six wards more residents are asked than in the others: a table of equity that can't show it is none. */
    @Test
    void theDifferenceBetweenWardsShowsThroughTheDefaultRule() {
        Comparison byWard = report(DisclosureRule.withDefaults())
                .comparison("answered", Comparison.Dimension.AREA)
                .orElseThrow();
        List<String> wards = BOROUGH.areas().stream()
                .map(InventedArea::wardName)
                .distinct()
                .sorted()
                .toList();
        double more = 0;
        double fewer = 0;
        int shown = 0;
        for (Comparison.Line row : byWard.rows()) {
            int at = wards.indexOf(row.label());
            if (at >= 0) {
                DisclosedCounts.Count yes = row.counts().rows().get(0);
                assertThat(yes.people()).isGreaterThanOrEqualTo(10);
                more += at < 6 ? yes.percent() : 0;
                fewer += at < 6 ? 0 : yes.percent();
                shown++;
            }
        }
        assertThat(shown).isGreaterThanOrEqualTo(8);
        assertThat(more / 6).isGreaterThan(fewer / 6);
    }

    @Test
    void theSameSeedMakesTheSameYear() {
        InMemoryReferralStore one = new InMemoryReferralStore();
        InMemoryReferralStore two = new InMemoryReferralStore();
        List<Referral> first = InventedReferrals.addYear(one, sealer(one), BOROUGH, 60, 7);
        assertThat(InventedReferrals.addYear(two, sealer(two), BOROUGH, 60, 7)).isEqualTo(first);
    }
}
