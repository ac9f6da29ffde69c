package london.loti.persona.intervention;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Require;
import london.loti.model.finding.Where;
import london.loti.model.json.LotiJson;
import london.loti.model.need.AccessItem;
import london.loti.model.need.AccessPackage;
import london.loti.model.need.AccessState;
import london.loti.model.provenance.Source;

/**
 * Which parts of an access package are little use without which others: a device without a connection, a class without
 * anything to practise on. LOTI found that help in a blend works better than one part alone. It is a versioned JSON
 * document, and one pure function.
 *
 * @param id a short name
 * @param version the version of this document
 * @param title its title for readers
 * @param date when this version was written, {@code 2026-11-23}
 * @param source what it rests on
 * @param rules the rules, in the order in which warnings come
 */
public record BlendRules(String id, String version, String title, String date, Source source, List<Rule> rules) {
    private static final String BUNDLED = "blended-package.json";

    /** The rules between the rules. */
    public enum Code implements Finding.Code {
        /** A rule comes twice. */
        DUPLICATE_ID,
        /** A rule warns that something is missing without itself. */
        LACKS_ITSELF
    }

    /**
     * One thing without another.
     *
     * @param id a short name
     * @param has what there is, at least one
     * @param lacks what is then wanted too
     * @param words what is wrong with the one alone, in a sentence
     * @param because why, or who found it
     */
    public record Rule(String id, Set<AccessItem> has, AccessItem lacks, String words, String because) {
        /**
         * Checks that something is there.
         *
         * @param id a short name
         * @param has what there is, at least one
         * @param lacks what is then wanted too
         * @param words what is wrong with the one alone
         * @param because why, or who found it
         * @throws IllegalArgumentException if nothing is there
         */
        public Rule {
            Require.code("a rule", id);
            Objects.requireNonNull(lacks, "a rule needs what it 'lacks'");
            Set<AccessItem> items = EnumSet.noneOf(AccessItem.class);
            items.addAll(Objects.requireNonNull(has, "a rule needs what it 'has'"));
            has = Collections.unmodifiableSet(items);
            Require.text(words, "a rule needs 'words'");
            Require.text(because, "a rule needs a 'because'");
            if (has.isEmpty()) {
                throw new IllegalArgumentException("a rule must say what there is, but says nothing");
            }
        }
    }

    /**
     * A part that is missing from a package.
     *
     * @param rule the id of the rule
     * @param missing the part
     * @param known whether it is known to be needed; otherwise nobody knows yet, and it is worth asking
     * @param words what to do, in a sentence
     * @param because why, or who found it
     */
    public record Warning(String rule, AccessItem missing, boolean known, String words, String because) {}

    /**
     * Checks the rules.
     *
     * @param id a short name
     * @param version the version of this document
     * @param title its title for readers
     * @param date when this version was written
     * @param source what it rests on
     * @param rules the rules, each id once
     * @throws FindingsException with every broken rule
     */
    public BlendRules {
        Require.code("a document of rules", id);
        Require.text(version, "a document of rules needs a 'version'");
        Require.text(title, "a document of rules needs a 'title'");
        Objects.requireNonNull(date, "a document of rules needs a 'date'");
        Require.date(date, "the 'date' of rules must be a day, for example 2026-11-23");
        Objects.requireNonNull(source, "a document of rules needs a 'source'");
        rules = List.copyOf(Objects.requireNonNull(rules, "a document of rules needs 'rules'"));
        Findings findings = new Findings();
        Set<String> ids = new HashSet<>();
        for (Rule rule : rules) {
            Where where = Where.column(id, "rule '" + rule.id() + "'");
            if (!ids.add(rule.id())) {
                findings.error(Code.DUPLICATE_ID, "an id must come once, but comes twice", where);
            }
            if (rule.has().contains(rule.lacks())) {
                findings.error(Code.LACKS_ITSELF, "what a rule lacks must not be what it has, but is", where);
            }
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
    }

    /** {@return the rules that come with loti} */
    public static BlendRules bundled() {
        return LotiJson.bundled(BUNDLED, BlendRules.class.getResourceAsStream(BUNDLED), BlendRules.class);
    }

    /**
     * Reads rules of one's own.
     *
     * @param file a JSON document in UTF-8
     * @return the rules, or every problem that was found
     */
    public static Checked<BlendRules> read(Path file) {
        return LotiJson.read(file, BlendRules.class);
    }

    /**
     * {@return what would still be missing if some interventions were given}
     *
     * @param now how things stand
     * @param chosen the interventions
     */
    public List<Warning> warningsFor(AccessPackage now, Collection<Intervention> chosen) {
        Set<AccessItem> given = EnumSet.noneOf(AccessItem.class);
        chosen.forEach(intervention -> given.addAll(intervention.provides()));
        return warnings(now, given);
    }

    /**
     * {@return what would still be missing if some parts were given, in the order of the rules}
     *
     * <p>A part is there where it is given, {@link AccessState#OFFERED} or {@link AccessState#MET}. It is missing where
     * it is not there and {@link AccessState#NEEDED}; where it is {@link AccessState#UNKNOWN} the warning says to ask.
     * What is {@link AccessState#NOT_NEEDED} is never missing.
     *
     * @param now how things stand
     * @param given the parts that are to be given
     */
    public List<Warning> warnings(AccessPackage now, Set<AccessItem> given) {
        Set<AccessItem> there = EnumSet.noneOf(AccessItem.class);
        there.addAll(given);
        there.addAll(now.in(AccessState.OFFERED));
        there.addAll(now.in(AccessState.MET));
        List<Warning> warnings = new ArrayList<>();
        for (Rule rule : rules) {
            AccessState state = now.state(rule.lacks());
            boolean open = state == AccessState.NEEDED || state == AccessState.UNKNOWN;
            if (open && there.containsAll(rule.has()) && !there.contains(rule.lacks())) {
                boolean known = state == AccessState.NEEDED;
                String words = known ? rule.words() : rule.words() + " Nobody knows yet whether it is missing: ask.";
                warnings.add(new Warning(rule.id(), rule.lacks(), known, words, rule.because()));
            }
        }
        return List.copyOf(warnings);
    }
}
