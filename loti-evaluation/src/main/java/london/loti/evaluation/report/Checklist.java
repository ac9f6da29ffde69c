package london.loti.evaluation.report;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import london.loti.evaluation.claims.StudyDesign;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;

/**
 * A list of what a report should tell. The machine ticks what it can see; the rest is for people.
 *
 * @param id the short name
 * @param version its version
 * @param name its name for people
 * @param date when this version was written
 * @param source where the list is from
 * @param verified whether the items were read at their source
 * @param items the items
 */
public record Checklist(
        String id, String version, String name, String date, String source, boolean verified, List<Item> items) {
    /**
     * One item.
     *
     * @param id its number in the list
     * @param text what to tell, in loti's words
     * @param shownBy the parts of a report that tell it, all of them; empty where only people can see whether it is told
     */
    public record Item(String id, String text, List<ReportPart> shownBy) {
        /**
         * Checks the texts.
         *
         * @param id its number in the list
         * @param text what to tell
         * @param shownBy the parts of a report that tell it; none where absent
         * @throws IllegalArgumentException if a text is blank
         */
        public Item {
            Require.text(id, "an item needs an 'id'");
            Require.text(text, "an item needs a 'text'");
            shownBy = shownBy == null ? List.of() : List.copyOf(shownBy);
        }

        String status(ReportContent content) {
            if (shownBy.isEmpty()) {
                return "for people to check";
            }
            return shownBy.stream().allMatch(part -> part.isIn(content)) ? "✓ told" : "✗ not told";
        }
    }

    /**
     * Checks that items come once.
     *
     * @param id the short name
     * @param version its version
     * @param name its name for people
     * @param date when this version was written
     * @param source where the list is from
     * @param verified whether the items were read at their source
     * @param items the items
     * @throws IllegalArgumentException if an item comes twice
     */
    public Checklist {
        Require.code("a checklist", "id", id);
        Require.text(version, "a checklist needs a 'version'");
        Require.text(name, "a checklist needs a 'name'");
        Require.date(date, "a checklist's 'date' must be a day, for example 2026-11-23");
        Require.text(source, "a checklist needs a 'source'");
        items = List.copyOf(Objects.requireNonNull(items, "a checklist needs 'items'"));
        Set<String> ids = new HashSet<>();
        for (Item item : items) {
            if (!ids.add(item.id())) {
                throw new IllegalArgumentException("an item must come once, but '" + item.id() + "' comes twice");
            }
        }
    }

    /** {@return the 22 items of TREND, for studies that are not randomised; unverified} */
    public static Checklist trend() {
        return bundled("trend-2004.json");
    }

    /** {@return the 12 items of TIDieR, for telling what was done; unverified} */
    public static Checklist tidier() {
        return bundled("tidier-2014.json");
    }

    /** TREND is for studies that are not randomised, and loti has no list for those that are. */
    static List<Checklist> of(StudyDesign design) {
        return design.isRandomised() ? List.of(tidier()) : List.of(trend(), tidier());
    }

    /** The names of the lists that apply to a design but are not ticked. */
    static List<String> notTicked(StudyDesign design) {
        return design.isRandomised() ? List.of("CONSORT") : List.of();
    }

    /**
     * Reads a checklist of one's own.
     *
     * @param file a JSON document with the fields of this record
     * @return the checklist, or every problem that was found
     */
    public static Checked<Checklist> read(Path file) {
        return LotiJson.read(file, Checklist.class);
    }

    private static Checklist bundled(String name) {
        return LotiJson.bundled(name, Checklist.class.getResourceAsStream(name), Checklist.class);
    }
}
