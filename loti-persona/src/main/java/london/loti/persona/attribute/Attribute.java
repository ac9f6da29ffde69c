package london.loti.persona.attribute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;
import london.loti.model.need.ConceptRef;

/**
 * One thing that may be known of a person, and how it is compared.
 *
 * <p><b>Values</b> are numbers in memory: the number itself for {@link AttributeKind#INTERVAL}, otherwise the place of
 * the level from 0 (for yes and no: 0 is no, 1 is yes); {@code NaN} where nothing is known.
 *
 * @param id a short name; the column of tables of answers
 * @param label its name for readers
 * @param question how to ask for it in plain words; null where nobody asks
 * @param kind how two values are compared
 * @param levels the values it may have, in order; exactly two for a binary, the first of them no; none for an interval
 * @param low the lowest number that an interval may have; null where it is not declared, and for all other kinds
 * @param high the highest number that an interval may have; null where it is not declared, and for all other kinds
 * @param weight how much it counts, above 0
 * @param use what it may be used for; null is {@link AttributeUse#ANY}
 * @param sensitivity why it asks for care; a document may leave it out
 * @param need the need that it is, for {@link AttributeUse#NEED_ONLY}; otherwise it may be null
 * @param reason why it is asked, and why it may be used; null where nobody says
 */
