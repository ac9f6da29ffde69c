package london.loti.workbench;

import java.time.LocalDate;

/** The years that commands may be asked about: those whose bank holidays are known, and room for what is looked for next. */
final class Years {
    private static final int FIRST = 1975;
    private static final int LAST = 2197;

    static final String WORDS = "must be in the years " + FIRST + " to " + LAST;

    private Years() {}

    static boolean has(LocalDate day) {
        return day.getYear() >= FIRST && day.getYear() <= LAST;
    }
}
