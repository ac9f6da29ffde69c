package london.loti.persona.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import london.loti.model.disclosure.DisclosureRule;
import london.loti.persona.attribute.Gower;
import london.loti.persona.attribute.Sample;
import london.loti.persona.bank.Persona;
import london.loti.persona.bank.PersonaBank;
import london.loti.persona.fit.BankFitReport.Duplicate;
import london.loti.persona.match.BatchMatch;

/**
 * Does this bank fit my borough? For how many people of a sample a persona is near, for which group it is not, and which
 * personas stand for too many, for nobody, or for the same people.
 *
 * <pre>{@code
 * BatchMatch batch = PersonaMatcher.of(PersonaBank.london()).matchAll(sample);
 * BankFitReport report = BankFit.of(batch).withGroups("age_band", "ethnic_group").report();
 * report.coverage().words(); // 380 of 400: 95 % (95 % interval 92.4 to 96.7 %)
 * }</pre>
 *
 * <p><b>Covered</b> is whoever has a persona within the bank's {@code tooFarAbove}, of those of whom enough is known:
 * of the others nobody can tell. <b>Groups</b> of fewer people than {@link #withSmallestGroup} refuse to conclude, and
 * those whose group is not recorded are a group of their own. <b>Disclosure:</b> the report shows only what the rule
 * lets leave. Every table passes it by itself, and rounding is what keeps the difference of two tables from telling
 * more; under a rule that does not round, a single hidden group takes the smallest other with it. <b>Limits:</b> a share
 * of a sample says nothing of those who are not in it. That personas should be counted before they are taken to stand
 * for many is from Chapman, Love, Milham, ElRif and Alford 2008,
 * <a href="https://doi.org/10.1177/154193120805201602">doi:10.1177/154193120805201602</a>. The order of the rows changes
 * nothing. Immutable and thread-safe.
 */
public final class BankFit {
    private final BatchMatch batch;
    private final List<String> groups;
    private final DisclosureRule rule;
    private final int smallest;
    private final double crowding;
    private final double duplicateBelow;

    private BankFit(
            BatchMatch batch,
            List<String> groups,
            DisclosureRule rule,
            int smallest,
            double crowding,
            double duplicateBelow) {
        this.batch = batch;
        this.groups = groups;
        this.rule = rule;
        this.smallest = smallest;
        this.crowding = crowding;
        this.duplicateBelow = duplicateBelow;
    }

    /**
     * {@return the fit of a bank, without groups, under the bundled disclosure rule, with groups of 30 people or more,
     * crowding above twice the fair share and duplicates below a distance of 0.1}
     *
     * @param batch the matches of a sample
     */
    public static BankFit of(BatchMatch batch) {
        return new BankFit(batch, List.of(), DisclosureRule.withDefaults(), FairnessAudit.SMALLEST, 2, 0.1);
    }

    /**
     * {@return the same by groups}
     *
     * @param attributes the ids of attributes of the sample that have levels; typically those that are
     *     {@link london.loti.persona.attribute.AttributeUse#AUDIT_ONLY}
     * @throws IllegalArgumentException if one is not in the sample or is an interval
     */
    public BankFit withGroups(String... attributes) {
        for (String attribute : attributes) {
            Columns.categorical(batch.sample(), attribute);
        }
        return new BankFit(batch, List.of(attributes), rule, smallest, crowding, duplicateBelow);
    }

    /**
     * {@return the same under another disclosure rule}
     *
     * @param newRule which counts may leave
     */
    public BankFit withRule(DisclosureRule newRule) {
        return new BankFit(batch, groups, newRule, smallest, crowding, duplicateBelow);
    }

    /**
     * {@return the same with another smallest number of people of whom a group's share says anything}
     *
     * @param people at least 1
     * @throws IllegalArgumentException if it is below 1
     */
    public BankFit withSmallestGroup(int people) {
        if (people < 1) {
            throw new IllegalArgumentException("the smallest group must be of at least 1, but was " + people);
        }
        return new BankFit(batch, groups, rule, people, crowding, duplicateBelow);
    }

