package london.loti.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import london.loti.referral.seal.KeyWrapper;
import london.loti.referral.seal.Sealer;
import london.loti.referral.store.ReferralStore;

/** The master keys that open what is kept about residents. They lie in a file, and never on the command line. */
final class KeyOption {
    private static final int BYTES = 32;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description =
                    "The master keys, a line each: NAME=KEY, the key being 32 bytes in base 64; the last is the present"
                            + " one.")
    private Path file;

    /** The file. */
    Path file() {
        return file;
    }

    /** A sealer that opens what a store keeps. */
    Sealer sealer(ReferralStore store) {
        Map<String, SecretKey> masters = new LinkedHashMap<>();
        String current = null;
        try {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (!line.isBlank()) {
                    current = line.substring(0, Math.max(0, equals)).trim();
                    masters.put(current, key(line.substring(equals + 1).trim()));
                }
            }
            SecureRandom random = new SecureRandom();
            return Sealer.of(store, KeyWrapper.aes(required(current), masters, random), random)
                    .keepingKeysFor(Duration.ofMinutes(5), Clock.systemUTC());
        } catch (NoSuchFileException e) {
            throw BadInput.because(
                    BadInput.Code.NO_KEY, "the file must exist, but does not", String.valueOf(file.getFileName()));
        } catch (IOException | IllegalArgumentException e) {
            // The cause could quote the key.
            throw BadInput.because(
                    BadInput.Code.NO_KEY,
                    "a key file must have lines NAME=KEY, each key being 32 bytes in base 64",
                    String.valueOf(file.getFileName()));
        }
    }

    private static String required(@Nullable String current) {
        if (current == null) {
            throw new IllegalArgumentException("there is no key");
        }
        return current;
    }

    private static SecretKey key(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes");
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
