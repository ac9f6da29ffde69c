package london.loti.persona.match;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import london.loti.model.finding.Nearest;
import london.loti.model.need.Answer;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeUse;
import london.loti.persona.bank.PersonaBank;

/**
 * What somebody answered to the questions of a bank, be it little. What was not asked, and what was asked and is not
 * known, is neither yes nor no: it does not enter the distance.
 *
 * <p>It knows no resident, and {@link #toString()} shows no answer. Immutable and thread-safe.
 */
public final class Answers {
    private final PersonaBank bank;
    private final List<Attribute> attributes;
    private final double[] values;

    private Answers(PersonaBank bank, List<Attribute> attributes, double[] values) {
        this.bank = bank;
        this.attributes = attributes;
        this.values = values;
    }

    /**
     * {@return answers to a bank's questions, with nothing answered yet}
     *
     * @param bank whose attributes are asked for
     */
    public static Answers to(PersonaBank bank) {
        List<Attribute> attributes = bank.matchingAttributes();
        double[] nothing = new double[attributes.size()];
        Arrays.fill(nothing, Double.NaN);
        return new Answers(bank, attributes, nothing);
    }

    /**
     * {@return the same with one more answer}
     *
     * @param attribute the id of an attribute that may be used for matching
     * @param text the answer as it is written in tables; empty, or {@code unknown}, where it is not known
     * @throws IllegalArgumentException if the bank has no such attribute, it must not be used for matching, or the text is
     *     no value of it; the message never repeats the text
     */
    public Answers with(String attribute, String text) {
        int place = place(attribute);
        return with(place, attributes.get(place).parse(text));
    }

    /**
     * {@return the same with one more answer to a yes-or-no question}
     *
     * @param attribute the id of a binary attribute that may be used for matching
     * @param answer yes, no, not known, or not asked
     * @throws IllegalArgumentException if the bank has no such attribute, it must not be used for matching, or it is not
     *     binary
     */
    public Answers with(String attribute, Answer answer) {
        int place = place(attribute);
        if (!attributes.get(place).kind().isBinary()) {
            throw new IllegalArgumentException("'" + attribute + "' is no yes-or-no question: it must be "
                    + attributes.get(place).expected());
        }
        return with(
                place,
                switch (answer) {
                    case YES -> 1;
                    case NO -> 0;
                    case UNKNOWN, NOT_ASKED -> Double.NaN;
                });
    }

    /** {@return the share of the weight of all attributes that is answered, 0 to 1} */
    public double knownShare() {
        double known = 0;
        double all = 0;
        for (int k = 0; k < values.length; k++) {
            double weight = attributes.get(k).weight();
            known += Double.isNaN(values[k]) ? 0 : weight;
            all += weight;
        }
        return known / all;
    }

    /** {@return the ids of the attributes without an answer, in the order of the bank} */
    public List<String> unanswered() {
        return IntStream.range(0, values.length)
                .filter(k -> Double.isNaN(values[k]))
                .mapToObj(k -> attributes.get(k).id())
                .toList();
    }

    PersonaBank bank() {
        return bank;
    }

    double[] values() {
        return values.clone();
    }

    Answers with(int place, double value) {
        double[] more = values.clone();
        more[place] = value;
        return new Answers(bank, attributes, more);
    }

    private int place(String id) {
        for (int k = 0; k < attributes.size(); k++) {
            if (attributes.get(k).id().equals(id)) {
                return k;
            }
        }
        AttributeUse use = bank.attribute(id).map(Attribute::use).orElse(AttributeUse.ANY);
        if (!use.mayMatch()) {
            throw new IllegalArgumentException("'" + id + "' is " + use + ", so it must not be used for matching");
        }
        List<String> ids = attributes.stream().map(Attribute::id).toList();
        throw new IllegalArgumentException(
                "an answer must be to an attribute of the bank, but there is no '" + id + "'" + Nearest.hint(id, ids));
    }

    /** Says how much is answered, and shows no answer. */
    @Override
    public String toString() {
        return "Answers[redacted, " + (values.length - unanswered().size()) + " of " + values.length + "]";
    }
}
