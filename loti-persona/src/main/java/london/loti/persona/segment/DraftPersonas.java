package london.loti.persona.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;
import london.loti.model.need.AccessPackage;
import london.loti.persona.attribute.AttributeUse;
import london.loti.persona.attribute.Sample;
import london.loti.persona.bank.Claim;
import london.loti.persona.bank.Persona;
import london.loti.persona.bank.PersonaBank;
import london.loti.persona.bank.Thresholds;
import london.loti.persona.evidence.Fact;
import london.loti.persona.evidence.InsightBank;

/**
 * Makes a first draft of personas from segments: what is typical of each, with the shares that say so. What keeps these
 * people offline, what helps them and who they are, people must find out and write.
 *
 * <pre>{@code
 * Checked<PersonaBank> drafts = DraftPersonas.of(description).draft(sample, segments);
 * }</pre>
 *
 * <p><b>Typical</b> is the median of an interval (rounded to about a hundredth of its range) and of an ordinal, and the
 * most frequent level otherwise; a no to an asymmetric binary says nothing. Attributes that are
 * {@link AttributeUse#AUDIT_ONLY} neither define nor describe. <b>Shares</b> are of those whose answer is known, in whole
 * per cent. <b>Small numbers:</b> nothing is drafted while a segment has people but fewer than the disclosure rule's
 * threshold, as its numbers could be worked out from the others'; a value that fewer share is left out. Empty segments
 * are passed over. Immutable and thread-safe.
 */
public final class DraftPersonas {
    /** Why there is no draft. */
    public enum Code implements Finding.Code {
        /** A segment has too few people. */
        SMALL_SEGMENT,
        /** No value is shared by enough people of a segment. */
        NOTHING_TYPICAL
    }

    private final SampleDescription description;
    private final DisclosureRule rule;
    private final String reviewBy;

    private DraftPersonas(SampleDescription description, DisclosureRule rule, String reviewBy) {
        this.description = description;
        this.rule = rule;
        this.reviewBy = reviewBy;
    }

    /**
     * {@return a calculator with the bundled disclosure rule, whose drafts are to be looked at within a year of the
     * sample's day}
     *
     * @param description where the sample comes from
     */
    public static DraftPersonas of(SampleDescription description) {
        return new DraftPersonas(
                description,
                DisclosureRule.withDefaults(),
                LocalDate.parse(description.date()).plusYears(1).toString());
    }

    /**
     * {@return the same with another disclosure rule}
     *
     * @param newRule its threshold is the smallest number of people that anything is said of
     */
    public DraftPersonas withRule(DisclosureRule newRule) {
        return new DraftPersonas(description, newRule, reviewBy);
    }

    /**
     * {@return the same with another day of review}
     *
     * @param day the day by which somebody should look at the drafts again, {@code 2027-11-23}
     */
    public DraftPersonas withReviewBy(String day) {
        return new DraftPersonas(description, rule, day);
    }

    /**
     * {@return a bank with one draft a segment, or everything that stands in the way: segments with too few people,
     * intervals without a declared range}
     *
     * @param sample the rows
     * @param segments a division of the same rows, by any method
     * @throws IllegalArgumentException if the rows are not as many
     */
    public Checked<PersonaBank> draft(Sample sample, Segments segments) {
        if (sample.size() != segments.rowCount()) {
            throw new IllegalArgumentException("sample and segments must be of the same rows, but have " + sample.size()
                    + " and " + segments.rowCount());
        }
        Findings findings = new Findings();
        Sample used = sample.matching();
        List<Persona> personas = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        for (int segment = 0; segment < segments.k(); segment++) {
            int[] rows = segments.rows(segment);
            if (rows.length == 0) {
                continue;
            }
            if (rows.length < rule.threshold()) {
                findings.error(
                        Code.SMALL_SEGMENT,
                        "segment " + (segment + 1) + " must have at least " + rule.threshold()
                                + " people, so that nobody is recognised, but has fewer\nMaybe ask for fewer segments.",
                        Where.file("segments"));
                continue;
            }
            List<TypicalValue> typical = new ArrayList<>();
            for (int column = 0; column < used.attributes().size(); column++) {
                TypicalValue value = TypicalValue.of(used, column, rows, rule.threshold());
                if (value.isShown()) {
                    typical.add(value);
                }
            }
            if (typical.isEmpty()) {
                findings.error(
                        Code.NOTHING_TYPICAL,
                        "segment " + (segment + 1) + " must have a value that " + rule.threshold()
                                + " people share, but has none",
                        Where.file("segments"));
                continue;
            }
            Persona persona = persona(segment + 1, typical);
            typical.forEach(value -> facts.add(fact(persona.id(), value)));
            personas.add(persona);
        }
        if (findings.hasErrors()) {
            return Checked.failed(findings.toList());
        }
        try {
            return Checked.of(bank(used, segments, personas, facts));
        } catch (FindingsException e) {
            return Checked.failed(e.findings());
        }
    }

    private static String factId(String persona, TypicalValue value) {
        return persona + "." + value.attribute();
    }

    private Fact fact(String persona, TypicalValue value) {
        return new Fact(
                factId(persona, value),
                value.words(),
                description.source().id(),
                description.date(),
                description.place(),
                description.people(),
                null);
    }

    private Persona persona(int number, List<TypicalValue> typical) {
        String id = "segment_" + number;
        Map<String, String> defining = new LinkedHashMap<>();
        typical.forEach(value -> defining.put(value.attribute(), value.code()));
        return new Persona(
                id,
                "Segment " + number,
                "This is a draft, made by a computer from answers. People who know these residents must write it.",
                "0",
                description.place(),
                reviewBy,
                null,
                List.of(),
                defining,
                Map.of(),
                typical.stream()
                        .map(value -> new Claim(value.attribute(), value.words(), List.of(factId(id, value)), false))
                        .toList(),
                List.of(),
                List.of(),
                AccessPackage.unknown(),
                List.of(),
                null,
                List.of(),
                List.of(),
                null);
    }

    private PersonaBank bank(Sample used, Segments segments, List<Persona> personas, List<Fact> facts) {
        return new PersonaBank(
                "draft_personas",
                "0",
                "Draft personas from " + description.source().title(),
                "A first draft, made from segments of a sample. It is for people who write personas, and not for use.",
                description.date(),
                description.source().licence(),
                used.attributes(),
                Thresholds.DEFAULTS,
                new InsightBank(List.of(description.source()), List.of(), facts, List.of(), List.of()),
                personas,
                List.of(
                        "Segments were found by " + segments.method()
                                + ". A method finds as many as it is asked for, whether or not there are any.",
                        "What is typical of a segment is not so for everybody in it."));
    }
}
