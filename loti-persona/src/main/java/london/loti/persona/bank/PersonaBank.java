package london.loti.persona.bank;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;
import london.loti.model.provenance.Licence;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.evidence.InsightBank;

/**
 * Personas with the attributes that define them and the evidence that they rest on.
 *
 * <p>A bank is a versioned JSON document. Ranges, weights and thresholds stand in it, so that a distance means the same
 * in every batch and every borough that uses the bank.
 *
 * @param id a short name
 * @param version the version of this document
 * @param title its title for readers
 * @param description what it is for and what it is not, in a few sentences
 * @param date when this version was written, {@code 2026-11-23}
 * @param licence the terms under which others may use it
 * @param attributes what may be asked; those that personas use, and those for audits
 * @param thresholds when a match is no match
 * @param evidence what the claims rest on
 * @param personas the personas
 * @param limits known defects and limits, for readers
 */
public record PersonaBank(
        String id,
        String version,
        String title,
        String description,
        String date,
        Licence licence,
        List<Attribute> attributes,
        Thresholds thresholds,
        InsightBank evidence,
        List<Persona> personas,
        List<String> limits) {

    private static final String LONDON = "london.json";

    /** The rules between the parts of a bank. */
    public enum Code implements Finding.Code {
        /** Two things have one id. */
        DUPLICATE_ID,
        /** An id that nothing has. */
        UNKNOWN_REFERENCE,
        /** A value that its attribute does not have. */
        NOT_A_VALUE,
        /** An attribute that must not define anybody does. */
        USE_NOT_ALLOWED,
        /** An interval declares no range. */
        NO_RANGE,
        /** A bank has no persona. */
        NO_PERSONA,
        /** Two personas of a dyad do not name each other. */
        ONE_SIDED_DYAD
    }

    /**
     * Checks the rules between the parts.
     *
     * @param id a short name
     * @param version the version of this document
     * @param title its title for readers
     * @param description what it is for and what it is not
     * @param date when this version was written
     * @param licence the terms under which others may use it
     * @param attributes what may be asked, each id once; intervals with their range
     * @param thresholds when a match is no match; a document may leave them out
     * @param evidence what the claims rest on
     * @param personas the personas, each id once
     * @param limits known defects and limits; a document may leave them out
     * @throws london.loti.model.finding.FindingsException with every broken rule
     */
    public PersonaBank {
        Require.id("a bank", id);
        Require.text(version, "a bank needs a 'version'");
        Require.text(title, "a bank needs a 'title'");
        Require.text(description, "a bank needs a 'description'");
        Objects.requireNonNull(date, "a bank needs a 'date'");
        Require.date(date, "a bank's 'date' must be a day, for example 2026-11-23");
        Objects.requireNonNull(licence, "a bank needs a 'licence'");
        Objects.requireNonNull(evidence, "a bank needs 'evidence'");
        attributes = List.copyOf(Objects.requireNonNull(attributes, "a bank needs 'attributes'"));
        thresholds = Objects.requireNonNullElse(thresholds, Thresholds.DEFAULTS);
        personas = List.copyOf(Objects.requireNonNull(personas, "a bank needs 'personas'"));
        limits = List.copyOf(Objects.requireNonNullElse(limits, List.of()));
        BankRules.check(attributes, evidence, personas);
    }

    /** {@return the invented London bank that comes with loti} */
    public static PersonaBank london() {
        return LotiJson.bundled(LONDON, PersonaBank.class.getResourceAsStream(LONDON), PersonaBank.class);
    }

    /**
     * Reads a bank of one's own.
     *
     * @param file a JSON document in UTF-8
     * @return the bank, or every problem that was found
     */
    public static Checked<PersonaBank> read(Path file) {
        return LotiJson.read(file, PersonaBank.class);
    }

    /**
     * {@return the persona with this id; empty where there is none}
     *
     * @param personaId an id
     */
    public Optional<Persona> persona(String personaId) {
        return personas.stream()
                .filter(persona -> persona.id().equals(personaId))
                .findFirst();
    }

    /**
     * {@return the attribute with this id; empty where there is none}
     *
     * @param attributeId an id
     */
    public Optional<Attribute> attribute(String attributeId) {
        return attributes.stream()
                .filter(attribute -> attribute.id().equals(attributeId))
                .findFirst();
    }

    /** {@return the attributes that may take part in a match, in their order} */
    public List<Attribute> matchingAttributes() {
        return attributes.stream()
                .filter(attribute -> attribute.use().mayMatch())
                .toList();
    }

    /**
     * {@return what defines a persona, one value for each of {@link #matchingAttributes()}; {@code NaN} where an
     * attribute does not define it}
     *
     * @param persona a persona of this bank
     */
    public double[] values(Persona persona) {
        return matchingAttributes().stream()
                .mapToDouble(attribute -> {
                    String value = persona.defining().get(attribute.id());
                    return value == null ? Double.NaN : attribute.parse(value);
                })
                .toArray();
    }

    /**
     * {@return a copy of one of this bank's personas under another id, which says where it was taken from} Put it into
     * a bank of your own with {@link #with(Persona)}, or write it to a file and change it there.
     *
     * @param personaId the persona to copy
     * @param newId the id of the copy
     * @param date the day of the copy, {@code 2026-11-23}
     * @param changes what is to be changed, and why
     * @throws IllegalArgumentException if the bank has no such persona
     */
    public Persona adapt(String personaId, String newId, String date, String changes) {
        Persona from = persona(personaId)
                .orElseThrow(() -> new IllegalArgumentException("a persona to adapt must be one of "
                        + personas.stream().map(Persona::id).toList() + ", but was '" + personaId + "'"));
        Origin copied = new Origin(id, version, from.id(), from.version(), date, changes);
        return new Persona(
                newId,
                from.name(),
                from.summary(),
                "1",
                from.area(),
                from.reviewBy(),
                from.segment(),
                from.keyGroups(),
                from.defining(),
                from.illustrative(),
                from.claims(),
                from.barriers(),
                from.strengths(),
                from.access(),
                from.helps(),
                from.household(),
                from.adjustments(),
                from.areaProxies(),
                copied);
    }

    /**
     * {@return this bank with one more persona, or with another version of one that it has}
     *
     * @param persona the persona
     * @throws london.loti.model.finding.FindingsException if it does not fit the bank's attributes and evidence
     */
    public PersonaBank with(Persona persona) {
        Map<String, Persona> all = new LinkedHashMap<>();
        personas.forEach(known -> all.put(known.id(), known));
        all.put(persona.id(), persona);
        return with(attributes, evidence, List.copyOf(all.values()));
    }

    /**
     * {@return this bank with more attributes, or with other versions of those that it has}
     *
     * @param more the attributes
     * @throws london.loti.model.finding.FindingsException if a persona has a value that its attribute does not have
     */
    public PersonaBank with(Attribute... more) {
        Map<String, Attribute> all = new LinkedHashMap<>();
        attributes.forEach(known -> all.put(known.id(), known));
        Arrays.stream(more).forEach(attribute -> all.put(attribute.id(), attribute));
        return with(new ArrayList<>(all.values()), evidence, personas);
    }

    /**
     * {@return this bank with other evidence}
     *
     * @param other the evidence that its claims rest on
     * @throws london.loti.model.finding.FindingsException if a claim rests on something that it does not hold
     */
    public PersonaBank with(InsightBank other) {
        return with(attributes, other, personas);
    }

    /**
     * {@return this bank under another id: a bank of one's own}
     *
     * @param newId a short name
     * @param newVersion its version
     * @param newTitle its title for readers
     * @param newDate when it was written, {@code 2026-11-23}
     */
    public PersonaBank named(String newId, String newVersion, String newTitle, String newDate) {
        return new PersonaBank(
                newId,
                newVersion,
                newTitle,
                description,
                newDate,
                licence,
                attributes,
                thresholds,
                evidence,
                personas,
                limits);
    }

    private PersonaBank with(List<Attribute> newAttributes, InsightBank newEvidence, List<Persona> newPersonas) {
        return new PersonaBank(
                id,
                version,
                title,
                description,
                date,
                licence,
                newAttributes,
                thresholds,
                newEvidence,
                newPersonas,
                limits);
    }
}
