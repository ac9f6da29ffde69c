package london.loti.evaluation.economics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import london.loti.evaluation.economics.WholeLifeComparison.ByCouncils;
import london.loti.evaluation.economics.WholeLifeComparison.OptionResult;
import london.loti.evaluation.economics.WholeLifeComparison.Pair;
import london.loti.evaluation.economics.WholeLifeOption.Kind;
import london.loti.evaluation.numeric.DoubleDouble;

/** Works out what the options of a model cost. */
final class WholeLifeCost {
    /** Up to how many councils the curve of an open source option goes, unless more take part. */
    private static final int CURVE = 100;

    private final WholeLifeCostModel model;
    private final DiscountSchedule schedule;
    private final double[] factors;
    private final List<WholeLifeOption> options;
    private final List<OptionCosts> costs;

    WholeLifeCost(WholeLifeCostModel model, DiscountSchedule schedule) {
        this.model = model;
        this.schedule = schedule;
        this.factors = schedule.factors(model.years(), model.timing());
        this.options = model.options();
        this.costs = costs(Adopters.of(model));
    }

    WholeLifeComparison compare(int threads) {
        List<OptionResult> results = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            results.add(result(options.get(i), costs.get(i)));
        }
        String cheapest = results.stream()
                .min(Comparator.comparingDouble(OptionResult::presentValue))
                .orElseThrow()
                .id();
        List<Pair> pairs = pairs();
        List<ByCouncils> curves = curves();
        WholeLifeUncertainty uncertainty = new WholeLifeDraws(model, options, costs).draw(threads);
        int councils = model.adoption().get(model.adoption().size() - 1).councils();
        WholeLifeComparison bare = new WholeLifeComparison(
                model.id(),
                model.title(),
                model.priceYear(),
                schedule.id(),
                model.timing(),
                model.years(),
                model.council(),
                councils,
                results,
                cheapest,
                pairs,
                curves,
                uncertainty,
                model.claims(),
                List.of());
        return bare.withWords(new BestValueWords(model, bare).sentences());
    }

    private List<OptionCosts> costs(Adopters adopters) {
        return options.stream()
                .map(option -> new OptionCosts(option, adopters, factors))
                .toList();
    }

    private OptionResult result(WholeLifeOption option, OptionCosts cost) {
        SortedMap<Stage, Double> byStage = new TreeMap<>();
        DoubleDouble staffTime = new DoubleDouble();
        double[] byYear = byYear(cost);
        for (int i = 0; i < cost.lines().size(); i++) {
            CostLine line = cost.lines().get(i);
            double value = line.amount() * cost.unitValue(i);
            byStage.merge(line.stage(), value, Double::sum);
            staffTime.add(line.isStaffTime() ? value : 0);
        }
        double presentValue = cost.presentValue();
        return new OptionResult(
                option.id(),
                option.name(),
                option.kind(),
                presentValue,
                presentValue / model.council().residents(),
                schedule.equivalentAnnual(presentValue, model.years(), model.timing()),
                presentValue - staffTime.value(),
                staffTime.value(),
                byStage,
                cost.value(cost.coordinationByYear()),
                cost.value(cost.maintainerRiskByYear()),
                cost.lockInValue(),
                cost.grants(),
                presentValue - cost.grants(),
                cost.exitMultiplier(),
                Arrays.stream(byYear).boxed().toList());
    }

    private double[] byYear(OptionCosts cost) {
        double[] sum = cost.coordinationByYear();
        double[] risk = cost.maintainerRiskByYear();
        for (int year = 0; year < sum.length; year++) {
            sum[year] += risk[year];
        }
        for (int i = 0; i < cost.lines().size(); i++) {
            double[] line = cost.lineByYear(i);
            for (int year = 0; year < sum.length; year++) {
                sum[year] += line[year];
            }
        }
        return sum;
    }

    private List<Pair> pairs() {
        List<OptionCosts> alone = costs(Adopters.constant(model, 1));
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            for (int j = 0; j < options.size(); j++) {
                if (options.get(i).kind() == Kind.OPEN_SOURCE && i != j) {
                    pairs.add(pair(i, j, alone));
                }
            }
        }
        return pairs;
    }

    private Pair pair(int open, int other, List<OptionCosts> alone) {
        double[] openByYear = byYear(costs.get(open));
        double[] otherByYear = byYear(costs.get(other));
        List<Double> cumulative = new ArrayList<>();
        DoubleDouble sum = new DoubleDouble();
        for (int year = 0; year < factors.length; year++) {
            sum.add((otherByYear[year] - openByYear[year]) * factors[year]);
            cumulative.add(sum.value());
        }
        int first = 0;
        while (first < cumulative.size() && cumulative.get(first) <= 0) {
            first++;
        }
        boolean found = first < cumulative.size();
        BreakEven breakEven = BreakEven.of(
                options.get(open), alone.get(open), alone.get(other).presentValue(), factors);
        boolean comparable = !options.get(other).isShared();
        return new Pair(
                options.get(open).id(),
                options.get(other).id(),
                costs.get(other).presentValue() - costs.get(open).presentValue(),
                cumulative,
                found ? first : null,
                found && cumulative.stream().skip(first).allMatch(saving -> saving > 0),
                breakEven.shared(),
                breakEven.own(),
                alone.get(other).presentValue(),
                comparable ? breakEven.councils() : null,
                comparable ? breakEven.needed() : null);
    }

    private List<ByCouncils> curves() {
        int most = model.adoption().stream().mapToInt(Adoption::councils).max().orElse(1);
        List<double[]> values = new ArrayList<>();
        for (int number = 1; number <= Math.max(CURVE, most); number++) {
            values.add(costs(Adopters.constant(model, number)).stream()
                    .mapToDouble(OptionCosts::presentValue)
                    .toArray());
        }
        List<ByCouncils> curves = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).kind() == Kind.OPEN_SOURCE) {
                curves.add(curve(i, values));
            }
        }
        return curves;
    }

    private ByCouncils curve(int option, List<double[]> values) {
        List<ByCouncils.Point> points = new ArrayList<>();
        Integer from = null;
        Integer to = null;
        for (int i = 0; i < values.size(); i++) {
            int cheapest = cheapest(values.get(i));
            points.add(new ByCouncils.Point(
                    i + 1, values.get(i)[option], options.get(cheapest).id()));
            if (cheapest == option && from == null) {
                from = i + 1;
            }
            if (cheapest != option && from != null && to == null) {
                to = i;
            }
        }
        return new ByCouncils(options.get(option).id(), from, to, points);
    }

    /** The place of the lowest; the first of several. */
    static int cheapest(double[] values) {
        int cheapest = 0;
        for (int i = 1; i < values.length; i++) {
            cheapest = values[i] < values[cheapest] ? i : cheapest;
        }
        return cheapest;
    }
}
