package london.loti.persona.bank;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import london.loti.model.codelist.Codelists;
import london.loti.model.codelist.Vocabulary;
import london.loti.model.need.AccessState;
import london.loti.model.need.ConceptRef;
import london.loti.model.provenance.Source;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeUse;
import london.loti.persona.attribute.Gower;
import london.loti.persona.attribute.Sensitivity;
import london.loti.persona.evidence.Fact;
import london.loti.persona.evidence.Insight;
import london.loti.persona.evidence.InsightBank;
import london.loti.persona.evidence.Standing;

import static org.assertj.core.api.Assertions.assertThat;

/** The invented London bank is good enough to design with: complete, apart, evidenced, and private to nobody. */
class LondonBankTest {
    private static final PersonaBank LONDON = PersonaBank.london();

    private static final Vocabulary WORDS = Vocabulary.bundled();

    private static final InsightBank EVIDENCE = LONDON.evidence();

    private static double distance(Persona a, Persona b) {
        return Gower.declared(LONDON.matchingAttributes()).distance(LONDON.values(a), LONDON.values(b));
    }

    /** What readers see of a persona, without the sources' addresses. */
    private static Stream<String> texts(Persona persona) {
        return Stream.of(
                        Stream.of(persona.name(), persona.summary()),
                        persona.illustrative().values().stream(),
                        persona.claims().stream().map(Claim::text),
                        persona.helps().stream().map(Help::why),
                        Stream.ofNullable(persona.household()).map(Household::text))
                .flatMap(text -> text);
    }

    private static List<Claim> claims() {
        return LONDON.personas().stream()
                .flatMap(persona -> persona.claims().stream())
                .toList();
    }

    @Test
    void holdsTwelvePersonasUnderAnOpenLicenceWithItsLimits() {
        assertThat(LONDON.personas()).hasSize(12);
        assertThat(LONDON.personas()).extracting(Persona::name).doesNotHaveDuplicates();
        assertThat(LONDON.licence().open()).isTrue();
        assertThat(LONDON.limits()).anyMatch(limit -> limit.contains("invented"));
        assertThat(LONDON.limits()).anyMatch(limit -> limit.contains("not measured"));
        assertThat(LONDON.personas()).allSatisfy(persona -> {
            assertThat(persona.area()).isEqualTo("London");
            assertThat(persona.reviewBy()).isGreaterThan(LONDON.date());
            assertThat(persona.origin()).as("copied from nobody").isNull();
        });
    }

    @Test
    void coversAllFiveSegments() {
        Set<String> covered = LONDON.personas().stream()
                .map(Persona::segment)
                .flatMap(Stream::ofNullable)
                .map(ConceptRef::code)
                .collect(Collectors.toSet());

        assertThat(covered)
                .containsExactlyInAnyOrderElementsOf(
                        Codelists.bundled("loti-segments").codes());
    }

    @Test
    void keepsPersonasApart() {
        List<Persona> personas = LONDON.personas();
        for (Persona persona : personas) {
            assertThat(distance(persona, persona)).isZero();
            for (Persona other : personas) {
                if (!other.equals(persona)) {
                    // twice the margin below which a match is none, and more
                    assertThat(distance(persona, other))
                            .as(persona.id() + " and " + other.id())
                            .isGreaterThanOrEqualTo(0.12)
                            .isGreaterThan(2 * LONDON.thresholds().tooCloseBelow());
                }
            }
        }
    }

    /** The thresholds are judgements; what they do to noise, and to people close to a persona, is measured here. */
    @Test
    void refusesMostNoiseAndKnowsThoseWhoDifferInAFewAnswers() {
        long seed = 20261123;
        SplittableRandom random = new SplittableRandom(seed);
        int noiseRefused = 0;
        int closeKnown = 0;
        int draws = 2000;
        for (int draw = 0; draw < draws; draw++) {
            if (suggested(answers(random, null, LONDON.matchingAttributes().size()))
                    .isEmpty()) {
                noiseRefused++;
            }
            Persona persona = LONDON.personas().get(random.nextInt(12));
            if (suggested(answers(random, persona, 4))
                    .filter(persona.id()::equals)
                    .isPresent()) {
                closeKnown++;
            }
        }

        assertThat(noiseRefused).as("of %d, seed %d", draws, seed).isGreaterThan(draws * 3 / 4);
        assertThat(closeKnown).as("of %d, seed %d", draws, seed).isGreaterThan(draws * 9 / 10);
    }

