package london.loti.model.need;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Require;
import london.loti.model.finding.Where;
import london.loti.model.provenance.Source;

/**
 * The questions of a conversation about needs, in groups, with what a resident can build on beside what is hard: the
 * form of Hackney's Better Conversations tool. It holds no free text: what people type into a box named
 * <em>other</em> is not kept, and a telephone number has no place here.
 *
 * @param id a short name
 * @param version the version of this grid
 * @param title its title for readers
 * @param date when this document was written, {@code 2026-11-23}
 * @param source where the questions come from
 * @param groups the groups, in the order of the conversation
 */
public record NeedsGrid(String id, String version, String title, String date, Source source, List<Group> groups) {

    /** The rules between the groups. */
    public enum Code implements Finding.Code {
        /** A group, or the code of a strength or need, comes twice in the grid. */
        DUPLICATE_CODE
    }

    /**
     * One part of life.
     *
     * @param code its code
     * @param label its name for readers
     * @param strengths what a resident can build on
     * @param needs what may be hard
     */
    public record Group(String code, String label, List<Concept> strengths, List<Concept> needs) {
        /**
         * Copies the lists.
         *
         * @param code its code
         * @param label its name for readers
         * @param strengths what a resident can build on; may be empty
         * @param needs what may be hard; may be empty
         */
        public Group {
            Require.code("a group", code);
            Require.text(label, "a group needs a 'label'");
            strengths = List.copyOf(Objects.requireNonNull(strengths, "a group needs 'strengths'"));
            needs = List.copyOf(Objects.requireNonNull(needs, "a group needs 'needs'"));
        }
    }

    /**
     * Checks that every group, and every code of a strength or need, comes once in the whole grid.
     *
     * @param id a short name
     * @param version the version of this grid
     * @param title its title for readers
     * @param date when this document was written
     * @param source where the questions come from
     * @param groups the groups, in the order of the conversation
     * @throws FindingsException with every code that comes twice
     */
    public NeedsGrid {
        Require.code("a grid", "id", id);
        Require.text(version, "a grid needs a 'version'");
        Require.text(title, "a grid needs a 'title'");
        Require.date(date, "a grid's 'date' must be a day, for example 2026-11-23");
        Objects.requireNonNull(source, "a grid needs a 'source'");
        groups = List.copyOf(Objects.requireNonNull(groups, "a grid needs 'groups'"));
        Findings findings = new Findings();
        checkOnce(findings, id, "group", groups.stream().map(Group::code));
        checkOnce(
                findings, id, "code", groups.stream().flatMap(NeedsGrid::items).map(Concept::code));
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
    }

    /** {@return the codes of all needs, in the order of the conversation} */
    public List<String> needCodes() {
        return groups.stream()
                .flatMap(g -> g.needs().stream())
                .map(Concept::code)
                .toList();
    }

    /** {@return the codes of all strengths, in the order of the conversation} */
    public List<String> strengthCodes() {
        return groups.stream()
                .flatMap(g -> g.strengths().stream())
                .map(Concept::code)
                .toList();
    }

    /**
     * {@return a strength or a need by its code; empty where there is none}
     *
     * @param code a code of this grid
     */
    public Optional<Concept> find(String code) {
        return groups.stream()
                .flatMap(NeedsGrid::items)
                .filter(item -> item.code().equals(code))
                .findFirst();
    }

    /**
     * {@return a reference to a strength or need of this grid, for example
     * {@code better-conversations:financial-stability.rent-arrears}}
     *
     * @param code a code of this grid
     */
    public ConceptRef reference(String code) {
        return new ConceptRef(id, code);
    }

    /**
     * {@return the questions of this grid as a codelist of the same id and version, so that a crosswalk may lead from
     * it or to it; the groups are not in it, because they are no questions}
     */
    public Codelist toCodelist() {
        List<Concept> items = groups.stream().flatMap(NeedsGrid::items).toList();
        return new Codelist(
                id, version, title, "The strengths and needs of the grid " + title + ".", date, source, false, items);
    }

    private static void checkOnce(Findings findings, String id, String what, Stream<String> codes) {
        Set<String> seen = new HashSet<>();
        codes.filter(code -> !seen.add(code))
                .forEach(code -> findings.error(
                        Code.DUPLICATE_CODE,
                        "a " + what + " must come once in a grid, but comes twice",
                        Where.column(id, what + " '" + code + "'")));
    }

    private static Stream<Concept> items(Group group) {
        List<Concept> items = new ArrayList<>(group.strengths());
        items.addAll(group.needs());
        return items.stream();
    }
}
