package london.loti.model.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One file, told apart from every other by its bytes.
 *
 * @param name the file's name without its folder: where it lay on somebody's machine is nobody's business
 * @param sha256 the SHA-256 of its bytes, 64 hexadecimal digits in lower case
 */
public record Dataset(String name, String sha256) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks name and hash.
     *
     * @param name a file name without a folder
     * @param sha256 64 hexadecimal digits in lower case
     * @throws IllegalArgumentException if the name is blank or has a folder, or if the hash has another shape
     */
    public Dataset {
        Objects.requireNonNull(name, "a dataset needs a 'name'");
        Objects.requireNonNull(sha256, "a dataset needs a 'sha256'");
        boolean control = name.chars().anyMatch(Character::isISOControl);
        if (control
                || name.isBlank()
                || name.contains("/")
                || name.contains("\\")
                || name.equals("..")
                || name.equals(".")) {
            throw new IllegalArgumentException("a dataset's name must be a file name without a folder");
        }
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a dataset's sha256 must be 64 hexadecimal digits in lower case");
        }
    }

    /**
     * {@return the file's name and hash}
     *
     * @param file the file, which is read to its end
     * @throws IOException if it can't be read
     */
    public static Dataset of(Path file) throws IOException {
        MessageDigest digest = newDigest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return of(nameOf(file), digest);
    }

    /**
     * {@return a dataset of these bytes under this name}
     *
     * @param name a file name without a folder
     * @param bytes all of the file's bytes
     * @throws IllegalArgumentException if the name is blank or has a folder
     */
    public static Dataset of(String name, byte[] bytes) {
        MessageDigest digest = newDigest();
        digest.update(bytes);
        return of(name, digest);
    }

    /**
     * {@return a dataset of what has been fed to the digest, under this name}
     *
     * @param name a file name without a folder
     * @param digest one of {@link #newDigest()} that all of the file's bytes went through; it starts afresh
     * @throws IllegalArgumentException if the name is blank or has a folder
     */
    public static Dataset of(String name, MessageDigest digest) {
        return new Dataset(name, HexFormat.of().formatHex(digest.digest()));
    }

    /** {@return a fresh SHA-256, to be fed while a file is read} */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException("every Java platform must have SHA-256", e));
        }
    }

    private static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
