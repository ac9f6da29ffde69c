package london.loti.evaluation.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Checked;
import london.loti.model.table.CsvReader;

/**
 * Reads the columns of a CSV file that a method needs.
 *
 * <pre>{@code
 * person,wave,group,confidence
 * p1,1,taught,3
 * p1,2,taught,4.5
 * p2,1,waiting,NA
 * }</pre>
 *
 * <p>Columns of numbers take the markers of missing numbers that {@link CsvReader} knows. In a column of categories an
 * empty cell and {@code NA} are missing. A column that may be either is one of numbers where all its cells are numbers or
 * missing. Everything that is wrong is a finding with its line and column. Immutable.
 */
public final class StudyReader {
    private enum Kind {
        NUMBERS,
        CATEGORIES,
        EITHER
    }

    /** A column may be wanted twice: as numbers, and as the categories that make clusters. */
    private record Wanted(String column, Kind kind) {}

    private final Set<Wanted> wanted;

    private StudyReader(Set<Wanted> wanted) {
        this.wanted = wanted;
    }

    /** {@return a reader of no column yet} */
    public static StudyReader create() {
        return new StudyReader(new LinkedHashSet<>());
    }

    /**
     * {@return a reader that also reads columns of numbers}
     *
     * @param columns their names
     */
    public StudyReader numbers(String... columns) {
        return with(Kind.NUMBERS, columns);
    }

    /**
     * {@return a reader that also reads columns of categories}
     *
     * @param columns their names
     */
    public StudyReader categories(String... columns) {
        return with(Kind.CATEGORIES, columns);
    }

    /**
     * {@return a reader that also reads columns of numbers or of categories, whichever they are}
     *
     * @param columns their names
     */
    public StudyReader either(String... columns) {
        return with(Kind.EITHER, columns);
    }

    private StudyReader with(Kind kind, String... columns) {
        Set<Wanted> more = new LinkedHashSet<>(wanted);
        for (String column : columns) {
            more.add(new Wanted(column, kind));
        }
        return new StudyReader(more);
    }

    /**
     * {@return the table, or the findings alone where one of them is an error}
     *
     * @param csv the file
     */
    public Checked<StudyTable> read(Path csv) {
        try (CsvReader reader = CsvReader.open(csv)) {
            List<Column> columns = new ArrayList<>();
            wanted.forEach(each -> columns.add(new Column(each.column(), each.kind(), reader.column(each.column()))));
            int[] lines = new int[1024];
            int rows = 0;
            while (reader.next()) {
                if (rows == lines.length) {
                    lines = Arrays.copyOf(lines, 2 * rows);
                }
                lines[rows++] = reader.line();
                columns.forEach(column -> column.read(reader));
            }
            if (reader.check(rows).hasErrors()) {
                return Checked.failed(reader.findings());
            }
            StudyTable.Builder table = StudyTable.builder(reader.source(), rows).lines(Arrays.copyOf(lines, rows));
            columns.forEach(column -> column.addTo(table));
            return reader.check(table.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One column while it is read: its numbers, or the codes of its texts in the order in which they came. */
    private static final class Column {
        private final String name;
        private final Kind kind;
        private final int position;
        private double[] numbers = new double[0];
        private int[] codes = new int[0];
        private final Map<String, Integer> codeOf = new LinkedHashMap<>();
        private int rows;

        Column(String name, Kind kind, int position) {
            this.name = name;
            this.kind = kind;
            this.position = position;
        }

        void read(CsvReader reader) {
            if (kind == Kind.NUMBERS) {
                if (rows == numbers.length) {
                    numbers = Arrays.copyOf(numbers, Math.max(1024, 2 * rows));
                }
                numbers[rows++] = reader.number(position);
                return;
            }
            if (rows == codes.length) {
                codes = Arrays.copyOf(codes, Math.max(1024, 2 * rows));
            }
            String text = reader.text(position);
            codes[rows++] = isMissing(text) ? Categories.MISSING : codeOf.computeIfAbsent(text, t -> codeOf.size());
        }

        void addTo(StudyTable.Builder table) {
            if (kind == Kind.NUMBERS) {
                table.numbers(name, Arrays.copyOf(numbers, rows));
                return;
            }
            List<String> texts = List.copyOf(codeOf.keySet());
            double[] values = kind == Kind.EITHER ? asNumbers(texts) : null;
            if (values != null) {
                table.numbers(
                        name,
                        Arrays.stream(codes, 0, rows)
                                .mapToDouble(code -> code < 0 ? Double.NaN : values[code])
                                .toArray());
                return;
            }
            Categories order = Categories.of(new ArrayList<>(new TreeSet<>(texts)));
            Map<String, Integer> newCode = new LinkedHashMap<>();
            for (int i = 0; i < order.labels().size(); i++) {
                newCode.put(order.labels().get(i), i);
            }
            int[] recode = texts.stream().mapToInt(newCode::get).toArray();
            int[] recoded = Arrays.stream(codes, 0, rows)
                    .map(code -> code < 0 ? Categories.MISSING : recode[code])
                    .toArray();
            table.categories(name, Categories.of(recoded, order.labels()));
        }

        private static double @Nullable [] asNumbers(List<String> texts) {
            double[] values = new double[texts.size()];
            for (int i = 0; i < values.length; i++) {
                String text = texts.get(i);
                if (!text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0)) {
                    return null;
                }
                try {
                    values[i] = Double.parseDouble(text);
                } catch (NumberFormatException e) {
                    return null;
                }
            }
            return values;
        }

        /** A column that may be one of numbers knows the markers of missing numbers. */
        private boolean isMissing(String text) {
            return kind == Kind.EITHER ? CsvReader.isMissing(text) : text.isEmpty() || text.equals("NA");
        }
    }
}
