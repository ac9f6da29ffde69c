package london.loti.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.workbench.ExampleCommand.Document;

import static org.assertj.core.api.Assertions.assertThat;

class ExampleCommandTest {
    @TempDir
    Path folder;

    private Path printed(String name) throws IOException {
        Run run = Run.loti("example", name);
        assertThat(run.exit()).as(run.err()).isZero();
        return Files.writeString(folder.resolve(name + ".json"), run.out());
    }

    private static void assertTaken(Object... command) {
        Run run = Run.loti(command);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("warning");
    }

    @Test
    void everyExampleIsTakenByItsCommand() throws IOException {
        assertTaken("cost", printed("whole-life-cost"));
        assertTaken("cost", printed("cost-benefit"));
        assertTaken("appraise", printed("options"));
        assertTaken("evaluate", "plan", "lock", printed("analysis-plan"), "--on", "2026-01-21");
        StringBuilder rows = new StringBuilder("calls,taught,after,person\n");
        for (int i = 0; i < 120; i++) {
            int taught = i % 2;
            for (int after = 0; after < 2; after++) {
                rows.append(10 + i % 7 - 2 * taught * after + i * after % 3)
                        .append(',')
                        .append(taught)
                        .append(',')
                        .append(after)
                        .append(",p")
                        .append(i)
                        .append('\n');
            }
        }
        Path data = Files.writeString(folder.resolve("calls.csv"), rows);
        Path report = folder.resolve("report.html");
        assertTaken(
                "evaluate",
                "did",
                "--data",
                data,
                "--outcome",
                "calls",
                "--group",
                "taught",
                "--time",
                "after",
                "--cluster",
                "person",
                "--study",
                printed("study"),
                "--report",
                report);
        assertThat(report).content().contains("Skills sessions in Anyborough", "How the sessions should help");
    }

    @Test
    void examplesAreListedAndAnotherNameIsTold() {
        Run list = Run.loti("example");
        for (Document document : Document.values()) {
            assertThat(list.out())
                    .contains(document.name().toLowerCase(Locale.ROOT).replace('_', '-') + ": for");
        }
        Run unknown = Run.loti("example", "costs");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("one of analysis-plan, cost-benefit", "but was 'costs'");
    }
}
