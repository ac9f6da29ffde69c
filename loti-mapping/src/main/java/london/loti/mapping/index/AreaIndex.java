package london.loti.mapping.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import london.loti.mapping.recipe.Component;
import london.loti.mapping.recipe.Component.Part;
import london.loti.mapping.recipe.Indicator;
import london.loti.mapping.recipe.Recipe;
import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaTable;
import london.loti.model.metric.Metric;
import london.loti.model.metric.MetricUnit;

/**
 * An index: scores, ranks and deciles by area, with the recipe and the table that they come from.
 *
 * <p><b>Shape:</b> the rows of the table. <b>Polarity:</b> a higher score is more estimated need; rank 1 and decile 1
 * are the highest. <b>Missing:</b> a score that could not be made is {@code NaN}, and such an area has no rank.
 * Equal scores share the lowest of their ranks. Immutable and thread-safe.
 */
public final class AreaIndex {
    private static final int TENTHS = 10;

    private final Recipe recipe;
    private final AreaTable table;
    private final Scores scores;
    private final double[] overall;
    private final int[] ranks;
    private final int ranked;
    private final int[] equalTo;

    AreaIndex(Recipe recipe, AreaTable table, Scores scores, int[] ranks) {
        this.recipe = recipe;
        this.table = table;
        this.scores = scores;
        this.overall = scores.of(Component.OVERALL);
        this.ranks = ranks;
        this.equalTo = new int[ranks.length + 1];
        IntStream.of(ranks).forEach(rank -> equalTo[rank]++);
        this.ranked =
                Math.toIntExact(IntStream.of(ranks).filter(rank -> rank > 0).count());
    }

    /** {@return the recipe that it was made by} */
    public Recipe recipe() {
        return recipe;
    }

    /** {@return the table that it was made of, with the same rows} */
    public AreaTable table() {
        return table;
    }

    /**
     * {@return the overall score of a row, higher for more estimated need; {@code NaN} where it has none}
     *
     * @param row the number of a row of {@link #table()}, from 0
     */
    public double score(int row) {
        return overall[row];
    }

    /**
     * {@return the score of a row in an indicator or component, higher for more need; {@code NaN} where it has none}
     *
     * @param row the number of a row of {@link #table()}, from 0
     * @param id the id of an indicator or component of the recipe
     * @throws IllegalArgumentException if the recipe has none with this id
     */
    public double score(int row, String id) {
        return scores.of(id)[row];
    }

    /**
     * {@return the rank of a row, 1 for the highest estimated need; empty where it has no score}
     *
     * @param row the number of a row of {@link #table()}, from 0
     */
    public OptionalInt rank(int row) {
        return ranks[row] == 0 ? OptionalInt.empty() : OptionalInt.of(ranks[row]);
    }

    /**
     * {@return the mean of the ranks that equal scores cover; {@code NaN} where the row has no score}
     *
     * @param row the number of a row of {@link #table()}, from 0
     */
    public double averageRank(int row) {
        if (ranks[row] == 0) {
            return Double.NaN;
        }
        return ranks[row] + (equalTo[ranks[row]] - 1) / 2.0;
    }

    /**
     * The tenth that a row's rank lies in, 1 for the highest estimated need: {@code ceil(10 rank / n)}.
     *
     * @param row the number of a row of {@link #table()}, from 0
     * @return 1 to 10; empty where the row has no score
     */
    public OptionalInt decile(int row) {
        return ranks[row] == 0 ? OptionalInt.empty() : OptionalInt.of(decileOf(ranks[row]));
    }

    /** {@return how many areas have a rank} */
    public int rankedCount() {
        return ranked;
    }

    /** {@return the rows that have a rank, the highest estimated need first; equal ones in the order of their codes} */
    public List<Integer> rowsByRank() {
        return IntStream.range(0, ranks.length)
                .filter(row -> ranks[row] > 0)
                .boxed()
                .sorted(Comparator.comparingInt(row -> ranks[row]))
                .toList();
    }

    /**
     * {@return why an area has its score; empty where the table does not have the area}
     *
     * @param area its code, of the vintage of the table
     */
    public Optional<AreaExplanation> explain(AreaCode area) {
        OptionalInt row = table.row(area);
        return row.isEmpty() ? Optional.empty() : Optional.of(explain(row.getAsInt()));
    }

    private AreaExplanation explain(int row) {
        List<Contribution> contributions = new ArrayList<>();
        contribute(recipe.overall(), row, Double.isNaN(overall[row]) ? Double.NaN : 1, contributions);
        return new AreaExplanation(
                table.codes().get(row),
                table.names().get(row),
                overall[row],
                ranks[row] == 0 ? null : ranks[row],
                ranked,
                ranks[row] == 0 ? null : decileOf(ranks[row]),
                contributions);
    }

