package london.loti.model.codelist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.model.need.AccessItem;
import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.TemporaryAccommodationRule;
import london.loti.model.need.TemporaryAccommodationRule.Ruling;
import london.loti.model.need.TemporaryAccommodationRule.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HomeRulesTest {
    private static final ConceptRef CONTRACT = ConceptRef.parse("interventions:contract-broadband");

    private final TemporaryAccommodationRule rule = HomeRules.temporaryAccommodation();

    private static List<String> codes(List<Verdict> verdicts) {
        return verdicts.stream().map(verdict -> verdict.offer().code()).toList();
    }

    @Test
    void aHomeForNowRulesOutAContractAndPrefersWhatComesAlong() {
        Ruling ruling = rule.ruling(Map.of("temporary-home", Answer.YES));
        assertThat(codes(ruling.excluded())).containsExactly("contract-broadband");
        assertThat(ruling.excluded().get(0).because()).contains("still have to pay");
        assertThat(codes(ruling.preferred())).containsExactly("building-wifi", "mifi", "data-sim");
        assertThat(ruling.toFindOut()).isEmpty();
        assertThat(ruling).hasToString("Ruling[redacted]");
        assertThat(rule.followsPerson()).contains(AccessItem.DEVICE);
    }

    @Test
    void aSettledHomeRulesOutNothing() {
        Ruling ruling = rule.ruling(
                Map.of("temporary-home", Answer.NO, "tenancy-under-a-year", Answer.NO, "no-fixed-line", Answer.NO));
        assertThat(ruling).isEqualTo(new Ruling(List.of(), List.of(), List.of()));
    }

    @Test
    void whatNobodyKnowsRulesNothingOutAndAsksFirst() {
        for (Answer answer : List.of(Answer.UNKNOWN, Answer.NOT_ASKED)) {
            Ruling ruling = rule.ruling(Map.of("temporary-home", answer));
            assertThat(ruling.excluded()).isEmpty();
            assertThat(codes(ruling.toFindOut())).containsExactly("contract-broadband");
        }
    }

    @Test
    void knowingLessNeverRulesOutMore() {
        for (List<Answer> answers : combinations(rule.conditions().size())) {
            Ruling ruling = rule.ruling(home(answers));
            for (int i = 0; i < answers.size(); i++) {
                List<Answer> less = new ArrayList<>(answers);
                less.set(i, Answer.UNKNOWN);
                assertThat(codes(ruling.excluded()))
                        .containsAll(codes(rule.ruling(home(less)).excluded()));
            }
            assertThat(ruling.excluded().isEmpty()).isEqualTo(!answers.contains(Answer.YES));
        }
    }

    private Map<String, Answer> home(List<Answer> answers) {
        Map<String, Answer> home = new HashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            home.put(rule.conditionCodes().get(i), answers.get(i));
        }
        return home;
    }

    private static List<List<Answer>> combinations(int length) {
        List<List<Answer>> all = List.of(List.of());
        for (int i = 0; i < length; i++) {
            List<List<Answer>> longer = new ArrayList<>();
            for (List<Answer> begun : all) {
                for (Answer answer : Answer.values()) {
                    List<Answer> more = new ArrayList<>(begun);
                    more.add(answer);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    @Test
    void aTenureMayImplyWhatNeedNotBeAsked() {
        assertThat(rule.impliedBy(ConceptRef.parse("tenure:hostel"))).containsOnlyKeys("temporary-home");
        assertThat(rule.impliedBy(ConceptRef.parse("tenure:nightly-paid")))
                .containsOnlyKeys("temporary-home", "tenancy-under-a-year");
        assertThat(rule.impliedBy(ConceptRef.parse("tenure:owner"))).isEmpty();
        assertThat(rule.excluding(CONTRACT)).hasSize(3);
        assertThat(rule.excluding(ConceptRef.parse("interventions:mifi"))).isEmpty();
    }

    @Test
    void everyConceptIsInItsCodelist() {
        Vocabulary words = Vocabulary.bundled();
        rule.conditions()
                .forEach(condition -> assertThat(condition.tenures())
                        .allMatch(tenure -> words.find(tenure).isPresent()));
        rule.excludes()
                .forEach(clause -> assertThat(clause.offers())
                        .allMatch(offer -> words.find(offer).isPresent()));
        rule.prefers()
                .forEach(clause -> assertThat(clause.offers())
                        .allMatch(offer -> words.find(offer).isPresent()));
    }

    @Test
    void anUnknownConditionIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> rule.ruling(Map.of("temporary-hom", Answer.YES)))
                .hasMessageContaining("Maybe 'temporary-home' is meant");
    }

    @Test
    void aBrokenRuleTellsAllThatIsWrong(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("rule.json"), """
                {"id": "mine", "version": "1", "title": "Mine", "date": "2026-11-23",
                 "source": {"id": "us", "title": "Ours", "publisher": "Us", "date": "2026", "licence": "OGL-UK-3.0"},
                 "conditions": [{"code": "short", "label": "Short"}, {"code": "short", "label": "Short"}],
                 "excludes": [{"when": "shrot", "offers": ["interventions:mifi"], "because": "So."},
                  {"when": "short", "offers": ["interventions:mifi"], "because": "So."}],
                 "prefers": [{"when": "short", "offers": ["interventions:mifi"], "because": "So."}]}
                """);
        assertThat(HomeRules.readTemporaryAccommodation(file).findings())
                .extracting(Object::toString)
                .containsExactly(
                        "rule.json, condition 'short': a code must come once, but comes twice",
                        "rule.json, excludes 'shrot': a clause must be on one of the rule's conditions, but this is"
                                + " none\nMaybe 'short' is meant.",
                        "rule.json, prefers 'short': an offer must not be preferred and ruled out under one condition,"
                                + " but is: [interventions:mifi]");
    }
}
