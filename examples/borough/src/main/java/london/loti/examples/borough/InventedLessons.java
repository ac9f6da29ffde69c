package london.loti.examples.borough;

import java.util.List;

import london.loti.model.table.CsvWriter;

/**
 * A year of digital lessons that were never given, to people who do not exist. Centres are drawn by lot to teach at once or
 * to wait a year; only people with little confidence are taken. The lessons add {@value #EFFECT} points. Everybody
 * gains {@value #DRIFT} point in the year by themselves, and who was taken for a low score also scores higher the second
 * time because the first was partly bad luck: two things that a comparison of before and after takes for the lessons'.
 */
public final class InventedLessons {
    /** What the lessons truly add, in points of confidence. */
    public static final double EFFECT = 2;

    /** What everybody gains in the year, taught or not. */
    public static final double DRIFT = 1;

    private static final int CENTRES = 40;
    private static final int ASKED_A_CENTRE = 30;
    private static final double MEAN = 15;
    private static final double SPREAD = 4;
    private static final double LUCK = 2.5;
    private static final double TAKEN_UP_TO = 14;

    private InventedLessons() {}

    /**
     * The study as CSV, two rows a person.
     *
     * <pre>{@code
     * person,centre,group,wave,confidence
     * l00001,centre-01,taught,1,11.42
     * l00001,centre-01,taught,2,15.9
     * }</pre>
     */
    public static String csv(long seed) {
        Dice dice = Dice.of(seed, "lessons");
        CsvWriter csv = new CsvWriter(List.of("person", "centre", "group", "wave", "confidence"));
        int number = 0;
        for (int centre = 1; centre <= CENTRES; centre++) {
            boolean taught = centre % 2 == 1;
            double ofCentre = dice.bell() * 0.5;
            for (int asked = 0; asked < ASKED_A_CENTRE; asked++) {
                double confidence = MEAN + SPREAD * dice.bell();
                double before = confidence + LUCK * dice.bell();
                double after = confidence + DRIFT + ofCentre + (taught ? EFFECT : 0) + LUCK * dice.bell();
                if (before <= TAKEN_UP_TO) {
                    number++;
                    row(csv, number, centre, taught, 1, before);
                    row(csv, number, centre, taught, 2, after);
                }
            }
        }
        return csv.toString();
    }

    private static void row(CsvWriter csv, int number, int centre, boolean taught, int wave, double confidence) {
        csv.text("l" + (10_000 + number))
                .text("centre-" + (100 + centre))
                .text(taught ? "taught" : "waiting")
                .text(String.valueOf(wave))
                .number(Math.rint(confidence * 100) / 100)
                .endRow();
    }
}
