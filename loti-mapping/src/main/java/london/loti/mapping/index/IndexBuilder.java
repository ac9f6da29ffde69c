package london.loti.mapping.index;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import london.loti.mapping.recipe.Component;
import london.loti.mapping.recipe.Component.Aggregation;
import london.loti.mapping.recipe.Component.Part;
import london.loti.mapping.recipe.Indicator;
import london.loti.mapping.recipe.MissingData.Policy;
import london.loti.mapping.recipe.Polarity;
import london.loti.mapping.recipe.Recipe;
import london.loti.model.area.AreaParents;
import london.loti.model.area.AreaTable;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;
import london.loti.model.metric.Metric;
import london.loti.model.provenance.Dataset;

/**
 * Makes an index of a table by a recipe: values are turned in the direction of need, put on one scale, weighted and
 * combined from the indicators up to the overall score, and areas are ranked.
 *
 * <p>Stateless and thread-safe. Results do not depend on the order of rows, and a positive linear change of a
 * column's unit changes no rank. Memory grows with the result only.
 */
public final class IndexBuilder {
    private final Recipe recipe;

    private IndexBuilder(Recipe recipe) {
        this.recipe = recipe;
    }

    /** The rules that a table can break for a recipe. */
    public enum Code implements Finding.Code {
        /** The table is of another geography or year than the recipe wants. */
        OTHER_VINTAGE,
        /** A column that the recipe names is not in the table. */
        UNKNOWN_COLUMN,
        /** All values of an indicator are equal, or missing: it tells no area from another. */
        CONSTANT_INDICATOR,
        /** All values in one base are equal, or missing. */
        CONSTANT_IN_BASE,
        /** A value is missing, and the recipe refuses that. */
        MISSING_VALUE,
        /** The table does not know the parents that the recipe compares within. */
        NO_PARENTS,
        /** A count is greater than its denominator, or the denominator is nought. */
        BAD_DENOMINATOR,
        /** A negative score meets a geometric mean. */
        NEGATIVE_IN_GEOMETRIC_MEAN,
        /** Some areas have no overall score. */
        AREAS_WITHOUT_SCORE
    }

    /**
     * Builds by this recipe.
     *
     * @param recipe the choices to follow
     * @return a builder for as many tables as are wanted
     */
    public static IndexBuilder of(Recipe recipe) {
        return new IndexBuilder(recipe);
    }

    /**
     * Makes the index.
     *
     * @param table a table that has all of {@link Recipe#columns()}, and the vintage that the recipe wants
     * @return the index, or every reason why there is none; warnings tell what a reader of the index must know
     */
    public Checked<AreaIndex> build(AreaTable table) {
        Findings findings = new Findings();
        String source = sourceOf(table);
        if (recipe.vintage() != null && !recipe.vintage().equals(table.vintage())) {
            findings.error(
                    Code.OTHER_VINTAGE,
                    "the recipe " + recipe.id() + " wants a table of " + recipe.vintage() + ", but this one is of "
                            + table.vintage(),
                    Where.file(source));
        }
        checkColumns(table, source, findings);
        Optional<Bases> bases = bases(table, source, findings);
        if (findings.hasErrors() || bases.isEmpty()) {
            return Checked.failed(findings.toList());
        }
        Scores scores = new Scores();
        Order order = new Order(table.rowCount());
        for (Indicator indicator : recipe.indicators()) {
            double[] values = IndicatorValues.of(indicator, table);
            checkValues(indicator, values, table, source, findings);
            normalise(indicator, values, bases.get(), order, source, findings);
            scores.put(indicator.id(), values);
        }
        if (findings.hasErrors()) {
            return Checked.failed(findings.toList());
        }
        checkGeometric(scores, source, findings);
        combine(recipe.overall(), scores, table.rowCount());
        int[] ranks = Ranks.ofHighest(scores.of(Component.OVERALL), order);
        warnOfGaps(ranks, table, source, findings);
        return findings.check(new AreaIndex(recipe, table, scores, ranks));
    }

    private void checkColumns(AreaTable table, String source, Findings findings) {
        List<String> known = table.metrics().stream().map(Metric::id).toList();
        for (Metric wanted : recipe.columns()) {
            if (!known.contains(wanted.id())) {
                findings.error(
                        Code.UNKNOWN_COLUMN,
                        "the recipe " + recipe.id() + " needs the column, but the table does not have it"
                                + Nearest.hint(wanted.id(), known),
                        Where.column(source, wanted.id()));
            }
        }
    }

