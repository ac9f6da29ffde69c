package london.loti.persona.evidence;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import london.loti.persona.evidence.AgreementResult.Estimated;

/** Invented ratings. */
final class Samples {
    static final List<String> PERSONAS = List.of("Amir", "Joan", "Rose", "Winston");

    private Samples() {}

    /** Two raters from a table of counts, {@code 20,10;20,50}: rows are the first one's categories. */
    static Ratings ofTable(String table) {
        RatingsBuilder ratings = Ratings.builder(2);
        String[] rows = table.split(";", -1);
        int unit = 0;
        for (int first = 0; first < rows.length; first++) {
            String[] cells = rows[first].split(",", -1);
            for (int second = 0; second < cells.length; second++) {
                for (int i = 0; i < Integer.parseInt(cells[second]); i++) {
                    ratings.unit(String.valueOf(unit++), first + 1, second + 1);
                }
            }
        }
        return ratings.build();
    }

    /** Names in rows, {@code -} for a missing one: {@code "a a -", "b - b"}. */
    static Ratings ofRows(String... rows) {
        RatingsBuilder ratings = Ratings.builder(rows[0].split(" ", -1).length);
        for (int unit = 0; unit < rows.length; unit++) {
            String[] cells = rows[unit].split(" ", -1);
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cells[i].equals("-") ? null : cells[i];
            }
            ratings.unit(String.format(Locale.ROOT, "case %d", unit), cells);
        }
        return ratings.build();
    }

    /** Numbers from 1 to 5 that agree in part; [unit][rater], {@code NaN} for missing. */
    static double[][] numbers(long seed, int units, int raters, double missing) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] numbers = new double[units][raters];
        for (double[] unit : numbers) {
            int truth = random.nextInt(1, 6);
            for (int rater = 0; rater < raters; rater++) {
                double rating = random.nextDouble() < 0.6 ? truth : random.nextInt(1, 6);
                unit[rater] = random.nextDouble() < missing ? Double.NaN : rating;
            }
        }
        return numbers;
    }

    static Ratings of(double[][] numbers) {
        RatingsBuilder ratings = Ratings.builder(numbers[0].length);
        for (int unit = 0; unit < numbers.length; unit++) {
            ratings.unit(String.valueOf(unit), numbers[unit]);
        }
        return ratings.build();
    }

    static double estimate(AgreementResult result) {
        return ((Estimated) result).estimate();
    }
}
