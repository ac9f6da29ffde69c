package london.loti.persona.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.Gower;
import london.loti.persona.attribute.Sample;
import london.loti.persona.attribute.Sensitivity;
import london.loti.persona.bank.Persona;
import london.loti.persona.bank.PersonaBank;

/**
 * Finds the persona that a set of answers is nearest to, by Gower's distance with the bank's ranges and weights, and
 * abstains by the bank's thresholds.
 *
 * <pre>{@code
 * PersonaMatcher matcher = PersonaMatcher.of(PersonaBank.london());
 * MatchOutcome outcome = matcher.match(Answers.to(matcher.bank()).with("device", "none"));
 * NextQuestion next = matcher.nextQuestions(answers).get(0);
 * }</pre>
 *
 * <p><b>Missing answers</b> are left out of the distance, and so are attributes that do not define a persona. <b>Ties</b>
 * go to the persona that comes first in the bank; they abstain in any case, unless the bank asks for no margin.
 * Immutable and thread-safe.
 */
public final class PersonaMatcher {
    private final PersonaBank bank;
    private final List<Attribute> attributes;
    private final Gower gower;
    private final double[][] personas;

    private PersonaMatcher(PersonaBank bank) {
        this.bank = bank;
        this.attributes = bank.matchingAttributes();
        this.gower = Gower.declared(attributes);
        this.personas = bank.personas().stream().map(bank::values).toArray(double[][]::new);
    }

    /**
     * {@return a matcher}
     *
     * @param bank personas, attributes and thresholds
     */
    public static PersonaMatcher of(PersonaBank bank) {
        return new PersonaMatcher(bank);
    }

    /** {@return the bank that it matches with} */
    public PersonaBank bank() {
        return bank;
    }

    /**
     * {@return the nearest persona, or why none is suggested}
     *
     * @param answers answers to this matcher's bank
     * @throws IllegalArgumentException if the answers belong to another bank
     */
    public MatchOutcome match(Answers answers) {
        double[] values = requireOwn(answers).values();
        Distances distances = distances(values);
        double known = answers.knownShare();
        MatchExplanation why = explanation(Math.max(0, distances.nearest), values, known);
        Set<AbstainReason> reasons = distances.reasons(bank.thresholds(), known);
        return reasons.isEmpty()
                ? new MatchOutcome.Suggested(id(distances.nearest), why, distances.margin(), specialCategory(values))
                : new MatchOutcome.Abstained(reasons, why, distances.margin());
    }

