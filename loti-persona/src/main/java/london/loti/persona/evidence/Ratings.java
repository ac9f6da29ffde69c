package london.loti.persona.evidence;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;

/**
 * Who put which unit (a case, an interview, a passage) into which category: one row a unit, one column a rater.
 *
 * <p><b>Missing:</b> a rater need not rate every unit. <b>Categories</b> are names, names in an order, or numbers;
 * never a mixture. <b>Privacy:</b> ids of units serve only to notice that one comes twice and are not kept; raters are
 * numbered from 0 and have no names. Immutable and thread-safe.
 */
public final class Ratings {
    /** More different ratings than this are no categories. */
    public static final int MOST_CATEGORIES = 1_000;

    static final int MISSING = -1;

    /** The rules that a file of ratings can break, beside those of CSV. */
    public enum Code implements Finding.Code {
        /** The file needs a column of ids and at least two of ratings. */
        TOO_FEW_COLUMNS,
        /** A column has no name. */
        UNNAMED_COLUMN,
        /** A unit has no id. */
        NO_ID,
        /** A unit comes twice. */
        DUPLICATE_UNIT,
        /** A rating is a text of more than 60 characters. */
        NOT_A_CATEGORY,
        /** A rating is below nought, and ratios were asked for. */
        BELOW_NOUGHT,
        /** There are more than {@value #MOST_CATEGORIES} different ratings. */
        TOO_MANY_CATEGORIES,
        /** Two categories differ in capitals only. */
        SIMILAR_CATEGORIES
    }

    private final int raters;
    private final int[] codes;
    private final List<String> categories;
    private final double[] numbers;
    private final boolean declaredOrder;

    /** Keeps the arrays: only those who made them may call this. */
    Ratings(int raters, int[] codes, List<String> categories, double[] numbers, boolean declaredOrder) {
        this.raters = raters;
        this.codes = codes;
        this.categories = List.copyOf(categories);
        this.numbers = numbers;
        this.declaredOrder = declaredOrder;
    }

    /**
     * Starts without a unit.
     *
     * @param raters how many raters there are, at least one
     * @return a builder
     * @throws IllegalArgumentException if there is no rater
     */
    public static RatingsBuilder builder(int raters) {
        return new RatingsBuilder(raters);
    }

    /**
     * Reads a CSV file, one row a unit: its opaque id first, then one column a rater.
     *
     * <pre>{@code
     * case,rater_a,rater_b,rater_c
     * 1,Rose,Rose,Amir
     * 2,Amir,,Amir
     * 3,Rose,Rose,Rose
     * }</pre>
     *
     * <p><b>Missing:</b> an empty cell, {@code NA}, {@code N/A} or {@code n/a}; for numbers all markers that
     * {@link london.loti.model.table.CsvReader} knows. <b>Columns</b> without a name behind the last one with a name are
     * passed over; elsewhere they are an error. <b>Errors:</b> all at once, with file, line and column; they repeat no
     * id and no rating, but they do name columns, so a column is better not called after a person.
     *
     * @param file a CSV file with a header, in UTF-8
     * @param level names for {@link MeasurementLevel#NOMINAL}, for all others numbers
     * @return the ratings, or every error
     */
    public static Checked<Ratings> read(Path file, MeasurementLevel level) {
        return RatingsFile.read(file, level);
    }

    /** {@return the number of units, those with missing ratings among them} */
    public int unitCount() {
        return codes.length / raters;
    }

    /** {@return the number of raters} */
    public int raterCount() {
        return raters;
    }

    /** {@return the categories: in alphabetical order, in their declared order, or from the lowest number up} */
    public List<String> categories() {
        return categories;
    }

    /**
     * {@return the ratings of two of the raters, over all units}
     *
     * @param first a rater, from 0
     * @param second another rater, from 0
     * @throws IndexOutOfBoundsException if there is no such rater
     */
    public Ratings pair(int first, int second) {
        int[] both = new int[2 * unitCount()];
        for (int unit = 0; unit < unitCount(); unit++) {
            both[2 * unit] = code(unit, Objects.checkIndex(first, raters));
            both[2 * unit + 1] = code(unit, Objects.checkIndex(second, raters));
        }
        return new Ratings(2, both, categories, numbers, declaredOrder);
    }

    /** This category against all others together. */
    Ratings onCategory(String category) {
        int wanted = categories.indexOf(category);
        if (wanted < 0) {
            throw new IllegalArgumentException("the category must be one of the " + categories.size() + " of the"
                    + " ratings, but is none of them\nMaybe look at categories().");
        }
        int[] dichotomy = Arrays.stream(codes)
                .map(code -> code == MISSING ? MISSING : code == wanted ? 0 : 1)
                .toArray();
        return new Ratings(raters, dichotomy, List.of(category, "not " + category), new double[0], false);
    }

    /** The number of a category, or {@link #MISSING}. */
    int code(int unit, int rater) {
        return codes[unit * raters + rater];
    }

    boolean areNumbers() {
        return numbers.length > 0;
    }

    boolean haveDeclaredOrder() {
        return declaredOrder;
    }

    /** The number that a category is, where {@link #areNumbers()}. */
    double number(int category) {
        return numbers[category];
    }

    @Override
    public String toString() {
        return "Ratings of " + unitCount() + " units by " + raters + " raters in " + categories.size() + " categories";
    }
}
