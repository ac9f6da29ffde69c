package london.loti.mapping.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import london.loti.mapping.recipe.ColumnMapping;
import london.loti.mapping.recipe.Recipe;
import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaTable;
import london.loti.model.area.AreaVintage;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;
import london.loti.model.metric.Metric;
import london.loti.model.table.CsvReader;

/**
 * Reads published tables, one row an area, into an {@link AreaTable}.
 *
 * <pre>{@code
 * lsoa21_code,lsoa21_name,ward24_code,ward24_name,ltla24_code,ltla24_name,pop,pct_disabled
 * E01000001,City of London 001A,E05009288,Aldersgate,E09000001,City of London,1476,10.305085
 * E01000002,City of London 001B,E05009302,Cripplegate,E09000001,City of London,1381,10.613718
 * E01000003,City of London 001C,E05009302,Cripplegate,E09000001,City of London,1611,16.387337
 * }</pre>
 *
 * <p><b>Columns:</b> the column of codes, names and parents are found by their names ({@code lsoa21_code},
 * {@code LSOA21CD}, {@code ward24_name}…), or given by a {@link ColumnMapping}. <b>Vintage:</b> from that header,
 * or given by {@link #withVintage}; never guessed from the codes. <b>Several files</b> must be of one vintage; they
 * are joined by code, and an area that a file does not have has missing numbers in its columns. <b>Errors:</b> all at
 * once, with file, line and column; nothing is read in part.
 */
public final class TableReader {
    private final List<Metric> metrics;
    private final @Nullable AreaVintage vintage;
    private final ColumnMapping mapping;

    private TableReader(List<Metric> metrics, @Nullable AreaVintage vintage, ColumnMapping mapping) {
        this.metrics = metrics;
        this.vintage = vintage;
        this.mapping = mapping;
    }

    /** The rules that a table can break, beside those of CSV. */
    public enum Code implements Finding.Code {
        /** No column of codes, or several. */
        NO_CODE_COLUMN,
        /** The header does not tell the year of the geography. */
        NO_VINTAGE,
        /** A table is of another geography or year than wanted. */
        OTHER_VINTAGE,
        /** A code that is no area's, or an area of another kind. */
        UNKNOWN_AREA,
        /** An area comes twice. */
        DUPLICATE_AREA,
        /** A needed column is in no file. */
        UNKNOWN_COLUMN,
        /** A column is in several files. */
        AMBIGUOUS_COLUMN,
        /** A number that its unit does not allow. */
        OUT_OF_RANGE,
        /** A file does not have an area that another has. */
        ABSENT_AREA
    }

    /**
     * Reads these columns.
     *
     * @param metrics what the columns measure; the id of each is its header, and a number that its unit does not allow
     *     is an error
     * @return a reader that finds codes, parents and vintage by their headers
     */
    public static TableReader of(List<Metric> metrics) {
        return new TableReader(List.copyOf(metrics), null, ColumnMapping.BY_HEADER);
    }

    /**
     * Reads the columns that a recipe names, from tables of its vintage.
     *
     * @param recipe a recipe; one without a vintage takes tables of any
     * @return a reader that finds codes and parents where the recipe says, or else by their headers
     */
    public static TableReader forRecipe(Recipe recipe) {
        ColumnMapping mapping = recipe.table() == null ? ColumnMapping.BY_HEADER : recipe.table();
        return new TableReader(recipe.columns(), recipe.vintage(), mapping);
    }

    /**
     * Declares or requires the geography and year of the tables.
     *
     * @param declared the vintage, which a header must not contradict; null changes nothing
     * @return a reader of tables of this vintage only
     */
    public TableReader withVintage(@Nullable AreaVintage declared) {
        return declared == null ? this : new TableReader(metrics, declared, mapping);
    }

    /**
     * Says where codes, names and parents stand, where their headers follow no custom.
     *
     * @param columns the columns, the same in every file
     * @return a reader that takes these in place of those that it would find
     */
    public TableReader withMapping(ColumnMapping columns) {
        return new TableReader(metrics, vintage, columns);
    }

