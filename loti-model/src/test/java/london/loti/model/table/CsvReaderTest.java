package london.loti.model.table;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.provenance.Dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class CsvReaderTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    /** What a caller sees who wants a text column a and a number column b. */
    private record Seen(List<String> rows, List<Finding> findings) {
        List<String> told() {
            return findings.stream()
                    .map(f -> f.code().name() + " "
                            + f.toString().lines().findFirst().orElseThrow())
                    .toList();
        }
    }

    private static Seen read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Seen read(byte[] bytes) {
        return read(new ByteArrayInputStream(bytes));
    }

    private static Seen read(InputStream in) {
        try (CsvReader csv = CsvReader.open("t.csv", in)) {
            int a = csv.column("a");
            int b = csv.column("b");
            List<String> rows = new ArrayList<>();
            while (csv.next()) {
                rows.add(csv.line() + ": " + csv.text(a) + " | " + csv.number(b));
            }
            return new Seen(rows, csv.findings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\r\nx,1\r\ny,2\r\n",
                "a,b\nx,1\ny,2\n",
                "a,b\rx,1\ry,2\r",
                "\uFEFFa,b\nx,1\ny,2\n",
                "\uFEFF\"a\",\"b\"\nx,1\ny,2\n",
                "\"a\",\"b\"\n\"x\",\"1\"\n\"y\",\"2\"\n",
                " a , b \n x , 1 \n y , 2 \n"
            })
    void readsEveryUsualFile(String text) {
        assertThat(read(text)).isEqualTo(new Seen(List.of("2: x | 1.0", "3: y | 2.0"), List.of()));
    }

    @Test
    void readsByNameWhateverOrderTheColumnsHave() {
        assertThat(read("b,,extra,a\n1,,,x\n").rows()).containsExactly("2: x | 1.0");
    }

    @Test
    void quotedCellsMayHoldSeparatorsQuotesAndLineBreaksAndLinesAreCountedAsInAnEditor() {
        Seen seen = read("a,b\n\"x, \"\"y\"\"\",1\n\"one\r\ntwo\nthree\",\"1,024.5\"\nz,bad\n");
        assertThat(seen.rows()).containsExactly("2: x, \"y\" | 1.0", "3: one\r\ntwo\nthree | 1024.5", "6: z | NaN");
        assertThat(seen.told())
                .containsExactly("NOT_A_NUMBER t.csv, line 6, b: a number is wanted, or a marker for a missing one, but"
                        + " the cell holds another text");
    }

    @Test
    void theMarkersOfOfficialStatisticsAreMissingNumbers() {
        for (String marker : List.of(
                "c", "x", "z", "[c]", "[x]", "[z]", "[w]", "[u]", "[low]", "..", ":", "-", "NA", "N/A", "n/a")) {
            assertThat(read("a,b\nx," + marker + "\n"))
                    .as(marker)
                    .isEqualTo(new Seen(List.of("2: x | NaN"), List.of()));
        }
        assertThat(read("a,b\nx,\n").rows()).containsExactly("2: x | NaN");
    }

    @Test
    void everyBadRowIsToldAtOnceAndTheGoodOnesAreRead() {
        Seen seen = read("""
                a,b
                w,1
                too,many,cells
                few
                x,Jo Bloggs
                y,NaN
                z,3
                """);
        assertThat(seen.rows()).containsExactly("2: w | 1.0", "5: x | NaN", "6: y | NaN", "7: z | 3.0");
        assertThat(seen.findings())
                .extracting(
                        finding -> finding.code().name() + " " + finding.where().line())
                .containsExactly("WRONG_CELL_COUNT 3", "WRONG_CELL_COUNT 4", "NOT_A_NUMBER 5", "NOT_A_NUMBER 6");
        assertThat(seen.findings().get(0).message()).contains("2 cells like the header, but has 3");
        assertThat(seen.findings().get(1).message()).contains("but has 1", "Maybe the file is cut off here.");
    }

    @Test
    void noMessageHoldsWhatACellHolds() {
        Seen seen = read("a,b\nx,Jo Bloggs\nJo Bloggs\nJo Bloggs,1,2\n\"Jo Bloggs\"Jo,1\n");
        assertThat(seen.findings())
                .hasSize(4)
                .noneMatch(finding -> finding.toString().contains("Bloggs"));
    }

    @Test
    void aColumnsNameComesOnceAndMustBeThere() {
        assertThat(read("\n\na,b,b\nx,1,2\n").told())
                .containsExactly("DUPLICATE_COLUMN t.csv, line 3, b: a column's name must come once, but comes twice");

        Seen seen = read("A,bb\nx,1\n");
        assertThat(seen.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "t.csv, a: the column is needed, but the header does not have it\nMaybe 'A' is meant.",
                        "t.csv, b: the column is needed, but the header does not have it");
        assertThat(seen.rows()).containsExactly("2:  | NaN");
    }

    @Test
    void linesWithoutAnyTextArePassedOver() {
        assertThat(read("a,b\n\nx,1\n,\n  ,  \n,,,,,\n\ny,2\n,\n"))
                .isEqualTo(new Seen(List.of("3: x | 1.0", "8: y | 2.0"), List.of()));
    }

    @Test
    void aFileWithoutAnythingToReadIsToldOnce() {
        for (String empty : List.of("", "\n\n", "\uFEFF")) {
            assertThat(read(empty).told())
                    .containsExactly("EMPTY t.csv: the first line must name the columns, but the file is empty");
        }
        assertThat(read(",,\n1,2,3\n").told())
                .containsExactly("EMPTY t.csv, line 1: the first line must name the columns, but has only empty cells");
        for (String headerOnly : List.of("a,b\n", "a,b", "a,b\n,\n\n")) {
            assertThat(read(headerOnly).told())
                    .containsExactly("EMPTY t.csv: the file must have lines below its header, but has none");
        }
    }

    @Test
    void aFileCutOffInsideQuotesIsToldWithTheLineWhereItsRecordBegins() {
        Seen seen = read("a,b\n\"x\ny\",1\n\"cut,2\nz,3\n");
        assertThat(seen.rows()).containsExactly("2: x\ny | 1.0");
        assertThat(seen.told())
                .singleElement()
                .asString()
                .startsWith("BROKEN_QUOTES t.csv, line 4: a quoted cell must end");
        assertThat(read("a,b\nx,1\n\"y\"z,2\n").told().get(0)).startsWith("BROKEN_QUOTES t.csv, line 3:");
        assertThat(read("\"a,b\n").told().get(0)).startsWith("BROKEN_QUOTES t.csv, line 1:");
    }

    @Test
    void aLastLineThatDoesNotEndIsAWarning() {
        Seen seen = read("a,b\nx,1\ny,2");
        assertThat(seen.rows()).containsExactly("2: x | 1.0", "3: y | 2.0");
        assertThat(seen.told())
                .containsExactly("NO_LAST_LINE_END t.csv, line 3: the last line does not end with a line end");
        assertThat(seen.findings()).noneMatch(Finding::isError);
    }

    @Test
    void theEndIsToldOnceHoweverOftenSomebodyAsks() throws IOException {
        for (String text : List.of("a,b\nx,1", "a,b\n", "a,b\n\"x\"y,1\nz,1\n")) {
            try (CsvReader csv = open(text)) {
                while (csv.next()) {
                    csv.text(0);
                }
                assertThat(csv.next()).isFalse();
                assertThat(csv.next()).isFalse();
                assertThat(csv.text(0)).isEmpty();
                assertThat(csv.findings()).as(text).hasSize(1);
            }
        }
    }

    @Test
    void bytesThatAreNotUtf8AreToldWithTheirLineAndTheRowsBeforeThemAreKept() {
        String text = "a,b\n" + "x,1\n".repeat(5_000) + "café,2\n" + "x,1\n".repeat(5_000);
        Seen seen = read(text.getBytes(WINDOWS));
        assertThat(seen.rows()).hasSize(5_000);
        assertThat(seen.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "t.csv, line 5002: the text must be UTF-8, but is not\nMaybe save it again as 'CSV UTF-8'.");

        assertThat(read("é,b\nx,1\n".getBytes(WINDOWS)).told().get(0)).startsWith("NOT_UTF8 t.csv, line 1:");
        byte[] cut = "a,b\nx,é".getBytes(StandardCharsets.UTF_8);
        assertThat(read(Arrays.copyOf(cut, cut.length - 1)).told().get(0)).startsWith("NOT_UTF8 t.csv, line 2:");
    }

    @Test
    void aUtf16FileIsToldWithAndWithoutItsMark() {
        for (Charset utf16 : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Seen seen = read("a,b\nx,1\n".getBytes(utf16));
            assertThat(seen.rows()).isEmpty();
            assertThat(seen.told()).containsExactly("NOT_UTF8 t.csv, line 1: the text must be UTF-8, but is not");
        }
    }

    @Test
    void anAbsentFileAndAFolderAreFindings() throws IOException {
        try (CsvReader csv = CsvReader.open(folder.resolve("absent.csv"))) {
            assertThat(csv.column("a")).isEqualTo(-1);
            assertThat(csv.next()).isFalse();
            assertThat(csv.findings())
                    .extracting(Finding::toString)
                    .containsExactly("absent.csv: the file must exist, but does not");
            assertThatThrownBy(csv::dataset).hasMessageContaining("must have been opened");
        }
        Files.createDirectory(folder.resolve("f"));
        try (CsvReader csv = CsvReader.open(folder.resolve("f"))) {
            assertThat(csv.next()).isFalse();
            assertThat(csv.findings())
                    .extracting(Finding::toString)
                    .containsExactly("f: a file is wanted, but this is a folder");
            assertThat(csv.check("result").value()).isEmpty();
        }
    }

    @Test
    void aStreamThatBreaksIsAFinding() {
        InputStream breaks = new FilterInputStream(new Repeated("a,b\n", "x,1\n", 100_000)) {
            @Override
            public int read(byte[] buffer, int offset, int count) throws IOException {
                int read = super.read(buffer, offset, count);
                if (read < 0) {
                    throw new IOException("/home/jo/secret");
                }
                return read;
            }
        };
        assertThat(read(breaks).told()).last().isEqualTo("UNREADABLE t.csv: the file can't be read; is it a folder?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", ",", "\"", "x,", "\"x", "\u0000", "\u00e9"})
    void aLineOfTwoHundredMegabytesEndsSoonWithoutBeingHeld(String piece) {
        for (String before : List.of("", "a,b\nx,", "a,b\n\"", "a,b\n")) {
            Repeated endless = new Repeated(before, piece, 200L << 20);
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                Seen seen = read(endless);
                assertThat(seen.findings()).isNotEmpty().allMatch(Finding::isError);
            });
            assertThat(endless.read).as(before + piece).isLessThan(16L << 20);
        }
    }

    @Test
    void aBadCellInEveryLineDoesNotFillTheMemory() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try (CsvReader csv = CsvReader.open("t.csv", new Repeated("a,b\n", "x,bad\n", 12L << 20))) {
                int b = csv.column("b");
                while (csv.next()) {
                    assertThat(csv.number(b)).isNaN();
                }
                assertThat(csv.findings()).hasSize(Findings.KEPT + 1);
            }
        });
    }

    @Test
    void theHashIsThatOfTheFileAndAskedTwiceTheSame() throws IOException {
        String text = "\uFEFFa,b\r\nx,1\r\n".repeat(5_000);
        Dataset expected = Dataset.of("t.csv", text.getBytes(StandardCharsets.UTF_8));
        try (CsvReader csv = open(text)) {
            while (csv.next()) {
                csv.text(0);
            }
            assertThat(csv.dataset()).isEqualTo(expected);
            assertThat(csv.dataset()).isEqualTo(expected);
        }
        try (CsvReader csv = open(text)) {
            csv.next();
            assertThat(csv.dataset()).isEqualTo(expected);
            assertThatThrownBy(csv::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("lines must be read before the file is hashed");
        }
    }

    @Test
    void closesTheStreamEvenWhereTheHeaderCanNotBeRead() throws IOException {
        for (String text : List.of("", "\"a", "a,b\n")) {
            boolean[] closed = {false};
            CsvReader.open("t.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
                        @Override
                        public void close() {
                            closed[0] = true;
                        }
                    })
                    .close();
            assertThat(closed[0]).as(text).isTrue();
        }
    }

    @Test
    void namesThePlaceOfACell() throws IOException {
        try (CsvReader csv = open("a,,b\nx,y,1\n")) {
            assertThat(csv.next()).isTrue();
            assertThat(csv.where(2)).hasToString("t.csv, line 2, b");
            assertThat(csv.where(1)).hasToString("t.csv, line 2");
            assertThat(csv.where(-1)).hasToString("t.csv, line 2");
            assertThat(csv.header()).containsExactly("a", "b");
            assertThat(csv.source()).isEqualTo("t.csv");
        }
    }

    @Test
    void anyBytesAreReadWithoutAnException() {
        String alphabet = "\"\",,\n\r\r\n ab1\uFEFF\u0000é";
        for (long seed = 0; seed < 3_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "a,b\n" : "");
            random.ints(random.nextInt(60), 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
            Charset charset = random.nextInt(4) == 0 ? WINDOWS : StandardCharsets.UTF_8;
            try {
                Seen seen = read(text.toString().getBytes(charset));
                assertThat(seen.rows().isEmpty() && seen.findings().isEmpty())
                        .as("seed %d: nothing read and nothing told", seed)
                        .isFalse();
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    @Test
    @Tag("perf")
    void readsAllOfEnglandsAreasInLittleTime() throws IOException {
        byte[] bytes = england();
        for (int run = 0; run < 3; run++) {
            sum(bytes);
        }
        long start = System.nanoTime();
        sum(bytes);
        // 0.3 s on a free core; the guard is for a loaded machine with the coverage agent.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    private static byte[] england() {
        SplittableRandom random = new SplittableRandom(1);
        List<String> header = new ArrayList<>(List.of("lsoa21_code"));
        for (int column = 1; column < 50; column++) {
            header.add("m" + column);
        }
        CsvWriter csv = new CsvWriter(header);
        for (int row = 0; row < 36_000; row++) {
            csv.text("E01%06d".formatted(row));
            random.doubles(49, 0, 100).forEach(csv::number);
            csv.endRow();
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static double sum(byte[] bytes) throws IOException {
        double sum = 0;
        try (CsvReader csv = CsvReader.open("t.csv", new ByteArrayInputStream(bytes))) {
            while (csv.next()) {
                for (int column = 1; column < 50; column++) {
                    sum += csv.number(column);
                }
            }
            assertThat(csv.findings()).isEmpty();
        }
        return sum;
    }

    private static CsvReader open(String text) {
        return CsvReader.open("t.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A beginning and then one piece again and again; nothing of it is stored. */
    private static final class Repeated extends InputStream {
        private final byte[] before;
        private final byte[] piece;
        private final long length;
        private long read;

        Repeated(String before, String piece, long length) {
            this.before = before.getBytes(StandardCharsets.UTF_8);
            this.piece = piece.getBytes(StandardCharsets.UTF_8);
            this.length = length / this.piece.length * this.piece.length + this.before.length;
        }

        @Override
        public int read() {
            if (read == length) {
                return -1;
            }
            long at = read++;
            byte b = at < before.length ? before[(int) at] : piece[(int) ((at - before.length) % piece.length)];
            return b & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int count) {
            for (int i = 0; i < count; i++) {
                int b = read();
                if (b < 0) {
                    return i == 0 ? -1 : i;
                }
                buffer[offset + i] = (byte) b;
            }
            return count;
        }
    }
}
