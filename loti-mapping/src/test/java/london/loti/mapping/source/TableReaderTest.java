package london.loti.mapping.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.mapping.recipe.ColumnMapping;
import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaTable;
import london.loti.model.area.AreaVintage;
import london.loti.model.area.AreaVintage.Geography;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Severity;
import london.loti.model.metric.Metric;
import london.loti.model.metric.MetricUnit;

import static org.assertj.core.api.Assertions.assertThat;

class TableReaderTest {
    private static final Metric OLD = Metric.of("pct_old", "Old", MetricUnit.PERCENT);
    private static final Metric PEOPLE = Metric.of("people", "Residents", MetricUnit.PEOPLE);

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String messages(Checked<?> read) {
        return String.join("\n", read.findings().stream().map(Finding::toString).toList());
    }

    @Test
    void readsCodesNamesParentsAndNumbersInTheOrderOfCodes() throws IOException {
        Path csv = file("t.csv", """
                LSOA21CD,LSOA21NM,ward24_code,ward24_name,LAD24CD,LAD24NM,pct_old,people
                E01000002,Two,E05000001,North,E09000012,Hackney,12.5,"1,024"
                E01000001,One,,,E09000012,Hackney,c,900
                """);
        AreaTable table = TableReader.of(List.of(OLD, PEOPLE)).read(csv).orElseThrow();
        assertThat(table.vintage()).isEqualTo(AreaVintage.parse("lsoa21"));
        assertThat(table.codes()).extracting(AreaCode::value).containsExactly("E01000001", "E01000002");
        assertThat(table.names()).containsExactly("One", "Two");
        assertThat(table.isMissing(0, 0)).isTrue();
        assertThat(table.copyColumn(1)).containsExactly(900, 1024);
        assertThat(table.parents(Geography.WARD).orElseThrow().of(0)).isEmpty();
        assertThat(table.parents(Geography.LTLA).orElseThrow().names()).containsExactly("Hackney");
        assertThat(table.datasets()).hasSize(1);
    }

    @Test
    void tellsEveryBadCellAtOnceWithFileLineAndColumn() throws IOException {
        Path csv = file("t.csv", """
                lsoa21_code,pct_old
                E01000001,many
                E01000001,5
                E05000001,5
                nowhere,5
                E01000002,101
                E01000003
                """);
        Checked<AreaTable> read = TableReader.of(List.of(OLD)).read(csv);
        assertThat(read.value()).isEmpty();
        assertThat(messages(read))
                .contains("t.csv, line 2, pct_old: a number is wanted")
                .contains("t.csv, line 3, lsoa21_code: an area must come once, but E01000001 stands in line 2 already")
                .contains(
                        "t.csv, line 4, lsoa21_code: the code of an area of LSOA 2021 is wanted, but E05000001 is the code of a ward")
                .contains("t.csv, line 5, lsoa21_code: the code of an area is wanted")
                .contains("t.csv, line 6, pct_old: a number of the unit PERCENT")
                .contains("t.csv, line 7: a line must have 2 cells")
                .doesNotContain("nowhere");
    }

    @Test
    void suggestsTheNearestColumn() throws IOException {
        Path csv = file("t.csv", "lsoa21_code,pct_odl\nE01000001,1\n");
        assertThat(messages(TableReader.of(List.of(OLD)).read(csv)))
                .contains("t.csv, pct_old: the column is needed", "Maybe 'pct_odl' is meant");
    }

    @Test
    void neverGuessesTheVintage() throws IOException {
        Path csv = file("t.csv", "area,pct_old\nE01000001,1\n");
        assertThat(messages(TableReader.of(List.of(OLD)).read(csv))).contains("a column of area codes is needed");
        TableReader named = TableReader.of(List.of(OLD)).withCodeColumn("area");
        assertThat(messages(named.read(csv))).contains("does not tell the year");
        assertThat(named.withVintage(AreaVintage.parse("lsoa11"))
                        .read(csv)
                        .orElseThrow()
                        .vintage())
                .hasToString("LSOA 2011");
    }

