package london.loti.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/** The real data and expected values beside the project; tests that want them are skipped where they are absent. */
public final class SharedData {
    private SharedData() {}

    /** A file in the shared folder; skips the test where it is absent. */
    public static Path file(String relative) {
        Path file = Path.of(System.getProperty("loti.shared", "../shared"))
                .resolve(relative)
                .normalize();
        Assumptions.assumeTrue(Files.exists(file), () -> "shared data absent: " + file);
        return file;
    }
}
