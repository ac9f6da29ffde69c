package london.loti.model;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/** The real data and expected values beside the project; tests that want them are skipped where they are absent. */
public final class SharedData {
    private static final String FOLDER = "loti.shared";

    private SharedData() {}

    /** A file or folder in the shared folder; skips the test where it is absent. */
    public static Path file(String relative) {
        String folder = System.getProperty(FOLDER);
        if (folder == null || folder.isBlank()) {
            return absent("the system property " + FOLDER + " is not set");
        }
        Path file = Path.of(folder).resolve(relative).normalize();
        return Files.exists(file) ? file : absent(file.toString());
    }

    private static Path absent(String what) {
        return Assumptions.abort("shared data absent: " + what);
    }
}