    /**
     * A component that is missing hands down nothing: what is there below it adds nothing. Where the area has no
     * overall score at all, there is nothing to add to, and the multiplier is {@code NaN}.
     */
    private void contribute(Component component, int row, double multiplier, List<Contribution> contributions) {
        List<Part> parts = component.parts();
        double[] multipliers = new double[parts.size()];
        double score = new Combiner(component, recipe.missing(), scores::of).combine(row, multipliers);
        for (int i = 0; i < multipliers.length; i++) {
            String id = parts.get(i).of();
            double partMultiplier =
                    Double.isNaN(score) || Double.isNaN(score(row, id)) ? 0 : multiplier * multipliers[i];
            partMultiplier = Double.isNaN(multiplier) ? Double.NaN : partMultiplier;
            Optional<Indicator> indicator = recipe.indicator(id);
            if (indicator.isPresent()) {
                contributions.add(contribution(indicator.get(), component, row, partMultiplier));
            } else {
                contribute(recipe.component(id).orElseThrow(), row, partMultiplier, contributions);
            }
        }
    }

    private Contribution contribution(Indicator indicator, Component component, int row, double multiplier) {
        double value = IndicatorValues.of(indicator, table, row);
        double score = score(row, indicator.id());
        double points = multiplier == 0 ? 0 : multiplier * score;
        return new Contribution(recipe.metricOf(indicator), component.id(), value, score, points);
    }

    /**
     * The index as a table, one row an area: the context columns; the value and the score of every indicator
     * ({@code value_…}, {@code score_…}); the score of every component ({@code component_…}); {@code overall},
     * {@code rank} and {@code decile}.
     *
     * @return a table with the rows, names and parents of {@link #table()}; what could not be made is missing
     */
    public AreaTable toTable() {
        AreaTable.Builder builder = AreaTable.builder(table.vintage())
                .codes(table.codes())
                .names(table.names())
                .datasets(table.datasets());
        table.parents().forEach(builder::parents);
        for (Metric metric : columns(recipe)) {
            builder.column(metric, columnOf(metric.id()));
        }
        return builder.build();
    }

    /**
     * {@return what the columns of {@link #toTable()} measure, in their order}
     *
     * @param recipe the recipe of the index; no table is needed
     */
    public static List<Metric> columns(Recipe recipe) {
        List<Metric> columns = new ArrayList<>();
        List<String> shown = recipe.context().stream().map(c -> c.column()).toList();
        recipe.columns().stream().filter(m -> shown.contains(m.id())).forEach(columns::add);
        for (Indicator indicator : recipe.indicators()) {
            Metric m = recipe.metricOf(indicator);
            columns.add(
                    new Metric("value_" + m.id(), m.label(), m.unit(), m.definition(), m.denominator(), m.source()));
        }
        for (Indicator indicator : recipe.indicators()) {
            columns.add(score("score_" + indicator.id(), indicator.label()));
        }
        for (Component component : recipe.components()) {
            if (!component.id().equals(Component.OVERALL)) {
                columns.add(score("component_" + component.id(), component.label()));
            }
        }
        columns.add(score(Component.OVERALL, recipe.overall().label()));
        columns.add(Metric.of("rank", "Rank, 1 for the highest estimated need", MetricUnit.RANK));
        columns.add(Metric.of("decile", "Tenth, 1 for the highest estimated need", MetricUnit.RANK));
        return List.copyOf(columns);
    }

    private static Metric score(String id, String label) {
        return Metric.of(id, label, MetricUnit.SCORE);
    }

    private double[] columnOf(String id) {
        if (id.equals("rank")) {
            return IntStream.of(ranks)
                    .mapToDouble(rank -> rank == 0 ? Double.NaN : rank)
                    .toArray();
        }
        if (id.equals("decile")) {
            return IntStream.of(ranks)
                    .mapToDouble(rank -> rank == 0 ? Double.NaN : decileOf(rank))
                    .toArray();
        }
        if (id.startsWith("value_")) {
            Indicator indicator =
                    recipe.indicator(id.substring("value_".length())).orElseThrow();
            return IndicatorValues.of(indicator, table);
        }
        if (id.startsWith("score_")) {
            return scores.of(id.substring("score_".length())).clone();
        }
        if (id.startsWith("component_")) {
            return scores.of(id.substring("component_".length())).clone();
        }
        return id.equals(Component.OVERALL)
                ? overall.clone()
                : table.copyColumn(table.column(id).orElseThrow());
    }

    private int decileOf(int rank) {
        return Math.toIntExact((TENTHS * (long) rank + ranked - 1) / ranked);
    }
}
