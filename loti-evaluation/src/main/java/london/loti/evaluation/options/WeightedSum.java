package london.loti.evaluation.options;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.options.AppraisalResult.Dominance;
import london.loti.evaluation.options.AppraisalResult.OptionResult;
import london.loti.evaluation.options.AppraisalResult.Sensitivity;
import london.loti.evaluation.options.AppraisedOption.Kind;

/**
 * The additive model of values (Keeney and Raiffa 1976, ISBN 978-0-521-43883-4), with rank acceptability after Lahdelma
 * and Salminen 2001, doi:10.1287/opre.49.3.444.11220.
 */
final class WeightedSum {
    /** Rounding alone moves a total by less. */
    private static final double EQUAL = 1e-9;

    private final OptionsAppraisal appraisal;
    private final List<Criterion> criteria;
    private final List<AppraisedOption> options;
    private final double[] weights;
    private final double[][] values;
    private final double[] totals;

    WeightedSum(OptionsAppraisal appraisal) {
        this.appraisal = appraisal;
        this.criteria = appraisal.criteria();
        this.options = appraisal.options();
        double sum = criteria.stream().mapToDouble(Criterion::weight).sum();
        this.weights = criteria.stream().mapToDouble(c -> c.weight() / sum).toArray();
        this.values = new double[options.size()][criteria.size()];
        for (int o = 0; o < values.length; o++) {
            SortedMap<String, Double> scores = options.get(o).scores();
            for (int c = 0; c < criteria.size(); c++) {
                Double score = scores.get(criteria.get(c).id());
                values[o][c] = criteria.get(c).valueOf(score == null ? Double.NaN : score);
            }
        }
        this.totals = totals(weights);
    }

    AppraisalResult appraise() {
        double[][] acceptability = new RankAcceptability(values).over(appraisal.draws(), appraisal.seed());
        List<OptionResult> results = new ArrayList<>();
        for (int o = 0; o < values.length; o++) {
            results.add(result(o, acceptability[o]));
        }
        results.sort(Comparator.comparingInt(OptionResult::rank)); // a stable sort keeps the order of equal ones
        SortedMap<String, Double> byId = new TreeMap<>();
        List<Sensitivity> sensitivities = new ArrayList<>();
        for (int c = 0; c < weights.length; c++) {
            byId.put(criteria.get(c).id(), weights[c]);
            sensitivities.add(sensitivity(c));
        }
        String preferred = results.stream()
                .filter(option -> option.failed().isEmpty())
                .findFirst()
                .map(OptionResult::id)
                .orElse(null);
        List<Dominance> dominances = dominances();
        return new AppraisalResult(
                appraisal.id(),
                appraisal.title(),
                byId,
                results,
                preferred,
                dominances,
                sensitivities,
                appraisal.draws(),
                appraisal.seed(),
                new BarrierRegister(appraisal.barriers()).standing(),
                warnings(results, preferred, dominances));
    }

    private double[] totals(double[] by) {
        double[] totals = new double[values.length];
        for (int o = 0; o < totals.length; o++) {
            for (int c = 0; c < by.length; c++) {
                totals[o] += by[c] * values[o][c];
            }
        }
        return totals;
    }

    private OptionResult result(int o, double[] acceptability) {
        AppraisedOption option = options.get(o);
        SortedMap<String, Double> byCriterion = new TreeMap<>();
        for (int c = 0; c < criteria.size(); c++) {
            byCriterion.put(criteria.get(c).id(), values[o][c]);
        }
        int rank = 1
                + (int) Arrays.stream(totals)
                        .filter(total -> total > totals[o] + EQUAL)
                        .count();
        List<String> failed = appraisal.successFactors().stream()
                .map(SuccessFactor::id)
                .filter(factor -> !option.meets().getOrDefault(factor, false))
                .toList();
        return new OptionResult(
                option.id(),
                option.name(),
                option.kind(),
                totals[o],
                rank,
                byCriterion,
                failed,
                Arrays.stream(acceptability).boxed().toList());
    }

