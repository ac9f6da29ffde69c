package london.loti.evaluation.economics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.economics.CostBenefitResult.BodyResult;
import london.loti.evaluation.economics.CostBenefitResult.LineResult;
import london.loti.evaluation.economics.Line.Side;
import london.loti.evaluation.numeric.DoubleDouble;
import london.loti.evaluation.numeric.Sums;
import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * Costs and benefits of a programme against what would be without it.
 *
 * <pre>{@code
 * CostBenefit analysis = CostBenefit.of(2026, lines).withInput("effect", Uncertain.of(effect.headline()));
 * analysis.assess().netPresentValue();
 * analysis.simulate(10_000, 1, 1).probabilityWorthIt();
 * }</pre>
 *
 * <p>Formulas: HM Treasury, The Green Book. All lines are in the prices of one year and real terms, and no outcome is
 * valued twice. An input is at its mean in {@link #assess()} and drawn in {@link #simulate}. Immutable.
 */
public final class CostBenefit {
    private static final String SOURCE = "cost-benefit analysis";

    /** The rules that lines can break together. */
    public enum Code implements Finding.Code {
        /** Two lines have one name. */
        DUPLICATE_NAME,
        /** A line is in the prices of another year. */
        OTHER_PRICE_YEAR,
        /** A line is multiplied by an input that is not given. */
        UNKNOWN_INPUT,
        /** A drop-off can lie below 0 or above 1. */
        DROP_OFF_OUT_OF_RANGE,
        /** A line times its inputs can be larger than sums hold. */
        TOO_LARGE
    }

    private final int priceYear;
    private final List<Line> lines;
    private final DiscountSchedule schedule;
    private final DiscountSchedule healthSchedule;
    private final Timing timing;
    private final SortedMap<String, Uncertain> inputs;
    private final List<RankCorrelation> correlations;

    private CostBenefit(
            int priceYear,
            List<Line> lines,
            DiscountSchedule schedule,
            DiscountSchedule healthSchedule,
            Timing timing,
            SortedMap<String, Uncertain> inputs,
            List<RankCorrelation> correlations) {
        this.priceYear = priceYear;
        this.lines = lines;
        this.schedule = schedule;
        this.healthSchedule = healthSchedule;
        this.timing = timing;
        this.inputs = inputs;
        this.correlations = correlations;
    }

    /**
     * With the Green Book's schedules of 2026 and amounts at the end of their years.
     *
     * @param priceYear the year in whose prices all lines are
     * @param lines costs and benefits
     * @return the analysis
     * @throws FindingsException if a name comes twice, a line is in other prices or an outcome is valued twice; all
     *     problems at once
     */
    public static CostBenefit of(int priceYear, List<Line> lines) {
        Amounts.priceYear("an analysis", priceYear);
        List<Finding> findings = LineRules.check(priceYear, lines, line -> Where.file(SOURCE));
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an analysis needs a line, but has none");
        }
        return new CostBenefit(
                priceYear,
                List.copyOf(lines),
                DiscountSchedule.standard(),
                DiscountSchedule.health(),
                Timing.YEAR_END,
                new TreeMap<>(),
                List.of());
    }

    /**
     * {@return the same with another discount schedule}
     *
     * @param newSchedule the rates
     */
    public CostBenefit withSchedule(DiscountSchedule newSchedule) {
        return new CostBenefit(priceYear, lines, newSchedule, healthSchedule, timing, inputs, correlations);
    }

    /**
     * {@return the same with another discount schedule for health and life satisfaction}
     *
     * @param newSchedule the rates
     */
    public CostBenefit withHealthSchedule(DiscountSchedule newSchedule) {
        return new CostBenefit(priceYear, lines, schedule, newSchedule, timing, inputs, correlations);
    }

    /**
     * {@return the same with amounts due at another time of their year}
     *
     * @param newTiming when
     */
    public CostBenefit withTiming(Timing newTiming) {
        return new CostBenefit(priceYear, lines, schedule, healthSchedule, newTiming, inputs, correlations);
    }

    /**
     * {@return the same with an uncertain input}
     *
     * @param name its name, by which lines refer to it
     * @param quantity its distribution
     */
    public CostBenefit withInput(String name, Uncertain quantity) {
        SortedMap<String, Uncertain> more = new TreeMap<>(inputs);
        more.put(name, quantity);
        return new CostBenefit(priceYear, lines, schedule, healthSchedule, timing, more, correlations);
    }

    /**
     * {@return the same with inputs that go together in the draws}
     *
     * @param pairs all pairs that go together; see {@link Simulation#withRankCorrelations}
     */
    public CostBenefit withRankCorrelations(List<RankCorrelation> pairs) {
        return new CostBenefit(priceYear, lines, schedule, healthSchedule, timing, inputs, List.copyOf(pairs));
    }

    /**
     * {@return the result with every input at its mean}
     *
     * @throws FindingsException if a line refers to an input that is not given
     */
    public CostBenefitResult assess() {
        checkInputs();
        Work work = new Work();
        double[] multipliers = lines.stream()
                .mapToDouble(line -> multiplier(line, name -> input(name).mean()))
                .toArray();
        double[] net = new double[work.years];
        double[] discountedNet = new double[work.years];
        List<LineResult> lineResults = new ArrayList<>();
        SortedMap<String, BodyResult> bodies = new TreeMap<>();
        SortedMap<ValueKind, Double> byKind = new TreeMap<>();
        DoubleDouble costs = new DoubleDouble();
        DoubleDouble publicCosts = new DoubleDouble();
        DoubleDouble benefits = new DoubleDouble();
        double[] values = new double[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean isCost = line.side() == Side.COST;
            values[i] = work.presentValue(i, multipliers[i], name -> input(name).mean()) * multipliers[i];
            (isCost ? costs : benefits).add(values[i]);
            if (isCost && line.publicSector()) {
                publicCosts.add(values[i]);
            }
            if (!isCost) {
                byKind.merge(line.kind(), values[i], Double::sum);
            }
            bodies.merge(
                    line.body(),
                    new BodyResult(isCost ? values[i] : 0, isCost ? 0 : values[i]),
                    (a, b) -> new BodyResult(a.costs() + b.costs(), a.benefits() + b.benefits()));
            for (int year = 0; year < work.years; year++) {
                double flow = work.corrected(i, multipliers[i])[year] * multipliers[i] * (isCost ? -1 : 1);
                net[year] += flow;
                discountedNet[year] += flow * work.factors(line)[year];
            }
        }
        double npv = benefits.value() - costs.value();
        for (int i = 0; i < lines.size(); i++) {
            int sign = lines.get(i).side() == Side.COST ? 1 : -1;
            lineResults.add(
                    new LineResult(lines.get(i).name(), lines.get(i).side(), values[i], change(sign * npv, values[i])));
        }
        CashFlows flows = CashFlows.of(net);
        return new CostBenefitResult(
                priceYear,
                schedule.id(),
                healthSchedule.id(),
                timing,
                work.years,
                costs.value(),
                publicCosts.value(),
                benefits.value(),
                npv,
                ratio(benefits.value(), costs.value()),
                ratio(benefits.value() - (costs.value() - publicCosts.value()), publicCosts.value()),
                ratio(npv, costs.value()),
                flows.internalRate(),
                flows.payback(),
                CashFlows.of(discountedNet).payback(),
                work.years == 1 ? null : (Double) schedule.equivalentAnnual(costs.value(), work.years - 1, timing),
                ratio(npv, benefits.value()),
                ratio(npv, costs.value()),
                byKind,
                bodies,
                lineResults,
                Arrays.stream(net).boxed().toList());
    }

    /**
     * {@return how sure the answer is}
     *
     * @param draws how many draws, 100 or more
     * @param seed the seed; the same seed gives the same bits
     * @param threads on how many threads, which changes nothing in the result
     * @throws FindingsException if a line refers to an input that is not given, or rank correlations are impossible
     */
    public CostBenefitUncertainty simulate(int draws, long seed, int threads) {
        checkInputs();
        Work work = new Work();
        Simulation simulation = Simulation.of(inputs)
                .withDraws(draws)
                .withSeed(seed)
                .withThreads(threads)
                .withRankCorrelations(correlations);
        double[][] sides = simulation.run(2, in ->
                new double[] {total(work, Side.COST, in::get), total(work, Side.BENEFIT, in::get)});
        double[] npv = new double[draws];
        double[] ratios = new double[draws];
        int worthIt = 0;
        boolean defined = true;
        for (int i = 0; i < draws; i++) {
            npv[i] = sides[1][i] - sides[0][i];
            ratios[i] = sides[1][i] / sides[0][i];
            worthIt += npv[i] > 0 ? 1 : 0;
            defined &= sides[0][i] > 0 && Math.abs(ratios[i]) <= Amounts.LARGEST;
        }
        return new CostBenefitUncertainty(
                seed,
                Distribution.of(npv),
                defined ? Distribution.of(ratios) : null,
                (double) worthIt / draws,
                ValueOfInformation.of(new double[draws], npv),
                simulation.tornado(
                        in -> total(work, Side.BENEFIT, in::get) - total(work, Side.COST, in::get), Map.of()));
    }

    private double total(Work work, Side side, ToDoubleFunction<String> values) {
        DoubleDouble sum = new DoubleDouble();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).side() == side) {
                double multiplier = multiplier(lines.get(i), values);
                sum.add(work.presentValue(i, multiplier, values) * multiplier);
            }
        }
        return sum.value();
    }

    private static double multiplier(Line line, ToDoubleFunction<String> values) {
        double product = 1;
        for (String input : line.inputs()) {
            product *= values.applyAsDouble(input);
        }
        return product;
    }

    private Uncertain input(String name) {
        Uncertain quantity = inputs.get(name);
        if (quantity == null) {
            throw new IllegalStateException("inputs are checked before they are used");
        }
        return quantity;
    }

    private void checkInputs() {
        List<Finding> findings = LineRules.checkInputs(lines, inputs, line -> Where.file(SOURCE));
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
    }

    /** A ratio to what is nought or less ranks nothing: the better programme would have the lower one. */
    private static @Nullable Double ratio(double above, double below) {
        return below > 0 ? finite(above / below) : null;
    }

    private static @Nullable Double change(double by, double value) {
        return finite(by / value);
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    /** What does not depend on the inputs, worked out once. */
    private final class Work {
        private final int years =
                lines.stream().mapToInt(line -> line.amounts().size()).max().orElse(1);
        private final double[] standard = schedule.factors(years, timing);
        private final double[] health = healthSchedule.factors(years, timing);
        private final double[][] kept = corrected(false);
        private final double[][] turned = corrected(true);
        private final double[] keptValues = presentValues(kept);
        private final double[] turnedValues = presentValues(turned);

        private double[][] corrected(boolean isTurned) {
            return lines.stream()
                    .map(line -> line.corrected(years, meanDropOff(line), isTurned))
                    .toArray(double[][]::new);
        }

        private double[] presentValues(double[][] amounts) {
            double[] values = new double[lines.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = Sums.dot(amounts[i], factors(lines.get(i)));
            }
            return values;
        }

        private double meanDropOff(Line line) {
            String dropOff = line.dropOffInput();
            return dropOff == null
                    ? line.additionality().dropOff()
                    : input(dropOff).mean();
        }

        /** What a line comes to for a multiplier of 1, corrected for the sign of the one that it has. */
        double[] corrected(int i, double multiplier) {
            return multiplier < 0 ? turned[i] : kept[i];
        }

        double presentValue(int i, double multiplier, ToDoubleFunction<String> values) {
            Line line = lines.get(i);
            String dropOff = line.dropOffInput();
            if (dropOff == null) {
                return multiplier < 0 ? turnedValues[i] : keptValues[i];
            }
            return Sums.dot(line.corrected(years, values.applyAsDouble(dropOff), multiplier < 0), factors(line));
        }

        double[] factors(Line line) {
            return line.healthRate() ? health : standard;
        }
    }
}
