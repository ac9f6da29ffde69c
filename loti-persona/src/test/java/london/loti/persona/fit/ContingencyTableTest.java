package london.loti.persona.fit;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.Sample;
import london.loti.persona.fit.Association.Measured;
import london.loti.persona.fit.Association.Reason;
import london.loti.persona.fit.Association.Undefined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class ContingencyTableTest {
    private static final double DIGITS = 1e-12;

    private static ContingencyTable table(long[][] counts) {
        ContingencyTable.Builder table = ContingencyTable.builder(
                Collections.nCopies(counts.length, "a"), Collections.nCopies(counts[0].length, "b"));
        for (int r = 0; r < counts.length; r++) {
            for (int c = 0; c < counts[r].length; c++) {
                table.add(r, c, counts[r][c]);
            }
        }
        return table.build();
    }

    /** Rows by semicolons, cells by commas. */
    private static long[][] counts(String text) {
        return Arrays.stream(text.split(";", -1))
                .map(row -> Arrays.stream(row.split(",", -1))
                        .mapToLong(Long::parseLong)
                        .toArray())
                .toArray(long[][]::new);
    }

    private static Measured measured(long[][] counts) {
        return (Measured) table(counts).association();
    }

    private static long[][] random(SplittableRandom random) {
        long[][] counts = new long[random.nextInt(2, 6)][random.nextInt(2, 6)];
        for (long[] row : counts) {
            for (int c = 0; c < row.length; c++) {
                row[c] = random.nextLong(1, 40);
            }
        }
        return counts;
    }

    @Test
    void twoPublishedTables() {
        // Bergsma's formula, worked out in Python 3 from the tables of the file
        double[] corrected = {0.3559777672405567, 0.4588314677411235};
        List<Map<String, String>> cases = Samples.oracle("association_results.csv");
        assertThat(cases).hasSize(2);
        for (int i = 0; i < cases.size(); i++) {
            Map<String, String> line = cases.get(i);
            Measured result = measured(counts(line.get("table")));
            assertThat(result.people()).isEqualTo(Long.parseLong(line.get("n")));
            assertThat(result.chiSquared()).isCloseTo(Samples.number(line, "pearson_chisq"), within(DIGITS));
            assertThat(result.degreesOfFreedom()).isEqualTo(Integer.parseInt(line.get("df")));
            double p = Samples.number(line, "p");
            double lastDigit = Math.pow(10, Math.floor(Math.log10(p)) - 6); // six decimals are printed
            assertThat(result.pValue()).isCloseTo(p, within(lastDigit / 2));
            assertThat(result.g2()).isCloseTo(Samples.number(line, "G2"), within(DIGITS));
            assertThat(result.phiSquared()).isCloseTo(Samples.number(line, "phi_sq"), within(DIGITS));
            assertThat(result.contingencyCoefficient()).isCloseTo(Samples.number(line, "contingency"), within(DIGITS));
            assertThat(result.cramersV()).isCloseTo(Samples.number(line, "cramers_v"), within(DIGITS));
            assertThat(result.correctedV()).isCloseTo(corrected[i], within(1e-12));
        }
    }

    /** Word for word: expected counts from the margins, sums over the cells. */
    @Test
    void agreesWithTheDefinitions() {
        for (long seed = 1; seed <= 200; seed++) {
            long[][] counts = random(new SplittableRandom(seed));
            int columns = counts[0].length;
            double n = 0;
            double[] row = new double[counts.length];
            double[] column = new double[columns];
            for (int r = 0; r < counts.length; r++) {
                for (int c = 0; c < columns; c++) {
                    n += counts[r][c];
                    row[r] += counts[r][c];
                    column[c] += counts[r][c];
                }
            }
            double chiSquared = 0;
            double g2 = 0;
            double smallest = Double.POSITIVE_INFINITY;
            for (int r = 0; r < counts.length; r++) {
                for (int c = 0; c < columns; c++) {
                    double expected = row[r] * column[c] / n;
                    chiSquared += (counts[r][c] - expected) * (counts[r][c] - expected) / expected;
                    g2 += 2 * counts[r][c] * Math.log(counts[r][c] / expected);
                    smallest = Math.min(smallest, expected);
                }
            }
            Measured result = measured(counts);
            assertThat(result.chiSquared()).as("seed %d", seed).isCloseTo(chiSquared, within(1e-9));
            assertThat(result.g2()).as("seed %d", seed).isCloseTo(g2, within(1e-9));
            assertThat(result.smallestExpected()).as("seed %d", seed).isCloseTo(smallest, within(1e-9));
            assertThat(result.cramersV()).isBetween(0.0, 1.0);
            assertThat(result.correctedV()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void isTheSameWithRowsAndColumnsChangedOver() {
        for (long seed = 1; seed <= 50; seed++) {
            long[][] counts = random(new SplittableRandom(seed));
            long[][] turned = IntStream.range(0, counts[0].length)
                    .mapToObj(
                            c -> Arrays.stream(counts).mapToLong(row -> row[c]).toArray())
                    .toArray(long[][]::new);
            Collections.reverse(Arrays.asList(turned));
            assertThat(measured(turned).cramersV())
                    .as("seed %d", seed)
                    .isCloseTo(measured(counts).cramersV(), within(1e-12));
            assertThat(measured(turned).correctedV())
                    .as("seed %d", seed)
                    .isCloseTo(measured(counts).correctedV(), within(1e-12));
        }
    }

    @Test
    void isOneWhereOneTellsTheOther() {
        Measured result = measured(new long[][] {{0, 30}, {20, 0}});
        assertThat(result.cramersV()).isEqualTo(1);
        assertThat(result.correctedV()).isCloseTo(1, within(1e-12));
    }

    @Test
    void correctionLeavesNothingOfAnAssociationByChance() {
        Measured flat = measured(new long[][] {{10, 10}, {11, 9}});
        assertThat(flat.cramersV()).isGreaterThan(0);
        assertThat(flat.correctedV()).isZero();
        Measured two = measured(new long[][] {{1, 0}, {0, 1}});
        assertThat(two.cramersV()).isEqualTo(1);
        assertThat(two.correctedV()).isZero(); // as many rows as people
    }

    @Test
    void categoriesWithoutAnybodyCountForNothing() {
        assertThat(table(new long[][] {{18, 0, 2}, {0, 0, 0}, {9, 0, 11}}).association())
                .isEqualTo(measured(new long[][] {{18, 2}, {9, 11}}));
    }

    @Test
    void saysWhyNothingCanBeMeasured() {
        assertThat(table(new long[][] {{0, 0}, {0, 0}}).association())
                .isEqualTo(new Undefined(0, 0, Reason.NOBODY))
                .extracting(Association::words)
                .isEqualTo("No association can be measured because both are known of nobody");
        assertThat(table(new long[][] {{3, 4}, {0, 0}}).association()).isEqualTo(new Undefined(7, 0, Reason.ONE_ROW));
        assertThat(table(new long[][] {{3, 0}, {4, 0}}).association().words())
                .isEqualTo("No association can be measured because everybody is alike in the second");
        ContingencyTable without =
                ContingencyTable.builder(List.of(), List.of()).build();
        assertThat(without.association()).isEqualTo(new Undefined(0, 0, Reason.NOBODY));
    }

    @Test
    void saysWhatItFound() {
        assertThat(measured(new long[][] {{30, 10, 5}, {20, 25, 15}, {10, 15, 40}})
                        .words())
                .isEqualTo("Cramér's V is 0.37 (0.36 with bias correction) among 170 people; chi-squared 46.60, 4"
                        + " degrees of freedom, p below 0.001");
        assertThat(measured(new long[][] {{3, 1}, {1, 3}}).words())
                .endsWith("p 0.157, which is rough because an expected count is below 5");
    }

    @Test
    void foldsOverEveryOutcome() {
        assertThat(Association.class.getPermittedSubclasses()).containsExactly(Measured.class, Undefined.class);
    }

    @Test
    void countsTheColumnsOfASampleAndWhoIsLeftOut() {
        Attribute device = Attribute.builder("device", AttributeKind.NOMINAL)
                .levels("none", "phone")
                .build();
        Attribute english =
                Attribute.builder("english", AttributeKind.SYMMETRIC_BINARY).build();
        Sample sample = Sample.builder(List.of(device, english))
                .row("none", "yes")
                .row("phone", "yes")
                .row("phone", "no")
                .row("phone", "")
                .row("", "no")
                .row("phone", "yes")
                .build();
        ContingencyTable table = ContingencyTable.of(sample, "device", "english");
        assertThat(table.rows()).containsExactly("none", "phone");
        assertThat(table.columns()).containsExactly("No", "Yes");
        assertThat(table.count(1, 1)).isEqualTo(2);
        assertThat(table.people()).isEqualTo(4);
        assertThat(table.leftOut()).isEqualTo(2);
        assertThat(table.association().words()).endsWith("; 2 left out, because something is not known of them");
        assertThat(table).hasToString("ContingencyTable of 2 rows and 2 columns");
    }

    @Test
    void refusesWhatHasNoCategories() {
        Sample sample = Sample.builder(List.of(
                        Attribute.builder("age", AttributeKind.INTERVAL).build(),
                        Attribute.builder("english", AttributeKind.SYMMETRIC_BINARY)
                                .build()))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContingencyTable.of(sample, "age", "english"))
                .withMessageContaining("'age' must have levels")
                .withMessageContaining("Maybe make bands");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContingencyTable.of(sample, "english", "englsh"))
                .withMessageContaining("must be one of [age, english]")
                .withMessageContaining("Maybe 'english' is meant");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(new long[][] {{-1}}))
                .withMessage("people must be 0 or more, but were -1");
    }
}
