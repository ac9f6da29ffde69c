package london.loti.referral.device.allocation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Finding;
import london.loti.model.need.Answer;
import london.loti.model.table.CsvReader;

/** Reads the cells of the three lists; what does not fit is a finding and never repeated. */
final class Cells {
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    private final CsvReader csv;
    private final Finding.Code code;

    Cells(CsvReader csv, Finding.Code code) {
        this.csv = csv;
        this.code = code;
    }

    /** The column, or -1 where the file does not have it. */
    int optional(String name) {
        return csv.header().contains(name) ? csv.column(name) : -1;
    }

    @Nullable
    Long whole(int column, long least, long most) {
        String text = csv.text(column);
        if (WHOLE.matcher(text).matches()) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        csv.error(code, "a whole number from " + least + " to " + most + " is wanted", csv.where(column));
        return null;
    }

    /** Empty means that nobody asked. */
    Answer answer(int column) {
        String text = csv.text(column);
        Optional<Answer> answer = switch (text) {
            case "yes" -> Optional.of(Answer.YES);
            case "no" -> Optional.of(Answer.NO);
            case "unknown" -> Optional.of(Answer.UNKNOWN);
            case "" -> Optional.of(Answer.NOT_ASKED);
            default -> Optional.empty();
        };
        if (answer.isEmpty()) {
            csv.error(code, "yes, no or unknown is wanted, or an empty cell where nobody asked", csv.where(column));
        }
        return answer.orElse(Answer.NOT_ASKED);
    }

    /** Empty means no. */
    boolean yes(int column) {
        String text = csv.text(column);
        if (!List.of("yes", "no", "").contains(text)) {
            csv.error(code, "yes or no is wanted", csv.where(column));
        }
        return text.equals("yes");
    }

    @Nullable
    LocalDate day(int column) {
        try {
            return LocalDate.parse(csv.text(column));
        } catch (DateTimeParseException e) {
            csv.error(code, "a day is wanted, for example 2026-11-25", csv.where(column));
            return null;
        }
    }

    /** What a constructor makes of the row; its message is the finding. */
    <T> Optional<T> make(Supplier<T> constructor, int column) {
        try {
            return Optional.of(constructor.get());
        } catch (IllegalArgumentException e) {
            csv.error(code, String.valueOf(e.getMessage()), csv.where(column));
            return Optional.empty();
        }
    }
}