    /**
     * {@return the same with another bound of crowding}
     *
     * @param timesFairShare a persona is crowded above so many times its fair share of the suggestions, which is one over
     *     the number of personas; above 1
     * @throws IllegalArgumentException if it is not above 1
     */
    public BankFit withCrowdingAbove(double timesFairShare) {
        if (!(timesFairShare > 1)) {
            throw new IllegalArgumentException(
                    "crowding must be above 1 times the fair share, but was " + timesFairShare);
        }
        return new BankFit(batch, groups, rule, smallest, timesFairShare, duplicateBelow);
    }

    /**
     * {@return the same with another bound of duplicates}
     *
     * @param distance two personas nearer than this are duplicates, 0 to 1
     * @throws IllegalArgumentException if it is not of 0 to 1
     */
    public BankFit withDuplicateBelow(double distance) {
        if (!(distance >= 0 && distance <= 1)) {
            throw new IllegalArgumentException("a distance must be of 0 to 1, but was " + distance);
        }
        return new BankFit(batch, groups, rule, smallest, crowding, distance);
    }

    /** {@return how well the bank fits} */
    public BankFitReport report() {
        PersonaBank bank = batch.bank();
        Reach reach = Reach.of(batch);
        GroupFits fits = new GroupFits(batch, reach, rule, smallest);
        return new BankFitReport(
                bank.title() + ", version " + bank.version(),
                DisclosedShare.of(reach.covered(), reach.knownRows().length, rule),
                DisclosedShare.of(reach.suggested(), batch.size(), rule),
                batch.disclose(rule),
                personas(bank, reach),
                crowding,
                duplicates(bank),
                groups.stream().map(fits::of).toList());
    }

    private List<PersonaFit> personas(PersonaBank bank, Reach reach) {
        int count = bank.personas().size();
        return IntStream.range(0, count)
                .mapToObj(p -> {
                    DisclosedShare share = DisclosedShare.of(reach.suggested(p), reach.suggested(), rule);
                    boolean crowded =
                            share.shown().isPresent() && reach.suggested(p) > crowding * reach.suggested() / count;
                    return persona(bank, p, share, crowded, reach.near(p) < rule.threshold());
                })
                .toList();
    }

    private PersonaFit persona(PersonaBank bank, int place, DisclosedShare suggested, boolean crowded, boolean orphan) {
        Persona persona = bank.personas().get(place);
        Sample sample = batch.sample();
        List<Condition> traits = PersonaTraits.of(bank, persona, sample);
        DisclosedShare together = DisclosedShare.of(0, 0, rule);
        Frechet bounds = Frechet.of(1, Double.NaN);
        if (!traits.isEmpty()) {
            Prevalence prevalence = Prevalence.of(sample, traits);
            together = disclosed(prevalence.all().together());
            bounds = Frechet.of(
                    1,
                    prevalence.steps().stream()
                            .mapToDouble(step -> disclosed(step.alone()).estimate())
                            .toArray());
        }
        // Rounded counts of the single traits may allow a little less than the rounded count of all has.
        double lower =
                Double.isNaN(together.estimate()) ? bounds.lower() : Math.min(bounds.lower(), together.estimate());
        return new PersonaFit(
                persona.id(),
                persona.name(),
                suggested,
                crowded,
                orphan,
                traits.size(),
                together,
                bounds.independent(),
                lower,
                bounds.upper());
    }

    private DisclosedShare disclosed(Proportion share) {
        return DisclosedShare.of(share.count(), share.total(), rule);
    }

    private List<Duplicate> duplicates(PersonaBank bank) {
        Gower gower = Gower.declared(bank.matchingAttributes());
        List<Persona> personas = bank.personas();
        double[][] values = personas.stream().map(bank::values).toArray(double[][]::new);
        List<Duplicate> pairs = new ArrayList<>();
        for (int a = 0; a < values.length; a++) {
            for (int b = a + 1; b < values.length; b++) {
                double distance = gower.distance(values[a], values[b]);
                if (distance < duplicateBelow) {
                    pairs.add(new Duplicate(
                            personas.get(a).name(), personas.get(b).name(), distance));
                }
            }
        }
        return pairs;
    }

    /** Says what it is of, and shows no result. */
    @Override
    public String toString() {
        return "BankFit of " + batch.size() + " rows by " + groups;
    }
}
