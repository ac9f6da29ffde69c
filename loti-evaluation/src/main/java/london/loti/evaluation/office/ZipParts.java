package london.loti.evaluation.office;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip of parts: the same parts give the same bytes on any machine. */
public final class ZipParts {
    /** The earliest time that a zip can tell. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ZipParts() {}

    /**
     * Writes parts into a zip.
     *
     * @param parts the texts by their names, in the order to write
     * @param out where to; it stays open
     * @throws IOException if it cannot be written
     */
    public static void write(Map<String, String> parts, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (Map.Entry<String, String> part : parts.entrySet()) {
            write(zip, part.getKey(), part.getValue().getBytes(StandardCharsets.UTF_8));
        }
        zip.finish();
    }

    /** Stored, not squeezed: squeezed bytes differ between versions of zlib. */
    private static void write(ZipOutputStream zip, String name, byte[] part) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(part);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(part.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(part);
        zip.closeEntry();
    }
}
