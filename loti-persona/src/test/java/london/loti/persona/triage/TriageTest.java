package london.loti.persona.triage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import london.loti.model.codelist.Vocabulary;
import london.loti.model.governance.DecisionRecord;
import london.loti.model.governance.DecisionRecord.Decision;
import london.loti.model.governance.Safeguard;
import london.loti.model.json.LotiJson;
import london.loti.model.need.AccessItem;
import london.loti.model.need.AccessPackage;
import london.loti.model.need.AccessState;
import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.Dyad;
import london.loti.model.need.Dyad.Permission;
import london.loti.model.need.ResidentRef;
import london.loti.persona.bank.Household.Role;
import london.loti.persona.intervention.BlendRules.Warning;
import london.loti.persona.intervention.Intervention;
import london.loti.persona.intervention.InterventionCatalogue;
import london.loti.persona.triage.PackageAdvice.Offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TriageTest {
    private static final ConceptRef SELF = ConceptRef.parse("asked-by:self");

    private static final List<Answer> ANSWERS = List.of(Answer.values());

    private final Triage triage = Triage.withDefaults();
    private final TriageAnswers none = TriageAnswers.by(SELF);

    /** Answers as {@code "device=NO skills=YES"}. */
    private TriageAnswers answers(String text) {
        TriageAnswers answers = none;
        for (String part : text.split(" ", -1)) {
            String[] sides = part.split("=", -1);
            answers = answers.with(sides[0], Answer.valueOf(sides[1]));
        }
        return answers;
    }

    private PackageAdvice advise(String text) {
        return triage.advise(answers(text));
    }

    private static List<String> offers(PackageAdvice advice) {
        return advice.offers().stream()
                .map(offer -> offer.intervention().code())
                .toList();
    }

    @Test
    void whoAnswersNothingIsOfferedEverythingAndAskedAboutTheDeviceFirst() {
        PackageAdvice advice = triage.advise(none);
        assertThat(advice.access()).isEqualTo(AccessPackage.unknown());
        assertThat(advice.unknown()).containsExactly(AccessItem.values());
        assertThat(advice.offers()).hasSize(22).allMatch(Offer::askFirst); // 25, less three that only open doors
        assertThat(advice.next().orElseThrow().id()).isEqualTo("device");
        assertThat(advice.ruledOut()).isEmpty();
        assertThat(advice.reasons()).allMatch(reason -> reason.because().equals(List.of("We do not know this yet.")));
    }

    @Test
    void everyPartHasItsReasonInWords() {
        PackageAdvice advice = advise("device=YES device-is-enough=NO online-at-home=YES can-pay=YES skills=NO"
                + " somebody-to-ask=YES hard-to-use=NO");
        assertThat(advice.access().states())
                .isEqualTo(Map.of(
                        AccessItem.DEVICE, AccessState.NEEDED,
                        AccessItem.DATA, AccessState.MET,
                        AccessItem.SKILLS, AccessState.NEEDED,
                        AccessItem.SUPPORT, AccessState.MET,
                        AccessItem.ACCESSIBILITY, AccessState.NOT_NEEDED));
        assertThat(advice.reasons().get(0).because())
                .containsExactly("There are things you need to do that you can't do on the device you have.");
        assertThat(advice.reasons().get(1).because())
                .containsExactly("You can get online where you live.", "You can pay for it.");
        assertThat(advice.next()).isEmpty(); // the home is not known, but no offer depends on it
        assertThat(advice.warnings()).isEmpty();
        assertThat(advice.words())
                .startsWith(PackageAdvice.NOTICE)
                .contains(
                        "\nDevice: needed. There are things",
                        "\nData: there already. You can get online",
                        "\nWhat may help: Device to keep, Device on loan,",
                        "\nBefore anything happens:\n- a person has reviewed the suggestion");
    }

    @Test
    void aPartIsUnknownAsLongAsAnOpenQuestionCouldShowThatItIsNeeded() {
        PackageAdvice advice = advise("device=YES");
        assertThat(advice.access().state(AccessItem.DEVICE)).isEqualTo(AccessState.UNKNOWN);
        assertThat(advice.next().orElseThrow().id()).isEqualTo("device-is-enough");
        assertThat(advise("device=YES device-is-enough=UNKNOWN").access().state(AccessItem.DEVICE))
                .isEqualTo(AccessState.UNKNOWN);
        assertThat(advise("device=YES device-is-enough=YES").access().state(AccessItem.DEVICE))
                .isEqualTo(AccessState.MET);
    }

    @Test
    void whatIsNeedlessIsNeitherAskedNorCounted() {
        PackageAdvice advice = advise("device=NO device-is-enough=YES");
        assertThat(advice.access().state(AccessItem.DEVICE)).isEqualTo(AccessState.NEEDED);
        assertThat(advice.reasons().get(0).because()).hasSize(1);
        assertThat(advise("device=NO").next().orElseThrow().id()).isEqualTo("online-at-home");
    }

    @Test
    void aQuestionThatWasAskedIsNotAskedAgain() {
        TriageAnswers answers = none;
        for (Question question : triage.form().questions()) {
            answers = answers.with(question.id(), Answer.UNKNOWN);
        }
        assertThat(triage.advise(answers).next()).isEmpty();
        assertThat(triage.advise(answers).unknown()).hasSize(5);
    }

    @Test
    void aHomeForNowRulesOutAContractAndPutsWhatComesAlongFirst() {
        PackageAdvice advice = advise("online-at-home=NO home-for-now=YES");
        assertThat(offers(advice).subList(0, 3)).containsExactly("building-wifi", "mifi", "data-sim");
        assertThat(offers(advice)).doesNotContain("contract-broadband").contains("social-tariff");
        assertThat(advice.offers().get(0).preferredBecause()).contains("does not tie you");
        assertThat(advice.ruledOut())
                .singleElement()
                .satisfies(out -> assertThat(out.because()).contains("may have moved"));
        assertThat(advice.words()).contains("\nWould not suit this home: Contract broadband. A broadband contract");
        PackageAdvice open = advise("online-at-home=NO");
        assertThat(open.offers())
                .filteredOn(Offer::askFirst)
                .extracting(offer -> offer.intervention().code())
                .contains("contract-broadband")
                .doesNotContain("data-sim");
        PackageAdvice settled = advise("online-at-home=NO home-for-now=NO line=YES");
        assertThat(settled.offers())
                .filteredOn(offer -> !offer.askFirst())
                .extracting(offer -> offer.intervention().code())
                .contains("contract-broadband");
    }

    @Test
    void theHomeIsAskedAboutOnlyWhereAnOfferDependsOnIt() {
        String rest = " device=NO skills=NO somebody-to-ask=NO hard-to-use=NO";
        assertThat(advise("online-at-home=NO" + rest).next().orElseThrow().id()).isEqualTo("home-for-now");
        assertThat(advise("online-at-home=NO home-for-now=NO" + rest)
                        .next()
                        .orElseThrow()
                        .id())
                .isEqualTo("line");
        assertThat(advise("online-at-home=NO home-for-now=YES" + rest).next()).isEmpty(); // ruled out already
        assertThat(advise("online-at-home=YES can-pay=YES" + rest).next()).isEmpty();
    }

    @Test
    void aNeededPartWarnsOfOthersThatNobodyKnows() {
        PackageAdvice advice = advise("device=NO online-at-home=NO");
        assertThat(advice.warnings())
                .extracting(Warning::missing)
                .containsExactly(AccessItem.SKILLS, AccessItem.SKILLS, AccessItem.SUPPORT);
        assertThat(advice.warnings()).allMatch(warning -> !warning.known());
        assertThat(advice.words()).contains("\nMind: A device that nobody has shown you how to use");
    }

    @Test
    void healthIsUsedUnderItsOwnSafeguardOnly() {
        assertThat(advise("device=NO").safeguards()).isEqualTo(Safeguard.required(false));
        assertThat(advise("hard-to-use=UNKNOWN").safeguards()).isEqualTo(Safeguard.required(false));
        assertThat(advise("hard-to-use=NO").safeguards()).isEqualTo(Safeguard.required(true));
    }

    @Test
    void whoMayNotAnswerIsNotAskedAndNotHeard() {
        TriageAnswers friend = TriageAnswers.by(ConceptRef.parse("asked-by:family-or-friend"));
        for (String id : List.of("device", "online-at-home", "skills", "somebody-to-ask")) {
            friend = friend.with(id, Answer.NO);
        }
        friend = friend.with("home-for-now", Answer.YES);
        assertThat(triage.advise(friend).unknown()).containsExactly(AccessItem.ACCESSIBILITY);
        assertThat(triage.advise(friend).next()).isEmpty();
        TriageAnswers toldAll = friend.with("hard-to-use", Answer.YES);
        assertThatThrownBy(() -> triage.advise(toldAll))
                .hasMessageContaining("must come from one of [asked-by:self, asked-by:carer]");
        TriageAnswers mistyped = none.with("devise", Answer.NO);
        assertThatThrownBy(() -> triage.advise(mistyped)).hasMessageContaining("Maybe 'device' is meant");
    }

    @Test
    void adviceIsNeitherPrintedNorWrittenByAccident() {
        PackageAdvice advice = advise("device=NO home-for-now=YES hard-to-use=YES");
        assertThat(List.of(advice, advice.reasons(), advice.offers(), answers("device=NO"))
                        .toString())
                .contains("redacted")
                .doesNotContainIgnoringCase("device")
                .doesNotContain("NEEDED");
        for (Object kept : List.of(advice, answers("device=NO"))) {
            assertThat(kept.getClass().isRecord()).isFalse();
            assertThatThrownBy(() -> LotiJson.write(kept)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** All four answers to each of nine questions: 262,144 conversations. */
    @Test
    void nobodyIsRefusedAndUnknownIsNeverOfferedLessThanNo() {
        List<Question> questions = triage.form().questions();
        List<ConceptRef> all = InterventionCatalogue.london().interventions().stream()
                .map(Intervention::concept)
                .toList();
        int count = power(questions.size());
        int[] offered = new int[count];
        for (int conversation = 0; conversation < count; conversation++) {
            TriageAnswers answers = none;
            for (int i = 0; i < questions.size(); i++) {
                answers = answers.with(questions.get(i).id(), answer(conversation, i));
            }
            PackageAdvice advice = triage.advise(answers);
            Set<AccessItem> served = EnumSet.noneOf(AccessItem.class);
            for (Offer offer : advice.offers()) {
                offered[conversation] |= 1 << all.indexOf(offer.intervention());
                served.addAll(offer.items());
            }
            Set<AccessItem> wanted = EnumSet.noneOf(AccessItem.class);
            wanted.addAll(advice.access().in(AccessState.NEEDED));
            wanted.addAll(advice.unknown());
            if (!served.equals(wanted)) {
                throw new AssertionError("somebody is left without an offer for what they need");
            }
            if (conversation % 7 == 0) { // words are made of few parts; a seventh of all meets every part many times
                requireNoRefusal(advice.words());
            }
        }
        for (int conversation = 0; conversation < count; conversation++) {
            for (int i = 0; i < questions.size(); i++) {
                if (answer(conversation, i) != Answer.NO) {
                    continue;
                }
                for (Answer open : List.of(Answer.UNKNOWN, Answer.NOT_ASKED)) {
                    int other = conversation + (ANSWERS.indexOf(open) - ANSWERS.indexOf(Answer.NO)) * power(i);
                    int lost = offered[conversation] & ~offered[other];
                    if (lost != 0) {
                        throw new AssertionError("offers are lost by not answering '"
                                + questions.get(i).id() + "'");
                    }
                }
            }
        }
        assertThat(Arrays.stream(offered).distinct().count()).isGreaterThan(10);
    }

    /** A conversation is a number to the base of four, with one answer a digit. */
    private static int power(int question) {
        return (int) Math.pow(ANSWERS.size(), question);
    }

    private static Answer answer(int conversation, int question) {
        return ANSWERS.get(conversation / power(question) % ANSWERS.size());
    }

    private static void requireNoRefusal(String words) {
        String rest = words.replace(PackageAdvice.NOTICE, "").toLowerCase(Locale.ROOT);
        for (String word : List.of("eligible", "refus", "reject", "denied", "declin", "qualif", "score")) {
            if (rest.contains(word)) {
                throw new AssertionError("an advice must not say '" + word + "'");
            }
        }
    }

    private static DecisionRecord record(Decision decision, PackageAdvice advice, AccessPackage decided, String why) {
        return new DecisionRecord(
                "d1",
                new ResidentRef("7f3c9a52e1b04d68"),
                Instant.parse("2026-11-23T10:00:00Z"),
                ConceptRef.parse("roles:triage-worker"),
                decision,
                advice.access(),
                decided,
                ConceptRef.parse("decision-reasons:" + why),
                advice.safeguards(),
                advice.safeguards());
    }

    @Test
    void aPersonFollowsTheAdviceOrChangesItAndKeepsTheSafeguards() {
        PackageAdvice advice = advise("device=NO online-at-home=YES can-pay=YES hard-to-use=YES");
        DecisionRecord followed = record(Decision.FOLLOWED, advice, advice.access(), "agrees-with-resident");
        assertThat(followed.required()).contains(Safeguard.SPECIAL_CATEGORY_DATA);
        AccessPackage other = advice.access().with(AccessItem.SUPPORT, AccessState.OFFERED);
        DecisionRecord changed = record(Decision.CHANGED, advice, other, "circumstances-known");
        assertThat(changed.suggested()).isEqualTo(advice.access());
        assertThat(Vocabulary.bundled().find(changed.reason())).isPresent();
        assertThat(Vocabulary.bundled().find(changed.decidedBy())).isPresent();
        assertThatThrownBy(() -> record(Decision.FOLLOWED, advice, other, "circumstances-known"))
                .hasMessageContaining("FOLLOWED");
    }

    private static Dyad dyad(Permission carer, Permission caredFor) {
        return new Dyad(
                new ResidentRef("carer-7f3c9a52"),
                new ResidentRef("cared-1b04d68e"),
                ConceptRef.parse("barriers:no-device"),
                carer,
                caredFor);
    }

    @Test
    void nothingConcernsBothUntilBothHaveAgreed() {
        Permission yes = new Permission(Answer.YES, LocalDate.of(2026, 11, 23));
        Permission no = new Permission(Answer.NO, LocalDate.of(2026, 11, 23));
        TriageAnswers carer = answers("device=YES device-is-enough=YES somebody-to-ask=NO");
        TriageAnswers caredFor = answers("device=NO skills=NO somebody-to-ask=NO");
        for (Permission other : List.of(no, Permission.NOT_ASKED, new Permission(Answer.UNKNOWN, null))) {
            DyadAdvice one = triage.advise(dyad(yes, other), carer, caredFor);
            assertThat(one.together()).isEmpty();
            assertThat(one.waitingFor()).containsExactly(Role.CARED_FOR);
            assertThat(one.carer().access().state(AccessItem.DEVICE)).isEqualTo(AccessState.MET);
        }
        assertThat(triage.advise(dyad(no, no), carer, caredFor).waitingFor())
                .containsExactly(Role.CARER, Role.CARED_FOR);
        DyadAdvice both = triage.advise(dyad(yes, yes), carer, caredFor);
        assertThat(both.waitingFor()).isEmpty();
        DyadAdvice.Together together = both.together().orElseThrow();
        assertThat(together.both()).containsExactly(AccessItem.SUPPORT);
        assertThat(together.need()).isEqualTo(ConceptRef.parse("barriers:no-device"));
        assertThat(together.oneDeviceMayServe()).isTrue();
        assertThat(together.words())
                .anyMatch(words -> words.startsWith("One device may be enough for what you do together"))
                .anyMatch(words -> words.contains("what one of you has at home is not the other's"));
        // the carer's device does not meet the other's need
        assertThat(both.caredFor().access().state(AccessItem.DEVICE)).isEqualTo(AccessState.NEEDED);
        assertThat(List.of(both, together).toString()).contains("redacted").doesNotContain("device");
        assertThatThrownBy(() -> LotiJson.write(both)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneDeviceIsNotSpokenOfWhereBothHaveOne() {
        Permission yes = new Permission(Answer.YES, LocalDate.of(2026, 11, 23));
        TriageAnswers has = answers("device=YES device-is-enough=YES");
        DyadAdvice.Together together =
                triage.advise(dyad(yes, yes), has, has).together().orElseThrow();
        assertThat(together.oneDeviceMayServe()).isFalse();
        assertThat(together.words()).noneMatch(words -> words.contains("device"));
    }

    @Test
    void aFormWithAHomeThatTheRuleDoesNotKnowIsAMistake() {
        TriageForm bundled = TriageForm.bundled();
        Question line = bundled.question("line").orElseThrow();
        Question odd = new Question(
                "line",
                line.text(),
                line.why(),
                line.mayAnswer(),
                false,
                new Question.Outcome(List.of(), List.of(new Question.HomeEffect("no-fixed-lin", false))),
                line.no(),
                List.of());
        TriageForm form = new TriageForm("mine", "1", "Mine", "Mine.", "2026-11-23", bundled.source(), 1, List.of(odd));
        assertThatThrownBy(() -> Triage.of(form).advise(none)).hasMessageContaining("Maybe 'no-fixed-line' is meant");
    }
}
