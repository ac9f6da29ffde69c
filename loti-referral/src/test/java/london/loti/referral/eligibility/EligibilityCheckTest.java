package london.loti.referral.eligibility;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import london.loti.model.area.AreaCode;
import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;
import london.loti.model.privacy.Classified;
import london.loti.model.service.CostOption;
import london.loti.model.service.Eligibility;
import london.loti.model.service.Language;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceArea;
import london.loti.model.service.ServiceStatus;

import static london.loti.referral.eligibility.EligibilityState.ELIGIBLE;
import static london.loti.referral.eligibility.EligibilityState.NOT_ELIGIBLE;
import static london.loti.referral.eligibility.EligibilityState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EligibilityCheckTest {
    private static final EligibilityCheck CHECK = EligibilityCheck.withDefaults();
    private static final ConceptRef CARERS = ConceptRef.parse("key-groups:carers");
    private static final ConceptRef STUDENTS = ConceptRef.parse("key-groups:students");
    private static final ConceptRef PARENTS = ConceptRef.parse("key-groups:parents");
    private static final AreaCode HERE = new AreaCode("E09000098");
    private static final AreaCode THERE = new AreaCode("E09000099");

    private static Service.Builder service() {
        return Service.builder("id", "Coffee and code", ServiceStatus.ACTIVE)
                .minimumAge(new BigDecimal("16"))
                .eligibility(Eligibility.EVERYBODY);
    }

    private static Service forEligibility(Eligibility eligibility) {
        return service().eligibility(eligibility).build();
    }

    private static ResidentCircumstances.Builder adult() {
        return ResidentCircumstances.builder().age(new BigDecimal("40.5"));
    }

    private static EligibilityState state(Service service, ResidentCircumstances.Builder resident) {
        return CHECK.check(service, resident.build()).state();
    }

    @Test
    void everybodyOfTheAgeIsEligibleAndTheReasonsSayWhy() {
        EligibilityAnswer answer = CHECK.check(service().build(), adult().build());
        assertThat(answer.state()).isEqualTo(ELIGIBLE);
        assertThat(answer.words()).isEqualTo("it is for ages 16 and over; it states all its conditions");
        EligibilityAnswer young = CHECK.check(
                service().build(), adult().age(new BigDecimal("15.9")).build());
        assertThat(young.state()).isEqualTo(NOT_ELIGIBLE);
        assertThat(young.words()).isEqualTo("it is for ages 16 and over").doesNotContain("15.9");
    }

    @Test
    void someOfTheRulesCanBeAskedAlone() {
        Service service = service().build();
        ResidentCircumstances nobody = ResidentCircumstances.UNKNOWN;
        EligibilityRule own = (one, resident) -> Optional.of(Reason.unknown("own", "ask"));
        EligibilityCheck check = CHECK.with(own);
        assertThat(check.only("age", "stated").check(service, nobody).reasons())
                .extracting(Reason::rule)
                .containsExactlyInAnyOrder("age", "stated");
        assertThat(check.addedOnly().check(service, nobody).reasons())
                .extracting(Reason::rule)
                .containsExactly("own");
        assertThat(CHECK.addedOnly().isEmpty()).isTrue();
        assertThat(check.isEmpty()).isFalse();
        assertThatThrownBy(() -> check.only("own"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("service-area");
    }

    @Test
    void whatIsNotPublishedOrNotKnownIsUnknown() {
        assertThat(state(service().build(), ResidentCircumstances.builder())).isEqualTo(UNKNOWN);
        assertThat(state(service().minimumAge(null).build(), adult())).isEqualTo(UNKNOWN);
        assertThat(state(service().maximumAge(BigDecimal.ONE).build(), adult())).isEqualTo(UNKNOWN);
        assertThat(state(service().eligibility(null).build(), adult())).isEqualTo(UNKNOWN);
        Service inWords = service()
                .eligibility(null)
                .eligibilityDescription("Anybody who rents\nfrom us")
                .build();
        assertThat(CHECK.check(inWords, adult().build()).words())
                .isEqualTo("a person must read its condition: \"Anybody who rents from us\"");
        assertThat(state(
                        forEligibility(new Eligibility(List.of(), List.of(), List.of(), List.of(), "by interview")),
                        adult()))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void groupsNeedOneYesAndAllNo() {
        Service forTwo = forEligibility(
                new Eligibility(List.of(), List.of(), List.of(CARERS, STUDENTS), List.of(PARENTS), null));
        assertThat(state(forTwo, adult().group(CARERS, Answer.YES).group(PARENTS, Answer.NO)))
                .isEqualTo(ELIGIBLE);
        assertThat(state(forTwo, adult().group(CARERS, Answer.YES))).isEqualTo(UNKNOWN);
        assertThat(state(forTwo, adult().group(CARERS, Answer.NO))).isEqualTo(UNKNOWN);
        assertThat(state(forTwo, adult().group(CARERS, Answer.NO).group(STUDENTS, Answer.UNKNOWN)))
                .isEqualTo(UNKNOWN);
        assertThat(state(forTwo, adult().group(CARERS, Answer.NO).group(STUDENTS, Answer.NO)))
                .isEqualTo(NOT_ELIGIBLE);
        assertThat(state(forTwo, adult().group(PARENTS, Answer.YES))).isEqualTo(NOT_ELIGIBLE);
    }

    @Test
    void areasDecideOnlyAmongAreasOfTheirKind() {
        Service local = forEligibility(new Eligibility(List.of(HERE), List.of(), List.of(), List.of(), null));
        assertThat(state(local, adult().areas(List.of(HERE)))).isEqualTo(ELIGIBLE);
        assertThat(state(local, adult().areas(List.of(THERE)))).isEqualTo(NOT_ELIGIBLE);
        assertThat(state(local, adult().areas(List.of(new AreaCode("E06000099")))))
                .isEqualTo(NOT_ELIGIBLE);
        assertThat(state(local, adult().areas(List.of(new AreaCode("E01999999")))))
                .isEqualTo(UNKNOWN);
        Service county = forEligibility(
                new Eligibility(List.of(new AreaCode("E10000099")), List.of(), List.of(), List.of(), null));
        assertThat(state(county, adult().areas(List.of(new AreaCode("E07000099")))))
                .isEqualTo(UNKNOWN);
        Service published = service()
                .serviceAreas(List.of(
                        new ServiceArea("a", null, null, HERE.value(), null, null, null),
                        new ServiceArea("b", "Hollowbrook", null, null, null, null, null)))
                .build();
        assertThat(state(published, adult().areas(List.of(HERE)))).isEqualTo(ELIGIBLE);
        assertThat(state(published, adult().areas(List.of(THERE)))).isEqualTo(UNKNOWN);
    }

    @Test
    void postcodesAreComparedPartByPart() {
        assertThat(postcode("ZZ9", "ZZ99 1AA")).isEqualTo(NOT_ELIGIBLE);
        assertThat(postcode("ZZ99", "zz991aa")).isEqualTo(ELIGIBLE);
        assertThat(postcode("ZZ", "ZZ99 1AA")).isEqualTo(ELIGIBLE);
        assertThat(postcode("Z", "ZZ99 1AA")).isEqualTo(NOT_ELIGIBLE);
        assertThat(postcode("ZZ99 1", "ZZ99 1AA")).isEqualTo(ELIGIBLE);
        assertThat(postcode("ZZ99 2", "ZZ99 1AA")).isEqualTo(NOT_ELIGIBLE);
        assertThat(postcode("ZZ99 2", "ZZ99")).isEqualTo(UNKNOWN);
        assertThat(postcode("ZZ98 2", "ZZ99")).isEqualTo(NOT_ELIGIBLE);
        assertThat(postcode("zz99 1aa", "ZZ99 1AA")).isEqualTo(ELIGIBLE);
    }

    private static EligibilityState postcode(String beginning, String postcode) {
        return state(
                forEligibility(new Eligibility(List.of(), List.of(beginning), List.of(), List.of(), null)),
                adult().postcode(postcode));
    }

    @Test
    void needsCountOnlyWhereTheyAreKnown() {
        Service english = service()
                .languages(List.of(new Language("l", "English", "en-GB", null, null)))
                .build();
        assertThat(state(english, adult())).isEqualTo(ELIGIBLE);
        assertThat(state(english, adult().languages(List.of("EN")))).isEqualTo(ELIGIBLE);
        assertThat(state(english, adult().languages(List.of("so")))).isEqualTo(UNKNOWN);
        assertThat(state(english, adult().accessNeeds(List.of()))).isEqualTo(ELIGIBLE);
        assertThat(state(english, adult().accessNeeds(List.of("wheelchair")))).isEqualTo(UNKNOWN);
        assertThat(cost("5", null, "2")).isEqualTo(NOT_ELIGIBLE);
        assertThat(cost("5", null, "5")).isEqualTo(ELIGIBLE);
        assertThat(cost("0", null, "0")).isEqualTo(ELIGIBLE);
        assertThat(state(service().feesDescription("ask").build(), adult().canPay(BigDecimal.ONE)))
                .isEqualTo(UNKNOWN);
        Service concession = service()
                .costOptions(List.of(option("5", null), option("1", "concession")))
                .build();
        EligibilityAnswer answer =
                CHECK.check(concession, adult().canPay(BigDecimal.ONE).build());
        assertThat(answer.state()).isEqualTo(UNKNOWN);
        assertThat(answer.words()).isEqualTo("it can cost as little as £1 under a condition; ask whether that holds");
    }

    private static EligibilityState cost(String amount, String option, String canPay) {
        return state(
                service().costOptions(List.of(option(amount, option))).build(), adult().canPay(new BigDecimal(canPay)));
    }

    private static CostOption option(String amount, String option) {
        return new CostOption("c", null, null, option, "GBP", new BigDecimal(amount), null, null);
    }

    /** What a rule has answered stays, whatever else becomes known; and no answer of "no" is ever taken back. */
    @Test
    void knowingMoreNeverTurnsAnAnswerIntoAnother() {
        List<EligibilityState> seen = new ArrayList<>();
        for (int seed = 0; seed < 4_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Service service = randomService(random);
            ResidentCircumstances all = randomResident(random);
            List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
            Collections.shuffle(order, new Random(seed));
            ResidentCircumstances.Builder known = ResidentCircumstances.builder();
            EligibilityAnswer before = CHECK.check(service, known.build());
            for (int fact : order) {
                learn(known, all, fact);
                EligibilityAnswer after = CHECK.check(service, known.build());
                for (Reason reason : before.reasons()) {
                    EligibilityState now = after.reasons().stream()
                            .filter(r -> r.rule().equals(reason.rule()))
                            .findFirst()
                            .orElseThrow()
                            .state();
                    if (reason.state() != UNKNOWN) {
                        assertThat(now)
                                .as("seed %s rule %s", seed, reason.rule())
                                .isEqualTo(reason.state());
                    }
                }
                if (before.state() != UNKNOWN) {
                    assertThat(after.state()).as("seed %s", seed).isEqualTo(before.state());
                }
                before = after;
            }
            seen.add(before.state());
        }
        assertThat(seen).contains(ELIGIBLE, NOT_ELIGIBLE, UNKNOWN);
    }

    private static void learn(ResidentCircumstances.Builder known, ResidentCircumstances all, int fact) {
        switch (fact) {
            case 0 -> known.age(all.age() == null ? null : all.age().reveal());
            case 1 -> known.areas(all.areas().reveal());
            case 2 ->
                known.postcode(all.postcode() == null ? null : all.postcode().reveal());
            case 3 -> known.group(CARERS, all.group(CARERS));
            case 4 -> known.group(STUDENTS, all.group(STUDENTS));
            default -> known.group(PARENTS, all.group(PARENTS));
        }
    }

    private static Service randomService(SplittableRandom random) {
        return service()
                .minimumAge(random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(60)))
                .maximumAge(random.nextBoolean() ? null : BigDecimal.valueOf(30L + random.nextInt(60)))
                .eligibility(new Eligibility(
                        random.nextBoolean() ? List.of() : List.of(random.nextBoolean() ? HERE : THERE),
                        random.nextBoolean() ? List.of() : List.of(random.nextBoolean() ? "ZZ99 1" : "ZZ98"),
                        random.nextBoolean() ? List.of() : List.of(CARERS, STUDENTS),
                        random.nextBoolean() ? List.of() : List.of(PARENTS),
                        random.nextInt(5) > 0 ? null : "ask"))
                .build();
    }

    private static ResidentCircumstances randomResident(SplittableRandom random) {
        Answer[] answers = Answer.values();
        return ResidentCircumstances.builder()
                .age(BigDecimal.valueOf(random.nextInt(100)))
                .areas(List.of(random.nextBoolean() ? HERE : THERE))
                .postcode(random.nextBoolean() ? "ZZ99 1AA" : "ZZ98 1AA")
                .group(CARERS, answers[random.nextInt(answers.length)])
                .group(STUDENTS, answers[random.nextInt(answers.length)])
                .group(PARENTS, answers[random.nextInt(answers.length)])
                .build();
    }

    @Test
    void orderOfReasonsAndRulesDoesNotMatter() {
        List<Reason> reasons = new ArrayList<>(List.of(
                Reason.eligible("a", "one"),
                Reason.unknown("b", "two"),
                Reason.notEligible("c", "three"),
                Reason.unknown("a", "four")));
        EligibilityAnswer expected = EligibilityAnswer.of(reasons);
        assertThat(expected.state()).isEqualTo(NOT_ELIGIBLE);
        assertThat(expected.reasons()).extracting(Reason::rule).containsExactly("c", "a", "b", "a");
        for (int seed = 0; seed < 24; seed++) {
            Collections.shuffle(reasons, new Random(seed));
            assertThat(EligibilityAnswer.of(reasons)).isEqualTo(expected);
        }
        assertThat(EligibilityAnswer.of(List.of()).state()).isEqualTo(UNKNOWN);
        assertThatThrownBy(() -> new EligibilityAnswer(ELIGIBLE, reasons)).hasMessageContaining("must follow");
    }

    @Test
    void aCouncilAddsARuleOfItsOwn() {
        EligibilityCheck own = CHECK.with((service, resident) -> service.acceptsReferrals() == Answer.NO
                ? Optional.of(Reason.notEligible("takes-referrals", "it takes no referrals"))
                : Optional.empty());
        Service closed = service().acceptsReferrals(Answer.NO).build();
        assertThat(own.check(closed, adult().build()).words()).isEqualTo("it takes no referrals");
        assertThat(CHECK.check(closed, adult().build()).state()).isEqualTo(ELIGIBLE);
    }

    @Test
    void circumstancesNeverShowAndEveryFieldIsClassified() {
        ResidentCircumstances canary = adult().postcode("ZZ99 9ZZ")
                .areas(List.of(HERE))
                .group(CARERS, Answer.YES)
                .languages(List.of("so"))
                .accessNeeds(List.of("wheelchair"))
                .canPay(BigDecimal.TEN)
                .build();
        assertThat(canary).hasToString("[redacted]");
        assertThat(canary.toBuilder().build()).isEqualTo(canary);
        for (RecordComponent component : ResidentCircumstances.class.getRecordComponents()) {
            assertThat(component.getAnnotation(Classified.class))
                    .as(component.getName())
                    .isNotNull();
        }
        Service service = service()
                .eligibility(
                        new Eligibility(List.of(THERE), List.of("ZZ98"), List.of(STUDENTS), List.of(PARENTS), "ask"))
                .build();
        assertThat(CHECK.check(service, canary).toString())
                .doesNotContain("40.5", "ZZ99", HERE.value(), "carers", "wheelchair", "so,");
        assertThatThrownBy(() -> adult().age(new BigDecimal("200")).build())
                .hasMessage("an age must be 0 to 130, but is not");
    }
}
