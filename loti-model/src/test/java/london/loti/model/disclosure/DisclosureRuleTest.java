package london.loti.model.disclosure;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import london.loti.model.area.AreaTable;
import london.loti.model.metric.Metric;
import london.loti.model.metric.MetricUnit;
import london.loti.model.provenance.Licence;
import london.loti.model.provenance.Source;

import static london.loti.model.area.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DisclosureRuleTest {
    private static final double NAN = Double.NaN;
    private static final DisclosureRule DEFAULT = DisclosureRule.withDefaults();
    private static final Metric PEOPLE = Metric.of("people", "People", MetricUnit.PEOPLE);
    private static final Metric CASES = Metric.of("cases", "Cases", MetricUnit.HOUSEHOLDS);
    private static final Metric PERCENT =
            Metric.of("pct", "Percent", MetricUnit.PERCENT).withDenominator("people");

    @Test
    void suppressesSmallCountsAndNoughtsAndRoundsTheRestToFives() {
        // By hand: below ten suppressed; 12.5 lies half-way and goes up.
        DisclosedTable disclosed = DEFAULT.apply(table(List.of(PEOPLE), """
                E01000001 0
                E01000002 1
                E01000003 9
                E01000004 10
                E01000005 12
                E01000006 12.5
                E01000007 13
                E01000008 -
                E01000009 9.9
                E01000010 -3
                E01000011 1000000"""));

        assertThat(disclosed.table().copyColumn(0))
                .containsExactly(new double[] {NAN, NAN, NAN, 10, 10, 15, 15, NAN, NAN, NAN, 1_000_000});
        assertThat(disclosed.suppressedCount()).isEqualTo(5);
        assertThat(disclosed.isOpen()).isFalse();
        assertThat(disclosed.rule()).isEqualTo(DEFAULT);
    }

    @Test
    void noughtsMayBeShownWhereThePolicySaysSo() {
        DisclosedTable disclosed =
                rule(5, ZeroPolicy.SHOW, 1).apply(table(List.of(CASES), "E01000001 0\nE01000002 4\nE01000003 5"));
        assertThat(disclosed.table().copyColumn(0)).containsExactly(new double[] {0, NAN, 5});
        assertThat(disclosed.statement()).isEqualTo("Disclosure rule r 1: counts below 5 are suppressed (1 number).");
    }

    @Test
    void suppressesAShareThatStandsForASmallCountOrIsOfASmallOrMissingOne() {
        // By hand: 9 % of 100 is 9; 9.6 % of 100 is published for 10; 50 % of 9; 4 % of 250 is 10.
        DisclosedTable disclosed = DEFAULT.apply(table(List.of(PEOPLE, PERCENT), """
                E01000001 100 9
                E01000002 100 9.6
                E01000003 9 50
                E01000004 - 50
                E01000005 250 4
                E01000006 250 0
                E01000007 250 -"""));
        assertThat(disclosed.table().copyColumn(1)).containsExactly(new double[] {NAN, 9.6, NAN, NAN, 4, NAN, NAN});
        assertThat(disclosed.suppressedCount()).as("four shares and one count").isEqualTo(5);
        assertThat(disclosed.unchecked()).isEmpty();
    }

    @Test
    void aProportionIsCheckedLikeAPercentage() {
        Metric share = Metric.of("share", "Share", MetricUnit.PROPORTION).withDenominator("people");
        assertThat(DEFAULT.apply(table(List.of(share, PEOPLE), "E01000001 0.09 100\nE01000002 0.5 100"))
                        .table()
                        .copyColumn(0))
                .containsExactly(new double[] {NAN, 0.5});
    }

    @Test
    void aShareIsAlsoCheckedAgainstTheDenominatorThatIsShown() {
        // By hand: 80 % of 12 is 10 people, but of the 10 that are shown it would be 8.
        DisclosedTable disclosed = DEFAULT.apply(table(List.of(PEOPLE, PERCENT), "E01000001 12 80"));
        assertThat(disclosed.table().copyColumn(1)).containsExactly(NAN);
    }

    @Test
    void saysWhichSharesCouldNotBeChecked() {
        Metric lost = Metric.of("lost", "Lost", MetricUnit.PERCENT).withDenominator("absent");
        Metric bare = Metric.of("bare", "Bare", MetricUnit.PERCENT);
        Metric ofScore = Metric.of("of_score", "Of a score", MetricUnit.PERCENT).withDenominator("score");
        Metric score = Metric.of("score", "Score", MetricUnit.SCORE);
        DisclosedTable disclosed = DEFAULT.apply(table(List.of(lost, bare, ofScore, score), "E01000001 1 1 1 100"));

        assertThat(disclosed.unchecked()).containsExactly("lost", "bare", "of_score");
        assertThat(disclosed.table().copyColumn(0)).containsExactly(1);
        assertThat(disclosed.statement())
                .isEqualTo("Disclosure rule loti-default 1.0.0: counts below 10, noughts among them, are suppressed"
                        + ". Other counts are rounded to 5. Not checked, because the table does not hold"
                        + " their denominators: lost, bare, of_score.");
    }

    @Test
    void scoresRanksAndRatesPass() {
        List<Metric> metrics = List.of(
                Metric.of("score", "Score", MetricUnit.SCORE),
                Metric.of("rank", "Rank", MetricUnit.RANK),
                Metric.of("rate", "Rate", MetricUnit.RATE));
        DisclosedTable disclosed = DEFAULT.apply(table(metrics, "E01000001 1 2 3"));
        assertThat(disclosed.table().value(0, 0)).isEqualTo(1);
        assertThat(disclosed.table().value(0, 1)).isEqualTo(2);
        assertThat(disclosed.table().value(0, 2)).isEqualTo(3);
    }

    @Test
    void whatIsPublishedUnderAnOpenLicencePassesAsItIs() {
        DisclosedTable disclosed = DEFAULT.apply(
                table(List.of(from(PEOPLE, Licence.OGL_3), from(PERCENT, Licence.OGL_3)), "E01000001 3 33.3"));
        assertThat(disclosed.table().copyColumn(0)).containsExactly(3);
        assertThat(disclosed.table().copyColumn(1)).containsExactly(33.3);
        assertThat(disclosed.isOpen()).isTrue();
        assertThat(disclosed.statement())
                .isEqualTo("All counts and shares come from sources under open licences; nothing was suppressed.");

        assertThat(DEFAULT.apply(table(List.of(from(PEOPLE, Licence.NOT_OPEN)), "E01000001 3"))
                        .table()
                        .copyColumn(0))
                .containsExactly(NAN);
        assertThat(DEFAULT.apply(table(List.of(from(PEOPLE, null)), "E01000001 3"))
                        .isOpen())
                .isFalse();
    }

    @Test
    void aCouncilsOwnShareOfAnOpenCountIsStillChecked() {
        DisclosedTable disclosed = DEFAULT.apply(
                table(List.of(from(PEOPLE, Licence.OGL_3), PERCENT), "E01000001 102 9\nE01000002 102 20"));
        assertThat(disclosed.table().copyColumn(0)).containsExactly(102, 102);
        assertThat(disclosed.table().copyColumn(1)).containsExactly(new double[] {NAN, 20});
    }

    @Test
    void appliedTwiceChangesNoMoreThanOnce() {
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int rounding = 1 + random.nextInt(12);
            int threshold = rounding + random.nextInt(15);
            if (Math.floor((double) threshold / rounding + 0.5) * rounding < threshold) {
                continue;
            }
            DisclosureRule rule =
                    rule(threshold, random.nextBoolean() ? ZeroPolicy.SHOW : ZeroPolicy.SUPPRESS, rounding);
            StringBuilder rows = new StringBuilder();
            for (int area = 1; area <= 60; area++) {
                int people = random.nextInt(60);
                double share = people == 0 ? 0 : 100.0 * random.nextInt(people + 1) / people;
                rows.append("E01%06d %d %s\n".formatted(area, people, share));
            }
            AreaTable once =
                    rule.apply(table(List.of(PEOPLE, PERCENT), rows.toString())).table();
            DisclosedTable twice = rule.apply(once);
            assertThat(twice.suppressedCount()).as("seed %d", seed).isZero();
            for (int column = 0; column < 2; column++) {
                assertThat(twice.table().copyColumn(column))
                        .as("seed %d", seed)
                        .containsExactly(once.copyColumn(column));
            }
            for (double count : once.copyColumn(0)) {
                assertThat(Double.isNaN(count) || count >= threshold || (count == 0 && rule.zeros() == ZeroPolicy.SHOW))
                        .as("seed %d: %s", seed, count)
                        .isTrue();
            }
        }
    }

    @Test
    void leavesTheTableThatItIsGivenAlone() {
        AreaTable raw = table(List.of(PEOPLE), "E01000001 3");
        DEFAULT.apply(raw);
        assertThat(raw.copyColumn(0)).containsExactly(3);
    }

    @Test
    void refusesNumbersThatProtectNobody() {
        assertThatThrownBy(() -> rule(0, ZeroPolicy.SUPPRESS, 1))
                .hasMessageContaining("must be at least 1, but were 0");
        assertThatThrownBy(() -> rule(1, ZeroPolicy.SUPPRESS, 0)).hasMessageContaining("must be at least 1");
        assertThatThrownBy(() -> rule(12, ZeroPolicy.SUPPRESS, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a count at the threshold must not be rounded below it, but 12 would be rounded to 10");
        assertThat(rule(15, ZeroPolicy.SUPPRESS, 10).rounding()).isEqualTo(10);
    }

    @Test
    void nothingElseCanMakeADisclosedTable() {
        assertThat(Modifier.isFinal(DisclosedTable.class.getModifiers())).isTrue();
        for (Constructor<?> constructor : DisclosedTable.class.getDeclaredConstructors()) {
            assertThat(constructor.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED))
                    .isZero();
        }
        assertThat(Arrays.stream(DisclosedTable.class.getDeclaredMethods())
                        .filter(method -> Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                        .filter(method -> !method.getName().startsWith("$")))
                .isEmpty();
    }

    private static DisclosureRule rule(int threshold, ZeroPolicy zeros, int rounding) {
        return new DisclosureRule("r", "1", threshold, zeros, rounding, "a test");
    }

    private static Metric from(Metric metric, @Nullable Licence licence) {
        return metric.withSource(
                licence == null ? null : new Source("s", "Title", "Publisher", "2021", null, licence, null));
    }

    @Test
    void severalSmallCountsCannotBeWorkedOutFromAnExactTotal() {
        for (ZeroPolicy zeros : ZeroPolicy.values()) {
            DisclosureRule exact = new DisclosureRule("exact", "1", 10, zeros, 1, "test");
            Map<String, Long> people = new LinkedHashMap<>();
            people.put("a", 1L);
            people.put("b", 1L);
            people.put("c", 100L);
            people.put("d", 200L);
            DisclosedCounts counts = exact.apply(people);
            assertThat(counts.total()).isEqualTo(302);
            assertThat(counts.rows())
                    .as("302 less 300 would be one person each")
                    .extracting(DisclosedCounts.Count::people)
                    .containsExactly(null, null, null, 200L);
        }
    }
}
