package london.loti.model.codelist;

import java.nio.file.Path;
import java.util.List;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;
import london.loti.model.json.LotiJson;
import london.loti.model.need.Codelist;
import london.loti.model.need.Crosswalk;
import london.loti.model.need.NeedsGrid;
import london.loti.model.need.NeedsToServiceTypes;

/** Reads codelists, crosswalks and grids of needs: those that come with loti, and a council's own. */
public final class Codelists {
    private static final List<String> BUNDLED = List.of(
            "access-items",
            "adjustments",
            "asked-by",
            "barriers",
            "channels",
            "contact-outcomes",
            "crisis-events",
            "decision-reasons",
            "eds-foundation-tasks",
            "eds-skills",
            "gds-digital-inclusion-scale",
            "household",
            "in-whose-words",
            "interventions",
            "iuc-2018",
            "key-groups",
            "lloyds-engagement",
            "loac-2021",
            "loti-segments",
            "maryland-sms",
            "mdls",
            "nesta-standards",
            "referral-reasons",
            "roles",
            "safeguarding-concerns",
            "sdoh-categories",
            "service-types",
            "severity",
            "sharing-purposes",
            "strengths",
            "tenure",
            "touchpoints");

    private static final List<String> CROSSWALKS = List.of(
            "access-items-to-service-types",
            "barriers-to-service-types",
            "better-conversations-to-open-eligibility",
            "better-conversations-to-sdoh-categories",
            "better-conversations-to-service-types",
            "crisis-events-to-service-types",
            "gds-scale-to-eds-skills",
            "gds-scale-to-loti-segments",
            "iuc-2018-to-loti-segments",
            "open-eligibility-to-better-conversations",
            "open-eligibility-to-service-types",
            "sdoh-categories-to-better-conversations",
            "sdoh-categories-to-service-types",
            "service-types-to-open-eligibility");

    private static final List<String> TO_SERVICE_TYPES = List.of(
            "access-items-to-service-types",
            "barriers-to-service-types",
            "better-conversations-to-service-types",
            "crisis-events-to-service-types",
            "open-eligibility-to-service-types",
            "sdoh-categories-to-service-types",
            "service-types-to-open-eligibility");

    private Codelists() {}

    /** {@return the names of the codelists that come with loti, in alphabetical order} */
    public static List<String> bundledNames() {
        return BUNDLED;
    }

    /** {@return the names of the crosswalks that come with loti, in alphabetical order} */
    public static List<String> bundledCrosswalkNames() {
        return CROSSWALKS;
    }

    /**
     * {@return a codelist that comes with loti}
     *
     * @param name one of {@link #bundledNames()}
     * @throws london.loti.model.finding.FindingsException if there is none with this name; the message hints at the
     *     nearest
     */
    public static Codelist bundled(String name) {
        return bundled("codelist", name, BUNDLED, Codelist.class);
    }

    /**
     * {@return a crosswalk that comes with loti}
     *
     * @param name one of {@link #bundledCrosswalkNames()}
     * @throws london.loti.model.finding.FindingsException if there is none with this name; the message hints at the
     *     nearest
     */
    public static Crosswalk bundledCrosswalk(String name) {
        return bundled("crosswalk", name, CROSSWALKS, Crosswalk.class);
    }

    /**
     * Reads a codelist of one's own.
     *
     * @param file a JSON document in UTF-8
     * @return the codelist, or every problem that was found
     */
    public static Checked<Codelist> read(Path file) {
        return LotiJson.read(file, Codelist.class);
    }

    /**
     * Reads a crosswalk of one's own.
     *
     * @param file a JSON document in UTF-8
     * @return the crosswalk, or every problem that was found
     */
    public static Checked<Crosswalk> readCrosswalk(Path file) {
        return LotiJson.read(file, Crosswalk.class);
    }

    /**
     * {@return the kinds of service for needs, by the crosswalks that come with loti: from its grid of needs, barriers,
     * parts of an access package, crisis events and categories of social drivers of health to {@code service-types}, and
     * from there to the numbers of {@code open-eligibility}} No crosswalk between two vocabularies of needs is among
     * them, because a way over one would only add guesses.
     */
    public static NeedsToServiceTypes needsToServiceTypes() {
        return NeedsToServiceTypes.of(
                TO_SERVICE_TYPES.stream().map(Codelists::bundledCrosswalk).toList());
    }

    /** {@return the grid of needs that comes with loti: the seven groups of Hackney's Better Conversations} */
    public static NeedsGrid needsGrid() {
        return document("needs-grid.json", NeedsGrid.class);
    }

    /**
     * Reads a grid of needs of one's own.
     *
     * @param file a JSON document in UTF-8
     * @return the grid, or every problem that was found
     */
    public static Checked<NeedsGrid> readNeedsGrid(Path file) {
        return LotiJson.read(file, NeedsGrid.class);
    }

    private static <T> T bundled(String what, String name, List<String> names, Class<T> type) {
        if (!names.contains(name)) {
            return Checked.<T>failed(List.of(Finding.error(
                            Codelist.Code.UNKNOWN_CODELIST,
                            "a bundled " + what + " must be one of " + names + Nearest.hint(name, names),
                            Where.file(name))))
                    .orElseThrow();
        }
        return document(name + ".json", type);
    }

    /** A document that lies beside this class. */
    private static <T> T document(String file, Class<T> type) {
        return LotiJson.bundled(file, Codelists.class.getResourceAsStream(file), type);
    }
}
