package london.loti.model.validation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.ConstraintValidatorContext;

/** What a {@link PlausibleDate} asks for. */
record DateLimits(LocalDate earliest, int yearsAhead, String message) {
    private static final String NOT_A_YEAR_AHEAD = "must not be before {earliest} or more than a year in the future";
    private static final String NOT_YEARS_AHEAD =
            "must not be before {earliest} or more than {yearsAhead} years in the future";

    private static final int MOST_YEARS = 1_000;

    static final DateLimits STANDARD =
            new DateLimits(LocalDate.of(1900, 1, 1), 0, PlausibleDate.DateCheck.NOT_IN_FUTURE);

    static DateLimits of(PlausibleDate constraint) {
        if (constraint.yearsAhead() < 0 || constraint.yearsAhead() > MOST_YEARS) {
            throw new ConstraintDeclarationException(
                    "yearsAhead must be from 0 to " + MOST_YEARS + ", but was " + constraint.yearsAhead());
        }
        String message = constraint.message();
        if (message.equals(STANDARD.message) && constraint.yearsAhead() > 0) {
            message = constraint.yearsAhead() == 1 ? NOT_A_YEAR_AHEAD : NOT_YEARS_AHEAD;
        }
        return new DateLimits(parse(constraint.earliest()), constraint.yearsAhead(), message);
    }

    boolean hold(LocalDate date, LocalDate today) {
        return !date.isBefore(earliest) && !date.isAfter(today.plusYears(yearsAhead));
    }

    boolean hold(Instant moment, Clock clock) {
        Instant now = clock.instant();
        Instant first = earliest.atStartOfDay(clock.getZone()).toInstant();
        Instant last = now.atZone(clock.getZone()).plusYears(yearsAhead).toInstant();
        return !moment.isBefore(first) && !moment.isAfter(last);
    }

    /** Hands on the verdict, with this message instead of the annotation's where it differs. */
    boolean tell(boolean valid, ConstraintValidatorContext context) {
        if (!valid && !message.equals(context.getDefaultConstraintMessageTemplate())) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
        }
        return valid;
    }

    private static LocalDate parse(String earliest) {
        try {
            return LocalDate.parse(earliest);
        } catch (DateTimeParseException e) {
            throw new ConstraintDeclarationException(
                    "earliest must be a date like 1900-01-01, but was '" + earliest + "'", e);
        }
    }
}