    /** A persona's answers, or none, some of which are drawn anew. */
    private static double[] answers(SplittableRandom random, @Nullable Persona persona, int anew) {
        List<Attribute> attributes = LONDON.matchingAttributes();
        double[] answers = persona == null ? new double[attributes.size()] : LONDON.values(persona);
        int left = anew;
        for (int k = 0; k < answers.length; k++) {
            if (random.nextInt(answers.length - k) < left) {
                left--;
                Attribute attribute = attributes.get(k);
                answers[k] = switch (attribute.kind()) {
                    case INTERVAL ->
                        random.nextInt(Objects.requireNonNull(attribute.high()).intValue() + 1);
                    case ASYMMETRIC_BINARY -> random.nextInt(10) == 0 ? 1 : 0;
                    default -> random.nextInt(attribute.levels().size());
                };
            }
        }
        return answers;
    }

    /** The nearest persona, if it is near enough and the next one far enough. */
    private static Optional<String> suggested(double[] answers) {
        Gower gower = Gower.declared(LONDON.matchingAttributes());
        Map<String, Double> distances = new HashMap<>();
        LONDON.personas()
                .forEach(persona -> distances.put(persona.id(), gower.distance(answers, LONDON.values(persona))));
        List<Map.Entry<String, Double>> nearest = distances.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(2)
                .toList();
        Thresholds thresholds = LONDON.thresholds();
        boolean refused = nearest.get(0).getValue() > thresholds.tooFarAbove()
                || nearest.get(1).getValue() - nearest.get(0).getValue() < thresholds.tooCloseBelow();
        return refused ? Optional.empty() : Optional.of(nearest.get(0).getKey());
    }

    @Test
    void definesPersonasByMostOfTheWeight() {
        double all = LONDON.matchingAttributes().stream()
                .mapToDouble(Attribute::weight)
                .sum();
        assertThat(LONDON.personas()).allSatisfy(persona -> {
            double known = LONDON.matchingAttributes().stream()
                    .filter(attribute -> persona.defining().containsKey(attribute.id()))
                    .mapToDouble(Attribute::weight)
                    .sum();
            assertThat(known / all).as(persona.id()).isGreaterThanOrEqualTo(0.7);
        });
    }

    @Test
    void usesEachMatchingAttributeToTellPersonasApart() {
        for (int k = 0; k < LONDON.matchingAttributes().size(); k++) {
            Set<Double> values = new HashSet<>();
            for (Persona persona : LONDON.personas()) {
                values.add(LONDON.values(persona)[k]);
            }
            values.remove(Double.NaN);
            assertThat(values).as(LONDON.matchingAttributes().get(k).id()).hasSizeGreaterThan(1);
        }
    }

    @Test
    void asksPlainQuestionsAndSaysWhy() {
        assertThat(LONDON.matchingAttributes()).hasSizeBetween(14, 18).allSatisfy(attribute -> {
            assertThat(attribute.question()).as(attribute.id()).endsWith("?");
            assertThat(attribute.reason()).as(attribute.id()).isNotBlank();
        });
    }

    @Test
    void definesNobodyByAProtectedCharacteristicExceptAsANeed() {
        Predicate<Attribute> protectedOne = attribute -> attribute.sensitivity().contains(Sensitivity.PROTECTED)
                || attribute.sensitivity().contains(Sensitivity.SPECIAL_CATEGORY);

        assertThat(LONDON.matchingAttributes())
                .filteredOn(protectedOne)
                .isNotEmpty()
                .allMatch(attribute -> attribute.use() == AttributeUse.NEED_ONLY);
        assertThat(LONDON.attribute("age_band")).map(Attribute::use).contains(AttributeUse.AUDIT_ONLY);
        assertThat(LONDON.attribute("ethnic_group").orElseThrow().levels()).hasSize(5);
        assertThat(LONDON.attributes())
                .filteredOn(attribute -> attribute.use() == AttributeUse.FORBIDDEN)
                .extracting(Attribute::id)
                .contains("immigration_status", "postcode");
    }

