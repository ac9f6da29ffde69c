package london.loti.persona.evidence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Nearest;

/**
 * Which codes of a codebook each coder applied to which segment of text: several codes a segment, or none.
 *
 * <p><b>Worked on:</b> a coder has worked on a segment where any row says so: a code, or
 * {@value Codebook#NONE} for none of them. Then every code that is not applied is a no; without a row it is missing.
 * <b>Privacy:</b> it holds opaque ids of segments, never their text; coders are numbered from 0 in alphabetical order
 * of what the file calls them, and their names are not kept. Immutable and thread-safe.
 */
public final class Codings {
    private static final String YES = "yes";
    private static final String NO = "no";

    /** The rules that a file of codings can break, beside those of CSV. */
    public enum Code implements Finding.Code {
        /** A code that the codebook does not have. */
        UNKNOWN_CODE,
        /** A segment has no id, or one that is not opaque. */
        NOT_AN_ID,
        /** A row names no coder, or a column has no name. */
        NO_CODER,
        /** A row names no code, not even {@value Codebook#NONE}. */
        NO_CODE,
        /** A coder says both that a code applies and that none does. */
        NONE_AND_SOME,
        /** A row comes twice. */
        DUPLICATE_ROW,
        /** A segment has two rows where it must have one. */
        DUPLICATE_SEGMENT,
        /** The file has too few columns for either form. */
        TOO_FEW_COLUMNS
    }

    /**
     * One code that one coder applied to one segment.
     *
     * @param segment the opaque id of a segment
     * @param coder what tells coders apart
     * @param code a code of the codebook, or {@value Codebook#NONE}
     */
    public record Coding(String segment, String coder, String code) {
        /** Names nobody. */
        @Override
        public String toString() {
            return "Coding[" + segment + ", " + code + "]";
        }
    }

    /**
     * A code on which those who worked on a segment differ.
     *
     * @param segment the segment
     * @param code the code
     * @param yes the coders who applied it, by number from 0
     * @param no the coders who did not
     */
    public record Disagreement(String segment, String code, List<Integer> yes, List<Integer> no) {
        /**
         * Copies the lists.
         *
         * @param segment the segment
         * @param code the code
         * @param yes the coders who applied it
         * @param no the coders who did not
         */
        public Disagreement {
            yes = List.copyOf(yes);
            no = List.copyOf(no);
        }
    }

    private final Codebook codebook;
    private final int coders;
    private final Map<String, List<@Nullable Set<String>>> applied;

    private Codings(Codebook codebook, int coders, Map<String, List<@Nullable Set<String>>> applied) {
        this.codebook = codebook;
        this.coders = coders;
        this.applied = applied;
    }

    /**
     * Reads a CSV file in one of two forms. The long one has a row for every code applied:
     *
     * <pre>{@code
     * segment,coder,code
     * s001,a,no-device
     * s001,a,cost
     * s001,b,no-device
     * s002,b,none
     * }</pre>
     *
     * <p>The wide one has a row a segment and a column a coder, several codes with semicolons between them; an empty
     * cell is a segment that the coder has not worked on:
     *
     * <pre>{@code
     * segment,a,b
     * s001,no-device;cost,no-device
     * s002,,none
     * s003,cost,cost
     * }</pre>
     *
     * @param file a CSV file with a header, in UTF-8
     * @param codebook the codes that may come
     * @return the codings, or every error; an unknown code with the nearest one
     */
    public static Checked<Codings> read(Path file, Codebook codebook) {
        return CodingsFile.read(file, codebook);
    }