    @Test
    void aMappingNamesColumnsThatFollowNoCustom() throws IOException {
        Path csv = file("t.csv", "Area code,Area,Borough code,Borough,pct_old\nE01000001,One,E09000012,Hackney,1\n");
        ColumnMapping mapping = new ColumnMapping(
                "Area code",
                "Area",
                List.of(new ColumnMapping.Parent(AreaVintage.parse("ltla24"), "Borough code", "Borough")));
        TableReader reader = TableReader.of(List.of(OLD)).withMapping(mapping).withVintage(AreaVintage.parse("lsoa21"));
        AreaTable table = reader.read(csv).orElseThrow();
        assertThat(table.names()).containsExactly("One");
        assertThat(table.parents(Geography.LTLA).orElseThrow().names()).containsExactly("Hackney");
        assertThat(messages(
                        reader.read(file("u.csv", "Area code,Area,Brough code,Borough,pct_old\nE01000001,One,,,1\n"))))
                .contains("u.csv, Borough code: the column is needed", "Maybe 'Brough code' is meant");
    }

    @Test
    void refusesATableOfAnotherVintageThanWanted() throws IOException {
        Path csv = file("t.csv", "lsoa11_code,pct_old\nE01000001,1\n");
        assertThat(messages(TableReader.of(List.of(OLD))
                        .withVintage(AreaVintage.parse("lsoa21"))
                        .read(csv)))
                .contains("a table of LSOA 2021 is wanted, but this one is of LSOA 2011");
    }

    @Test
    void asksWhichVintageOfSeveralIsMeant() throws IOException {
        Path csv = file("t.csv", "lsoa11_code,lsoa21_code,pct_old\nE01000001,E01000002,1\n");
        TableReader reader = TableReader.of(List.of(OLD));
        assertThat(messages(reader.read(csv))).contains("[lsoa11_code, lsoa21_code]");
        assertThat(reader.withVintage(AreaVintage.parse("lsoa21"))
                        .read(csv)
                        .orElseThrow()
                        .codes())
                .containsExactly(new AreaCode("E01000002"));
    }

    @Test
    void joinsTablesOfOneVintageAndWarnsOfAbsentAreas() throws IOException {
        Path first = file("a.csv", "lsoa21_code,pct_old\nE01000001,1\nE01000002,2\n");
        Path second = file("b.csv", "lsoa21_code,people\nE01000002,1500\nE01000003,1600\n");
        Checked<AreaTable> read = TableReader.of(List.of(OLD, PEOPLE)).read(List.of(first, second));
        AreaTable table = read.orElseThrow();
        assertThat(table.rowCount()).isEqualTo(3);
        assertThat(table.copyColumn(0)).containsExactly(1, 2, Double.NaN);
        assertThat(table.copyColumn(1)).containsExactly(Double.NaN, 1500, 1600);
        assertThat(read.findings()).extracting(Finding::severity).containsOnly(Severity.WARNING);
        assertThat(messages(read)).contains("first E01000001", "first E01000003");
    }

    @Test
    void refusesToMixVintagesAndToChooseBetweenColumns() throws IOException {
        Path first = file("a.csv", "lsoa21_code,pct_old\nE01000001,1\n");
        Path second = file("b.csv", "lsoa11_code,people\nE01000001,1500\n");
        Path third = file("c.csv", "lsoa21_code,pct_old,people\nE01000001,2,3\n");
        TableReader reader = TableReader.of(List.of(OLD, PEOPLE));
        assertThat(messages(reader.read(List.of(first, second)))).contains("all tables must be of one vintage");
        assertThat(messages(reader.read(List.of(first, third)))).contains("is in a.csv too");
    }

    @Test
    void aWrittenTableReadsBackTheSame() throws IOException {
        String text = "lsoa21_code,lsoa21_name,ltla24_code,ltla24_name,pct_old\r\n"
                + "E01000001,\"One, or \"\"1\"\"\",E09000012,Hackney,0.1\r\n"
                + "E01000002,Two,,,\r\n";
        AreaTable table = TableReader.of(List.of(OLD)).read(file("t.csv", text)).orElseThrow();
        assertThat(TableWriter.toCsv(table)).isEqualTo(text);
    }
}
