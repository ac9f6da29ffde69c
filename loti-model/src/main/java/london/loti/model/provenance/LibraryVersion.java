package london.loti.model.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of the running library, as its build wrote it. */
public final class LibraryVersion {
    private static final String CURRENT = read();

    private LibraryVersion() {}

    /** {@return the version, for example {@code 0.1.0}} */
    public static String current() {
        return CURRENT;
    }

    private static String read() {
        try (InputStream in = LibraryVersion.class.getResourceAsStream("loti-version.txt")) {
            if (in == null) {
                throw new IllegalStateException("loti-version.txt must lie in the loti-model jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
