package london.loti.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.examples.borough.InventedDirectory;
import london.loti.referral.directory.DirectoryFiles;

import static org.assertj.core.api.Assertions.assertThat;

class FindCommandTest {
    @TempDir
    private Path folder;

    private Path directory;
    private Path postcodes;

    @BeforeEach
    void writeADirectory() throws IOException {
        directory = folder.resolve("directory");
        DirectoryFiles.write(directory, InventedDirectory.services(2021, 300), List.of());
        postcodes = folder.resolve("postcodes.csv");
        Files.writeString(postcodes, InventedDirectory.postcodesCsv());
    }

    @Test
    void tellsWhatFitsAndWhyAndWhatWasLeftOut() {
        Run run = Run.loti("find", "get online", "--directory", directory, "--age", "71", "--explain");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("services fit.", "1. ", "   + It is about", "Left out: ", "not about the words");
    }

    @Test
    void goesOutFromAPostcodeThatIsInTheTable() {
        Run run = Run.loti(
                "find",
                "food",
                "--directory",
                directory,
                "--near",
                "zz91 1aa",
                "--postcodes",
                postcodes,
                "--within",
                "3",
                "--can-pay",
                "0");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("away as the crow flies", "too far");
        assertThat(Run.loti("find", "food", "--directory", directory, "--at", "2026-12-24T10:00")
                        .out())
                .contains("At that time: open until", "not open at the time");
    }

    @Test
    void wrongTimesAndPlacesAreToldWithoutAStackTrace() throws IOException {
        Run late = Run.loti("find", "food", "--directory", directory, "--at", "2200-01-01T10:00");
        assertThat(late.exit()).isEqualTo(2);
        assertThat(late.err()).contains("--at must be in the years").doesNotContain("Exception");
        Run nowhere = Run.loti("find", "food", "--directory", directory, "--within", "5");
        assertThat(nowhere.exit()).isEqualTo(2);
        assertThat(nowhere.err()).contains("--near");
        Files.writeString(postcodes, """
                postcode,latitude,longitude
                ZZ91 1AA,51.5,-0.06
                zz911aa,51.9,-0.06
                ZZ91 1AB,151.5,-0.06
                """);
        Run bad = Run.loti("find", "food", "--directory", directory, "--near", "ZZ91 1AA", "--postcodes", postcodes);
        assertThat(bad.exit()).isEqualTo(1);
        assertThat(bad.err())
                .contains("postcodes.csv, line 3, postcode", "postcodes.csv, line 4, latitude")
                .doesNotContain("ZZ91", "151.5");
    }

    @Test
    void needsNarrowTheSearchAndMisspeltWordsAreReadAsKnownOnes() {
        Run run = Run.loti("find", "compuuter", "--directory", directory);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("Nothing has 'compuuter'; looked for 'computer'.");
        Run needs = Run.loti("find", "--needs", "barriers:no-device", "--directory", directory);
        assertThat(needs.exit()).as(needs.err()).isZero();
        assertThat(needs.out()).contains("fit");
    }

    @Test
    void aWrongOptionIsToldInWordsAndShowsNoPostcode() {
        Run noTable = Run.loti("find", "--directory", directory, "--near", "ZZ91 9QQ");
        assertThat(noTable.exit()).isEqualTo(2);
        assertThat(noTable.err()).contains("--postcodes").doesNotContain("ZZ91 9QQ");
        Run unknown = Run.loti("find", "--directory", directory, "--near", "ZZ91 9QQ", "--postcodes", postcodes);
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("must be in the table of places").doesNotContain("ZZ91 9QQ");
        assertThat(Run.loti("find", "--directory", directory, "--at", "tomorrow")
                        .err())
                .contains("2026-12-24T10:00");
        assertThat(Run.loti("find", "--directory", directory, "--within", "2").err())
                .contains("a place to measure from: --near");
        Run absent = Run.loti("find", "x", "--directory", folder.resolve("nowhere"));
        assertThat(absent.exit()).isEqualTo(1);
        assertThat(absent.err()).contains("error:").doesNotContain("\tat ");
    }
}
