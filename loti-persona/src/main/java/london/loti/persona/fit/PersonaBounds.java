package london.loti.persona.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaTable;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Require;
import london.loti.model.finding.Where;
import london.loti.model.metric.Metric;
import london.loti.model.metric.MetricUnit;
import london.loti.model.provenance.Source;

/**
 * Between which shares of an area's people those with all traits of a persona must lie, where the census gives the share
 * of each trait but not how they go together.
 *
 * <pre>{@code
 * PersonaBounds bounds = PersonaBounds.of("older_no_english", census, List.of("pct_65plus", "pct_no_english")).orElseThrow();
 * bounds.words(area); // between 0 and 15 % of residents; the census cannot say more; 3 % if the traits had nothing …
 * }</pre>
 *
 * <p>Of shares p of m traits the bounds are max(0, Σp − (m − 1)) and min p: for each there is a population that has it,
 * so no method gets closer without data on the traits together. The product Πp lies between them (Fréchet 1935,
 * <a href="https://doi.org/10.4064/fm-25-1-379-387">doi:10.4064/fm-25-1-379-387</a>). One trait alone is its own share.
 * <b>Missing:</b> where one share is missing, all three numbers are. <b>One population:</b> the bounds hold for shares
 * of the same people. Shares of residents and of households side by side give no bounds of either, so columns of
 * different populations, or of which nobody says, are findings, and the words say it again.
 *
 * <p><b>Areas only:</b> this type takes areas and returns areas. A share of an area says nothing of one who lives there
 * (the ecological fallacy: Robinson 1950, <a href="https://doi.org/10.2307/2087176">doi:10.2307/2087176</a>), so there
 * is no way from here into a person's record. Immutable and thread-safe.
 */
public final class PersonaBounds {
    private static final String LOWER = "_lower";
    private static final String INDEPENDENT = "_independent";
    private static final String UPPER = "_upper";

    /** The rules that the columns of a persona can break. */
    public enum Code implements Finding.Code {
        /** The table has no such column. */
        UNKNOWN_COLUMN,
        /** A column is named twice. */
        DUPLICATE_COLUMN,
        /** A column is neither per cent nor a proportion. */
        NOT_A_SHARE,
        /** A number is below nought or above the whole. */
        OUTSIDE_RANGE,
        /** The columns are shares of different populations. */
        DIFFERENT_POPULATIONS,
        /** Nobody says whether the columns are shares of one population. */
        POPULATION_NOT_SAID
    }

    private final AreaTable table;
    private final List<Metric> traits;
    private final double whole;
    private final String people;
    private final String caveat;

    private PersonaBounds(AreaTable table, List<Metric> traits, double whole, String people, String caveat) {
        this.table = table;
        this.traits = traits;
        this.whole = whole;
        this.people = people;
        this.caveat = caveat;
    }

