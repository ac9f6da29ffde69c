package london.loti.persona.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RatingsTest {
    @TempDir
    Path folder;

    private Checked<Ratings> read(String csv, MeasurementLevel level) throws IOException {
        return Ratings.read(Files.writeString(folder.resolve("ratings.csv"), csv), level);
    }

    private String findings(String csv, MeasurementLevel level) throws IOException {
        Checked<Ratings> checked = read(csv, level);
        return checked.findings().stream().map(Finding::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void readsNamesAndWhatIsMissing() throws IOException {
        Ratings ratings = read("""
                case,a,b,c
                1,Rose,Rose,Amir
                2,Amir,,NA
                3,1.10,1.1,Rose
                """, MeasurementLevel.NOMINAL).orElseThrow();
        assertThat(ratings).hasToString("Ratings of 3 units by 3 raters in 4 categories");
        assertThat(ratings.categories()).containsExactly("1.1", "1.10", "Amir", "Rose");
        assertThat(ratings.code(1, 1)).isEqualTo(Ratings.MISSING);
        assertThat(ratings.code(1, 2)).isEqualTo(Ratings.MISSING);
        assertThat(ratings.pair(2, 0).code(0, 0)).isEqualTo(2);
        assertThatThrownBy(() -> ratings.pair(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void readsNumbersFromTheLowestUp() throws IOException {
        Ratings ratings = read("case,a,b\n1,10,2.0\n2,2,[x]\n3,0,-0\n", MeasurementLevel.ORDINAL)
                .orElseThrow();
        assertThat(ratings.categories()).containsExactly("0", "2", "10");
        assertThat(ratings.code(1, 1)).isEqualTo(Ratings.MISSING);
    }

    @Test
    void tellsEverythingThatIsWrongAndRepeatsNothing() throws IOException {
        String text = "She lives at the corner and told me that her brother reads her letters";
        String told = findings(
                "case,a,b\nJ77,Rose," + text + "\nJ77,Amir,Amir\n,Rose,Rose\nJ78,Rose\n", MeasurementLevel.NOMINAL);
        assertThat(told)
                .contains("ratings.csv, line 2, b: a rating must be a category of at most 60 characters")
                .contains("ratings.csv, line 3, case: a case must come once, but this one stands in line 2 too")
                .contains("ratings.csv, line 4, case: a case must have an id")
                .contains("ratings.csv, line 5: a line must have 3 cells")
                .doesNotContain("J77", "Rose", "Amir", "brother");
    }

    @Test
    void numbersAreWantedAboveNominal() throws IOException {
        assertThat(findings("case,a,b\n1,Rose,2\n2,3,x y\n", MeasurementLevel.INTERVAL))
                .contains("ratings.csv, line 2, a: a number is wanted", "ratings.csv, line 3, b: a number is wanted")
                .doesNotContain("Rose");
        assertThat(findings("case,a,b\n1,-1,2\n", MeasurementLevel.RATIO))
                .contains("line 2, a: a rating must be nought or more", "Maybe INTERVAL");
    }

    @Test
    void headerNeedsIdsAndTwoRaters() throws IOException {
        assertThat(findings("case,a\n1,Rose\n", MeasurementLevel.NOMINAL))
                .contains("ratings.csv, line 1: the first column must hold ids and at least two more");
        assertThat(findings(",a,b\n1,Rose,Rose\n", MeasurementLevel.NOMINAL))
                .contains("ratings.csv, line 1: every column must have a name");
        assertThat(findings("", MeasurementLevel.NOMINAL)).contains("the file is empty");
        assertThat(findings("case,a,a\n1,Rose,Rose\n", MeasurementLevel.NOMINAL))
                .contains("comes twice");
    }

    @Test
    void tooManyCategoriesAndCapitalsThatDiffer() throws IOException {
        StringBuilder many = new StringBuilder("case,a,b\n");
        for (int i = 0; i < 600; i++) {
            many.append(i).append(",x").append(i).append(",y").append(i).append('\n');
        }
        assertThat(findings(many.toString(), MeasurementLevel.NOMINAL))
                .contains("line 502: there must be at most 1000 different ratings")
                .doesNotContain("line 503");
        Checked<Ratings> similar = read("case,a,b\n1,Rose,rose\n2,rose,rose\n", MeasurementLevel.NOMINAL);
        assertThat(similar.hasErrors()).isFalse();
        assertThat(similar.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .contains("line 2, b: the category differs from another in capitals only"));
    }

    @Test
    void builderRefusesWhatCantBe() {
        assertThatThrownBy(() -> Ratings.builder(0)).hasMessageContaining("at least one rater");
        assertThatThrownBy(() -> Ratings.builder(2).unit("1", "a")).hasMessageContaining("2 raters, but has 1");
        assertThatThrownBy(() -> Ratings.builder(2).unit("1", "a", "b").unit("1", "a", "b"))
                .hasMessageContaining("comes twice");
        assertThatThrownBy(() -> Ratings.builder(2).unit("1", "a", "b").unit("2", 1, 2))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Ratings.builder(2).inOrder(List.of("a")).unit("2", 1, 2))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Ratings.builder(2).inOrder(List.of("a")).unit("2", "a", "secret"))
                .hasMessageContaining("in order, but one is not")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> Ratings.builder(2).inOrder(List.of("a", "a"))).hasMessageContaining("twice");
        assertThatThrownBy(() -> Ratings.builder(1).unit("1", Double.POSITIVE_INFINITY))
                .hasMessageContaining("finite");
    }
}
