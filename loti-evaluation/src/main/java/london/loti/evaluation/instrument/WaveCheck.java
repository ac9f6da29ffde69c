package london.loti.evaluation.instrument;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Where;
import london.loti.model.table.CsvReader;

/** Checks that every person comes once in a wave, and that the waves' dates are in order and far enough apart. */
final class WaveCheck {
    private final CsvReader csv;
    private final @Nullable WaveInterval interval;
    private final List<String> told;
    private final String waveColumn;
    private final String dateColumn;

    WaveCheck(CsvReader csv, @Nullable WaveInterval interval, List<String> told, String waveColumn, String dateColumn) {
        this.csv = csv;
        this.interval = interval;
        this.told = told;
        this.waveColumn = waveColumn;
        this.dateColumn = dateColumn;
    }

    /** The waves in their order. */
    List<String> check(List<Responses.Row> rows) {
        List<String> waves = told.isEmpty() ? inOrder(rows) : told;
        Map<String, List<Responses.Row>> byPerson = new LinkedHashMap<>();
        for (Responses.Row row : rows) {
            if (!row.wave().isEmpty() && !waves.contains(row.wave())) {
                csv.error(ResponseProblem.UNKNOWN_WAVE, "a wave must be one of " + waves + ", but is not", where(row));
            } else if (!row.person().isEmpty() && !row.wave().isEmpty()) {
                byPerson.computeIfAbsent(row.person(), person -> new ArrayList<>())
                        .add(row);
            }
        }
        byPerson.values().forEach(person -> checkPerson(person, waves));
        return waves;
    }

    private void checkPerson(List<Responses.Row> person, List<String> waves) {
        person.sort(Comparator.comparingInt((Responses.Row row) -> waves.indexOf(row.wave()))
                .thenComparingInt(Responses.Row::line));
        Responses.Row dated = null;
        for (int i = 0; i < person.size(); i++) {
            Responses.Row row = person.get(i);
            if (i > 0 && row.wave().equals(person.get(i - 1).wave())) {
                csv.error(
                        ResponseProblem.DUPLICATE_WAVE,
                        "a person must come once in a wave, but came in line "
                                + person.get(i - 1).line() + " already"
                                + (csv.header().contains(waveColumn)
                                        ? ""
                                        : "\nMaybe tell waves apart in a column '" + waveColumn + "'."),
                        where(row));
            } else if (row.date() != null) {
                if (dated != null && dated.date() != null) {
                    checkDates(ChronoUnit.DAYS.between(dated.date(), row.date()), dated, row);
                }
                dated = row;
            }
        }
    }

    private void checkDates(long days, Responses.Row earlier, Responses.Row later) {
        Where where = Where.cell(csv.source(), later.line(), dateColumn);
        if (days < 0) {
            csv.error(
                    ResponseProblem.DATES_OUT_OF_ORDER,
                    "a later wave must have a later date, but that of the earlier wave, in line " + earlier.line()
                            + ", is later",
                    where);
        } else if (interval != null && days < interval.leastDays()) {
            csv.warning(
                    ResponseProblem.WAVES_TOO_CLOSE,
                    "waves should be " + interval.leastDays() + " days or more apart, but this comes " + days
                            + " days after that in line " + earlier.line() + "; " + interval.reason(),
                    where);
        }
    }

    private static List<String> inOrder(List<Responses.Row> rows) {
        List<String> waves = rows.stream()
                .map(Responses.Row::wave)
                .filter(wave -> !wave.isEmpty())
                .distinct()
                .toList();
        boolean numbers = waves.stream().allMatch(wave -> wave.matches("[0-9]{1,9}"));
        return numbers
                ? waves.stream()
                        .sorted(Comparator.comparingInt(Integer::parseInt))
                        .toList()
                : waves;
    }

    private Where where(Responses.Row row) {
        return Where.cell(csv.source(), row.line(), waveColumn);
    }
}
