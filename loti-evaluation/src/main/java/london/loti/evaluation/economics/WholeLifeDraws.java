package london.loti.evaluation.economics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

import london.loti.evaluation.economics.Simulation.Inputs;
import london.loti.evaluation.economics.WholeLifeOption.Kind;
import london.loti.evaluation.economics.WholeLifeUncertainty.Tornado;
import london.loti.evaluation.numeric.DoubleDouble;

/** Draws the amounts of a model, and the years in which councils leave early and maintainers stop. */
final class WholeLifeDraws {
    private static final Uncertain UNIFORM = Uncertain.beta(1, 1);

    private final WholeLifeCostModel model;
    private final List<WholeLifeOption> options;
    private final List<OptionCosts> costs;
    private final double[][] unitValues;
    private final double[] coordination;

    WholeLifeDraws(WholeLifeCostModel model, List<WholeLifeOption> options, List<OptionCosts> costs) {
        this.model = model;
        this.options = options;
        this.costs = costs;
        this.unitValues = new double[costs.size()][];
        this.coordination = new double[costs.size()];
        for (int i = 0; i < unitValues.length; i++) {
            OptionCosts cost = costs.get(i);
            unitValues[i] = new double[cost.lines().size()];
            for (int line = 0; line < unitValues[i].length; line++) {
                unitValues[i][line] = cost.unitValue(line);
            }
            coordination[i] = cost.value(cost.coordinationByYear());
        }
    }

    WholeLifeUncertainty draw(int threads) {
        double[][] drawn = Simulation.of(inputs(true))
                .withDraws(model.draws())
                .withSeed(model.seed())
                .withThreads(threads)
                .run(options.size(), in -> {
                    double[] values = new double[options.size()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = drawn(i, in);
                    }
                    return values;
                });
        int[] cheapest = new int[options.size()];
        double[] values = new double[options.size()];
        for (int draw = 0; draw < model.draws(); draw++) {
            for (int i = 0; i < values.length; i++) {
                values[i] = drawn[i][draw];
            }
            cheapest[WholeLifeCost.cheapest(values)]++;
        }
        SortedMap<String, Double> probability = new TreeMap<>();
        SortedMap<String, Distribution> presentValues = new TreeMap<>();
        double[][] netBenefits = new double[options.size()][model.draws()];
        for (int i = 0; i < options.size(); i++) {
            String id = options.get(i).id();
            probability.put(id, (double) cheapest[i] / model.draws());
            presentValues.put(id, Distribution.of(drawn[i]));
            for (int draw = 0; draw < model.draws(); draw++) {
                netBenefits[i][draw] = -drawn[i][draw];
            }
        }
        return new WholeLifeUncertainty(
                model.draws(),
                model.seed(),
                probability,
                presentValues,
                ValueOfInformation.of(netBenefits),
                tornadoes());
    }

    private List<Tornado> tornadoes() {
        Map<String, Double> centre = new TreeMap<>();
        for (WholeLifeOption option : options) {
            option.lines().forEach(line -> centre.put(OptionCosts.input(option, line), line.amount()));
        }
        List<Tornado> tornadoes = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).kind() == Kind.OPEN_SOURCE) {
                int open = i;
                int other = cheapestOther(open);
                ToDoubleFunction<Inputs> saving = in -> expected(other, in) - expected(open, in);
                tornadoes.add(new Tornado(
                        options.get(open).id(),
                        options.get(other).id(),
                        Simulation.of(inputs(false)).tornado(saving, centre).stream()
                                .filter(swing -> swing.size() > 0)
                                .toList()));
            }
        }
        return tornadoes;
    }

    private int cheapestOther(int option) {
        double[] values = costs.stream().mapToDouble(OptionCosts::presentValue).toArray();
        values[option] = Double.POSITIVE_INFINITY;
        return WholeLifeCost.cheapest(values);
    }

    private SortedMap<String, Uncertain> inputs(boolean withEvents) {
        SortedMap<String, Uncertain> inputs = new TreeMap<>();
        for (int i = 0; i < options.size(); i++) {
            WholeLifeOption option = options.get(i);
            option.lines().forEach(line -> inputs.put(OptionCosts.input(option, line), OptionCosts.quantity(line)));
            if (withEvents && costs.get(i).lockInProbability() > 0) {
                inputs.put(leaving(option), UNIFORM);
            }
            if (withEvents && costs.get(i).stopProbability() > 0) {
                inputs.put(stopping(option), UNIFORM);
            }
        }
        return inputs;
    }

    private double expected(int option, Inputs in) {
        DoubleDouble sum = amounts(option, in, unitValues[option]);
        sum.add(costs.get(option).value(costs.get(option).maintainerRiskByYear()));
        return sum.value();
    }

    private double drawn(int option, Inputs in) {
        OptionCosts cost = costs.get(option);
        double[] units = unitValues[option];
        if (cost.lockInProbability() > 0) {
            int leaves = OptionCosts.eventYear(in.get(leaving(options.get(option))), cost.lockInProbability());
            units = units.clone();
            for (int line = 0; line < units.length; line++) {
                units[line] = cost.unitValue(line, leaves);
            }
        }
        DoubleDouble sum = amounts(option, in, units);
        if (cost.stopProbability() > 0) {
            sum.add(cost.forkValue(
                    OptionCosts.eventYear(in.get(stopping(options.get(option))), cost.stopProbability())));
        }
        return sum.value();
    }

    private DoubleDouble amounts(int option, Inputs in, double[] units) {
        DoubleDouble sum = new DoubleDouble();
        sum.add(coordination[option]);
        for (int line = 0; line < units.length; line++) {
            CostLine cost = costs.get(option).lines().get(line);
            sum.add(units[line] * in.get(OptionCosts.input(options.get(option), cost)));
        }
        return sum;
    }

    private static String leaving(WholeLifeOption option) {
        return option.id() + " leaves early"; // no line's input has this name: those have a slash after the id
    }

    private static String stopping(WholeLifeOption option) {
        return option.id() + " loses its maintainers";
    }
}
