package london.loti.model.need;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import london.loti.model.finding.FindingsException;
import london.loti.model.json.LotiJson;
import london.loti.model.need.AlsoAskRules.Rule;
import london.loti.model.need.AlsoAskRules.When;
import london.loti.model.need.CrisisEvent.State;

import static london.loti.model.need.Samples.DAY;
import static london.loti.model.need.Samples.aResident;
import static london.loti.model.need.Samples.another;
import static london.loti.model.need.Samples.grid;
import static london.loti.model.need.Samples.read;
import static london.loti.model.need.Samples.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AlsoAskRulesTest {
    private static final List<Answer> ANSWERS = List.of(Answer.values());
    private static final ConceptRef ARREARS = ConceptRef.parse("grid:money.arrears");
    private static final ConceptRef COLD = ConceptRef.parse("grid:home.cold");
    private static final ConceptRef TEMPORARY = ConceptRef.parse("grid:home.temporary");
    private static final ConceptRef EVICTION = ConceptRef.parse("crisis-events:eviction");

    private static When when(ConceptRef about, Answer... answers) {
        return new When(about, new LinkedHashSet<>(List.of(answers)), Set.of());
    }

    private static When when(ConceptRef about, State... states) {
        return new When(about, Set.of(), Set.of(states));
    }

    private static Rule rule(String code, @Nullable ConceptRef ask, When... when) {
        return new Rule(code, List.of(when), ask, List.of("prompt of " + code), "because " + code, null);
    }

    private static AlsoAskRules rules(Rule... rules) {
        return new AlsoAskRules("mine", "1", "Mine", "2026-11-25", Samples.SOURCE, List.of(rules));
    }

    private static CrisisEvent eviction(ResidentRef resident, State state, int day) {
        return new CrisisEvent(resident, EVICTION, state, DAY.plusDays(day), ConceptRef.parse("roles:link-worker"));
    }

    @Test
    void suggestsWithEveryReasonAndInTheOrderOfTheRules() {
        AlsoAskRules rules = rules(
                rule("cold-first", COLD, when(EVICTION, State.AT_RISK)),
                rule("temporary", TEMPORARY, when(ARREARS, Answer.YES)),
                new Rule("cold-again", List.of(when(ARREARS, Answer.YES)), COLD, List.of(), "bills", "alone"),
                rule("say", null, when(ARREARS, Answer.YES)));
        List<Suggestion> suggestions =
                rules.suggest(Map.of(ARREARS, Answer.YES), List.of(eviction(aResident(), State.AT_RISK, 0)));
        assertThat(suggestions).extracting(Suggestion::ask).containsExactly(COLD, TEMPORARY, null);
        Suggestion cold = suggestions.get(0);
        assertThat(cold.reasons())
                .containsExactly(
                        new Suggestion.Reason("cold-first", "because cold-first"),
                        new Suggestion.Reason("cold-again", "bills"));
        assertThat(cold.prompts()).containsExactly("prompt of cold-first");
        assertThat(cold.cautions()).containsExactly("alone");
        assertThat(cold).hasToString("Suggestion[redacted]");
        assertThat(cold.reasons().get(0)).hasToString("Reason[redacted]");
    }

    @Test
    void allConditionsOfARuleMustHoldAndNotAskedIsAnAnswerToo() {
        AlsoAskRules rules =
                rules(rule("both", COLD, when(ARREARS, Answer.YES), when(TEMPORARY, Answer.NOT_ASKED, Answer.UNKNOWN)));
        assertThat(rules.suggest(Map.of(ARREARS, Answer.YES), List.of())).hasSize(1);
        assertThat(rules.suggest(Map.of(ARREARS, Answer.YES, TEMPORARY, Answer.UNKNOWN), List.of()))
                .hasSize(1);
        assertThat(rules.suggest(Map.of(ARREARS, Answer.YES, TEMPORARY, Answer.NO), List.of()))
                .isEmpty();
        assertThat(rules.suggest(Map.of(ARREARS, Answer.UNKNOWN), List.of())).isEmpty();
    }

    @Test
    void whatWasAskedWithoutAnAnswerIsMarked() {
        AlsoAskRules rules = rules(rule("cold", COLD, when(ARREARS, Answer.YES)));
        assertThat(rules.suggest(Map.of(ARREARS, Answer.YES, COLD, Answer.UNKNOWN), List.of()))
                .extracting(Suggestion::askedBefore)
                .containsExactly(true);
        assertThat(rules.suggest(Map.of(ARREARS, Answer.YES), List.of()))
                .extracting(Suggestion::askedBefore)
                .containsExactly(false);
    }

    @Test
    void ofACrisisWhatStandsCounts() {
        AlsoAskRules rules = rules(rule("cold", COLD, when(EVICTION, State.AT_RISK)));
        CrisisEvent atRisk = eviction(aResident(), State.AT_RISK, 0);
        assertThat(rules.suggest(Map.of(), List.of(atRisk))).hasSize(1);
        assertThat(rules.suggest(Map.of(), List.of(eviction(aResident(), State.AVERTED, 1), atRisk)))
                .isEmpty();
    }

    @Test
    void takesASnapshotAndTheSameResidentsCrises() {
        NeedsSnapshot snapshot = NeedsSnapshot.begin(aResident(), grid(), DAY, ConceptRef.parse("asked-by:self"))
                .with(grid(), "money.arrears", Answer.YES);
        AlsoAskRules rules = rules(rule("cold", COLD, when(ARREARS, Answer.YES)));
        assertThat(rules.suggest(snapshot, List.of())).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules.suggest(snapshot, List.of(eviction(another(), State.AT_RISK, 0))))
                .withMessage("crises must be the same resident's as the answers, but are not");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules.suggest(
                        Map.of(),
                        List.of(eviction(another(), State.AT_RISK, 0), eviction(aResident(), State.AT_RISK, 0))));
    }

    @Test
    void rulesThatPointAtEachOtherDoNoHarm() {
        AlsoAskRules rules = rules(
                rule("there", COLD, when(TEMPORARY, Answer.YES, Answer.NOT_ASKED)),
                rule("back", TEMPORARY, when(COLD, Answer.YES, Answer.NOT_ASKED)),
                rule("self", COLD, when(COLD, Answer.UNKNOWN)));
        assertThat(rules.suggest(Map.of(), List.of()))
                .extracting(Suggestion::ask)
                .containsExactly(COLD, TEMPORARY);
        assertThat(rules.suggest(Map.of(COLD, Answer.YES, TEMPORARY, Answer.YES), List.of()))
                .isEmpty();
        assertThat(rules.suggest(Map.of(COLD, Answer.UNKNOWN), List.of()))
                .extracting(Suggestion::ask)
                .containsExactly(COLD);
    }

    /** Random rules and answers against a slow and obvious reading of them. */
    @Test
    void neverAsksWhatIsAnsweredAndLeavesNothingOut() {
        List<ConceptRef> questions = List.of(ARREARS, COLD, TEMPORARY, ConceptRef.parse("barriers:no-device"));
        for (long seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Rule> some = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                When when = when(questions.get(random.nextInt(4)), ANSWERS.get(random.nextInt(4)), Answer.NOT_ASKED);
                some.add(new Rule(
                        "r" + i, List.of(when), questions.get(random.nextInt(4)), List.of(), "because " + i, null));
            }
            AlsoAskRules rules;
            try {
                rules = rules(some.toArray(Rule[]::new));
            } catch (FindingsException duplicates) {
                continue;
            }
            Map<ConceptRef, Answer> answers = new LinkedHashMap<>();
            questions.forEach(question -> answers.put(question, ANSWERS.get(random.nextInt(4))));
            Map<ConceptRef, List<String>> expected = new LinkedHashMap<>();
            for (Rule rule : rules.rules()) {
                When only = rule.when().get(0);
                if (only.answers().contains(answers.get(only.about()))
                        && answers.get(rule.ask()) != Answer.YES
                        && answers.get(rule.ask()) != Answer.NO) {
                    expected.computeIfAbsent(rule.ask(), k -> new ArrayList<>()).add(rule.code());
                }
            }
            Map<ConceptRef, List<String>> actual = new LinkedHashMap<>();
            rules.suggest(answers, List.of())
                    .forEach(s -> actual.put(
                            s.ask(),
                            s.reasons().stream().map(Suggestion.Reason::rule).toList()));
            assertThat(List.copyOf(actual.entrySet())).as("seed %d", seed).isEqualTo(List.copyOf(expected.entrySet()));
        }
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> rules(
                        rule("one", COLD, when(ARREARS, Answer.YES)),
                        rule("one", TEMPORARY, when(ARREARS, Answer.YES)),
                        rule("three", COLD, when(ARREARS, Answer.YES)),
                        rule("four", COLD, when(ARREARS, Answer.YES), when(ARREARS, Answer.NO)),
                        rule("five", COLD, when(COLD, Answer.YES))))
                .isInstanceOfSatisfying(
                        FindingsException.class,
                        e -> assertThat(e.findings())
                                .extracting(
                                        f -> f.code().name() + " " + f.where().column())
                                .containsExactly(
                                        "DUPLICATE_CODE rule 'one'",
                                        "DUPLICATE_RULE rule 'three'",
                                        "CONTRADICTION rule 'four'",
                                        "NEVER_ASKS rule 'five'"));
        assertThatThrownBy(AlsoAskRulesTest::rules).hasMessageContaining("must have a rule, but has none");
        assertThat(rules(rule("one", COLD, when(EVICTION, State.AT_RISK))).check(Set.of(COLD)::contains))
                .extracting(Object::toString)
                .containsExactly("mine, rule 'one': a concept must be in a codelist or grid that is in use, but"
                        + " crisis-events:eviction is in none");
    }

    @Test
    void aRuleSaysSomething() {
        assertThatIllegalArgumentException().isThrownBy(() -> new When(COLD, Set.of(), Set.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new When(COLD, Set.of(Answer.YES), Set.of(State.AT_RISK)));
        assertThatIllegalArgumentException().isThrownBy(() -> rule("one", COLD)).withMessageContaining("a condition");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rule("one", List.of(when(COLD, Answer.YES)), null, List.of(), "because", null))
                .withMessageContaining("must 'ask' something or have a prompt");
    }

    @Test
    void readsBackFromJson() {
        AlsoAskRules rules = rules(
                rule("one", COLD, when(ARREARS, Answer.YES), when(EVICTION, State.AT_RISK, State.HAPPENED)),
                rule("two", null, when(ARREARS, Answer.UNKNOWN)));
        String json = LotiJson.write(rules);
        assertThat(read(json, AlsoAskRules.class).orElseThrow()).isEqualTo(rules);
        assertThat(told(read(
                        json.replace("AT_RISK", "RISKY").replace("\"UNKNOWN\"", "\"PERHAPS\""), AlsoAskRules.class)))
                .hasSize(2);
    }
}