    /**
     * {@return the codings of some rows, in any order}
     *
     * @param codebook the codes that may come
     * @param rows one for every code that a coder applied; the same row twice counts once
     * @throws IllegalArgumentException if there is no row, a code is not in the codebook, or a coder says none and some
     *     of one segment
     */
    public static Codings of(Codebook codebook, Collection<Coding> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("codings must have a row, but have none");
        }
        List<String> names =
                rows.stream().map(Coding::coder).distinct().sorted().toList();
        Map<String, List<@Nullable Set<String>>> applied = new TreeMap<>();
        List<String> known = codebook.names();
        for (Coding row : rows) {
            boolean none = row.code().equals(Codebook.NONE);
            if (!none && !known.contains(row.code())) {
                throw new IllegalArgumentException("a code must be one of the codebook's " + known.size() + ", but '"
                        + row.code() + "' is not" + Nearest.hint(row.code(), known));
            }
            List<@Nullable Set<String>> cells = applied.computeIfAbsent(row.segment(), any -> empty(names.size()));
            int coder = names.indexOf(row.coder());
            Set<String> codes = cells.get(coder);
            if (codes != null && codes.isEmpty() != none) {
                throw new IllegalArgumentException(
                        "a coder must say '" + Codebook.NONE + "' of a segment or name codes," + " but one does both");
            }
            if (codes == null) {
                codes = new LinkedHashSet<>();
                cells.set(coder, codes);
            }
            if (!none) {
                codes.add(row.code());
            }
        }
        return new Codings(codebook, names.size(), applied);
    }

    private static List<@Nullable Set<String>> empty(int coders) {
        List<@Nullable Set<String>> cells = new ArrayList<>(coders);
        for (int coder = 0; coder < coders; coder++) {
            cells.add(null);
        }
        return cells;
    }

    /** {@return the codebook that the codes are of} */
    public Codebook codebook() {
        return codebook;
    }

    /** {@return the ids of all segments that somebody has worked on, in alphabetical order} */
    public List<String> segments() {
        return List.copyOf(applied.keySet());
    }

    /** {@return how many coders there are} */
    public int coderCount() {
        return coders;
    }

    /**
     * {@return who says yes and who says no to one code, one unit a segment; missing where a coder has not worked on it}
     *
     * @param code a code of the codebook
     * @throws IllegalArgumentException if the codebook has no such code
     */
    public Ratings ratings(String code) {
        if (codebook.find(code).isEmpty()) {
            throw new IllegalArgumentException("a code must be one of the codebook's, but '" + code + "' is not"
                    + Nearest.hint(code, codebook.names()));
        }
        RatingsBuilder ratings = Ratings.builder(coders).inOrder(List.of(NO, YES));
        applied.forEach((segment, cells) -> ratings.unit(
                segment,
                cells.stream()
                        .map(codes -> codes == null ? null : codes.contains(code) ? YES : NO)
                        .toArray(String[]::new)));
        return ratings.build();
    }

    /**
     * {@return for every code of the codebook how far coders agree on it, in the order of the codebook}
     *
     * @param settings sets the seed, the number of replicates and the level of the intervals:
     *     {@code agreement -> agreement.withSeed(7)}
     */
    public List<CodeAgreement> agreements(UnaryOperator<Agreement> settings) {
        return codebook.names().stream()
                .map(code -> CodeAgreement.of(code, settings.apply(Agreement.of(ratings(code))), this))
                .toList();
    }

    /** {@return every code on which those who worked on a segment differ, by segment and in the codebook's order} */
    public List<Disagreement> disagreements() {
        List<Disagreement> all = new ArrayList<>();
        applied.forEach((segment, cells) -> codebook.names().forEach(code -> {
            List<Integer> yes = coders(cells, code, true);
            List<Integer> no = coders(cells, code, false);
            if (!yes.isEmpty() && !no.isEmpty()) {
                all.add(new Disagreement(segment, code, yes, no));
            }
        }));
        return List.copyOf(all);
    }

    /** {@return how the disagreements are settled: to begin with, not at all} */
    public Adjudication adjudicate() {
        return Adjudication.of(this);
    }

    /** How many coders have worked on a segment. */
    int workedOn(String segment) {
        return (int) cells(segment).stream().filter(Objects::nonNull).count();
    }

    /** Whether all who worked on a segment applied a code. */
    boolean allApplied(String segment, String code) {
        return coders(cells(segment), code, false).isEmpty();
    }

    /** Whether one of them did. */
    boolean anyApplied(String segment, String code) {
        return !coders(cells(segment), code, true).isEmpty();
    }

    private List<@Nullable Set<String>> cells(String segment) {
        return Objects.requireNonNull(applied.get(segment));
    }

    private static List<Integer> coders(List<@Nullable Set<String>> cells, String code, boolean yes) {
        List<Integer> numbers = new ArrayList<>();
        for (int coder = 0; coder < cells.size(); coder++) {
            Set<String> codes = cells.get(coder);
            if (codes != null && codes.contains(code) == yes) {
                numbers.add(coder);
            }
        }
        return numbers;
    }

    /** Says how much there is, and nothing of what. */
    @Override
    public String toString() {
        return "Codings of " + applied.size() + " segments by " + coders + " coders";
    }
}
