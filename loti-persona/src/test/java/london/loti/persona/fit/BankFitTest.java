package london.loti.persona.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.model.disclosure.DisclosedCounts;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.disclosure.ZeroPolicy;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.AttributeUse;
import london.loti.persona.attribute.Sample;
import london.loti.persona.bank.Persona;
import london.loti.persona.bank.PersonaBank;
import london.loti.persona.bank.SampleBanks;
import london.loti.persona.bank.Thresholds;
import london.loti.persona.match.PersonaMatcher;

import static london.loti.persona.bank.SampleBanks.defining;
import static london.loti.persona.bank.SampleBanks.persona;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

class BankFitTest {
    private static final double UNKNOWN = Double.NaN;

    private static final Attribute DEVICE = Attribute.builder("device", AttributeKind.NOMINAL)
            .levels("none", "phone", "tablet", "laptop")
            .build();
    private static final Attribute CONFIDENCE = Attribute.builder("confidence", AttributeKind.ORDINAL)
            .levels("none", "low", "medium", "high")
            .build();
    private static final Attribute TASKS =
            Attribute.builder("tasks", AttributeKind.INTERVAL).range(0, 8).build();
    private static final Attribute SEX = Attribute.builder("sex", AttributeKind.NOMINAL)
            .label("Sex")
            .level("f", "Female")
            .level("m", "Male")
            .level("x", "Another")
            .use(AttributeUse.AUDIT_ONLY)
            .build();
    private static final List<Attribute> ATTRIBUTES = List.of(DEVICE, CONFIDENCE, TASKS, SEX);

    private static final PersonaBank BANK = SampleBanks.bank(
            ATTRIBUTES,
            new Thresholds(0.05, 0.3, 0.5),
            persona("offline", defining("device", "none", "confidence", "none", "tasks", "0")),
            persona("phone", defining("device", "phone", "confidence", "medium", "tasks", "5")),
            persona("laptop", defining("device", "laptop", "confidence", "high", "tasks", "8")));

    private static final double[] LIKE_OFFLINE = {0, 0, 0};
    private static final double[] LIKE_PHONE = {1, 2, 5};
    /** (1 + 1/3 + 2/8) / 3 = 0.53 from the one who is offline, further from the others. */
    private static final double[] FAR = {2, 1, 2};

    private static final double[] HARDLY_KNOWN = {1, UNKNOWN, UNKNOWN};

    private static final DisclosureRule OPEN =
            new DisclosureRule("open", "1", 1, ZeroPolicy.SHOW, 1, "Invented people.");

    private static void add(Sample.Builder sample, int people, double[] answers, double sex) {
        for (int i = 0; i < people; i++) {
            sample.row(answers[0], answers[1], answers[2], sex);
        }
    }

    /** 220 people: 160 near a persona, 40 too far, 20 hardly known. */
    private static Sample sample() {
        Sample.Builder sample = Sample.builder(ATTRIBUTES);
        add(sample, 40, LIKE_OFFLINE, 0);
        add(sample, 20, LIKE_OFFLINE, 1);
        add(sample, 70, LIKE_PHONE, 0);
        add(sample, 30, LIKE_PHONE, UNKNOWN);
        add(sample, 10, FAR, 0);
        add(sample, 30, FAR, 1);
        add(sample, 20, HARDLY_KNOWN, 0);
        return sample.build();
    }

    private static BankFit fit(PersonaBank bank, Sample sample) {
        return BankFit.of(PersonaMatcher.of(bank).matchAll(sample));
    }

    private static GroupFit bySex(BankFit fit) {
        return fit.withGroups("sex").report().groups().get(0);
    }

    @Test
    void saysHowManyAreCoveredOfThoseOfWhomEnoughIsKnown() {
        BankFitReport report = fit(BANK, sample()).report();
        assertThat(report.coverage().shown()).contains(Proportion.of(160, 200));
        assertThat(report.suggested().shown()).contains(Proportion.of(160, 220));
        assertThat(report.outcomes().rows())
                .extracting(DisclosedCounts.Count::category, DisclosedCounts.Count::people)
                .containsExactly(
                        tuple("offline", 60L),
                        tuple("phone", 100L),
                        tuple("laptop", null),
                        tuple("none: too little is known", 20L),
                        tuple("none: no persona is near enough", 40L),
                        tuple("none: two personas are nearly as near as each other", null));
    }