    private Optional<Bases> bases(AreaTable table, String source, Findings findings) {
        if (recipe.base().geography().isEmpty()) {
            return Optional.of(Bases.wholeTable(table.rowCount()));
        }
        Optional<AreaParents> parents = table.parents(recipe.base().geography().get());
        if (parents.isEmpty()) {
            findings.error(
                    Code.NO_PARENTS,
                    "areas are compared within " + recipe.base() + ", but the table has no column of these codes",
                    Where.file(source));
        }
        return parents.map(p -> Bases.of(p, table.rowCount()));
    }

    private void checkValues(Indicator indicator, double[] values, AreaTable table, String source, Findings findings) {
        Where where = Where.column(source, IndicatorValues.columnOf(indicator));
        int missing = 0;
        int first = -1;
        for (int row = 0; row < values.length; row++) {
            if (Double.isNaN(values[row])) {
                missing++;
                first = first < 0 ? row : first;
            }
        }
        if (missing > 0 && recipe.missing().policy() == Policy.REFUSE) {
            findings.error(
                    Code.MISSING_VALUE,
                    "the recipe refuses missing values, but " + missing + " areas have none, first "
                            + table.codes().get(first),
                    where);
        }
        OptionalInt bad = IndicatorValues.firstBadDenominator(indicator, table);
        if (bad.isPresent()) {
            findings.error(
                    Code.BAD_DENOMINATOR,
                    "a denominator must be above nought and at least the count, but is not for "
                            + table.codes().get(bad.getAsInt()),
                    new Where(source, null, indicator.denominator()));
        }
    }

    private void normalise(
            Indicator indicator, double[] values, Bases bases, Order order, String source, Findings findings) {
        if (indicator.polarity() == Polarity.LOWER_IS_MORE_NEED) {
            for (int row = 0; row < values.length; row++) {
                values[row] = -values[row];
            }
        }
        Normaliser normaliser = new Normaliser(recipe.normalisationOf(indicator), order);
        int constant = 0;
        for (int group = 0; group < bases.count(); group++) {
            constant += normaliser.apply(values, bases.rows(group)) ? 0 : 1;
        }
        for (int row : bases.rest()) {
            values[row] = Double.NaN;
        }
        Where where = Where.column(source, IndicatorValues.columnOf(indicator));
        if (constant == bases.count()) {
            findings.error(
                    Code.CONSTANT_INDICATOR,
                    "an indicator must tell areas apart, but all values of '" + indicator.id()
                            + "' are equal or missing",
                    where);
        } else if (constant > 0) {
            findings.warning(
                    Code.CONSTANT_IN_BASE,
                    "all values of '" + indicator.id() + "' are equal or missing in " + constant + " of "
                            + bases.count() + " groups of areas (" + recipe.base() + "): they have no score there",
                    where);
        }
    }

    private void checkGeometric(Scores scores, String source, Findings findings) {
        for (Component component : recipe.components()) {
            if (component.aggregation() != Aggregation.GEOMETRIC_MEAN) {
                continue;
            }
            for (Part part : component.parts()) {
                if (scores.has(part.of()) && Arrays.stream(scores.of(part.of())).anyMatch(v -> v < 0)) {
                    findings.error(
                            Code.NEGATIVE_IN_GEOMETRIC_MEAN,
                            "a geometric mean needs scores of nought or more, but '" + part.of()
                                    + "' has negative ones",
                            Where.column(source, part.of()));
                }
            }
        }
    }

    /** Parts before wholes. */
    private void combine(Component component, Scores scores, int rowCount) {
        for (Part part : component.parts()) {
            recipe.component(part.of()).ifPresent(inner -> combine(inner, scores, rowCount));
        }
        scores.put(component.id(), new Combiner(component, recipe.missing(), scores::of).combine(rowCount));
    }

    private static void warnOfGaps(int[] ranks, AreaTable table, String source, Findings findings) {
        long without = Arrays.stream(ranks).filter(rank -> rank == 0).count();
        if (without > 0) {
            int first = 0;
            while (ranks[first] != 0) {
                first++;
            }
            findings.warning(
                    Code.AREAS_WITHOUT_SCORE,
                    without + " of " + ranks.length + " areas have no overall score, because too much about them is"
                            + " missing, first " + table.codes().get(first),
                    Where.file(source));
        }
    }

    private static String sourceOf(AreaTable table) {
        List<String> names = table.datasets().stream().map(Dataset::name).toList();
        return names.isEmpty() ? "the table" : String.join(" + ", names);
    }
}
