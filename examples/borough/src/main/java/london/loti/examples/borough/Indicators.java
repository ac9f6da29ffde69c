package london.loti.examples.borough;

import java.util.ArrayList;
import java.util.List;

import org.locationtech.jts.geom.Coordinate;

/**
 * The indicators of every area, worked out from what lies behind them. Shares are whole people or households over a
 * whole number of them, as in a census; scores have three decimals.
 */
final class Indicators {
    private final double[] age;
    private final double[] poverty;
    private final double[] newcomers;
    private final double[] poorConnection;
    private final double[] ill;
    private final double[] unskilled;

    private Indicators(List<Coordinate> places, long seed) {
        age = Latent.age(places, Dice.of(seed, "age"));
        poverty = Latent.poverty(places, Dice.of(seed, "poverty"));
        newcomers = Latent.newcomers(places, Dice.of(seed, "newcomers"));
        poorConnection = Latent.poorConnection(places, Dice.of(seed, "poor connection"));
        ill = Latent.remainder(places, Dice.of(seed, "ill"));
        unskilled = Latent.remainder(places, Dice.of(seed, "unskilled"));
    }

    /** One column a metric of {@link Measures}, one number a place. */
    static List<double[]> of(List<Coordinate> places, long seed) {
        Indicators indicators = new Indicators(places, seed);
        Dice dice = Dice.of(seed, "indicators");
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            rows.add(indicators.row(i, dice));
        }
        List<double[]> columns = new ArrayList<>();
        for (int column = 0; column < rows.get(0).length; column++) {
            int which = column;
            columns.add(rows.stream().mapToDouble(row -> row[which]).toArray());
        }
        return columns;
    }

    private double[] row(int i, Dice dice) {
        double a = age[i];
        double p = poverty[i];
        double n = newcomers[i];
        double labour = 0.62 * p + 0.38 * n + 0.45 * unskilled[i];
        double pop = Math.rint(within(1050, 2950, 1660 + 75 * n + 40 * p + 250 * dice.bell()));
        double households = Math.rint(pop / within(1.7, 3.4, 2.45 + 0.1 * n + 0.12 * dice.bell()));
        double sixtyFive = Math.rint(pop * share(-1.98 + 0.46 * a + 0.12 * dice.bell()));
        double seventyFive = Math.rint(sixtyFive * within(0.25, 0.65, 0.44 + 0.03 * a + 0.045 * dice.bell()));
        double disabled = share(-1.87 + 0.15 * a + 0.2 * p - 0.04 * n + 0.13 * ill[i] + 0.05 * dice.bell());
        double socialRented = share(-1.65 + 0.85 * p - 0.1 * a + 0.55 * dice.bell());
        double overcrowded = share(-2.25 + 0.4 * p + 0.33 * n - 0.1 * a + 0.3 * dice.bell());
        double deprived = share(-1.5 + 0.34 * p + 0.14 * labour + 0.07 * ill[i] + 0.15 * dice.bell());
        double language = share(-1.5 + 0.5 * n + 0.08 * p - 0.04 * a + 0.25 * dice.bell());
        double routine = share(-1.95 + 0.55 * labour + 0.15 * dice.bell());
        double unemployed = share(-3.45 + 0.17 * p + 0.05 * n - 0.06 * a + 0.2 * dice.bell());
        double lowSkills = share(-1.35 + 0.48 * labour + 0.04 * a + 0.08 * dice.bell());
        double connection = -0.25 + 0.55 * poorConnection[i] + 0.15 * p + 0.15 * dice.bell();
        double income = share(-1.15 + 0.62 * p + 0.12 * n - 0.06 * a + 0.2 * dice.bell());
        double education = 100 * share(-2.05 + 0.85 * labour + 0.25 * dice.bell());
        double health = -0.3 + 0.46 * p - 0.16 * a + 0.22 * ill[i] + 0.27 * dice.bell();
        double deprivation = within(0.5, 90, 6 + 48 * income + 0.22 * education + 3.5 * health + 1.5 * dice.bell());
        double offline = -3.35
                + 0.036 * (100 * sixtyFive / pop - 13)
                + 0.09 * (100 * disabled - 14)
                + 0.04 * poorConnection[i]
                + 0.06 * labour
                + 0.27 * dice.bell();
        return new double[] {
            pop,
            percent(sixtyFive, pop),
            percent(seventyFive, pop),
            percent(pop * disabled, pop),
            percent(households * socialRented, households),
            percent(households * overcrowded, households),
            percent(households * deprived, households),
            percent(pop * language, pop),
            percent(pop * routine, pop),
            percent(pop * unemployed, pop),
            rounded(lowSkills, 1e3),
            rounded(connection, 1e3),
            rounded(deprivation, 1e3),
            rounded(income, 1e3),
            rounded(education, 1e3),
            rounded(health, 1e3),
            rounded(100 - 100 * share(offline), 10)
        };
    }

    /** From any number to a share between 0 and 1 (the logistic function). */
    private static double share(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    private static double percent(double part, double whole) {
        return rounded(100 * Math.rint(part) / whole, 1e6);
    }

    private static double rounded(double number, double parts) {
        return Math.rint(number * parts) / parts;
    }

    private static double within(double low, double high, double number) {
        return Math.max(low, Math.min(high, number));
    }
}
