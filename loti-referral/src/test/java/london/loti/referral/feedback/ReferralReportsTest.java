package london.loti.referral.feedback;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import london.loti.model.area.AreaCode;
import london.loti.model.disclosure.DisclosedCounts;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.disclosure.ZeroPolicy;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.ResidentRef;
import london.loti.referral.feedback.Comparison.Dimension;
import london.loti.referral.journey.DeadlinePolicy;
import london.loti.referral.journey.Referral;

import static org.assertj.core.api.Assertions.assertThat;

class ReferralReportsTest {
    private static final DisclosureRule ALL = new DisclosureRule("all", "1", 1, ZeroPolicy.SHOW, 1, "to see it all");
    private static final ReferralReports SEE_ALL = reports(ALL);
    private static final Period PERIOD = new Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 4, 30));

    private static ReferralReports reports(DisclosureRule rule) {
        return ReferralReports.of(rule, DeadlinePolicy.withDefaults(), RandomReferrals.WEEKDAYS);
    }

    private static ReferralReport report(List<Referral> referrals) {
        return SEE_ALL.report(referrals, List.of(), PERIOD);
    }

    private static Map<String, Long> counts(DisclosedCounts counts) {
        Map<String, Long> map = new TreeMap<>();
        counts.rows().stream()
                .filter(row -> row.people() == null || row.people() > 0)
                .forEach(row -> map.put(row.category(), row.people() == null ? -1L : row.people()));
        return map;
    }

    private static Map<String, Long> yesAndNo(Map<String, Boolean> answers, String yes, String no) {
        return tally(answers.values().stream().map(answer -> answer ? yes : no).toList());
    }

    private static Map<String, Long> tally(Collection<String> values) {
        Map<String, Long> counts = new TreeMap<>();
        values.forEach(value -> counts.merge(value, 1L, Long::sum));
        return counts;
    }

    @Test
    void everyFigureIsWhatASlowCountFinds() {
        for (int seed = 0; seed < 50; seed++) {
            List<Referral> referrals = RandomReferrals.of(seed, 30, 14);
            ReferralReport report = report(referrals);
            SlowFigures slow = new SlowFigures(referrals, PERIOD);
            String as = "seed " + seed;
            assertThat(counts(report.breakdown("requests").orElseThrow().counts()))
                    .as(as)
                    .isEqualTo(yesAndNo(slow.accepted(), "A service said yes", "No service has said yes"));
            assertThat(counts(report.breakdown("contact").orElseThrow().counts()))
                    .as(as)
                    .isEqualTo(yesAndNo(slow.contacted(), "Contacted", "Never contacted"));
            assertThat(counts(report.breakdown("unmet").orElseThrow().counts()))
                    .as(as)
                    .isEqualTo(yesAndNo(slow.unmet(), "Unmet", "Met, or the resident stopped it"));
            Breakdown loop = report.breakdown("loop").orElseThrow();
            Map<String, Long> found = new TreeMap<>();
            loop.parts().forEach(part -> found.putAll(counts(part.counts())));
            found.remove("In part, or not");
            loop.part("answers")
                    .flatMap(answers -> answers.part("not-wholly"))
                    .ifPresent(part -> found.putAll(counts(part.counts())));
            Map<String, String> words = Map.of(
                    "HELPED", "It helped",
                    "PARTLY", "It helped in part",
                    "NOT_HELPED", "It did not help",
                    "NOT_REACHED", "Asked, and not reached",
                    "NOT_ASKED", "Nobody asked");
            assertThat(found)
                    .as(as)
                    .isEqualTo(
                            tally(slow.loop().values().stream().map(words::get).toList()));
        }
    }

    @Test
    void theOrderOfReferralsDoesNotMatter() {
        for (int seed = 0; seed < 20; seed++) {
            List<Referral> referrals = RandomReferrals.of(seed, 60, 30);
            List<Referral> shuffled = new ArrayList<>(referrals);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(ReportCsv.of(report(shuffled))).isEqualTo(ReportCsv.of(report(referrals)));
        }
    }

    @Test
    void partsAddUpToWhatTheyArePartsOf() {
        ReferralReport report = report(RandomReferrals.of(3, 400, 150));
        report.breakdowns()
                .forEach(figure -> figure.parts().forEach(part -> {
                    long whole = figure.counts().rows().stream()
                            .map(DisclosedCounts.Count::people)
                            .filter(people -> people != null
                                    && people.equals(part.counts().total()))
                            .count();
                    assertThat(whole).as(part.id()).isPositive();
                }));
        for (Comparison comparison : report.comparisons()) {
            if (comparison.dimension() == Dimension.AREA) {
                assertThat(comparison.rows().stream()
                                .mapToLong(row -> row.counts().total())
                                .sum())
                        .as(comparison.id())
                        .isEqualTo(comparison.everybody().total());
            }
        }
    }

    /** Whatever is shown passes the rule, and so does what a reader gets by subtracting rows from everybody. */
    @Test
    void nothingSmallIsShownNorLeftOver() {
        DisclosureRule rule = new DisclosureRule("five", "1", 5, ZeroPolicy.SUPPRESS, 1, "test");
        ReferralReports five = reports(rule);
        int shown = 0;
        for (int seed = 0; seed < 8; seed++) {
            ReferralReport report = five.report(RandomReferrals.of(seed, 500, 260), List.of(), PERIOD);
            for (Comparison comparison : report.comparisons()) {
                for (Comparison.Line row : comparison.rows()) {
                    for (int i = 0; i < 2; i++) {
                        Long own = row.counts().rows().get(i).people();
                        Long all = comparison.everybody().rows().get(i).people();
                        assertThat(own).isNotNull().isGreaterThanOrEqualTo(5);
                        assertThat(all).isNotNull();
                        long rest = Math.abs(all - own);
                        assertThat(rest == 0 ? comparison.rows().size() == 1 : rest >= 5)
                                .as("seed " + seed)
                                .isTrue();
                        shown++;
                    }
                }
            }
            allCounts(report).flatMap(counts -> counts.rows().stream()).forEach(row -> {
                if (row.people() != null) {
                    assertThat(row.people()).isGreaterThanOrEqualTo(5);
                }
            });
        }
        assertThat(shown).isGreaterThan(40);
    }

    private static Stream<DisclosedCounts> allCounts(ReferralReport report) {
        return Stream.of(
                        report.breakdowns().stream().map(Breakdown::counts),
                        report.breakdowns().stream()
                                .flatMap(b -> b.parts().stream())
                                .map(Breakdown::counts),
                        report.waits().stream().map(WaitingTime::counts),
                        report.organisations().rows().stream().map(OrganisationAnswers.Line::counts))
                .flatMap(counts -> counts);
    }

    @Test
    void aSearchThatFoundNobodyIsAnUnmetNeedUntilSomebodyIsAsked() {
        List<Referral> referrals = RandomReferrals.of(5, 60, 30);
        List<NoServiceFound> searches = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            searches.add(new NoServiceFound(
                    new ResidentRef("searched-" + i),
                    List.of(ConceptRef.parse("barriers:no-device")),
                    new AreaCode("E01000001"),
                    List.of(),
                    LocalDate.of(2026, 3, 3)));
        }
        Long before = unmet(SEE_ALL.report(referrals, List.of(), PERIOD));
        assertThat(unmet(SEE_ALL.report(referrals, searches, PERIOD))).isEqualTo(before + 12);
    }

    /** By hand: 2 and 0 are put together, and with 12, the smallest other, because together they are still below 10. */
    @Test
    void smallCategoriesArePutTogetherUntilTheyAreNot() {
        DisclosureRule rule = new DisclosureRule("ten", "1", 10, ZeroPolicy.SUPPRESS, 1, "test");
        Breakdown.Raw raw = new Breakdown.Raw("id", "title", "meaning", List.of("a", "b", "c", "d"));
        Map.of("a", 2, "c", 40, "d", 12).forEach((category, people) -> {
            for (int i = 0; i < people; i++) {
                raw.add(category);
            }
        });
        assertThat(counts(raw.puttingSmallTogether().disclose(rule).counts()))
                .isEqualTo(Map.of("c", 40L, "Together: a; b; d", 14L));
    }

    private static Long unmet(ReferralReport report) {
        return report.breakdown("unmet").orElseThrow().counts().rows().get(0).people();
    }
}
