package london.loti.workbench;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/** The real data beside the project; a test that wants it is skipped where it is absent. */
final class SharedFiles {
    private SharedFiles() {}

    static Path file(String relative) {
        Path file = Path.of(System.getProperty("loti.shared", "."), relative);
        Assumptions.assumeTrue(Files.exists(file), () -> "shared data absent: " + file);
        return file;
    }
}