    /**
     * Works out the bounds of every area.
     *
     * @param id a short name of the persona, with which the new columns begin
     * @param areas the shares by area
     * @param columns the metric ids of the traits, one or more, in any order: each in {@link MetricUnit#PERCENT} or
     *     {@link MetricUnit#PROPORTION}
     * @return the bounds, with a warning where the columns may be shares of different populations; or every column that
     *     is not there, comes twice or is no share, and every number that is none
     * @throws IllegalArgumentException if the id has another form than {@code lower_case_2}, or there is no column
     */
    public static Checked<PersonaBounds> of(String id, AreaTable areas, List<String> columns) {
        Require.id("a persona's column", id);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("bounds must be of a column, but of none was asked");
        }
        Findings findings = new Findings();
        List<Metric> traits = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String column : columns) {
            if (!seen.add(column)) {
                findings.error(
                        Code.DUPLICATE_COLUMN, "a trait must come once, but comes twice", Where.column(id, column));
            } else {
                check(id, areas, column, traits, findings);
            }
        }
        if (findings.hasErrors()) {
            return Checked.failed(findings.toList());
        }
        return Checked.of(bounds(id, areas, traits, findings), findings.toList());
    }

    private static void check(String id, AreaTable areas, String name, List<Metric> traits, Findings findings) {
        OptionalInt column = areas.column(name);
        if (column.isEmpty()) {
            List<String> known = areas.metrics().stream().map(Metric::id).toList();
            findings.error(
                    Code.UNKNOWN_COLUMN,
                    "a trait must be a column of the table, but is none" + Nearest.hint(name, known),
                    Where.column(id, name));
            return;
        }
        Metric metric = areas.metrics().get(column.getAsInt());
        if (!metric.unit().isShare()) {
            findings.error(
                    Code.NOT_A_SHARE,
                    "a trait must be a share, PERCENT or PROPORTION, but is " + metric.unit()
                            + (metric.unit().countsPeople() ? "\nMaybe divide it by its population first." : ""),
                    Where.column(id, name));
            return;
        }
        traits.add(metric);
        double whole = whole(metric);
        for (int row = 0; row < areas.rowCount(); row++) {
            double share = areas.value(row, column.getAsInt());
            if (share < 0 || share > whole) {
                boolean percent = whole == 1 && share > 0 && share <= 100;
                findings.error(
                        Code.OUTSIDE_RANGE,
                        "the share of " + areas.codes().get(row) + " must be from 0 to " + (int) whole + ", but is not"
                                + (percent ? "\nMaybe the unit is PERCENT." : ""),
                        Where.column(id, name));
            }
        }
    }

    private static double whole(Metric metric) {
        return metric.unit() == MetricUnit.PERCENT ? 100 : 1;
    }

    private static PersonaBounds bounds(String id, AreaTable areas, List<Metric> traits, Findings findings) {
        boolean percent = traits.stream().allMatch(trait -> trait.unit() == MetricUnit.PERCENT);
        double whole = percent ? 100 : 1;
        double[][] shares = traits.stream()
                .map(trait -> {
                    double scale = whole / whole(trait); // 1, so that nothing is rounded, unless units are mixed
                    return Arrays.stream(
                                    areas.copyColumn(areas.column(trait.id()).orElseThrow()))
                            .map(share -> share * scale)
                            .toArray();
                })
                .toArray(double[][]::new);
        double[][] results = new double[3][areas.rowCount()];
        double[] row = new double[shares.length];
        for (int area = 0; area < areas.rowCount(); area++) {
            for (int k = 0; k < row.length; k++) {
                row[k] = shares[k][area];
            }
            Frechet bounds = Frechet.of(whole, row);
            results[0][area] = bounds.lower();
            results[1][area] = bounds.independent();
            results[2][area] = bounds.upper();
        }
        Metrics metrics = new Metrics(id, percent ? MetricUnit.PERCENT : MetricUnit.PROPORTION, traits);
        AreaTable.Builder table = AreaTable.builder(areas.vintage())
                .codes(areas.codes())
                .names(areas.names())
                .datasets(areas.datasets())
                .column(metrics.of(LOWER, "At least", "Lower bound of the share with all of: "), results[0])
                .column(
                        metrics.of(INDEPENDENT, "If unrelated", "Product of the shares, as if unrelated, of: "),
                        results[1])
                .column(metrics.of(UPPER, "At most", "Upper bound of the share with all of: "), results[2]);
        areas.parents().forEach(table::parents);
        String caveat = population(id, areas, traits, findings);
        return new PersonaBounds(table.build(), traits, whole, people(areas, traits), caveat);
    }

    /** The new columns' definitions: what the traits have in common stays true of their bounds. */
    private record Metrics(String id, MetricUnit unit, List<Metric> traits) {
        Metric of(String suffix, String label, String definition) {
            @Nullable Source source = traits.get(0).source();
            boolean oneSource = traits.stream().allMatch(trait -> Objects.equals(trait.source(), source));
            return new Metric(
                    id + suffix,
                    label + ": " + traits.stream().map(Metric::label).sorted().collect(Collectors.joining(" and ")),
                    unit,
                    definition + traits.stream().map(Metric::id).sorted().collect(Collectors.joining(", ")),
                    isOnePopulation(traits) ? traits.get(0).denominator() : null,
                    oneSource ? source : null);
        }
    }

    private static boolean isOnePopulation(List<Metric> traits) {
        @Nullable String first = traits.get(0).denominator();
        return first != null && traits.stream().allMatch(trait -> first.equals(trait.denominator()));
    }

    private static String people(AreaTable areas, List<Metric> traits) {
        @Nullable String denominator = isOnePopulation(traits) ? traits.get(0).denominator() : null;
        return denominator == null ? "those counted" : people(areas, denominator);
    }

    private static String people(AreaTable areas, String denominator) {
        OptionalInt column = areas.column(denominator);
        MetricUnit unit =
                column.isPresent() ? areas.metrics().get(column.getAsInt()).unit() : MetricUnit.SCORE;
        return switch (unit) {
            case PEOPLE -> "residents";
            case HOUSEHOLDS -> "households";
            default -> "those counted";
        };
    }

    /** What the words must add, and a warning; empty where all is of one population. */
    private static String population(String id, AreaTable areas, List<Metric> traits, Findings findings) {
        if (traits.size() == 1 || isOnePopulation(traits)) {
            return "";
        }
        List<String> known = traits.stream()
                .map(Metric::denominator)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(denominator -> denominator + " (" + people(areas, denominator) + ")")
                .toList();
        if (known.size() > 1) {
            findings.warning(
                    Code.DIFFERENT_POPULATIONS,
                    "the bounds hold for shares of one population, but these are shares of " + known
                            + "\nMaybe there is a table of the traits among the same people.",
                    Where.file(id));
            return "; but these are shares of different populations, so even this range may be wrong";
        }
        findings.warning(
                Code.POPULATION_NOT_SAID,
                "the bounds hold for shares of one population, but not every trait says what it is a share of"
                        + "\nMaybe give the metrics their 'denominator'.",
                Where.file(id));
        return "; this holds if all are shares of the same people, which the table does not say";
    }

    /**
     * {@return the bounds by area: the columns {@code <id>_lower}, {@code <id>_independent} and {@code <id>_upper}, in
     * per cent if all traits are, otherwise from 0 to 1; {@code NaN} where a trait's share is missing}
     *
     * <p>It keeps the denominator, and the source, that all traits have in common. For a disclosure rule to check the
     * shares, join the column of the denominator first.
     */
    public AreaTable table() {
        return table;
    }

    /**
     * {@return one area's bounds in plain words; the ends are rounded outwards}
     *
     * @param area an area of the table
     * @throws IllegalArgumentException if the table does not have it
     */
    public String words(AreaCode area) {
        int row = table.row(area)
                .orElseThrow(() -> new IllegalArgumentException(
                        "an area must be one of the table's (" + table.vintage() + "), but was " + area));
        if (table.isMissing(row, 0)) {
            return "no bounds: the share of a trait is missing";
        }
        double lower = table.value(row, 0) / whole;
        double independent = table.value(row, 1) / whole;
        double upper = table.value(row, 2) / whole;
        if (traits.size() == 1) {
            return Percent.of(upper) + " % of " + people + ", as published: it is one trait only";
        }
        return "between " + Percent.down(lower) + " and " + Percent.up(upper) + " % of " + people
                + "; the census cannot say more; " + Percent.of(independent)
                + " % if the traits had nothing to do with each other" + caveat;
    }

    @Override
    public String toString() {
        return "PersonaBounds of " + traits.size() + " traits in " + table.rowCount() + " areas";
    }
}