    private List<Dominance> dominances() {
        List<Dominance> found = new ArrayList<>();
        for (int a = 0; a < values.length; a++) {
            for (int b = 0; b < values.length; b++) {
                int better = 0;
                int worse = 0;
                for (int c = 0; c < criteria.size(); c++) {
                    better += values[a][c] > values[b][c] ? 1 : 0;
                    worse += values[a][c] < values[b][c] ? 1 : 0;
                }
                if (better > 0 && worse == 0) {
                    found.add(new Dominance(options.get(a).id(), options.get(b).id(), better == criteria.size()));
                }
            }
        }
        return found;
    }

    /** Totals are straight lines in one criterion's weight, so that the first place changes where two of them cross. */
    private Sensitivity sensitivity(int criterion) {
        double[] rest = restOf(criterion);
        double now = weights[criterion];
        int first = first(totals);
        double lower = -1;
        double upper = 2;
        for (int o = 0; o < values.length; o++) {
            double gapAtOne = values[first][criterion] - values[o][criterion];
            double gapAtNought = rest[first] - rest[o];
            double slope = gapAtOne - gapAtNought;
            if (Math.abs(slope) > EQUAL) {
                double crossing = -gapAtNought / slope;
                if (slope > 0 && crossing > lower && crossing > EQUAL) {
                    lower = crossing;
                } else if (slope < 0 && crossing < upper && crossing < 1 - EQUAL) {
                    upper = crossing;
                }
            }
        }
        return new Sensitivity(
                criteria.get(criterion).id(),
                now,
                lower < 0 ? null : (Double) Math.min(lower, now),
                lower < 0 ? null : firstBeside(criterion, rest, lower, -1),
                upper > 1 ? null : (Double) Math.max(upper, now),
                upper > 1 ? null : firstBeside(criterion, rest, upper, 1));
    }

    private @Nullable String firstBeside(int criterion, double[] rest, double weight, int direction) {
        double beside = weight + direction * 1e-6;
        double[] there = new double[values.length];
        for (int o = 0; o < there.length; o++) {
            there[o] = beside * values[o][criterion] + (1 - beside) * rest[o];
        }
        return options.get(first(there)).id();
    }

    /** The totals without a criterion; where it has all the weight, the others weigh the same. */
    private double[] restOf(int criterion) {
        double[] others = weights.clone();
        others[criterion] = 0;
        double sum = Arrays.stream(others).sum();
        for (int c = 0; c < others.length; c++) {
            boolean other = c != criterion;
            others[c] = sum > 0 ? others[c] / sum : other ? 1.0 / Math.max(1, others.length - 1) : 0;
        }
        return totals(others);
    }

    private static int first(double[] totals) {
        int first = 0;
        for (int o = 1; o < totals.length; o++) {
            first = totals[o] > totals[first] + EQUAL ? o : first;
        }
        return first;
    }

    private static List<String> warnings(
            List<OptionResult> results, @Nullable String preferred, List<Dominance> dominances) {
        List<String> warnings = new ArrayList<>();
        OptionResult top = results.get(0);
        if (preferred == null) {
            warnings.add("No option meets every success factor.");
        } else if (!preferred.equals(top.id())) {
            warnings.add("'" + top.name() + "' has the highest total, but does not meet every success factor.");
        }
        if (results.size() > 1 && results.get(1).rank() == 1) {
            warnings.add("Several options share the first place.");
        }
        if (top.rankAcceptability().get(0) < 0.5) {
            warnings.add("'" + top.name() + "' is first for fewer than half of all weightings: the choice rests on the"
                    + " weights.");
        }
        if (top.kind() != Kind.DO_SOMETHING) {
            warnings.add("Doing nothing or the minimum has the highest total.");
        }
        for (Dominance dominance : dominances) {
            if (dominance.dominated().equals(preferred)) {
                warnings.add(
                        "'" + dominance.option() + "' is at least as good on every criterion as the preferred option,"
                                + " which only a success factor can justify.");
            }
        }
        return warnings;
    }
}
