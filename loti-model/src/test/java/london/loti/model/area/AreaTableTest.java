package london.loti.model.area;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import london.loti.model.metric.Metric;
import london.loti.model.metric.MetricUnit;
import london.loti.model.provenance.Dataset;

import static london.loti.model.area.Samples.LSOA_21;
import static london.loti.model.area.Samples.code;
import static london.loti.model.area.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AreaTableTest {
    private static final Metric AGE = Metric.of("age", "Age", MetricUnit.SCORE);
    private static final Metric PAY = Metric.of("pay", "Pay", MetricUnit.SCORE);
    private static final AreaVintage WARD = AreaVintage.parse("ward24");

    @Test
    void sortsItsRowsByCodeWhateverOrderTheyCameIn() {
        AreaTable table = AreaTable.builder(LSOA_21)
                .codes(List.of(code("E01000003"), code("W01000001"), code("E01000001")))
                .names(List.of("three", "wales", "one"))
                .column(AGE, new double[] {3, 9, Double.NaN})
                .parents(AreaParents.of(
                        WARD, List.of(code("E05000002"), code("W05000001"), code("E05000001")), List.of("b", "w", "a")))
                .build();

        assertThat(table.codes()).containsExactly(code("E01000001"), code("E01000003"), code("W01000001"));
        assertThat(table.names()).containsExactly("one", "three", "wales");
        assertThat(table.copyColumn(0)).containsExactly(new double[] {Double.NaN, 3, 9});
        assertThat(table.isMissing(0, 0)).isTrue();
        assertThat(table.value(1, 0)).isEqualTo(3);
        assertThat(table.row(code("W01000001"))).hasValue(2);
        assertThat(table.row(code("E01000002"))).isEmpty();
        assertThat(table.column("age")).hasValue(0);
        assertThat(table.column("pay")).isEmpty();
        AreaParents wards = table.parents(AreaVintage.Geography.WARD).orElseThrow();
        assertThat(wards.of(0)).hasValue(0);
        assertThat(wards.of(2)).hasValue(2);
        assertThat(table).hasToString("3 areas (LSOA 2021), 1 metrics");
    }

    @Test
    void isTheSameForEveryOrderOfItsRows() {
        List<String> rows = new ArrayList<>();
        for (int area = 1; area <= 50; area++) {
            rows.add("E0100%04d %d".formatted(area * 7, area));
        }
        AreaTable sorted = table(List.of(AGE), String.join("\n", rows));
        for (long seed = 0; seed < 20; seed++) {
            Collections.shuffle(rows, new Random(seed));
            AreaTable shuffled = table(List.of(AGE), String.join("\n", rows));
            assertThat(shuffled.codes()).as("seed %d", seed).isEqualTo(sorted.codes());
            assertThat(shuffled.copyColumn(0)).as("seed %d", seed).containsExactly(sorted.copyColumn(0));
        }
    }

    @Test
    void canNotBeChangedFromOutside() {
        double[] values = {1, 2};
        AreaTable table = AreaTable.builder(LSOA_21)
                .codes(List.of(code("E01000001"), code("E01000002")))
                .column(AGE, values)
                .build();
        values[0] = 99;
        table.copyColumn(0)[1] = 99;
        assertThat(table.copyColumn(0)).containsExactly(1, 2);
    }

    @Test
    void aCodeStandsForANameWhereNoneIsKnown() {
        assertThat(table(List.of(), "E01000001").names()).containsExactly("E01000001");
    }

    @Test
    void refusesAnAreaThatComesTwice() {
        assertThatThrownBy(() -> table(List.of(AGE), "E01000001 1\nE01000002 2\nE01000001 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an area must come once, but E01000001 came twice");
    }

    @Test
    void refusesCodesOfAnotherGeography() {
        assertThatThrownBy(() -> table(List.of(), "E01000001\nE02000001"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("areas of LSOA 2021", "E02000001 is a code of a MSOA");
    }

    @Test
    void refusesInfiniteNumbers() {
        assertThatThrownBy(() -> table(List.of(AGE), "E01000001 -Infinity"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be finite", "'age'");
    }

    @Test
    void refusesAMetricThatComesTwiceAndListsOfAnotherLength() {
        assertThatThrownBy(() -> table(List.of(AGE, AGE), "E01000001 1 2"))
                .hasMessageContaining("a metric must come once, but 'age' came twice");
        AreaTable.Builder oneArea = AreaTable.builder(LSOA_21).codes(List.of(code("E01000001")));
        assertThatThrownBy(() -> oneArea.names(List.of("a", "b")).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names must have one entry an area, but had 2 for 1 areas");
        assertThatThrownBy(() ->
                        oneArea.names(List.of()).column(AGE, new double[0]).build())
                .hasMessageContaining("column 'age' must have one entry an area, but had 0");
        assertThatThrownBy(() -> AreaTable.builder(LSOA_21)
                        .codes(List.of(code("E01000001")))
                        .parents(AreaParents.of(WARD, List.of(), List.of()))
                        .build())
                .hasMessageContaining("parents of Ward 2024 must have one entry an area");
    }

    @Test
    void keepsSomeOfTheAreasWithEverythingThatIsKnownOfThem() {
        AreaTable table = AreaTable.builder(LSOA_21)
                .codes(List.of(code("E01000001"), code("E01000002"), code("E01000003")))
                .names(List.of("one", "two", "three"))
                .column(AGE, new double[] {1, 2, 3})
                .parents(AreaParents.of(
                        WARD, List.of(code("E05000001"), code("E05000002"), code("E05000002")), List.of("a", "b", "b")))
                .build();

        AreaTable some = table.where(row -> row > 0);

        assertThat(some.names()).containsExactly("two", "three");
        assertThat(some.copyColumn(0)).containsExactly(2, 3);
        assertThat(some.parents().get(0).names()).containsExactly("b");
        assertThat(table.where(row -> false).rowCount()).isZero();
        assertThat(table.where(row -> false).names()).isEmpty();
    }

    @Test
    void joinsOverAllAreasOfEither() {
        AreaTable ages = table(List.of(AGE), "E01000001 1\nE01000003 3");
        AreaTable pays = table(List.of(PAY), "E01000003 30\nE01000002 20");

        AreaTable both = ages.join(pays);

        assertThat(both.codes()).extracting(AreaCode::value).containsExactly("E01000001", "E01000002", "E01000003");
        assertThat(both.metrics()).containsExactly(AGE, PAY);
        assertThat(both.copyColumn(0)).containsExactly(new double[] {1, Double.NaN, 3});
        assertThat(both.copyColumn(1)).containsExactly(new double[] {Double.NaN, 20, 30});
        assertThat(pays.join(ages).copyColumn(1)).containsExactly(both.copyColumn(0));
    }

    @Test
    void aJoinTakesNamesParentsAndFilesFromBoth() {
        Dataset file = Dataset.of("a.csv", new byte[0]);
        AreaVintage authority = AreaVintage.parse("ltla24");
        AreaTable here = AreaTable.builder(LSOA_21)
                .codes(List.of(code("E01000001"), code("E01000002")))
                .names(List.of("one", "E01000002"))
                .parents(AreaParents.of(
                        WARD, List.of(code("E05000001"), code("E05000002")), List.of("ward a", "ward b")))
                .datasets(List.of(file))
                .build();
        AreaTable there = AreaTable.builder(LSOA_21)
                .codes(List.of(code("E01000001"), code("E01000002"), code("E01000003")))
                .names(List.of("another", "two", "three"))
                .parents(AreaParents.of(
                        authority,
                        List.of(code("E09000001"), code("E09000001"), code("E09000002")),
                        List.of("authority a", "authority a", "authority b")))
                .parents(AreaParents.of(
                        WARD,
                        List.of(code("E05000009"), code("E05000002"), code("E05000003")),
                        List.of("ward x", "ward b", "ward c")))
                .datasets(List.of(file, Dataset.of("b.csv", new byte[0])))
                .build();

        AreaTable both = here.join(there);

        assertThat(both.names()).containsExactly("one", "two", "three");
        assertThat(both.datasets()).extracting(Dataset::name).containsExactly("a.csv", "b.csv");
        assertThat(both.parents())
                .extracting(AreaParents::vintage)
                .as("the finest first")
                .containsExactly(WARD, authority);
        assertThat(both.parents().get(0).names()).containsExactly("ward a", "ward b", "ward c");
        assertThat(both.parents().get(0).of(0)).hasValue(0);
        assertThat(both.parents().get(1).of(2)).hasValue(1);
    }

    @Test
    void tablesOfTwoYearsAreNeverJoinedByTheirCodes() {
        AreaTable old = AreaTable.builder(AreaVintage.parse("lsoa11"))
                .codes(List.of(code("E01000001")))
                .build();
        assertThatThrownBy(() -> table(List.of(AGE), "E01000001 1").join(old))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be of one vintage", "LSOA 2021 and LSOA 2011");
    }

    @Test
    void aColumnOfOneNameInBothIsRefused() {
        AreaTable ages = table(List.of(AGE), "E01000001 1");
        assertThatThrownBy(() -> ages.join(ages))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'age' came twice");
    }
}
