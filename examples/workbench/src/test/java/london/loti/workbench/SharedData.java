package london.loti.workbench;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/** The real data beside the project; tests that want it are skipped where it is absent. */
final class SharedData {
    private SharedData() {}

    static Path file(String relative) {
        Path file = Path.of(System.getProperty("loti.shared", "../shared"))
                .resolve(relative)
                .normalize();
        Assumptions.assumeTrue(Files.exists(file), () -> "shared data absent: " + file);
        return file;
    }
}