    @Test
    void pointsOnlyAtConceptsThatTheCodelistsHave() {
        List<ConceptRef> all = new ArrayList<>();
        LONDON.personas().forEach(persona -> all.addAll(persona.concepts()));
        LONDON.attributes().stream()
                .map(Attribute::need)
                .flatMap(Stream::ofNullable)
                .forEach(all::add);

        assertThat(all)
                .hasSizeGreaterThan(100)
                .allSatisfy(concept ->
                        assertThat(WORDS.find(concept)).as(concept.toString()).isPresent());
    }

    @Test
    void putsEachConceptWhereItsCodelistBelongs() {
        assertThat(LONDON.personas()).allSatisfy(persona -> {
            assertThat(persona.barriers()).allSatisfy(at -> {
                assertThat(at.touchpoint().codelist()).isEqualTo("touchpoints");
                assertThat(at.barrier().codelist()).isEqualTo("barriers");
            });
            assertThat(persona.helps())
                    .allMatch(help -> help.intervention().codelist().equals("interventions"));
            assertThat(persona.strengths())
                    .allMatch(strength -> strength.codelist().equals("strengths"));
            assertThat(persona.adjustments())
                    .allMatch(adjustment -> adjustment.codelist().equals("adjustments"));
            assertThat(persona.keyGroups()).allMatch(group -> group.codelist().equals("key-groups"));
        });
    }

    @Test
    void namesBarriersAndHelpsByTheirKindAndNotByTheirFamily() {
        assertThat(LONDON.personas()).allSatisfy(persona -> {
            assertThat(persona.barriers())
                    .allSatisfy(at -> assertThat(
                                    WORDS.find(at.barrier()).orElseThrow().broader())
                            .isNotNull());
            assertThat(persona.helps())
                    .allSatisfy(help -> assertThat(WORDS.find(help.intervention())
                                    .orElseThrow()
                                    .broader())
                            .isNotNull());
        });
    }

