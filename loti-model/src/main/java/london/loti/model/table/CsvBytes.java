package london.loti.model.table;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;

import london.loti.model.provenance.Dataset;

/** The bytes of a file: hashed as they go by, and read as UTF-8 in which damage is marked and not hidden. */
final class CsvBytes extends FilterInputStream {
    /** Stands for bytes that are not UTF-8: no text holds it. */
    static final char DAMAGED = '\uFFFF';

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final MessageDigest digest;
    private int last = '\n';

    CsvBytes(InputStream in) {
        this(in, Dataset.newDigest());
    }

    private CsvBytes(InputStream in, MessageDigest digest) {
        super(new BufferedInputStream(new DigestInputStream(in, digest)));
        this.digest = digest;
    }

    /** The text without a byte order mark. */
    Reader text() throws IOException {
        PushbackReader text = new PushbackReader(new InputStreamReader(
                this,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(DAMAGED))));
        int first = text.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            text.unread(first);
        }
        return text;
    }

    /** Whether the last byte that went by ends a line. */
    boolean endedWithALine() {
        return last == '\n' || last == '\r';
    }

    /** Reads what is left, and gives the hash of all bytes; to be asked once. */
    Dataset dataset(String source) throws IOException {
        transferTo(OutputStream.nullOutputStream());
        return Dataset.of(source, digest);
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        last = b < 0 ? last : b;
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        last = count > 0 ? buffer[offset + count - 1] : last;
        return count;
    }
}
