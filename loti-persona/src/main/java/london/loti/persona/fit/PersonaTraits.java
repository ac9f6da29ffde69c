package london.loti.persona.fit;

import java.util.ArrayList;
import java.util.List;

import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.Sample;
import london.loti.persona.bank.Persona;
import london.loti.persona.bank.PersonaBank;

/** What must hold of somebody who is just like a persona. */
final class PersonaTraits {
    /** How far a number may be from the persona's, as a share of its range. */
    private static final double NEAR = 0.1;

    private PersonaTraits() {}

    /** One condition an attribute that the sample has; the absence of a need is no trait, as in Gower's distance. */
    static List<Condition> of(PersonaBank bank, Persona persona, Sample sample) {
        List<Condition> traits = new ArrayList<>();
        List<Attribute> attributes = bank.matchingAttributes();
        double[] values = bank.values(persona);
        for (int k = 0; k < values.length; k++) {
            Attribute attribute = attributes.get(k);
            boolean absence = attribute.kind() == AttributeKind.ASYMMETRIC_BINARY && values[k] == 0;
            if (!Double.isNaN(values[k])
                    && !absence
                    && sample.column(attribute.id()).isPresent()) {
                traits.add(condition(attribute, values[k]));
            }
        }
        return traits;
    }

    private static Condition condition(Attribute attribute, double value) {
        Double low = attribute.low();
        Double high = attribute.high();
        if (low == null || high == null) { // a bank's intervals have a range
            return Condition.is(attribute.id(), attribute.code(value));
        }
        double width = NEAR * (high - low);
        return Condition.between(attribute.id(), value - width, value + width);
    }
}