    @Test
    void namesTheGroupThatIsCoveredWorst() {
        GroupFit sex = bySex(fit(BANK, sample()));
        assertThat(sex.coverage())
                .extracting(GroupShare::group)
                .containsExactly("Female", "Male", FairnessReport.NOT_RECORDED);
        assertThat(sex.coverage().get(0).share().shown()).contains(Proportion.of(110, 120));
        assertThat(sex.coverage().get(1).share().shown()).contains(Proportion.of(20, 50));
        // all thirty are covered; that nobody is not is a count of nought, which the rule suppresses
        assertThat(sex.coverage().get(2).share().words()).isEqualTo("all but fewer than 10 of 30");
        assertThat(sex.worstCovered()).map(GroupShare::group).contains("Male");
        assertThat(fit(BANK, sample()).withGroups("sex").report().words())
                .contains("Worst covered, of the groups shown: Male, and its interval lies below the share of all")
                .contains("A persona is suggested to 40 % (Male) to 78.6 % (Female); the lower is below four fifths");
    }

    @Test
    void thoseWhoseGroupIsNotRecordedCanBeCoveredWorst() {
        Sample.Builder sample = Sample.builder(ATTRIBUTES);
        add(sample, 80, LIKE_PHONE, 0);
        add(sample, 20, FAR, 0);
        add(sample, 40, LIKE_PHONE, UNKNOWN);
        add(sample, 40, FAR, UNKNOWN);
        GroupFit sex = bySex(fit(BANK, sample.build()));
        assertThat(sex.worstCovered()).map(GroupShare::group).contains(FairnessReport.NOT_RECORDED);
        // one recorded group is not compared with the unrecorded ones
        assertThat(sex.audit().selection()).isInstanceOf(FairnessReport.TooFew.class);
        assertThat(sex.audit().notRecorded().selected()).isEqualTo(Proportion.of(40, 80));
    }

    @Test
    void smallGroupsRefuseToConclude() {
        GroupFit sex = bySex(fit(BANK, sample()).withSmallestGroup(60));
        assertThat(sex.coverage().get(1).share().shown()).isEmpty();
        assertThat(sex.coverage().get(1).share().words()).isEqualTo("nothing is concluded from fewer than 60 people");
        assertThat(sex.worstCovered()).isEmpty();
        assertThat(sex.cramersV()).isNaN();
        assertThat(fit(BANK, sample())
                        .withGroups("sex")
                        .withSmallestGroup(60)
                        .report()
                        .words())
                .contains("No group can be called the worst covered")
                .contains("is not compared, because fewer than two groups are large enough to be shown")
                .contains("Whether the suggested persona goes with the group can't be measured");
    }

    @Test
    void measuresWhetherPersonaAndGroupGoTogether() {
        // 40 and 70 women, 20 and 0 men: phi = 70 * 20 / sqrt(110 * 20 * 60 * 70)
        GroupFit sex = bySex(fit(BANK, sample()));
        assertThat(sex.cramersV()).isCloseTo(1_400 / Math.sqrt(110.0 * 20 * 60 * 70), within(1e-12));
        assertThat(sex.correctedV()).isBetween(0.4, sex.cramersV());
        assertThat(sex.pValue()).isLessThan(0.001);
    }

    @Test
    void findsCrowdedOrphanAndDuplicatePersonas() {
        BankFitReport report = fit(BANK, sample()).report();
        // 100 of 160 is below two thirds, and above a half
        assertThat(report.crowded()).isEmpty();
        assertThat(fit(BANK, sample()).withCrowdingAbove(1.5).report().crowded())
                .extracting(PersonaFit::persona)
                .containsExactly("phone");
        assertThat(report.orphans()).extracting(PersonaFit::persona).containsExactly("laptop");
        assertThat(report.duplicates()).isEmpty();
        // (1 + 1/3 + 3/8) / 3
        assertThat(fit(BANK, sample()).withDuplicateBelow(0.6).report().duplicates())
                .singleElement()
                .satisfies(pair -> {
                    assertThat(pair.first()).isEqualTo("Persona phone");
                    assertThat(pair.second()).isEqualTo("Persona laptop");
                    assertThat(pair.distance()).isCloseTo((1 + 1 / 3.0 + 3 / 8.0) / 3, within(1e-12));
                });
    }

