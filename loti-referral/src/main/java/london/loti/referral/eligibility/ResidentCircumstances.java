package london.loti.referral.eligibility;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import london.loti.model.area.AreaCode;
import london.loti.model.finding.Require;
import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;
import london.loti.model.privacy.Sensitive;

/**
 * What is known of a resident, as far as it decides whom a service is for. Everything may be unknown. It holds no name,
 * and an age instead of a date of birth, and it never prints what it holds.
 *
 * @param age in years, with decimals where they are known, 0 to 130; null is not known
 * @param areas codes of all areas that the resident is known to live in, of any kind; empty is not known. A service for
 *     an area of a kind that is not among them is unknown
 * @param postcode the postcode, with or without its space; null is not known
 * @param groups which groups the resident belongs to; a group that is absent is not known
 * @param languages codes in ISO 639 of the languages in which the resident can be served; empty is not known
 * @param accessNeeds words for what the resident needs to get in and take part, for example {@code wheelchair}, as the
 *     council's form has them; null is not known, empty is none
 * @param canPay the most that the resident can pay, in pounds; null is not known
 */
public record ResidentCircumstances(
        @Classified(DataClass.PERSONAL) @Nullable Sensitive<BigDecimal> age,
        @Classified(DataClass.CONTACT) Sensitive<List<AreaCode>> areas,
        @Classified(DataClass.CONTACT) @Nullable Sensitive<String> postcode,
        @Classified(DataClass.SPECIAL_CATEGORY) Sensitive<SortedMap<ConceptRef, Answer>> groups,
        @Classified(DataClass.PERSONAL) Sensitive<List<String>> languages,
        @Classified(DataClass.SPECIAL_CATEGORY) @Nullable Sensitive<List<String>> accessNeeds,
        @Classified(DataClass.PERSONAL) @Nullable Sensitive<BigDecimal> canPay) {
    /** Nothing is known. */
    public static final ResidentCircumstances UNKNOWN = builder().build();

    private static final BigDecimal OLDEST = BigDecimal.valueOf(130);

    /**
     * Checks that all are there that must be.
     *
     * @param age in years; null is not known
     * @param areas codes of areas; empty is not known
     * @param postcode the postcode; null is not known
     * @param groups which groups; an absent one is not known
     * @param languages codes of languages; empty is not known
     * @param accessNeeds what the resident needs; null is not known
     * @param canPay the most that the resident can pay; null is not known
     * @throws IllegalArgumentException if an age is below 0 or above 130, or an amount negative
     */
    public ResidentCircumstances {
        Objects.requireNonNull(areas, "circumstances need 'areas'");
        Objects.requireNonNull(groups, "circumstances need 'groups'");
        Objects.requireNonNull(languages, "circumstances need 'languages'");
        if (age != null && (age.reveal().signum() < 0 || age.reveal().compareTo(OLDEST) > 0)) {
            throw new IllegalArgumentException("an age must be 0 to 130, but is not");
        }
        if (canPay != null && canPay.reveal().signum() < 0) {
            throw new IllegalArgumentException("what can be paid must not be negative, but is");
        }
    }

    /** {@return a builder with nothing known} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder that starts from what is known here} */
    public Builder toBuilder() {
        Builder copy = new Builder();
        copy.age = age == null ? null : age.reveal();
        copy.areas = areas.reveal();
        copy.postcode = postcode == null ? null : postcode.reveal();
        copy.groups.putAll(groups.reveal());
        copy.languages = languages.reveal();
        copy.accessNeeds = accessNeeds == null ? null : accessNeeds.reveal();
        copy.canPay = canPay == null ? null : canPay.reveal();
        return copy;
    }

    /**
     * {@return what is known of a group}
     *
     * @param group the group
     */
    public Answer group(ConceptRef group) {
        return groups.reveal().getOrDefault(group, Answer.NOT_ASKED);
    }

    /** Never what it holds. */
    @Override
    public String toString() {
        return "[redacted]";
    }

    /** Tells what is known, step by step; what is not told is not known. Not thread-safe. */
    public static final class Builder {
        private static final Pattern SPACE = Pattern.compile("\\s+");

        private @Nullable BigDecimal age;
        private List<AreaCode> areas = List.of();
        private @Nullable String postcode;
        private final SortedMap<ConceptRef, Answer> groups = new TreeMap<>();
        private List<String> languages = List.of();
        private @Nullable List<String> accessNeeds;
        private @Nullable BigDecimal canPay;

        private Builder() {}

        /**
         * {@return this builder}
         *
         * @param years the age in years, decimals allowed
         */
        public Builder age(@Nullable BigDecimal years) {
            this.age = years;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value codes of all areas that the resident is known to live in
         */
        public Builder areas(List<AreaCode> value) {
            this.areas = value.stream().distinct().sorted().toList();
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the postcode
         */
        public Builder postcode(@Nullable String value) {
            Require.optionalText(value, "a postcode must not be blank");
            this.postcode =
                    value == null ? null : SPACE.matcher(value).replaceAll("").toUpperCase(Locale.ROOT);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param group a group
         * @param answer whether the resident belongs to it
         */
        public Builder group(ConceptRef group, Answer answer) {
            groups.put(group, answer);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value codes in ISO 639 of the languages in which the resident can be served
         */
        public Builder languages(List<String> value) {
            this.languages = value.stream()
                    .map(code -> code.toLowerCase(Locale.ROOT))
                    .distinct()
                    .sorted()
                    .toList();
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value what the resident needs to take part; empty is nothing
         */
        public Builder accessNeeds(@Nullable List<String> value) {
            this.accessNeeds =
                    value == null ? null : value.stream().distinct().sorted().toList();
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param pounds the most that the resident can pay
         */
        public Builder canPay(@Nullable BigDecimal pounds) {
            this.canPay = pounds;
            return this;
        }

        /**
         * {@return what was told}
         *
         * @throws IllegalArgumentException if an age is below 0 or above 130, or an amount negative
         */
        public ResidentCircumstances build() {
            Map<ConceptRef, Answer> copy = new TreeMap<>(groups);
            return new ResidentCircumstances(
                    sensitive(age),
                    Sensitive.of(areas),
                    sensitive(postcode),
                    Sensitive.of(Collections.unmodifiableSortedMap(new TreeMap<>(copy))),
                    Sensitive.of(languages),
                    sensitive(accessNeeds),
                    sensitive(canPay));
        }

        private static <T> @Nullable Sensitive<T> sensitive(@Nullable T value) {
            return value == null ? null : Sensitive.of(value);
        }
    }
}
