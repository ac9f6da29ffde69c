package london.loti.model.provenance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DatasetTest {
    // FIPS 180-4, example of SHA-256 for the message "abc".
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    // The SHA-256 of no bytes.
    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @TempDir
    Path folder;

    @Test
    void isToldApartByItsBytes() throws IOException {
        byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);
        Path file = Files.write(folder.resolve("a b.csv"), abc);

        assertThat(Dataset.of("a b.csv", abc)).isEqualTo(new Dataset("a b.csv", ABC));
        assertThat(Dataset.of(file)).isEqualTo(new Dataset("a b.csv", ABC));
        assertThat(Dataset.of("x", new byte[0]).sha256()).isEqualTo(NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/etc/passwd", "a/b.csv", "C:\\data\\a.csv", "..", ".", "a.csv/", "a\u0000b"})
    void aNameHasNoFolder(String name) {
        assertThatThrownBy(() -> new Dataset(name, ABC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a dataset's name must be a file name without a folder");
    }

    @Test
    void aHashHasSixtyFourDigits() {
        for (String hash : new String[] {"", ABC.substring(1), ABC + "0", ABC.toUpperCase(java.util.Locale.ROOT)}) {
            assertThatThrownBy(() -> new Dataset("a.csv", hash))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("64 hexadecimal digits in lower case");
        }
    }
}
