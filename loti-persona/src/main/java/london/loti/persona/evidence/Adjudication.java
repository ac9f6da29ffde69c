package london.loti.persona.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import london.loti.model.table.CsvWriter;
import london.loti.persona.evidence.Codings.Disagreement;

/**
 * How disagreements between coders are settled, by people who talk about them. What all coders of a segment say alike
 * stands; what they differ on is open until somebody decides. Immutable: every decision gives another one.
 *
 * <p>Report the agreement from before: after adjudication there is nothing left to disagree on.
 */
public final class Adjudication {
    private final Codings codings;
    private final Map<Key, Disagreement> disputed;
    private final Map<Key, Boolean> decided;

    private Adjudication(Codings codings, Map<Key, Disagreement> disputed, Map<Key, Boolean> decided) {
        this.codings = codings;
        this.disputed = disputed;
        this.decided = decided;
    }

    static Adjudication of(Codings codings) {
        Map<Key, Disagreement> disputed = new LinkedHashMap<>();
        codings.disagreements().forEach(d -> disputed.put(new Key(d.segment(), d.code()), d));
        return new Adjudication(codings, disputed, Map.of());
    }

    /** How the codes of a segment came about. */
    public enum Basis {
        /** Two coders or more said the same. */
        AGREED,
        /** Somebody decided on at least one code. */
        ADJUDICATED,
        /** One coder only has worked on it, and nobody knows whether another would agree. */
        ONE_CODER,
        /** At least one code is not decided yet, and is left out. */
        OPEN
    }

    /**
     * A segment with the codes that apply in the end.
     *
     * @param segment the opaque id of the segment
     * @param codes the codes that apply, in the order of the codebook
     * @param basis how they came about
     */
    public record Settled(String segment, List<String> codes, Basis basis) {
        /**
         * Copies the list.
         *
         * @param segment the opaque id of the segment
         * @param codes the codes that apply
         * @param basis how they came about
         */
        public Settled {
            codes = List.copyOf(codes);
        }
    }

    /**
     * {@return the same with one more decision; a second one on the same code takes the place of the first}
     *
     * @param segment the opaque id of a segment
     * @param code a code on which its coders differ
     * @param applies whether the code applies
     * @throws IllegalArgumentException if nobody differs on it
     */
    public Adjudication decide(String segment, String code, boolean applies) {
        Key key = new Key(segment, code);
        if (!disputed.containsKey(key)) {
            throw new IllegalArgumentException("a decision must be on a code that coders differ on, but on '" + code
                    + "' of this segment nobody differs\nMaybe look at open().");
        }
        Map<Key, Boolean> more = new LinkedHashMap<>(decided);
        more.put(key, applies);
        return new Adjudication(codings, disputed, more);
    }

    /** {@return the disagreements that nobody has decided yet} */
    public List<Disagreement> open() {
        List<Disagreement> open = new ArrayList<>();
        disputed.forEach((key, disagreement) -> {
            if (!decided.containsKey(key)) {
                open.add(disagreement);
            }
        });
        return List.copyOf(open);
    }

    /** {@return all segments with the codes that apply in the end, in alphabetical order of their ids} */
    public List<Settled> table() {
        return codings.segments().stream().map(this::row).toList();
    }

    /** {@return the table as CSV: {@code segment,codes,basis}, several codes with semicolons between them} */
    public String toCsv() {
        CsvWriter csv = new CsvWriter(List.of("segment", "codes", "basis"));
        for (Settled row : table()) {
            String codes = row.codes().isEmpty() ? Codebook.NONE : String.join(";", row.codes());
            csv.text(row.segment())
                    .text(row.codes().isEmpty() && row.basis() == Basis.OPEN ? "" : codes)
                    .text(row.basis().name())
                    .endRow();
        }
        return csv.toString();
    }

    private Settled row(String segment) {
        List<String> codes = new ArrayList<>();
        Basis basis = codings.workedOn(segment) == 1 ? Basis.ONE_CODER : Basis.AGREED;
        for (String code : codings.codebook().names()) {
            Key key = new Key(segment, code);
            Boolean applies = decided.get(key);
            if (disputed.containsKey(key)) {
                basis = applies == null || basis == Basis.OPEN ? Basis.OPEN : Basis.ADJUDICATED;
            }
            if (applies == null ? codings.allApplied(segment, code) : applies) {
                codes.add(code);
            }
        }
        return new Settled(segment, codes, basis);
    }

    /** Says how much is open, and nothing of what. */
    @Override
    public String toString() {
        return "Adjudication of " + disputed.size() + " disagreements, " + decided.size() + " decided";
    }

    private record Key(String segment, String code) {}
}
