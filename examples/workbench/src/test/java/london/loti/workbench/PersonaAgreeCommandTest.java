package london.loti.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PersonaAgreeCommandTest {
    private static final String GOOD = """
            case,anna_smith,b,c
            J771,Rose,Rose,Rose
            J772,Amir,Joan,Amir
            J773,Joan,Joan,Amir
            J774,Amir,Amir,
            J775,Rose,Rose,Rose
            J776,Joan,Amir,Joan
            J777,Rose,,
            """;

    @TempDir
    Path folder;

    private Run run(String csv, Object... more) throws IOException {
        Path file = Files.writeString(folder.resolve("ratings.csv"), csv);
        Object[] args = new Object[4 + more.length];
        args[0] = "persona";
        args[1] = "agree";
        args[2] = "--codings";
        args[3] = file;
        System.arraycopy(more, 0, args, 4, more.length);
        return Run.loti(args);
    }

    @Test
    void reportSaysWhatWasMeasuredAndHowToReadIt() throws IOException {
        Run run = run(GOOD);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("7 cases, 3 raters, 3 categories; compared as nominal.")
                .contains("Raw agreement: 0.67 (95 % interval ")
                .contains("Krippendorff's alpha, nominal: 0.50 (95 % interval ")
                .contains("from 17 ratings of 6 cases, 1 left out")
                .contains("Fleiss' kappa: ", "Gwet's AC1", "Rose: 1.00")
                .contains("Merge, or define better:")
                .contains("Amir / Joan: in 3 cases; ")
                .contains("customs, not laws", "Agreement is not correctness")
                .doesNotContain("J77", "anna", "NaN");
        assertThat(run(GOOD).out()).isEqualTo(run.out());
        assertThat(run(GOOD, "--seed", 2).out()).isNotEqualTo(run.out());
        assertThat(run(GOOD, "--replicates", 0).out()).contains("(no interval)");
    }

    @Test
    void twoRatersWithNumbersGetAWeightedKappa() throws IOException {
        Run run = run("case,a,b\n1,1,2\n2,3,3\n3,5,4\n4,1,1\n", "--level", "ordinal");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Krippendorff's alpha, ordinal: ", "Cohen's kappa, quadratic weights: ")
                .doesNotContain("Agreement on each category");
    }

    @Test
    void oneCategoryOnlyIsAnAnswer() throws IOException {
        Run run = run("case,a,b\n1,Rose,Rose\n2,Rose,Rose\n");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("Krippendorff's alpha, nominal: not defined, because all ratings are of one category")
                .contains("No two categories were confused.")
                .doesNotContain("NaN");
    }

    @Test
    void whatIsWrongIsToldAtOnceWithoutWhatStandsThere() throws IOException {
        Run run = run("case,a,b\nJ771,Rose,2\nJ771,3,4\n", "--level", "INTERVAL");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("error: ratings.csv, line 2, a: a number is wanted")
                .contains("error: ratings.csv, line 3, case: a case must come once")
                .contains("2 errors; nothing was written.")
                .doesNotContain("J77", "Rose", "Exception");
        assertThat(Run.loti("persona", "agree", "--codings", folder.resolve("none.csv"))
                        .err())
                .contains("none.csv: the file must exist");
    }

    @Test
    void wrongCommandIsExplained() throws IOException {
        assertThat(run(GOOD, "--replicates", -1).exit()).isEqualTo(2);
        assertThat(run(GOOD, "--replicates", -1).err()).contains("--replicates must be 0 to");
        assertThat(run(GOOD, "--level", "NAMES").err()).contains("--level", "NOMINAL");
        assertThat(Run.loti("persona", "agree").exit()).isEqualTo(2);
        assertThat(Run.loti("persona", "agree", "--help").out())
                .contains("Example: loti persona agree --codings codings.csv");
    }
}
