package london.loti.referral.directory.openreferral;

import java.math.BigDecimal;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import london.loti.model.area.AreaCode;
import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;
import london.loti.model.service.ServiceStatus;

/** Single values of loti's records, from trees and back. */
final class ScalarPart {
    private final RecordCodec.Told told;
    private final String path;

    ScalarPart(RecordCodec.Told told, String path) {
        this.told = told;
        this.path = path;
    }

    /** The value of a type; null where it can't be used, which was told. */
    @Nullable
    Object of(Class<?> type, JsonNode value) {
        if (type == String.class) {
            return value.isTextual() ? value.asText() : wrong("a text is wanted");
        }
        if (type == BigDecimal.class) {
            return value.isNumber() ? value.decimalValue() : wrong("a number is wanted");
        }
        if (type == Integer.class) {
            return integer(value);
        }
        if (type == Double.class) {
            return real(value);
        }
        if (type == boolean.class) {
            return value.isBoolean() ? (Object) value.booleanValue() : wrong("true or false is wanted");
        }
        if (!value.isTextual()) {
            return wrong("a text is wanted");
        }
        return type.isEnum() ? choice(type, value.asText()) : parsed(type, value.asText());
    }

    private @Nullable Object integer(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToInt()) {
            return value.intValue();
        }
        if (value.isNumber()) {
            told.changed(
                    path, FeedRule.NOT_USED, "a whole number is wanted; another is kept as published, but not used");
            return null;
        }
        return wrong("a number is wanted");
    }

    private @Nullable Object real(JsonNode value) {
        if (!value.isNumber()) {
            return wrong("a number is wanted");
        }
        double number = value.doubleValue();
        if (BigDecimal.valueOf(number).compareTo(value.decimalValue()) != 0) {
            told.changed(path, FeedRule.ROUNDED, "a number has more digits than loti keeps; it is rounded");
        }
        return number;
    }

    private @Nullable Object choice(Class<?> type, String text) {
        for (Object constant : type.getEnumConstants()) {
            if (text((Enum<?>) constant).equals(text) && constant != Answer.NOT_ASKED) {
                return constant;
            }
        }
        told.unusable(path, FeedRule.NOT_A_CHOICE, "the text must be one of those that the standard lists");
        return null;
    }

    private @Nullable Object parsed(Class<?> type, String text) {
        try {
            if (type == AreaCode.class) {
                return new AreaCode(text);
            }
            if (type == ConceptRef.class) {
                return ConceptRef.parse(text);
            }
        } catch (IllegalArgumentException e) {
            told.unusable(
                    path,
                    FeedRule.INVALID_VALUE,
                    type == AreaCode.class
                            ? "the code of an area is wanted, a letter and eight digits"
                            : "a concept is wanted, a codelist, a colon and a code");
            return null;
        }
        throw new IllegalStateException("no reading of " + type);
    }

    private @Nullable Object wrong(String words) {
        told.unusable(path, FeedRule.WRONG_TYPE, words);
        return null;
    }

    /** A constant as documents have it: of Open Referral with blanks, of loti with underscores. */
    static String text(Enum<?> constant) {
        String lower = constant.name().toLowerCase(Locale.ROOT);
        return constant instanceof ServiceStatus ? lower.replace('_', ' ') : lower;
    }
}
