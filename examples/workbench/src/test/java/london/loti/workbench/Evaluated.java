package london.loti.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.json.ResultFile;

import static org.assertj.core.api.Assertions.assertThat;

/** A method of {@code loti evaluate} that must go well. */
final class Evaluated {
    private Evaluated() {}

    /** Runs a method with a file, and reads its result back. */
    static Effect run(Path folder, Path data, List<String> args) {
        List<Object> line = new ArrayList<>(List.of("evaluate"));
        line.addAll(args);
        Path out = folder.resolve("result.json");
        line.addAll(List.of("--data", data, "--out", out));
        Run run = Run.loti(line.toArray());
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        Effect effect = ResultFile.read(out).orElseThrow();
        assertThat(run.out())
                .startsWith(effect.method())
                .contains("taken for granted", effect.headline().term());
        return effect;
    }
}