public record Attribute(
        String id,
        String label,
        @Nullable String question,
        AttributeKind kind,
        List<Level> levels,
        @Nullable Double low,
        @Nullable Double high,
        double weight,
        AttributeUse use,
        Set<Sensitivity> sensitivity,
        @Nullable ConceptRef need,
        @Nullable String reason) {

    /** More levels than this are no levels. */
    public static final int MOST_LEVELS = 100;

    /** No number is further from nought: the squares of larger ones would no longer be told apart. */
    public static final double LARGEST = 1e15;

    private static final Set<String> NOT_KNOWN =
            Set.of("", "na", "n/a", "unknown", "not asked", "not_asked", "prefer not to say");

    private static final List<Set<String>> NO_YES = List.of(Set.of("0", "no", "false"), Set.of("1", "yes", "true"));

    /** A number as people write it; Java would take 0x1p3 for one too. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");

    private static final List<Level> BINARY = List.of(new Level("0", "No"), new Level("1", "Yes"));

    /**
     * Checks what must hold for an attribute by itself.
     *
     * @param id lower case letters, digits and underscores, beginning with a letter
     * @param label its name for readers
     * @param question how to ask for it; null where nobody asks
     * @param kind how two values are compared
     * @param levels the values it may have, in order; a binary may leave them out
     * @param low the lowest number of an interval; null where it is not declared
     * @param high the highest number of an interval; null where it is not declared
     * @param weight how much it counts, above 0
     * @param use what it may be used for; null is {@link AttributeUse#ANY}
     * @param sensitivity why it asks for care; null is nothing
     * @param need the need that it is; null where it is none
     * @param reason why it is asked; null where nobody says
     * @throws IllegalArgumentException if levels and kind do not fit, if a range is empty, half declared or not of an
     *     interval, if the weight is not above 0, or if a {@link AttributeUse#NEED_ONLY} is not an asymmetric binary
     *     that names its need
     */
    public Attribute {
        Require.id("an attribute", id);
        Require.text(label, "an attribute needs a 'label'");
        Require.optionalText(question, "an attribute's 'question' must not be blank");
        Require.optionalText(reason, "an attribute's 'reason' must not be blank");
        Objects.requireNonNull(kind, "an attribute needs a 'kind'");
        levels = List.copyOf(Objects.requireNonNullElse(levels, List.of()));
        if (kind.isBinary() && levels.isEmpty()) {
            levels = BINARY;
        }
        use = Objects.requireNonNullElse(use, AttributeUse.ANY);
        Set<Sensitivity> given = EnumSet.noneOf(Sensitivity.class);
        given.addAll(Objects.requireNonNullElse(sensitivity, Set.of()));
        sensitivity = Collections.unmodifiableSet(given);
        requireLevels(kind, levels);
        requireRange(kind, low, high);
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("an attribute's 'weight' must be above 0, but was " + weight);
        }
        if (use == AttributeUse.NEED_ONLY && (kind != AttributeKind.ASYMMETRIC_BINARY || need == null)) {
            throw new IllegalArgumentException("an attribute that is NEED_ONLY must be an ASYMMETRIC_BINARY, so that"
                    + " its absence never counts as likeness, and must name its 'need'");
        }
    }

    /**
     * Starts an attribute with the weight 1 and any use.
     *
     * @param id a short name; the column of tables of answers
     * @param kind how two values are compared
     * @return a builder
     */
    public static Builder builder(String id, AttributeKind kind) {
        return new Builder(id, kind);
    }

    /** {@return whether an interval has its range declared, or whether it needs none} */
    public boolean hasRange() {
        return kind != AttributeKind.INTERVAL || low != null;
    }

    /**
     * {@return the value that a text stands for; {@code NaN} where it says that nothing is known}
     *
     * <p>Nothing is known: an empty text, {@code NA}, {@code unknown}, {@code not asked}, {@code prefer not to say}. A
     * binary may also be written {@code yes} and {@code no}.
     *
     * @param text a number for an interval, otherwise the code of a level
     * @throws IllegalArgumentException if it is neither; the message lists what may be written and never repeats the
     *     text, which may be personal
     */
    public double parse(String text) {
        String plain = text.strip();
        for (int place = 0; place < levels.size(); place++) {
            if (levels.get(place).code().equals(plain)) {
                return place;
            }
        }
        String lower = plain.toLowerCase(Locale.ROOT);
        if (NOT_KNOWN.contains(lower)) {
            return Double.NaN;
        }
        if (kind == AttributeKind.INTERVAL) {
            return number(plain);
        }
        if (kind.isBinary() && levels.equals(BINARY)) {
            for (int place = 0; place < 2; place++) {
                if (NO_YES.get(place).contains(lower)) {
                    return place;
                }
            }
        }
        throw new IllegalArgumentException("'" + id + "' must be " + expected() + ", or empty");
    }

    private double number(String text) {
        double number = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        boolean outside = low != null && high != null && !(number >= low && number <= high);
        if (!(Math.abs(number) <= LARGEST) || outside) {
            throw new IllegalArgumentException("'" + id + "' must be " + expected() + ", or empty");
        }
        return number + 0.0; // one nought, not two
    }

    /** {@return what may be written, in words: {@code a number of 16 to 110}} */
    public String expected() {
        if (kind == AttributeKind.INTERVAL) {
            return low == null || high == null
                    ? "a number of at most 15 digits before the point"
                    : "a number of " + LotiJson.number(low) + " to " + LotiJson.number(high);
        }
        return "one of " + levels.stream().map(Level::code).toList();
    }

    /**
     * {@return a value as it is written in tables; empty where nothing is known}
     *
     * @param value a number, or the place of a level
     */
    public String code(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return kind == AttributeKind.INTERVAL
                ? LotiJson.number(value)
                : levels.get((int) value).code();
    }

    /**
     * {@return a value for readers}
     *
     * @param value a number, or the place of a level; {@code NaN} is {@code not known}
     */
    public String words(double value) {
        if (Double.isNaN(value)) {
            return "not known";
        }
        return kind == AttributeKind.INTERVAL
                ? LotiJson.number(value)
                : levels.get((int) value).label();
    }

    private static void requireLevels(AttributeKind kind, List<Level> levels) {
        boolean right = switch (kind) {
            case INTERVAL -> levels.isEmpty();
            case SYMMETRIC_BINARY, ASYMMETRIC_BINARY -> levels.size() == 2;
            case ORDINAL, NOMINAL -> levels.size() >= 2 && levels.size() <= MOST_LEVELS;
        };
        if (!right) {
            throw new IllegalArgumentException("an attribute's 'levels' must be none for an interval, two for a binary"
                    + " and 2 to " + MOST_LEVELS + " for an ordinal or nominal, but were " + levels.size());
        }
        Set<String> codes = levels.stream().map(Level::code).collect(Collectors.toCollection(HashSet::new));
        if (codes.size() < levels.size()) {
            throw new IllegalArgumentException("each of an attribute's 'levels' must have a code of its own");
        }
    }

    private static void requireRange(AttributeKind kind, @Nullable Double low, @Nullable Double high) {
        if ((low == null) != (high == null) || (low != null && kind != AttributeKind.INTERVAL)) {
            throw new IllegalArgumentException(
                    "'low' and 'high' are both given or both left out, for an interval only");
        }
        if (low != null && high != null && !(low < high && -LARGEST <= low && high <= LARGEST)) {
            throw new IllegalArgumentException("'low' must be below 'high', and neither beyond 15 digits");
        }
    }

    /** Takes the parts one by one. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private final AttributeKind kind;
        private final List<Level> levels = new ArrayList<>();
        private final Set<Sensitivity> sensitivity = EnumSet.noneOf(Sensitivity.class);
        private String label;
        private @Nullable String question;
        private @Nullable Double low;
        private @Nullable Double high;
        private double weight = 1;
        private AttributeUse use = AttributeUse.ANY;
        private @Nullable ConceptRef need;
        private @Nullable String reason;

        private Builder(String id, AttributeKind kind) {
            this.id = id;
            this.kind = kind;
            this.label = id;
        }

        /**
         * {@return this builder, with a name for readers}
         *
         * @param words the name; without it, the id
         */
        public Builder label(String words) {
            label = words;
            return this;
        }

        /**
         * {@return this builder, with a question}
         *
         * @param words how to ask in plain words
         */
        public Builder question(String words) {
            question = words;
            return this;
        }

        /**
         * {@return this builder, with more levels that are called what they are written}
         *
         * @param codes the codes, from the lowest to the highest where they have an order
         */
        public Builder levels(String... codes) {
            Stream.of(codes).map(code -> new Level(code, code)).forEach(levels::add);
            return this;
        }

        /**
         * {@return this builder, with one more level}
         *
         * @param code how it is written in tables
         * @param words its name for readers
         */
        public Builder level(String code, String words) {
            levels.add(new Level(code, words));
            return this;
        }

        /**
         * {@return this builder, with the range of an interval}
         *
         * @param lowest the lowest number it may have
         * @param highest the highest
         */
        public Builder range(double lowest, double highest) {
            low = lowest;
            high = highest;
            return this;
        }

        /**
         * {@return this builder, with a weight}
         *
         * @param share how much the attribute counts, above 0
         */
        public Builder weight(double share) {
            weight = share;
            return this;
        }

        /**
         * {@return this builder, with what the attribute may be used for}
         *
         * @param allowed the use
         */
        public Builder use(AttributeUse allowed) {
            use = allowed;
            return this;
        }

        /**
         * {@return this builder, with why the attribute asks for care}
         *
         * @param whys one reason or several
         */
        public Builder sensitivity(Sensitivity... whys) {
            sensitivity.addAll(List.of(whys));
            return this;
        }

        /**
         * {@return this builder, with the need that the attribute is}
         *
         * @param concept a need of a codelist
         */
        public Builder need(ConceptRef concept) {
            need = concept;
            return this;
        }

        /**
         * {@return this builder, with why it is asked}
         *
         * @param words the reason
         */
        public Builder reason(String words) {
            reason = words;
            return this;
        }

        /**
         * {@return the attribute}
         *
         * @throws IllegalArgumentException if the parts do not fit, as {@link Attribute} says
         */
        public Attribute build() {
            return new Attribute(id, label, question, kind, levels, low, high, weight, use, sensitivity, need, reason);
        }
    }
}
