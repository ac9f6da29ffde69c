package london.loti.model.need;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Require;
import london.loti.model.finding.Where;
import london.loti.model.provenance.Source;

/**
 * How the words of one codelist relate to those of another, and what is lost on the way. What a crosswalk does not
 * link is <b>not equivalent</b>: there is no guessing by likeness. Links go one way only; the way back is a crosswalk
 * of its own.
 *
 * @param id a short name
 * @param version the version of this document
 * @param date when it was written, {@code 2026-11-23}
 * @param author who judged it
 * @param source what the judgement rests on
 * @param from the codelist that it leads from
 * @param to the codelist that it leads to
 * @param links the links; a concept may have several, or none
 * @param loses what every use of it loses, whichever the concept
 */
public record Crosswalk(
        String id,
        String version,
        String date,
        String author,
        Source source,
        Side from,
        Side to,
        List<Link> links,
        String loses) {

    /** How the meaning of the concept that a link leads to compares with that of the one it comes from. */
    public enum Relation {
        /** Both mean the same. */
        EXACT,
        /** It means more. */
        BROADER,
        /** It means only a part. */
        NARROWER,
        /** Both mean something in common, and each something else. */
        OVERLAPS
    }

    /** The rules between crosswalk and codelists. */
    public enum Code implements Finding.Code {
        /** A link's concept is not in the codelist. */
        UNKNOWN_CONCEPT,
        /** A link comes twice. */
        DUPLICATE_LINK,
        /** The codelist is another one, or of another version, than the crosswalk was judged for. */
        OTHER_VERSION
    }

    /**
     * A codelist in the version that was looked at.
     *
     * @param codelist the id of a codelist
     * @param version its version
     */
    public record Side(String codelist, String version) {
        /**
         * Checks that both say something.
         *
         * @param codelist the id of a codelist
         * @param version its version
         */
        public Side {
            Require.code("a side of a crosswalk", "codelist", codelist);
            Require.text(version, "a side of a crosswalk needs a 'version'");
        }
    }

    /**
     * One concept that stands for another.
     *
     * @param from a code of the first codelist
     * @param to a code of the second
     * @param relation how the second compares with the first
     * @param loses what is lost by it; only null where the relation is {@link Relation#EXACT}
     */
    public record Link(
            String from,
            String to,
            Relation relation,
            @Nullable String loses) {
        /**
         * Checks that what is lost is said.
         *
         * @param from a code of the first codelist
         * @param to a code of the second
         * @param relation how the second compares with the first
         * @param loses what is lost by it; only null where the relation is {@link Relation#EXACT}
         * @throws IllegalArgumentException if something is lost and not said
         */
        public Link {
            Require.code("a link", "from", from);
            Require.code("a link", "to", to);
            Objects.requireNonNull(relation, "a link needs a 'relation'");
            Require.optionalText(loses, "a link's 'loses' must not be blank");
            if (relation != Relation.EXACT && loses == null) {
                throw new IllegalArgumentException("a link that is not EXACT must say what it 'loses'");
            }
        }
    }

    /**
     * Checks that no link comes twice.
     *
     * @param id a short name
     * @param version the version of this document
     * @param date when it was written
     * @param author who judged it
     * @param source what the judgement rests on
     * @param from the codelist that it leads from
     * @param to the codelist that it leads to
     * @param links the links
     * @param loses what every use of it loses
     * @throws FindingsException with every link that comes twice
     */
    public Crosswalk {
        Require.code("a crosswalk", "id", id);
        Require.text(version, "a crosswalk needs a 'version'");
        Require.date(date, "a crosswalk's 'date' must be a day, for example 2026-11-23");
        Require.text(author, "a crosswalk needs an 'author'");
        Objects.requireNonNull(source, "a crosswalk needs a 'source'");
        Objects.requireNonNull(from, "a crosswalk needs a side 'from'");
        Objects.requireNonNull(to, "a crosswalk needs a side 'to'");
        links = List.copyOf(Objects.requireNonNull(links, "a crosswalk needs 'links'"));
        Require.text(loses, "a crosswalk must say what it 'loses'");
        Findings findings = new Findings();
        Set<String> seen = new HashSet<>();
        for (Link link : links) {
            if (!seen.add(link.from() + " > " + link.to())) {
                findings.error(Code.DUPLICATE_LINK, "a link must come once, but comes twice", where(id, link));
            }
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
    }

    /**
     * {@return the links of a concept; empty means that nothing in the other codelist is equivalent}
     *
     * @param code a code of the first codelist
     */
    public List<Link> linksOf(String code) {
        return links.stream().filter(link -> link.from().equals(code)).toList();
    }

    /**
     * {@return what does not fit between this crosswalk and two codelists; empty where all fits}
     *
     * @param first the codelist that it leads from
     * @param second the codelist that it leads to
     */
    public List<Finding> check(Codelist first, Codelist second) {
        Findings findings = new Findings();
        checkVersion(findings, from, first);
        checkVersion(findings, to, second);
        for (Link link : links) {
            checkEnd(findings, link, "from", link.from(), first);
            checkEnd(findings, link, "to", link.to(), second);
        }
        return findings.toList();
    }

    private void checkVersion(Findings findings, Side side, Codelist list) {
        if (!side.codelist().equals(list.id()) || !side.version().equals(list.version())) {
            findings.error(
                    Code.OTHER_VERSION,
                    "it was judged for codelist " + side.codelist() + " " + side.version() + ", but was given "
                            + list.id() + " " + list.version(),
                    Where.file(id));
        }
    }

    private void checkEnd(Findings findings, Link link, String end, String code, Codelist list) {
        if (list.find(code).isEmpty()) {
            findings.error(
                    Code.UNKNOWN_CONCEPT,
                    "its '" + end + "' must be a code of codelist " + list.id() + ", but '" + code + "' is not"
                            + Nearest.hint(code, list.codes()),
                    where(id, link));
        }
    }

    private static Where where(String id, Link link) {
        return Where.column(id, "link " + link.from() + " to " + link.to());
    }
}
