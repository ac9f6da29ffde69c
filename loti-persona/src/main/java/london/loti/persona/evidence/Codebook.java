package london.loti.persona.evidence;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Require;
import london.loti.model.finding.Where;
import london.loti.model.json.LotiJson;
import london.loti.model.provenance.Source;

/**
 * What coders may say about a segment of text, with the definitions that they work by. It is a versioned JSON document:
 * codes that were applied under one version say little about another.
 *
 * @param id a short name
 * @param version the version of this document
 * @param title its title for readers
 * @param date when this version was written, {@code 2026-11-23}
 * @param source who wrote it
 * @param codes the codes, in the order in which coders read them
 */
public record Codebook(String id, String version, String title, String date, Source source, List<Entry> codes) {
    /** What a coder writes who read a segment and found that no code applies; no codebook may define it. */
    public static final String NONE = "none";

    /** The rules between the codes. */
    public enum Code implements Finding.Code {
        /** A code comes twice. */
        DUPLICATE_CODE,
        /** A code is {@value Codebook#NONE}, which stands for none of them. */
        RESERVED_CODE,
        /** A broader code is not in the book. */
        UNKNOWN_BROADER,
        /** A code is, by way of others, broader than itself. */
        CYCLE,
        /** The book has no code. */
        NO_CODE
    }

    /**
     * One code.
     *
     * @param code what coders write
     * @param label its name for readers
     * @param definition what it means, in a sentence
     * @param inclusion when to apply it; null where the definition says enough
     * @param exclusion when not to, though it looks like it; null where nothing looks like it
     * @param example an invented or consented example; null where there is none
     * @param broader the wider code that it is a part of; null where it stands by itself. Applying a code does not
     *     apply the wider one
     */
    public record Entry(
            String code,
            String label,
            String definition,
            @Nullable String inclusion,
            @Nullable String exclusion,
            @Nullable String example,
            @Nullable String broader) {
        /**
         * Checks that what is needed is said.
         *
         * @param code what coders write
         * @param label its name for readers
         * @param definition what it means
         * @param inclusion when to apply it, or null
         * @param exclusion when not to, or null
         * @param example an invented or consented example, or null
         * @param broader the wider code, or null
         * @throws IllegalArgumentException if a code has another form or a text is blank
         */
        public Entry {
            Require.code("a code", code);
            Require.text(label, "a code needs a 'label'");
            Require.text(definition, "a code needs a 'definition'");
            Require.optionalText(inclusion, "a code's 'inclusion' must not be blank");
            Require.optionalText(exclusion, "a code's 'exclusion' must not be blank");
            Require.optionalText(example, "a code's 'example' must not be blank");
        }
    }

    /**
     * Checks the rules between the codes.
     *
     * @param id a short name
     * @param version the version of this document
     * @param title its title for readers
     * @param date when this version was written
     * @param source who wrote it
     * @param codes the codes, each once
     * @throws FindingsException with every broken rule
     */
    public Codebook {
        Require.code("a codebook", id);
        Require.text(version, "a codebook needs a 'version'");
        Require.text(title, "a codebook needs a 'title'");
        Objects.requireNonNull(date, "a codebook needs a 'date'");
        Require.date(date, "a codebook's 'date' must be a day, for example 2026-11-23");
        Objects.requireNonNull(source, "a codebook needs a 'source'");
        codes = List.copyOf(Objects.requireNonNull(codes, "a codebook needs 'codes'"));
        check(id, codes);
    }

    /**
     * Reads a codebook.
     *
     * @param file a JSON document in UTF-8
     * @return the codebook, or every problem that was found
     */
    public static Checked<Codebook> read(Path file) {
        return LotiJson.read(file, Codebook.class);
    }

    /**
     * {@return the entry of a code; empty where there is none}
     *
     * @param code a code; case counts
     */
    public Optional<Entry> find(String code) {
        return codes.stream().filter(entry -> entry.code().equals(code)).findFirst();
    }

    /** {@return all codes, in their order} */
    public List<String> names() {
        return codes.stream().map(Entry::code).toList();
    }

    private static void check(String id, List<Entry> codes) {
        Findings findings = new Findings();
        Map<String, Entry> byCode = new LinkedHashMap<>();
        for (Entry entry : codes) {
            Where where = where(id, entry);
            if (byCode.putIfAbsent(entry.code(), entry) != null) {
                findings.error(Code.DUPLICATE_CODE, "a code must come once, but comes twice", where);
            }
            if (entry.code().equalsIgnoreCase(NONE)) {
                findings.error(
                        Code.RESERVED_CODE,
                        "a code must not be '" + NONE + "', which stands for none of the codes, but one is",
                        where);
            }
        }
        if (codes.isEmpty()) {
            findings.error(Code.NO_CODE, "a codebook must have a code, but has none", Where.file(id));
        }
        for (Entry entry : codes) {
            if (entry.broader() != null && !byCode.containsKey(entry.broader())) {
                findings.error(
                        Code.UNKNOWN_BROADER,
                        "its 'broader' must be a code of the book, but '" + entry.broader() + "' is not"
                                + Nearest.hint(entry.broader(), byCode.keySet()),
                        where(id, entry));
            }
        }
        for (Entry entry : byCode.values()) {
            if (isAboveItself(entry, byCode)) {
                findings.error(Code.CYCLE, "a code must not be broader than itself, but is", where(id, entry));
            }
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
    }

    private static boolean isAboveItself(Entry entry, Map<String, Entry> byCode) {
        Set<String> seen = new HashSet<>();
        Entry above = entry;
        while (above != null && above.broader() != null && seen.add(above.code())) {
            above = byCode.get(above.broader());
            if (above != null && above.code().equals(entry.code())) {
                return true;
            }
        }
        return false;
    }

    private static Where where(String id, Entry entry) {
        return Where.column(id, "code '" + entry.code() + "'");
    }
}
