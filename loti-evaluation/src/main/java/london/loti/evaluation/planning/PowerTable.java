package london.loti.evaluation.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * How the power changes with the number of units and the effect, since neither is sure beforehand.
 *
 * @param cells a cell for each size and effect, sizes in their order, within each the effects
 */
public record PowerTable(List<Cell> cells) {
    /**
     * Copies the cells.
     *
     * @param cells a cell for each size and effect
     */
    public PowerTable {
        cells = List.copyOf(cells);
    }

    /**
     * One cell.
     *
     * @param units the units in the first group, or pairs
     * @param effect the effect that is supposed
     * @param power the power, from 0 to 1
     */
    public record Cell(double units, double effect, double power) {}

    /**
     * {@return the table}
     *
     * @param units the numbers of units
     * @param effects the effects
     * @param power the power of a number of units and an effect, for example {@code TTestPower.twoSample()::power}
     */
    public static PowerTable of(double[] units, double[] effects, DoubleBinaryOperator power) {
        List<Cell> cells = new ArrayList<>();
        for (double size : units) {
            Arrays.stream(effects)
                    .mapToObj(effect -> new Cell(size, effect, power.applyAsDouble(size, effect)))
                    .forEach(cells::add);
        }
        return new PowerTable(cells);
    }
}
