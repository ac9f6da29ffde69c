package london.loti.model.codelist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.model.finding.Finding;
import london.loti.model.json.LotiJson;
import london.loti.model.need.AlsoAskRules;
import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.CrisisEvent;
import london.loti.model.need.NeedsGrid;
import london.loti.model.need.Suggestion;

import static org.assertj.core.api.Assertions.assertThat;

class AlsoAskTest {
    private static final NeedsGrid GRID = Codelists.needsGrid();
    private static final Vocabulary WORDS = Vocabulary.bundled().with(GRID.toCodelist());

    private final AlsoAskRules rules = AlsoAsk.bundled();

    @Test
    void everyConceptIsInItsCodelist() {
        assertThat(rules.check(WORDS::contains)).isEmpty();
        assertThat(rules.source().note()).contains("others have not verified");
    }

    @Test
    void everyNeedAndMostCrisesLeadSomewhere() {
        for (String need : GRID.needCodes()) {
            if (need.endsWith("active-case-with-other-services")
                    || need.endsWith("antisocial-aggressive-behaviour")
                    || need.endsWith("mental-health-medication")) {
                continue; // nothing follows from them that is not better left to those who know the case
            }
            assertThat(rules.suggest(Map.of(GRID.reference(need), Answer.YES), List.of()))
                    .as(need)
                    .isNotEmpty();
        }
    }

    @Test
    void nothingIsSuggestedWhereNothingIsKnown() {
        assertThat(rules.suggest(Map.of(), List.of())).isEmpty();
        for (Answer answer : List.of(Answer.NO, Answer.UNKNOWN)) {
            for (String code : GRID.needCodes()) {
                assertThat(rules.suggest(Map.of(GRID.reference(code), answer), List.of()))
                        .as("%s %s", code, answer)
                        .isEmpty();
            }
        }
    }

    @Test
    void whatIsAboutAbuseComesFirstAndWarnsAboutListeners() {
        List<Suggestion> suggestions = rules.suggest(
                Map.of(
                        GRID.reference("financial-stability.rent-arrears"), Answer.YES,
                        GRID.reference("relationships-and-support-network.domestic-abuse"), Answer.YES),
                List.of());
        assertThat(suggestions.get(0).ask()).isEqualTo(ConceptRef.parse("barriers:unsafe-online"));
        assertThat(suggestions.get(0).cautions())
                .singleElement()
                .asString()
                .contains("only when the resident is alone");
        for (AlsoAskRules.Rule rule : rules.rules()) {
            boolean abuse =
                    rule.when().stream().anyMatch(when -> when.about().code().matches(".*(abuse|unsafe-online).*"));
            if (abuse || ConceptRef.parse("barriers:unsafe-online").equals(rule.ask())) {
                assertThat(rule.caution()).as(rule.code()).contains("alone");
            }
        }
    }

    @Test
    void everyStateOfACrisisThatARuleNamesIsOneThatStillAsksForSomething() {
        assertThat(rules.rules())
                .flatExtracting(AlsoAskRules.Rule::when)
                .allMatch(when -> !when.states().contains(CrisisEvent.State.AVERTED));
    }

    @Test
    void reasonsAreSentencesAndPromptsAreShortQuestions() {
        assertThat(rules.rules()).allSatisfy(rule -> {
            assertThat(rule.because()).endsWith(".").hasSizeLessThan(160);
            assertThat(rule.prompts())
                    .allSatisfy(prompt -> assertThat(prompt).endsWith("?").hasSizeLessThan(140));
        });
    }

    @Test
    void aCouncilsOwnRulesAreCheckedAgainstItsWords(@TempDir Path folder) throws IOException {
        String bundled = LotiJson.writeCompact(rules);
        Path file = Files.writeString(folder.resolve("own.json"), bundled);
        assertThat(AlsoAsk.read(file, WORDS).orElseThrow()).isEqualTo(rules);
        Files.writeString(
                file,
                bundled.replace("\"ask\":\"barriers:identity-check\"", "\"ask\":\"barriers:identity-chek\"")
                        .replace("crisis-events:prison-release", "crisis-events:release"));
        assertThat(AlsoAsk.read(file, WORDS).findings())
                .hasSize(4)
                .extracting(Finding::toString)
                .allMatch(text -> text.startsWith("own.json, rule '"))
                .anyMatch(text -> text.contains("barriers:identity-chek is in none"))
                .anyMatch(text -> text.contains("crisis-events:release is in none"));
        assertThat(AlsoAsk.read(file, WORDS).value()).isEmpty();
        assertThat(AlsoAsk.read(folder.resolve("absent.json"), WORDS).hasErrors())
                .isTrue();
    }
}