    @Test
    void comparesTheShareWithAllTraitsWithWhatTheSingleOnesWouldSay() {
        PersonaFit phone = fit(BANK, sample()).report().personas().get(1);
        assertThat(phone.traits()).isEqualTo(3);
        assertThat(phone.together().shown()).contains(Proportion.of(100, 200));
        assertThat(phone.independent()).isCloseTo(0.125, within(1e-12));
        assertThat(phone.lower()).isZero();
        assertThat(phone.upper()).isEqualTo(0.5);
        assertThat(phone.words())
                .startsWith("Persona phone: suggested: 100 of 160: 62.5 %")
                .endsWith(
                        "the single shares alone allow 0 to 50 %, and would give 12.5 % if the traits had nothing to do"
                                + " with each other");
        PersonaFit laptop = fit(BANK, sample()).report().personas().get(2);
        assertThat(laptop.together().words()).isEqualTo("fewer than 10 of 200");
        assertThat(laptop.upper()).isNaN();
        assertThat(laptop.words()).contains("so the single shares say nothing more");
    }

    @Test
    void countsAndSharesShownAreRounded() {
        Sample.Builder more = Sample.builder(ATTRIBUTES);
        add(more, 102, LIKE_PHONE, 0);
        add(more, 13, FAR, 1);
        BankFitReport report = fit(BANK, more.build()).report();
        assertThat(report.coverage().shown()).contains(Proportion.of(100, 115));
    }

    @Test
    void aRuleThatDoesNotRoundHidesASecondGroup() {
        DisclosureRule exact = new DisclosureRule("exact", "1", 10, ZeroPolicy.SUPPRESS, 1, "Invented people.");
        GroupFit sex = bySex(fit(BANK, sample()).withRule(exact));
        assertThat(sex.coverage().get(0).share().shown()).isPresent();
        assertThat(sex.coverage().get(1).share().words()).contains("can't be worked out from it");
        assertThat(sex.coverage().get(2).share().shown()).isEmpty();
    }

    @Test
    void partsAddUpToTheWhole() {
        for (long seed = 1; seed <= 5; seed++) {
            BankFitReport report = fit(PersonaBank.london(), londoners(seed, 600))
                    .withRule(OPEN)
                    .withSmallestGroup(1)
                    .withGroups("age_band", "sex")
                    .report();
            Proportion coverage = report.coverage().shown().orElseThrow();
            Proportion suggested = report.suggested().shown().orElseThrow();
            for (GroupFit group : report.groups()) {
                assertThat(count(group.coverage())).as("seed %d", seed).isEqualTo(coverage.count());
                assertThat(total(group.coverage())).as("seed %d", seed).isEqualTo(coverage.total());
                assertThat(count(group.suggested())).as("seed %d", seed).isEqualTo(suggested.count());
                assertThat(total(group.suggested())).as("seed %d", seed).isEqualTo(600);
            }
            assertThat(report.personas().stream()
                            .mapToInt(persona ->
                                    persona.suggested().shown().orElseThrow().count())
                            .sum())
                    .as("seed %d", seed)
                    .isEqualTo(suggested.count());
            assertThat(report.outcomes().rows().stream()
                            .mapToLong(row -> row.people() == null ? 0 : row.people())
                            .sum())
                    .isEqualTo(600);
            assertThat(suggested.count()).isLessThanOrEqualTo(coverage.count());
            for (PersonaFit persona : report.personas()) {
                if (!Double.isNaN(persona.upper())) {
                    assertThat(persona.independent()).isBetween(persona.lower(), persona.upper());
                    assertThat(persona.together().estimate()).isBetween(persona.lower(), persona.upper());
                }
            }
        }
    }

    @Test
    void theOrderOfTheRowsChangesNothing() {
        for (int seed = 1; seed <= 5; seed++) {
            requireSameShuffled(seed, BANK, sample(), "sex");
            requireSameShuffled(seed, PersonaBank.london(), londoners(seed, 1_000), "age_band", "sex");
        }
    }

    private static void requireSameShuffled(int seed, PersonaBank bank, Sample sample, String... groups) {
        List<Integer> rows =
                new ArrayList<>(IntStream.range(0, sample.size()).boxed().toList());
        Collections.shuffle(rows, new Random(seed));
        Sample shuffled = sample.rows(rows.stream().mapToInt(Integer::intValue).toArray());
        assertThat(fit(bank, shuffled).withGroups(groups).report().words())
                .as("seed %d", seed)
                .isEqualTo(fit(bank, sample).withGroups(groups).report().words());
    }

