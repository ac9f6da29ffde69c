package london.loti.referral.feedback;

import java.util.List;
import java.util.Objects;

import london.loti.model.disclosure.DisclosedCounts;

/**
 * One yes-or-no figure for everybody and by area, group or need, side by side. The first category of every row is the yes.
 *
 * <p>Areas that are too small for the disclosure rule are put together until they are not. Groups and needs overlap: one is
 * shown only where it, everybody else, and what it has more than a group within it, all pass the rule.
 */
public final class Comparison {
    private final String id;
    private final String title;
    private final String meaning;
    private final Dimension dimension;
    private final DisclosedCounts everybody;
    private final List<Line> rows;
    private final int notShown;

    /** By what people are compared. */
    public enum Dimension {
        /** Where they live. */
        AREA,
        /** The groups that they belong to, as they said. */
        GROUP,
        /** What they need. */
        NEED
    }

    /**
     * One area, group or need.
     *
     * @param label what it is
     * @param counts its residents by yes and no, all shown
     */
    public record Line(String label, DisclosedCounts counts) {
        /**
         * Checks that both are there.
         *
         * @param label what it is
         * @param counts its residents by yes and no
         */
        public Line {
            Objects.requireNonNull(label, "a row needs a 'label'");
            Objects.requireNonNull(counts, "a row needs 'counts'");
        }
    }

    Comparison(
            String id,
            String title,
            String meaning,
            Dimension dimension,
            DisclosedCounts everybody,
            List<Line> rows,
            int notShown) {
        this.id = id;
        this.title = title;
        this.meaning = meaning;
        this.dimension = dimension;
        this.everybody = everybody;
        this.rows = List.copyOf(rows);
        this.notShown = notShown;
    }

    /** {@return a short name, for files} */
    public String id() {
        return id;
    }

    /** {@return what it is called} */
    public String title() {
        return title;
    }

    /** {@return who is counted, when, and as what} */
    public String meaning() {
        return meaning;
    }

    /** {@return by what people are compared} */
    public Dimension dimension() {
        return dimension;
    }

    /** {@return everybody, whatever their area, group or need} */
    public DisclosedCounts everybody() {
        return everybody;
    }

    /** {@return the areas, groups or needs that may be shown, by label} */
    public List<Line> rows() {
        return rows;
    }

    /** {@return how many areas, groups or needs have no row of their own} */
    public int notShown() {
        return notShown;
    }
}
