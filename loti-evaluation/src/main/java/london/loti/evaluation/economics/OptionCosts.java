package london.loti.evaluation.economics;

import java.util.List;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.economics.WholeLifeOption.MaintainerRisk;
import london.loti.evaluation.numeric.DoubleDouble;
import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.options.DataAccessChecklist;

/**
 * What one option costs one council. Each line is its amount times what falls due by year, so that amounts can be drawn
 * without working out the years anew. What depends on chance is here as its expectation, or for a given year.
 */
final class OptionCosts {
    /** The year of an event that does not come. */
    static final int NEVER = Integer.MAX_VALUE;

    private final WholeLifeOption option;
    private final Adopters adopters;
    private final double[] factors;
    private final int years;
    private final double lockIn;
    private final double exitMultiplier;
    private final double[][] units;

    OptionCosts(WholeLifeOption option, Adopters adopters, double[] factors) {
        this.option = option;
        this.adopters = adopters;
        this.factors = factors;
        this.years = factors.length;
        this.lockIn = option.lockIn() == null ? 0 : option.lockIn();
        SortedMap<String, Boolean> answers = option.dataAccess();
        this.exitMultiplier =
                answers == null ? 1 : DataAccessChecklist.bundled().exitMultiplier(answers);
        this.units = new double[lines().size()][];
        for (int i = 0; i < units.length; i++) {
            units[i] = expectedUnits(lines().get(i));
        }
    }

    List<CostLine> lines() {
        return option.lines();
    }

    double exitMultiplier() {
        return exitMultiplier;
    }

    /** The expected present value of a line for each pound of its amount. */
    double unitValue(int line) {
        return Sums.dot(units[line], factors);
    }

    /** The same where the council leaves in a given year; other lines than those of leaving stay as they are. */
    double unitValue(int line, int leavesIn) {
        CostLine cost = lines().get(line);
        if (!mayComeEarly(cost)) {
            return unitValue(line);
        }
        int due = leavesIn < cost.from() ? leavesIn : cost.from();
        return unit(cost, due) * factors[due];
    }

    /** What is expected to fall due by year, undiscounted. */
    double[] lineByYear(int line) {
        double[] amounts = units[line].clone();
        for (int year = 0; year < years; year++) {
            amounts[year] *= lines().get(line).amount();
        }
        return amounts;
    }

    double[] coordinationByYear() {
        double[] amounts = new double[years];
        Double coordination = option.coordination();
        for (int year = 0; coordination != null && year < years; year++) {
            amounts[year] = coordination * Math.log(adopters.councils(year));
        }
        return amounts;
    }

    double[] maintainerRiskByYear() {
        double[] amounts = new double[years];
        double still = 1;
        for (int year = 1; year < years; year++) {
            double stops = still * stopProbability();
            amounts[year] = stops * fork(year);
            still -= stops;
        }
        return amounts;
    }

    /** What taking over costs in present value if the maintainers stop in a year. */
    double forkValue(int year) {
        return year >= years ? 0 : fork(year) * factors[year];
    }

    double stopProbability() {
        MaintainerRisk risk = option.maintainerRisk();
        return risk == null ? 0 : risk.probability();
    }

    double lockInProbability() {
        return lockIn;
    }

    /** By how much leaving early raises the expected present value. */
    double lockInValue() {
        DoubleDouble sum = new DoubleDouble();
        for (int i = 0; i < units.length; i++) {
            sum.add(lines().get(i).amount() * (unitValue(i) - unitValue(i, NEVER)));
        }
        return sum.value();
    }

    double grants() {
        DoubleDouble sum = new DoubleDouble();
        for (WholeLifeOption.Grant grant : option.grants()) {
            for (int year = 0; year < grant.amounts().size(); year++) {
                sum.add(grant.amounts().get(year) * factors[year]);
            }
        }
        return sum.value();
    }

    /** The expected present value of everything. */
    double presentValue() {
        DoubleDouble sum = new DoubleDouble();
        for (int i = 0; i < units.length; i++) {
            sum.add(lines().get(i).amount() * unitValue(i));
        }
        sum.add(value(coordinationByYear()));
        sum.add(value(maintainerRiskByYear()));
        return sum.value();
    }

    double value(double[] byYear) {
        return Sums.dot(byYear, factors);
    }

    /** The year of an event with a yearly probability from year 1 on, from a uniform number above 0 and below 1. */
    static int eventYear(double uniform, double probability) {
        if (probability <= 0) {
            return NEVER;
        }
        double year = probability >= 1 ? 1 : Math.ceil(Math.log1p(-uniform) / Math.log1p(-probability));
        return (int) Math.min(NEVER, Math.max(1, year));
    }

    private double fork(int year) {
        MaintainerRisk risk = option.maintainerRisk();
        return risk == null ? 0 : risk.forkCost() * adopters.share(risk.sharing(), year);
    }

    private boolean mayComeEarly(CostLine line) {
        return line.stage() == Stage.EXIT && line.every() == null;
    }

    private double unit(CostLine line, int year) {
        return line.unit(year, adopters) * (line.stage() == Stage.EXIT ? exitMultiplier : 1);
    }

    private double[] expectedUnits(CostLine line) {
        double[] expected = new double[years];
        if (!mayComeEarly(line)) {
            for (int year = 0; year < years; year++) {
                expected[year] = line.isDue(year) ? unit(line, year) : 0;
            }
            return expected;
        }
        double still = 1;
        for (int year = 1; year < line.from(); year++) {
            expected[year] = still * lockIn * unit(line, year);
            still *= 1 - lockIn;
        }
        expected[line.from()] = still * unit(line, line.from());
        return expected;
    }

    /** The name under which a line's amount is drawn. */
    static String input(WholeLifeOption option, CostLine line) {
        return option.id() + "/" + line.name();
    }

    /** The distribution of a line's amount. */
    static Uncertain quantity(CostLine line) {
        @Nullable Uncertain uncertainty = line.uncertainty();
        return uncertainty == null ? Uncertain.fixed(line.amount()) : uncertainty;
    }
}
