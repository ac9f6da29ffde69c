package london.loti.evaluation.estimate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The SHA-256 of data as a method saw them: names and values in their order, numbers by their bits (every missing
 * number alike, and nought without a sign). The same data give the same hash on any machine. Not thread-safe.
 */
public final class DataHash {
    private static final int BLOCK = 1 << 13;

    private final MessageDigest digest;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK);

    private DataHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    /** {@return a hash of nothing yet} */
    public static DataHash start() {
        return new DataHash();
    }

    /**
     * {@return the hash of columns without names}
     *
     * @param columns the columns, in their order
     */
    public static String of(double[]... columns) {
        DataHash hash = start();
        for (double[] column : columns) {
            hash.add(column);
        }
        return hash.finish();
    }

    /**
     * Adds a column of numbers.
     *
     * @param values the numbers; {@code NaN} is missing
     * @return this hash
     */
    public DataHash add(double[] values) {
        add(values.length);
        for (double value : values) {
            room(Long.BYTES);
            block.putLong(Double.doubleToLongBits(value + 0.0)); // -0.0 + 0.0 is 0.0
        }
        return this;
    }

    /**
     * Adds a column of codes.
     *
     * @param codes the codes
     * @return this hash
     */
    public DataHash add(int[] codes) {
        add(codes.length);
        for (int code : codes) {
            room(Integer.BYTES);
            block.putInt(code);
        }
        return this;
    }

    /**
     * Adds a column of yes and no.
     *
     * @param flags yes or no a row
     * @return this hash
     */
    public DataHash add(boolean[] flags) {
        add(flags.length);
        for (boolean flag : flags) {
            room(1);
            block.put((byte) (flag ? 1 : 0));
        }
        return this;
    }

    /**
     * Adds texts.
     *
     * @param texts the texts, in their order
     * @return this hash
     */
    public DataHash add(List<String> texts) {
        add(texts.size());
        texts.forEach(this::add);
        return this;
    }

    /**
     * Adds a text.
     *
     * @param text the text
     * @return this hash
     */
    public DataHash add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        flush();
        digest.update(bytes);
        return this;
    }

    /** {@return the hash, 64 hexadecimal digits; nothing can be added afterwards} */
    public String finish() {
        flush();
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(int length) {
        room(Integer.BYTES);
        block.putInt(length);
    }

    private void room(int bytes) {
        if (block.remaining() < bytes) {
            flush();
        }
    }

    private void flush() {
        digest.update(block.array(), 0, block.position());
        block.clear();
    }
}
