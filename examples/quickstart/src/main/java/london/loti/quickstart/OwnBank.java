package london.loti.quickstart;

import java.util.LinkedHashMap;
import java.util.Map;

import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.bank.Persona;
import london.loti.persona.bank.PersonaBank;
import london.loti.persona.match.Answers;
import london.loti.persona.match.MatchOutcome;
import london.loti.persona.match.PersonaMatcher;

/**
 * A partner agency's own bank: loti's bank with an attribute of the agency's own, and a persona copied and adapted, which
 * keeps saying where it comes from.
 */
public final class OwnBank {
    private OwnBank() {}

    /** The bank of an agency that works with people who live on boats. */
    public static PersonaBank bank() {
        Attribute mooring = Attribute.builder("mooring", AttributeKind.ORDINAL)
                .label("Mooring")
                .question("Where is your boat for most of the year?")
                .level("none", "No boat")
                .level("fixed", "A home mooring")
                .level("moving", "It moves every two weeks")
                .reason("Who moves every two weeks has no line to order.")
                .build();
        PersonaBank london = PersonaBank.london();
        Persona copy = london.adapt(
                "working_on_prepaid_data", "on_a_boat", "2026-11-23", "Lives on a boat, so a line is no answer.");
        return london.named("boats", "1", "Boaters of the canals", "2026-11-23")
                .with(mooring)
                .with(defined(copy, "mooring", "moving"));
    }

    /** Who answers like that, and what to ask next; nothing of it is kept. */
    public static String run() {
        PersonaMatcher matcher = PersonaMatcher.of(bank());
        Answers answers = Answers.to(matcher.bank())
                .with("device", "smartphone")
                .with("connection", "prepaid")
                .with("mooring", "moving");
        MatchOutcome outcome = matcher.match(answers);
        String next = matcher.nextQuestions(answers).get(0).question();
        return outcome.words() + "\nAsk next: " + next;
    }

    private static Persona defined(Persona persona, String attribute, String value) {
        Map<String, String> defining = new LinkedHashMap<>(persona.defining());
        defining.put(attribute, value);
        return persona.withDefining(defining);
    }
}