    /**
     * {@return why the answers are as near to a persona as they are}
     *
     * @param answers answers to this matcher's bank
     * @param persona the id of a persona
     * @throws IllegalArgumentException if the answers belong to another bank, or it has no such persona
     */
    public MatchExplanation explain(Answers answers, String persona) {
        double[] values = requireOwn(answers).values();
        int place = IntStream.range(0, personas.length)
                .filter(p -> id(p).equals(persona))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a persona must be one of "
                        + bank.personas().stream().map(Persona::id).toList() + ", but was '" + persona + "'"));
        return explanation(place, values, answers.knownShare());
    }

    /**
     * {@return the distances from all personas, in the order of the bank; {@code NaN} where nothing can be compared}
     *
     * @param answers answers to this matcher's bank
     * @throws IllegalArgumentException if the answers belong to another bank
     */
    public List<Double> distances(Answers answers) {
        return IntStream.range(0, personas.length)
                .mapToDouble(p -> distances(requireOwn(answers).values()).distances[p])
                .boxed()
                .toList();
    }

    /**
     * {@return the single answers that would have led to another outcome, the smallest change first} An outcome is
     * another one where another persona is suggested, or none instead of one, or one instead of none.
     *
     * @param answers answers to this matcher's bank
     * @throws IllegalArgumentException if the answers belong to another bank
     */
    public List<Counterfactual> counterfactuals(Answers answers) {
        return new Counterfactuals(this, requireOwn(answers)).all();
    }

    /**
     * {@return the questions without an answer, the one that may be expected to tell most first}
     *
     * <p>Each answer that a persona would give counts by how near the persona is so far (1 less its distance); the margin
     * that it would lead to is averaged. Where the margin does not exist yet it counts as 0.
     *
     * @param answers answers to this matcher's bank
     * @throws IllegalArgumentException if the answers belong to another bank
     */
    public List<NextQuestion> nextQuestions(Answers answers) {
        double[] values = requireOwn(answers).values();
        Distances now = distances(values);
        double margin = Double.isNaN(now.margin()) ? 0 : now.margin();
        List<NextQuestion> questions = new ArrayList<>();
        for (int k = 0; k < values.length; k++) {
            if (Double.isNaN(values[k])) {
                double expected = expectedMargin(values, k, now, margin);
                Attribute attribute = attributes.get(k);
                String words = attribute.question() == null ? attribute.label() : attribute.question();
                questions.add(new NextQuestion(attribute.id(), words, expected, expected - margin));
            }
        }
        questions.sort(Comparator.comparingDouble(NextQuestion::expectedMargin).reversed()); // stable
        return List.copyOf(questions);
    }

    /**
     * {@return the matches of a whole sample}
     *
     * @param sample one row a person; attributes of the bank that it does not have were not asked
     * @throws IllegalArgumentException if the sample has an attribute of the bank in another form, or none of them
     */
    public BatchMatch matchAll(Sample sample) {
        return matchAll(sample, done -> {});
    }

    /**
     * {@return the matches of a whole sample} The result does not depend on the number of threads.
     *
     * @param sample one row a person; attributes of the bank that it does not have were not asked
     * @param progress is told the share of rows that are done, 0 to 1, by one thread at a time
     * @throws IllegalArgumentException if the sample has an attribute of the bank in another form, or none of them
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public BatchMatch matchAll(Sample sample, DoubleConsumer progress) {
        return BatchMatch.of(this, sample, progress);
    }

    List<Attribute> attributes() {
        return attributes;
    }

    Gower gower() {
        return gower;
    }

    double[][] personas() {
        return personas;
    }

    String id(int persona) {
        return bank.personas().get(persona).id();
    }

    Distances distances(double[] values) {
        double[] distances = new double[personas.length];
        for (int p = 0; p < distances.length; p++) {
            distances[p] = gower.distance(values, personas[p]);
        }
        return new Distances(distances);
    }

    MatchExplanation explanation(int persona, double[] values, double known) {
        double[] wanted = personas[persona];
        double compared = 0;
        for (int k = 0; k < values.length; k++) {
            compared += gower.weight(k, values[k], wanted[k]);
        }
        List<Contribution> contributions = new ArrayList<>();
        for (int k = 0; k < values.length; k++) {
            double weight = gower.weight(k, values[k], wanted[k]);
            if (weight > 0) {
                Attribute attribute = attributes.get(k);
                double difference = gower.difference(k, values[k], wanted[k]);
                contributions.add(new Contribution(
                        attribute.id(),
                        attribute.label(),
                        attribute.words(values[k]),
                        attribute.words(wanted[k]),
                        difference,
                        weight / compared,
                        weight * difference / compared));
            }
        }
        contributions.sort(
                Comparator.comparingDouble(Contribution::contribution).reversed()); // stable: ties in the bank's order
        Persona of = bank.personas().get(persona);
        return new MatchExplanation(of.id(), of.name(), gower.distance(values, wanted), known, contributions);
    }

    private double expectedMargin(double[] values, int attribute, Distances now, double margin) {
        double[] asked = values.clone();
        double sum = 0;
        double weights = 0;
        for (int p = 0; p < personas.length; p++) {
            double nearness = Double.isNaN(now.distances[p]) ? 1 : 1 - now.distances[p];
            asked[attribute] = personas[p][attribute];
            double then =
                    Double.isNaN(asked[attribute]) ? margin : distances(asked).margin();
            sum += nearness * (Double.isNaN(then) ? 0 : then);
            weights += nearness;
        }
        return weights == 0 ? margin : sum / weights;
    }

    private List<String> specialCategory(double[] values) {
        return IntStream.range(0, values.length)
                .filter(k -> !Double.isNaN(values[k]))
                .mapToObj(attributes::get)
                .filter(attribute -> attribute.sensitivity().contains(Sensitivity.SPECIAL_CATEGORY))
                .map(Attribute::id)
                .toList();
    }

    private Answers requireOwn(Answers answers) {
        if (!answers.bank().equals(bank)) {
            throw new IllegalArgumentException("answers must be to the matcher's bank, " + bank.id() + " "
                    + bank.version() + ", but are to " + answers.bank().id() + " "
                    + answers.bank().version());
        }
        return answers;
    }
}
