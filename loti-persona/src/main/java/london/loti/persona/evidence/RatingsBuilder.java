package london.loti.persona.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import london.loti.model.json.LotiJson;

/** Takes the ratings of units one by one. Not thread-safe. */
public final class RatingsBuilder {
    private final int raters;
    private final Set<String> ids = new HashSet<>();
    private final Map<Object, Integer> codeOf = new HashMap<>();
    private final List<String> declared = new ArrayList<>();
    private @Nullable Boolean numeric;
    private int[] codes = new int[64];
    private int size;

    RatingsBuilder(int raters) {
        if (raters < 1) {
            throw new IllegalArgumentException("ratings need at least one rater, but were given " + raters);
        }
        this.raters = raters;
    }

    /**
     * Declares the categories and their order, before the first unit.
     *
     * @param categories all categories, the lowest first; those that nobody uses count as steps in weighted kappa
     * @return this builder
     * @throws IllegalArgumentException if a category comes twice
     * @throws IllegalStateException if there are units or an order already
     */
    public RatingsBuilder inOrder(List<String> categories) {
        if (size > 0 || !declared.isEmpty()) {
            throw new IllegalStateException("the order must be declared once, before the first unit");
        }
        if (new HashSet<>(categories).size() < categories.size()) {
            throw new IllegalArgumentException("a category must come once in the order, but one comes twice");
        }
        declared.addAll(categories);
        categories.forEach(category -> codeOf.put(category, codeOf.size()));
        return this;
    }

    /**
     * Adds a unit with the names of categories.
     *
     * @param id its opaque id, which is not kept
     * @param ratings one a rater; null where it is missing
     * @return this builder
     * @throws IllegalArgumentException if the unit came before, there is not one rating a rater, or a rating is not
     *     in the declared order
     * @throws IllegalStateException if another unit has numbers
     */
    public RatingsBuilder unit(String id, @Nullable String... ratings) {
        begin(id, ratings.length, false);
        for (String rating : ratings) {
            append(rating);
        }
        return this;
    }

    /**
     * Adds a unit with numbers.
     *
     * @param id its opaque id, which is not kept
     * @param ratings one a rater; {@code NaN} where it is missing
     * @return this builder
     * @throws IllegalArgumentException if the unit came before, there is not one rating a rater, or one is infinite
     * @throws IllegalStateException if another unit has names, or an order of names is declared
     */
    public RatingsBuilder unit(String id, double... ratings) {
        begin(id, ratings.length, true);
        for (double rating : ratings) {
            if (Double.isInfinite(rating)) {
                throw new IllegalArgumentException("a rating must be finite, but one is not");
            }
            append(Double.isNaN(rating) ? null : Double.valueOf(rating + 0.0)); // one nought, not two
        }
        return this;
    }

    /** Whether there are more categories than {@link #build()} takes. */
    boolean hasTooManyCategories() {
        return codeOf.size() > Ratings.MOST_CATEGORIES;
    }

    /**
     * {@return the ratings}
     *
     * @throws IllegalArgumentException if there are more than {@value Ratings#MOST_CATEGORIES} categories
     */
    public Ratings build() {
        if (hasTooManyCategories()) {
            throw new IllegalArgumentException(
                    "ratings must have at most " + Ratings.MOST_CATEGORIES + " categories, but have " + codeOf.size());
        }
        boolean numbers = numeric != null && numeric;
        List<?> sorted = declared.isEmpty() ? codeOf.keySet().stream().sorted().toList() : declared;
        int[] place = new int[sorted.size()];
        for (int i = 0; i < place.length; i++) {
            place[Objects.requireNonNull(codeOf.get(sorted.get(i)))] = i;
        }
        int[] placed = Arrays.stream(codes, 0, size)
                .map(code -> code == Ratings.MISSING ? Ratings.MISSING : place[code])
                .toArray();
        return new Ratings(
                raters,
                placed,
                sorted.stream()
                        .map(c -> c instanceof Double number ? LotiJson.number(number) : (String) c)
                        .toList(),
                numbers ? sorted.stream().mapToDouble(c -> (Double) c).toArray() : new double[0],
                !declared.isEmpty());
    }

    private void begin(String id, int given, boolean number) {
        if (given != raters) {
            throw new IllegalArgumentException(
                    "a unit must have one rating for each of the " + raters + " raters, but has " + given);
        }
        if ((numeric != null && numeric != number) || (number && !declared.isEmpty())) {
            throw new IllegalStateException("ratings must all be names or all be numbers, but are mixed");
        }
        if (!ids.add(id)) {
            throw new IllegalArgumentException("a unit must come once, but one comes twice");
        }
        numeric = number;
    }

    private void append(@Nullable Object rating) {
        if (rating != null && !declared.isEmpty() && !codeOf.containsKey(rating)) {
            throw new IllegalArgumentException(
                    "a rating must be one of the " + declared.size() + " categories in order, but one is not");
        }
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, 2 * size);
        }
        codes[size++] = rating == null ? Ratings.MISSING : codeOf.computeIfAbsent(rating, any -> codeOf.size());
    }
}
