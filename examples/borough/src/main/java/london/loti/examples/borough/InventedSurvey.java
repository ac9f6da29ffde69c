package london.loti.examples.borough;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.model.table.CsvWriter;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.AttributeUse;
import london.loti.persona.bank.Persona;
import london.loti.persona.bank.PersonaBank;

/**
 * A survey of residents who do not exist, by the questions of a bank. Most answer like one of the personas, some of them
 * more often than others, with some answers of their own and some that nobody knows; one in six is like none. The same
 * seed gives the same bytes on every platform and Java version.
 */
public final class InventedSurvey {
    private static final double LIKE_NOBODY = 0.17;
    private static final double OF_THEIR_OWN = 0.12;
    private static final double NOT_KNOWN = 0.07;

    private InventedSurvey() {}

    /**
     * The survey as CSV: an opaque id, then one column an attribute that may be asked.
     *
     * <pre>{@code
     * id,device,connection,paying,...
     * s0001,smartphone,prepaid,hard,...
     * }</pre>
     */
    public static String csv(PersonaBank bank, int people, long seed) {
        Dice dice = Dice.of(seed, "survey");
        List<Attribute> asked = bank.attributes().stream()
                .filter(attribute -> attribute.use() != AttributeUse.FORBIDDEN)
                .toList();
        List<String> header = new ArrayList<>(List.of("id"));
        asked.forEach(attribute -> header.add(attribute.id()));
        CsvWriter csv = new CsvWriter(header);
        for (int person = 1; person <= people; person++) {
            // The square makes the first personas of the bank the most frequent.
            double drawn = dice.unit();
            Persona like =
                    bank.personas().get((int) (drawn * drawn * bank.personas().size()));
            boolean nobody = dice.unit() < LIKE_NOBODY;
            csv.text("s" + (10_000 + person));
            for (Attribute attribute : asked) {
                csv.text(answer(attribute, nobody ? null : like, dice));
            }
            csv.endRow();
        }
        return csv.toString();
    }

    private static String answer(Attribute attribute, @Nullable Persona like, Dice dice) {
        boolean known = dice.unit() >= NOT_KNOWN;
        boolean own = dice.unit() < OF_THEIR_OWN;
        double drawn = dice.unit();
        if (!known) {
            return "";
        }
        String typical = like == null || own ? null : like.defining().get(attribute.id());
        if (typical != null) {
            return typical;
        }
        if (attribute.kind() == AttributeKind.INTERVAL && attribute.low() != null && attribute.high() != null) {
            return attribute.code(Math.rint(attribute.low() + drawn * (attribute.high() - attribute.low())));
        }
        // What only audits use is uneven too: the first levels are the most frequent.
        double even = attribute.use() == AttributeUse.AUDIT_ONLY ? drawn * drawn : drawn;
        return attribute.code((int) (even * attribute.levels().size()));
    }
}
