package london.loti.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class InstrumentCommandTest {
    @TempDir
    Path folder;

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("responses.csv"), text);
    }

    @Test
    void scoresAreWrittenOrPrinted() throws IOException {
        Path responses = csv("person,wave,companionship,left_out,isolated\np1,1,1,2,3\np2,1,often,2,2\n");
        Run printed = Run.loti("instrument", "score", "--instrument", "UCLA-3", "--responses", responses);
        assertThat(printed.exit()).as(printed.err()).isZero();
        assertThat(printed.out()).contains("2 responses", "p1,1", "lonely");
        Path out = folder.resolve("scores.csv");
        assertThat(Run.loti("instrument", "score", "--instrument", "ucla_3", "--responses", responses, "--out", out)
                        .exit())
                .isZero();
        assertThat(out).content().contains("p2,1");
    }

    @Test
    void wrongAnswersAreToldByRowAndNeverByPerson() throws IOException {
        Path responses = csv("person,wave,companionship,left_out,isolated\nmrs-x,1,4,2,3\nmrs-y,1,1,x9,2\n");
        Run run = Run.loti("instrument", "score", "--instrument", "ucla_3", "--responses", responses);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains("responses.csv, line 2, companionship", "responses.csv, line 3, left_out")
                .doesNotContain("mrs-x", "mrs-y");
    }

    @Test
    void safeguardingIsSaidFirst() throws IOException {
        StringBuilder text = new StringBuilder("person,wave");
        for (int i = 1; i <= 9; i++) {
            text.append(",q").append(i);
        }
        Path responses = csv(text + "\np1,1,0,0,0,0,0,0,0,0,1\n");
        Run run = Run.loti("instrument", "score", "--instrument", "phq_9", "--responses", responses);
        assertThat(run.out() + run.err()).contains("SAFEGUARDING: 1 response needs");
    }

    @Test
    void aLicenceIsAskedForAndAnUnknownOneIsNamed() throws IOException {
        Path responses = csv("person,wave\n");
        Run gated = Run.loti("instrument", "score", "--instrument", "swemwbs", "--responses", responses);
        assertThat(gated.exit()).isEqualTo(2);
        assertThat(gated.err()).contains("Register").doesNotContain("\tat ");
        Run unknown = Run.loti("instrument", "score", "--instrument", "ucla_4", "--responses", responses);
        assertThat(unknown.err()).contains("Maybe 'ucla_3' is meant");
        assertThat(Run.loti("instrument", "list").out()).contains("swemwbs", "REGISTER");
    }

    @Test
    void aFormIsWrittenForTheToolsThatTakeOne() {
        Path form = folder.resolve("ons4.xlsx");
        assertThat(Run.loti("instrument", "form", "--instrument", "ons_4", "--out", form)
                        .exit())
                .isZero();
        assertThat(form).isNotEmptyFile();
    }

    @Test
    void aModelThatIsNoneIsToldAndNothingIsWritten() throws IOException {
        Path model = Files.writeString(folder.resolve("model.json"), "{\"id\": \"m\", \"years\": 3, \"wrong\": 1}");
        Path out = folder.resolve("out.json");
        for (String command : new String[] {"cost", "appraise"}) {
            Run run = Run.loti(command, model, "--out", out);
            assertThat(run.exit()).as(command).isEqualTo(1);
            assertThat(run.err()).contains("model.json", "wrong").doesNotContain("\tat ");
            assertThat(out).doesNotExist();
        }
    }

    /** The invented model and options of the library's own tests, by the file beside this module. */
    @Test
    void costsAreComparedInWords() {
        Path model = Path.of("../../loti-evaluation/src/test/resources/london/loti/evaluation/economics/MODEL.json");
        Path out = folder.resolve("comparison.json");
        Run run = Run.loti("cost", model, "--out", out);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("is not the cheapest with fewer than", "present value");
        assertThat(out).content().contains("\"byCouncils\"");
    }
}
