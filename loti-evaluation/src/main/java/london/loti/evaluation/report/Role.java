package london.loti.evaluation.report;

import java.util.Locale;

/** What an effect is for in the report. */
enum Role {
    PRIMARY,
    SECONDARY,
    SENSITIVITY,
    SUBGROUP,
    OVER_TIME,
    MEANS,
    BALANCE;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
