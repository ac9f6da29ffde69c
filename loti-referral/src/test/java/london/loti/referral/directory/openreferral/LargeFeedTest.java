package london.loti.referral.directory.openreferral;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.model.finding.Checked;
import london.loti.referral.directory.DirectoryFiles;
import london.loti.referral.directory.openreferral.Examples.Example;

import static org.assertj.core.api.Assertions.assertThat;

/** A feed far larger than the memory it is read in. */
class LargeFeedTest {
    private static final int SERVICES = 60_000;

    @TempDir
    Path folder;

    @Test
    @Tag("perf")
    void sixtyThousandServicesAreImportedOneByOne() throws IOException {
        ObjectNode example = Examples.all().stream()
                .filter(e -> e.kind().equals("service") && e.name().contains("oruk-3.0-mock-feed/service_full"))
                .map(Example::node)
                .findFirst()
                .orElseThrow();
        for (boolean isPage : new boolean[] {false, true}) {
            Path feed = folder.resolve(isPage ? "page.json" : "feed.ndjson");
            try (BufferedWriter out = Files.newBufferedWriter(feed)) {
                out.write(isPage ? "{\"contents\":[" : "");
                for (int i = 0; i < SERVICES; i++) {
                    example.put("id", "ac148810-d857-441c-9679-%012x".formatted(i));
                    out.write(example + (isPage ? (i + 1 < SERVICES ? ",\n" : "]}") : "\n"));
                }
            }
            long start = System.nanoTime();
            Checked<Feed> read;
            DirectoryFiles.Header header;
            try (DirectoryFiles.Draft draft = DirectoryFiles.draft(folder.resolve("store"))) {
                read = OpenReferralReader.withDefaults().read(feed, service -> {
                    try {
                        draft.add(service);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
                header = draft.finish(read.value().orElseThrow().sources());
            }
            System.out.printf(
                    "%s: %,d services, %,d bytes, imported in %.1f s, at most %,d MB of heap%n",
                    feed.getFileName(),
                    header.count(),
                    Files.size(feed),
                    (System.nanoTime() - start) / 1e9,
                    Runtime.getRuntime().maxMemory() >> 20);
            assertThat(header.count()).isEqualTo(SERVICES);
            assertThat(read.hasErrors()).isFalse();
        }
        long start = System.nanoTime();
        long[] count = new long[1];
        assertThat(DirectoryFiles.read(folder.resolve("store"), service -> count[0]++)
                        .hasErrors())
                .isFalse();
        System.out.printf("read again in %.1f s%n", (System.nanoTime() - start) / 1e9);
        assertThat(count[0]).isEqualTo(SERVICES);
    }
}
