package london.loti.evaluation.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;

import static org.assertj.core.api.Assertions.assertThat;

class ResultFileTest {
    @TempDir
    private Path folder;

    @Test
    void anEffectComesBackAsItWas() throws IOException {
        Effect effect = Effect.builder("welch-t", 20)
                .convention("variance", "unequal")
                .group("taught", 10)
                .group("waiting", 10)
                .clusters(4)
                .seed(7)
                .dataHash("ab")
                .estimate(Inference.usual()
                        .withAlternative(Alternative.GREATER)
                        .student("mean difference", 1.5, 0.5, 17.8))
                .estimate(Estimate.of("undefined", Double.NaN))
                .diagnostic("rows_left_out", 2)
                .assumes("People are independent of each other.")
                .build();
        Path file = Files.writeString(
                folder.resolve("result.json"), ResultFile.of(effect).write());
        assertThat(ResultFile.read(file).orElseThrow()).isEqualTo(effect);
        assertThat(file)
                .content()
                .contains("\"ci_lo\"", "\"data_hash\" : \"ab\"")
                .doesNotContain("\"ci_hi\"", "NaN");
    }

    @Test
    void whatIsNoResultIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("result.json"), "{\"method\": \"t\", \"n\": 3, \"wrong\": 1}");
        assertThat(ResultFile.read(file).findings().toString())
                .contains("result.json")
                .contains("wrong");
    }
}