    @Test
    void tellsOfEachPersonaEnoughToDesignWith() {
        assertThat(LONDON.personas()).allSatisfy(persona -> {
            assertThat(persona.barriers().stream().map(BarrierAt::touchpoint).distinct())
                    .as(persona.id() + ": touchpoints")
                    .hasSizeGreaterThanOrEqualTo(3);
            assertThat(persona.helps()).as(persona.id()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(persona.claims()).as(persona.id()).hasSizeGreaterThanOrEqualTo(5);
            assertThat(persona.strengths()).as(persona.id()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(persona.access().in(AccessState.UNKNOWN))
                    .as(persona.id())
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(persona.household()).as(persona.id()).isNotNull();
            assertThat(persona.illustrative()).as(persona.id()).isNotEmpty();
        });
    }

    @Test
    void restsEachBarrierAndEachHelpOnAClaim() {
        assertThat(LONDON.personas()).allSatisfy(persona -> {
            assertThat(persona.barriers()).noneMatch(at -> at.claims().isEmpty());
            assertThat(persona.helps()).noneMatch(help -> help.claims().isEmpty());
        });
    }

    @Test
    void evidencesEachClaimOrCallsItAnAssumption() {
        assertThat(claims()).allSatisfy(claim -> {
            assertThat(claim.assumption())
                    .as(claim.id())
                    .isEqualTo(claim.evidence().isEmpty());
            if (!claim.assumption()) {
                assertThat(Stream.concat(
                                EVIDENCE.factsFor(claim.evidence()).stream(),
                                EVIDENCE.factsAgainst(claim.evidence()).stream()))
                        .as(claim.id())
                        .isNotEmpty();
            }
        });
        long evidenced =
                claims().stream().filter(claim -> !claim.evidence().isEmpty()).count();
        assertThat((double) evidenced / claims().size()).isBetween(0.4, 0.8);
        assertThat(LONDON.personas())
                .allSatisfy(persona -> assertThat(persona.claims()).anyMatch(Claim::assumption))
                .allSatisfy(persona -> assertThat(persona.claims()).anyMatch(claim -> !claim.assumption()));
    }

    @Test
    void keepsEvidenceAgainstAsWellAsFor() {
        assertThat(EVIDENCE.insights())
                .extracting(Insight::id)
                .filteredOn(id -> EVIDENCE.standing(id) == Standing.CONTESTED)
                .contains("offline-by-choice", "english-keeps-offline", "tariff-is-enough");
        assertThat(EVIDENCE.insights())
                .extracting(insight -> EVIDENCE.standing(insight.id()))
                .doesNotContain(Standing.UNSUPPORTED);
        assertThat(EVIDENCE.recommendations()).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void holdsNoEvidenceThatNothingUses() {
        Set<String> used = new HashSet<>();
        claims().forEach(claim -> used.addAll(claim.evidence()));
        EVIDENCE.recommendations().forEach(recommendation -> used.addAll(recommendation.because()));
        Set<String> facts = new HashSet<>(used);
        Stream.of(EVIDENCE.factsFor(used), EVIDENCE.factsAgainst(used))
                .flatMap(Collection::stream)
                .map(Fact::id)
                .forEach(facts::add);

        assertThat(EVIDENCE.insights()).extracting(Insight::id).isSubsetOf(used);
        assertThat(EVIDENCE.facts()).extracting(Fact::id).isSubsetOf(facts);
        assertThat(EVIDENCE.sources())
                .extracting(Source::id)
                .isSubsetOf(EVIDENCE.facts().stream().map(Fact::source).toList());
    }

    @Test
    void givesEachSourceALicenceAndAnAddress() {
        assertThat(EVIDENCE.sources()).allSatisfy(source -> {
            assertThat(source.licence().name()).as(source.id()).isNotBlank();
            assertThat(source.url()).as(source.id()).startsWith("https://");
        });
    }

    @Test
    void datesNoFactAfterTheBank() {
        assertThat(EVIDENCE.facts()).extracting(Fact::date).allMatch(date -> date.compareTo(LONDON.date()) < 0);
    }

    @Test
    void pairsACarerWithThePersonCaredFor() {
        Persona carer = LONDON.persona("carer_without_time").orElseThrow();
        Persona caredFor = LONDON.persona("cared_for_with_dementia").orElseThrow();

        assertThat(Optional.ofNullable(carer.household()).map(Household::with)).contains(caredFor.id());
        assertThat(Optional.ofNullable(caredFor.household()).map(Household::with))
                .contains(carer.id());
        assertThat(Optional.ofNullable(carer.household()).map(Household::role)).contains(Household.Role.CARER);
        assertThat(Optional.ofNullable(caredFor.household()).map(Household::role))
                .contains(Household.Role.CARED_FOR);
        assertThat(carer.defining()).containsEntry("caring", "1");
    }

    @Test
    void offersNoContractToSomebodyInATemporaryHome() {
        assertThat(LONDON.personas())
                .filteredOn(persona -> !"settled".equals(persona.defining().get("home")))
                .hasSize(2)
                .allSatisfy(persona -> assertThat(persona.helps())
                        .extracting(help -> help.intervention().code())
                        .doesNotContain("contract-broadband", "social-tariff"));
    }

    @Test
    void holdsNothingThatReachesOrLocatesARealPerson() {
        Pattern postcode = Pattern.compile("\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b");
        Pattern telephone = Pattern.compile("\\d{5,}|\\d{3,} \\d{3,}");
        Pattern address = Pattern.compile("@|https?:|www\\.");
        assertThat(LONDON.personas().stream().flatMap(LondonBankTest::texts)).allSatisfy(text -> {
            assertThat(text).doesNotContainPattern(telephone);
            assertThat(text).doesNotContainPattern(postcode).doesNotContainPattern(address);
        });
        assertThat(EVIDENCE.facts())
                .extracting(Fact::text)
                .noneMatch(text -> address.matcher(text).find());
    }

    /** Short sentences stand in for a reading age, which no formula measures well. */
    @Test
    void speaksInShortSentences() {
        assertThat(LONDON.personas().stream().flatMap(LondonBankTest::texts))
                .allSatisfy(text -> assertThat(
                                Stream.of(text.split("[.?!:;] ?")).mapToInt(sentence -> sentence.split(" ").length))
                        .as(text)
                        .allMatch(words -> words <= 25));
    }

    @Test
    void writesFiguresOnlyInFacts() {
        assertThat(LONDON.personas())
                .flatExtracting(Persona::claims)
                .extracting(Claim::text)
                .noneMatch(text -> text.contains("%"));
    }

    @Test
    void resolvesEachReferenceOfTheEvidence() {
        assertThat(EVIDENCE.facts())
                .allMatch(fact -> EVIDENCE.source(fact.source()).isPresent());
    }
}