    /**
     * Names the column of codes, where its header follows no custom.
     *
     * @param column its header; null changes nothing
     * @return a reader that takes codes from this column
     */
    public TableReader withCodeColumn(@Nullable String column) {
        return withMapping(mapping.withCode(column));
    }

    /**
     * Reads one file.
     *
     * @param file a CSV file with a header, in UTF-8
     * @return the table, or every error; nothing is read in part
     */
    public Checked<AreaTable> read(Path file) {
        return read(List.of(file));
    }

    /**
     * Reads several files and joins them by area.
     *
     * @param files at least one CSV file, all of one vintage, no column that is read in two of them
     * @return the table, or every error; a warning tells of areas that a file does not have
     * @throws IllegalArgumentException if there is no file
     */
    public Checked<AreaTable> read(List<Path> files) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a table needs at least one file");
        }
        Findings findings = new Findings();
        Set<String> headers = new TreeSet<>();
        Map<String, String> fileOf = new LinkedHashMap<>();
        List<AreaTable> tables = new ArrayList<>();
        for (Path file : files) {
            readOne(file, findings, headers, fileOf).ifPresent(tables::add);
        }
        for (Metric metric : metrics) {
            if (!fileOf.containsKey(metric.id()) && headers.size() > 1) {
                findings.error(
                        Code.UNKNOWN_COLUMN,
                        "the column is needed, but no header has it" + Nearest.hint(metric.id(), headers),
                        Where.column(names(files), metric.id()));
            }
        }
        if (findings.hasErrors()) {
            return Checked.failed(findings.toList());
        }
        return join(tables, files, findings);
    }

    private Optional<AreaTable> readOne(Path file, Findings findings, Set<String> headers, Map<String, String> fileOf) {
        try (CsvReader csv = CsvReader.open(file)) {
            headers.addAll(csv.header());
            List<Metric> here = metrics.stream()
                    .filter(metric -> csv.header().contains(metric.id()))
                    .toList();
            for (Metric metric : here) {
                String other = fileOf.putIfAbsent(metric.id(), csv.source());
                if (other != null) {
                    csv.error(
                            Code.AMBIGUOUS_COLUMN,
                            "a column must be in one file, but is in " + other + " too",
                            Where.column(csv.source(), metric.id()));
                }
            }
            Optional<AreaTable> table = new AreaRows(csv, vintage, mapping, here).read();
            findings.addAll(csv.findings());
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Checked<AreaTable> join(List<AreaTable> tables, List<Path> files, Findings findings) {
        AreaTable joined = tables.get(0);
        for (int i = 1; i < tables.size(); i++) {
            AreaTable next = tables.get(i);
            String name = name(files.get(i));
            if (!next.vintage().equals(joined.vintage())) {
                findings.error(
                        Code.OTHER_VINTAGE,
                        "all tables must be of one vintage, but this is of " + next.vintage() + " and the first of "
                                + joined.vintage()
                                + "\nMaybe convert one of them first: equal codes may be other land.",
                        Where.file(name));
                return Checked.failed(findings.toList());
            }
            warnOfAbsent(joined, next, name, findings);
            warnOfAbsent(next, joined, names(files.subList(0, i)), findings);
            joined = joined.join(next);
        }
        return findings.check(joined);
    }

    private static void warnOfAbsent(AreaTable of, AreaTable in, String file, Findings findings) {
        List<AreaCode> absent =
                of.codes().stream().filter(code -> in.row(code).isEmpty()).toList();
        if (!absent.isEmpty()) {
            findings.warning(
                    Code.ABSENT_AREA,
                    absent.size() + " areas of the other table are not here, first " + absent.get(0)
                            + ": their numbers are missing",
                    Where.file(file));
        }
    }

    private static String names(List<Path> files) {
        return String.join(" + ", files.stream().map(TableReader::name).toList());
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
