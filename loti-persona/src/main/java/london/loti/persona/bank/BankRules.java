package london.loti.persona.bank;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.bank.PersonaBank.Code;
import london.loti.persona.evidence.InsightBank;

/** The rules that hold between the parts of a bank. */
final class BankRules {
    private final Findings findings = new Findings();
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private final Map<String, Persona> personas = new LinkedHashMap<>();

    private BankRules() {}

    static void check(List<Attribute> attributes, InsightBank evidence, List<Persona> personas) {
        BankRules rules = new BankRules();
        attributes.forEach(rules::addAttribute);
        personas.forEach(rules::addPersona);
        if (personas.isEmpty()) {
            rules.findings.error(Code.NO_PERSONA, "a bank must have a persona, but has none", Where.file("bank"));
        }
        for (Persona persona : personas) {
            persona.defining().forEach((attribute, value) -> rules.checkDefining(persona, attribute, value));
            persona.claims().forEach(claim -> rules.checkClaim(persona, claim, evidence));
            rules.checkDyad(persona);
        }
        if (rules.findings.hasErrors()) {
            throw new FindingsException(rules.findings.toList());
        }
    }

    private void addAttribute(Attribute attribute) {
        Where where = Where.column("bank", "attribute '" + attribute.id() + "'");
        if (attributes.putIfAbsent(attribute.id(), attribute) != null) {
            findings.error(Code.DUPLICATE_ID, "an id must come once, but comes twice", where);
        }
        if (!attribute.hasRange() && attribute.use().mayMatch()) {
            findings.error(
                    Code.NO_RANGE,
                    "an interval of a bank must declare 'low' and 'high', so that a distance means the same everywhere",
                    where);
        }
    }

    private void addPersona(Persona persona) {
        if (personas.putIfAbsent(persona.id(), persona) != null) {
            error(Code.DUPLICATE_ID, persona, null, "an id must come once, but comes twice");
        }
    }

    private void checkDefining(Persona persona, String id, String value) {
        Attribute attribute = attributes.get(id);
        if (attribute == null) {
            error(
                    Code.UNKNOWN_REFERENCE,
                    persona,
                    id,
                    "what defines a persona must be an attribute of the bank, but this is none"
                            + Nearest.hint(id, attributes.keySet()));
            return;
        }
        if (!attribute.use().mayMatch()) {
            error(
                    Code.USE_NOT_ALLOWED,
                    persona,
                    id,
                    "an attribute that is " + attribute.use() + " must not define a persona");
            return;
        }
        try {
            if (Double.isNaN(attribute.parse(value))) {
                error(
                        Code.NOT_A_VALUE,
                        persona,
                        id,
                        "what defines a persona must be known, but is not\nMaybe leave the attribute out.");
            }
        } catch (IllegalArgumentException e) {
            error(Code.NOT_A_VALUE, persona, id, "the value must be " + attribute.expected());
        }
    }

    private void checkClaim(Persona persona, Claim claim, InsightBank evidence) {
        for (String id : claim.evidence()) {
            if (!evidence.has(id)) {
                error(
                        Code.UNKNOWN_REFERENCE,
                        persona,
                        "claim '" + claim.id() + "'",
                        "it rests on '" + id + "', which is neither a fact nor an insight of the bank");
            }
        }
    }

    private void checkDyad(Persona persona) {
        Household household = persona.household();
        if (household == null || household.with() == null) {
            return;
        }
        Set<String> others = new LinkedHashSet<>(personas.keySet());
        others.remove(persona.id());
        Persona other = others.contains(household.with()) ? personas.get(household.with()) : null;
        if (other == null) {
            error(
                    Code.UNKNOWN_REFERENCE,
                    persona,
                    "household",
                    "the other part of a dyad must be another persona of the bank, but '" + household.with()
                            + "' is none" + Nearest.hint(household.with(), others));
            return;
        }
        Household back = other.household();
        boolean mutual = back != null
                && persona.id().equals(back.with())
                && back.role() != null
                && back.role() != household.role();
        if (!mutual) {
            error(
                    Code.ONE_SIDED_DYAD,
                    persona,
                    "household",
                    "a carer and the person cared for must name each other, but '" + other.id() + "' does not");
        }
    }

    private void error(Code code, Persona persona, @Nullable String part, String message) {
        findings.error(
                code,
                message,
                Where.column("bank", "persona '" + persona.id() + "'" + (part == null ? "" : ", " + part)));
    }
}