    @Test
    void theLondonBankFitsThoseWhoAreLikeIt() {
        BankFitReport report =
                fit(PersonaBank.london(), londoners(7, 3_000)).withGroups("sex").report();
        assertThat(report.personas()).hasSize(12);
        assertThat(report.coverage().estimate()).isGreaterThan(0.8);
        assertThat(report.orphans()).isEmpty();
        assertThat(report.crowded()).isEmpty();
        assertThat(report.duplicates()).isEmpty();
        assertThat(report.words())
                .startsWith(PersonaBank.london().title())
                .contains("Disclosure rule loti-default")
                .endsWith("it does not tell of those who were not asked.");
    }

    @Test
    void noCountBelowTheThresholdIsShown() {
        for (long seed = 1; seed <= 20; seed++) {
            BankFitReport report = fit(PersonaBank.london(), londoners(seed, 150))
                    .withGroups("age_band", "sex")
                    .report();
            List<DisclosedShare> shares = new ArrayList<>(List.of(report.coverage(), report.suggested()));
            report.personas().forEach(persona -> shares.addAll(List.of(persona.suggested(), persona.together())));
            report.groups().forEach(group -> {
                group.coverage().forEach(line -> shares.add(line.share()));
                group.suggested().forEach(line -> shares.add(line.share()));
            });
            for (DisclosedShare share : shares) {
                share.shown().ifPresent(shown -> {
                    assertThat(shown.count()).isGreaterThanOrEqualTo(10);
                    assertThat(shown.total() - shown.count()).isGreaterThanOrEqualTo(10);
                    assertThat(shown.total() % 5).isZero();
                });
            }
        }
    }

    @Test
    void nobodyIsNoShareAndNoError() {
        BankFitReport report =
                fit(BANK, Sample.builder(ATTRIBUTES).build()).withGroups("sex").report();
        assertThat(report.coverage().words()).isEqualTo("not shown, because it is of fewer than 10 people");
        assertThat(report.orphans()).hasSize(3);
        assertThat(report.groups().get(0).coverage()).isEmpty();
        BankFitReport open =
                fit(BANK, Sample.builder(ATTRIBUTES).build()).withRule(OPEN).report();
        assertThat(open.coverage().words()).isEqualTo("not shown, because it is of nobody");
    }

    @Test
    void refusesWhatMakesNoSense() {
        BankFit fit = fit(BANK, sample());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit.withGroups("sexe"))
                .withMessageContaining("an attribute must be one of")
                .withMessageContaining("Maybe");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit.withGroups("tasks"))
                .withMessageContaining("must have levels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit.withCrowdingAbove(1))
                .withMessageContaining("crowding must be above 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit.withSmallestGroup(0))
                .withMessageContaining("the smallest group must be of at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit.withDuplicateBelow(-1))
                .withMessageContaining("a distance must be of 0 to 1");
    }

    private static int count(List<GroupShare> lines) {
        return lines.stream()
                .mapToInt(line -> line.share().shown().orElseThrow().count())
                .sum();
    }

    private static int total(List<GroupShare> lines) {
        return lines.stream()
                .mapToInt(line -> line.share().shown().orElseThrow().total())
                .sum();
    }

    /** Invented people: each answers like one of the personas, but for one answer in five, and one in ten is missing. */
    static Sample londoners(long seed, int size) {
        PersonaBank bank = PersonaBank.london();
        List<Attribute> attributes = bank.attributes().stream()
                .filter(attribute -> attribute.use() != AttributeUse.FORBIDDEN)
                .toList();
        List<Attribute> matching = bank.matchingAttributes();
        SplittableRandom random = new SplittableRandom(seed);
        Sample.Builder sample = Sample.builder(attributes);
        for (int i = 0; i < size; i++) {
            Persona persona = bank.personas().get(random.nextInt(bank.personas().size()));
            double[] like = bank.values(persona);
            double[] row = attributes.stream()
                    .mapToDouble(attribute -> {
                        int place = matching.indexOf(attribute);
                        double any = attribute.kind() == AttributeKind.INTERVAL
                                ? random.nextInt(6)
                                : random.nextInt(attribute.levels().size());
                        boolean own = place >= 0 && random.nextInt(5) > 0;
                        return random.nextInt(10) == 0 ? UNKNOWN : own ? like[place] : any;
                    })
                    .toArray();
            sample.row(row);
        }
        return sample.build();
    }
}
