package london.loti.persona.fit;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.DoublePredicate;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Nearest;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.Level;

/**
 * What must hold of one attribute: that it is one of some levels, or that its number lies in a band.
 *
 * @param attribute the attribute's id
 * @param levels the codes of the levels that meet it, sorted; empty for a band
 * @param low the lowest number that meets it; null where the band has no lower end, and for levels
 * @param high the highest number that meets it; null where the band has no upper end, and for levels
 */
public record Condition(
        String attribute,
        List<String> levels,
        @Nullable Double low,
        @Nullable Double high) {

    /**
     * Checks that it is either levels or a band.
     *
     * @param attribute the attribute's id
     * @param levels the codes of the levels that meet it, in any order; empty for a band
     * @param low the lowest number that meets it; null where the band has no lower end, and for levels
     * @param high the highest number that meets it; null where the band has no upper end, and for levels
     * @throws IllegalArgumentException if it is both or neither, or if the band is empty or not finite
     */
    public Condition {
        Require.text(attribute, "a condition needs an 'attribute'");
        levels = List.copyOf(new TreeSet<>(Objects.requireNonNullElse(levels, List.of())));
        boolean band = low != null || high != null;
        if (band != levels.isEmpty()) {
            throw new IllegalArgumentException("a condition must have either 'levels' or a band, but the one on '"
                    + attribute + "' has " + (band ? "both" : "neither"));
        }
        double from = low == null ? -Double.MAX_VALUE : low;
        double to = high == null ? Double.MAX_VALUE : high;
        if (!(Double.isFinite(from) && Double.isFinite(to) && from <= to)) {
            throw new IllegalArgumentException("a condition's 'low' must be a number and not above its 'high'");
        }
    }

    /**
     * {@return that an attribute is one of some levels}
     *
     * @param attribute the attribute's id
     * @param levels the codes of the levels, one at least
     */
    public static Condition is(String attribute, String... levels) {
        return new Condition(attribute, List.of(levels), null, null);
    }

    /**
     * {@return that an attribute lies in a band, its ends included}
     *
     * @param attribute the attribute's id
     * @param low the lowest number
     * @param high the highest
     */
    public static Condition between(String attribute, double low, double high) {
        return new Condition(attribute, List.of(), low, high);
    }

    /**
     * {@return that an attribute is a number or above it}
     *
     * @param attribute the attribute's id
     * @param low the lowest number
     */
    public static Condition atLeast(String attribute, double low) {
        return new Condition(attribute, List.of(), low, null);
    }

    /**
     * {@return that an attribute is a number or below it}
     *
     * @param attribute the attribute's id
     * @param high the highest number
     */
    public static Condition atMost(String attribute, double high) {
        return new Condition(attribute, List.of(), null, high);
    }

    /**
     * {@return whether a value of an attribute meets it; a value that is not known ({@code NaN}) never does}
     *
     * @param of the attribute that it is about
     * @throws IllegalArgumentException if it is about another attribute, if it is a band and the attribute no interval
     *     or the other way about, or if a level does not exist
     */
    public DoublePredicate on(Attribute of) {
        if (!of.id().equals(attribute)) {
            throw new IllegalArgumentException(
                    "the condition must be about '" + of.id() + "', but is about '" + attribute + "'");
        }
        boolean interval = of.kind() == AttributeKind.INTERVAL;
        if (interval != levels.isEmpty()) {
            throw new IllegalArgumentException("a condition on '" + attribute + "' must be "
                    + (interval ? "a band, because it is an interval" : "levels, because it is no interval"));
        }
        if (interval) {
            double from = low == null ? Double.NEGATIVE_INFINITY : low;
            double to = high == null ? Double.POSITIVE_INFINITY : high;
            return value -> value >= from && value <= to;
        }
        List<String> codes = of.levels().stream().map(Level::code).toList();
        boolean[] meets = new boolean[codes.size()];
        levels.forEach(level -> meets[place(codes, level)] = true);
        return value -> !Double.isNaN(value) && meets[(int) value];
    }

    private int place(List<String> codes, String level) {
        int place = codes.indexOf(level);
        if (place < 0) {
            throw new IllegalArgumentException("a level of '" + attribute + "' must be one of " + codes + ", but was '"
                    + level + "'" + Nearest.hint(level, codes));
        }
        return place;
    }

    /** {@return for example {@code device is smartphone or tablet}, {@code age is 65 or more}} */
    public String words() {
        if (!levels.isEmpty()) {
            return attribute + " is " + String.join(" or ", levels);
        }
        if (low == null || high == null) {
            return low == null
                    ? attribute + " is " + number(high) + " or less"
                    : attribute + " is " + number(low) + " or more";
        }
        return attribute + " is " + number(low) + " to " + number(high);
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : LotiJson.number(value);
    }
}
