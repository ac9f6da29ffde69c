package london.loti.evaluation.did;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * How far treated units lie from the others in each period before and after they began, against the last period
 * before, with fixed effects of units and periods. Estimates are named {@code event -2}, {@code event 0} and so on, in the
 * order of time; those before 0 should be near nought, else the groups did not change alike. Immutable.
 */
public final class EventStudy {
    private final Panel panel;
    private final String outcome;
    private final String firstTreated;
    private final int reference;
    private final @Nullable String cluster;
    private final Inference inference;

    private EventStudy(
            Panel panel,
            String outcome,
            String firstTreated,
            int reference,
            @Nullable String cluster,
            Inference inference) {
        this.panel = panel;
        this.outcome = outcome;
        this.firstTreated = firstTreated;
        this.reference = reference;
        this.cluster = cluster;
        this.inference = inference;
    }

    /**
     * {@return the design, against the last period before, clustered by unit}
     *
     * @param panel units in periods
     * @param outcome the column of the outcome
     * @param firstTreated the column of the period in which a unit began; 0 or empty for never
     */
    public static EventStudy of(Panel panel, String outcome, String firstTreated) {
        return new EventStudy(panel, outcome, firstTreated, -1, null, Inference.usual());
    }

    /**
     * {@return the same against another period}
     *
     * @param event the period that others are compared with, counted from the beginning; below 0
     */
    public EventStudy withReference(int event) {
        return new EventStudy(panel, outcome, firstTreated, event, cluster, inference);
    }

    /**
     * {@return the same with other clusters}
     *
     * @param column the column of the clusters, categories
     */
    public EventStudy clusteredBy(String column) {
        return new EventStudy(panel, outcome, firstTreated, reference, column, inference);
    }

    /**
     * {@return the same with another side, level or value under test}
     *
     * @param newInference what is asked of each period
     */
    public EventStudy withInference(Inference newInference) {
        return new EventStudy(panel, outcome, firstTreated, reference, cluster, newInference);
    }

    /**
     * {@return one estimate a period, counted from the beginning; the first period with treatment is the headline}
     *
     * @throws FindingsException if nobody is treated, nobody stays untreated, each are in one cluster, or no
     *     treated unit is seen in the reference period
     */
    public Effect estimate() {
        double[] y = panel.table().numbers(outcome);
        int[] first = panel.firstTreated(firstTreated);
        Categories clusters = cluster == null ? panel.units() : panel.table().categories(cluster);
        int[] rows = IntStream.range(0, y.length)
                .filter(i -> !Double.isNaN(y[i]) && clusters.code(i) >= 0)
                .toArray();
        int[] events = Arrays.stream(rows).map(row -> event(first, row)).toArray();
        int[] seen = Arrays.stream(events)
                .filter(event -> event != Integer.MAX_VALUE)
                .sorted()
                .distinct()
                .toArray();
        require(first, seen);
        Within within = new Within(panel, rows, FixedEffects.pick(y, rows));
        int[] order = IntStream.concat(
                        Arrays.stream(seen).filter(event -> event >= 0),
                        Arrays.stream(seen).filter(event -> event < 0))
                .filter(event -> event != reference)
                .toArray();
        for (int event : order) {
            within.add(
                    "event " + event,
                    Arrays.stream(events).mapToDouble(e -> e == event ? 1 : 0).toArray());
        }
        Effect.Builder effect = Effect.builder("event-study", rows.length)
                .convention("reference", "event " + reference)
                .dataHash(panel.table().hash())
                .diagnostic("starts", starts(first))
                .assumes("Without the programme, treated and untreated units would have changed alike.")
                .assumes("The effect of each period since the beginning is the same, whenever a unit began.");
        Replication.check(
                effect,
                Arrays.stream(rows).map(row -> first[panel.units().code(row)]).toArray(),
                clusters.select(rows).codes(),
                Where.column(panel.table().source(), firstTreated));
        within.fit(effect, clusters, inference);
        return effect.build();
    }

    private static double starts(int[] first) {
        return Arrays.stream(first)
                .filter(began -> began != Integer.MAX_VALUE)
                .distinct()
                .toArray()
                .length;
    }

    private int event(int[] first, int row) {
        int began = first[panel.units().code(row)];
        return began == Integer.MAX_VALUE ? began : panel.periodAt(panel.periodOf(row)) - began;
    }

    private void require(int[] first, int[] seen) {
        boolean untreated = Arrays.stream(first).anyMatch(f -> f == Integer.MAX_VALUE);
        boolean referenceSeen = Arrays.stream(seen).anyMatch(event -> event == reference);
        if (seen.length == 0 || !untreated) {
            throw problem(
                    seen.length == 0 ? StudyProblem.ONE_GROUP : StudyProblem.NOBODY_UNTREATED,
                    seen.length == 0
                            ? "some units must be treated, but none is"
                            : "some units must never be treated, but all are"
                                    + "\nMaybe compare with those not yet treated: staggered adoption does.");
        }
        if (!referenceSeen || reference >= 0) {
            throw problem(
                    StudyProblem.OUT_OF_ORDER,
                    "the reference must be a period before the beginning in which treated units are seen, but event "
                            + reference + " is none\nMaybe units are treated from the first period on, or another"
                            + " reference was meant.");
        }
    }

    private FindingsException problem(StudyProblem problem, String message) {
        return FindingsException.error(
                problem, message, Where.column(panel.table().source(), firstTreated));
    }
}
