package london.loti.persona.triage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import london.loti.model.codelist.HomeRules;
import london.loti.model.codelist.Vocabulary;
import london.loti.model.json.LotiJson;
import london.loti.model.need.AccessItem;

import static org.assertj.core.api.Assertions.assertThat;

class TriageFormTest {
    private final TriageForm form = TriageForm.bundled();

    private static List<String> told(String text) throws IOException {
        return LotiJson.read(
                        "form.json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), TriageForm.class)
                .findings()
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static String form(String... questions) {
        return """
                {"id": "mine", "version": "1", "title": "Mine", "description": "Mine.", "date": "2026-11-23",
                 "source": {"id": "us", "title": "Ours", "publisher": "Us", "date": "2026", "licence": "OGL-UK-3.0"},
                 "mostQuestions": 4, "questions": [
                """ + String.join(",\n", questions) + "]}\n";
    }

    private static String question(String id, String more) {
        return "{\"id\": \"" + id + "\", \"text\": \"T?\", \"why\": \"W.\", \"mayAnswer\": [\"asked-by:self\"],"
                + " \"specialCategory\": false" + more + "}";
    }

    private static final String EFFECT =
            ", \"no\": {\"effects\": [{\"item\": \"DEVICE\", \"state\": \"NEEDED\", \"because\": \"B.\"}]}";

    private static String skip(String other) {
        return ", \"skipWhen\": [{\"question\": \"" + other + "\", \"answer\": \"NO\"}]";
    }

    @Test
    void bundledFormHasNineQuestionsThatSettleEverything() {
        assertThat(form.questions()).hasSize(9);
        assertThat(form.questions().stream()
                        .flatMap(Question::effects)
                        .map(Question.Effect::item)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(AccessItem.values());
        assertThat(form.questions().stream().flatMap(Question::home).map(Question.HomeEffect::condition))
                .isSubsetOf(HomeRules.temporaryAccommodation().conditionCodes());
        Vocabulary words = Vocabulary.bundled();
        assertThat(form.questions().stream().flatMap(q -> q.mayAnswer().stream()))
                .allMatch(who -> words.find(who).isPresent());
        assertThat(form.questions())
                .filteredOn(Question::specialCategory)
                .extracting(Question::id)
                .containsExactly("hard-to-use");
        assertThat(form.question("tea")).isEmpty();
    }

    /** Short words and short sentences; a rough stand-in for reading with children. */
    @Test
    void bundledFormIsWrittenInShortWords() {
        List<String> sentences = new ArrayList<>();
        for (Question question : form.questions()) {
            sentences.addAll(List.of((question.text() + " " + question.why()).split("(?<=[.?!]) ", -1)));
        }
        for (String sentence : sentences) {
            String[] words = sentence.split("[^A-Za-z']+", -1);
            assertThat(words.length).as(sentence).isLessThanOrEqualTo(20);
            assertThat(words).as(sentence).allMatch(word -> word.length() <= 8);
        }
    }

    @Test
    void bundledFormReadsBackAsWritten() throws IOException {
        assertThat(LotiJson.read(
                                "form.json",
                                new ByteArrayInputStream(LotiJson.write(form).getBytes(StandardCharsets.UTF_8)),
                                TriageForm.class)
                        .orElseThrow())
                .isEqualTo(form);
    }

    @Test
    void aBrokenFormTellsAllThatIsWrongBetweenQuestions() throws IOException {
        assertThat(told(form(
                        question("a", EFFECT + skip("c")),
                        question("b", EFFECT + skip("a")),
                        question("c", EFFECT + skip("b")),
                        question("device", skip("devise")),
                        question("a", EFFECT))))
                .containsExactly(
                        "form.json: a form must have at most 4 questions as its 'mostQuestions' says, but has 5\nMaybe"
                                + " leave out what no offer depends on.",
                        "form.json, question 'device': something must follow from a question, but from this one nothing"
                                + " does, so there is no reason to ask it",
                        "form.json, question 'a': an id must come once, but comes twice",
                        "form.json, question 'device': it is skipped after 'devise', which is no question of the"
                                + " form\nMaybe 'device' is meant.",
                        "form.json, question 'a': a question must not be skipped because of itself, but here is a"
                                + " circle: a -> c -> b -> a");
        assertThat(told(form())).containsExactly("form.json: a form must have a question, but has none");
    }

    @Test
    void aBrokenFormTellsAllThatIsWrongWithinQuestions() throws IOException {
        List<String> told = told(form(
                question("a", EFFECT.replace("DEVICE", "DEVISE")),
                question("b", EFFECT.replace("NEEDED", "UNKNOWN")),
                question("c", EFFECT + skip("b").replace("NO", "UNKNOWN")),
                question("d", EFFECT).replace("[\"asked-by:self\"]", "[]")));
        assertThat(told).hasSize(4);
        assertThat(told.get(0)).contains("/questions/0/no/effects/0/item", "Maybe 'DEVICE' is meant");
        assertThat(told.get(1)).contains("/questions/1/no/effects/0", "NEEDED, MET or NOT_NEEDED");
        assertThat(told.get(2)).contains("/questions/2/skipWhen/0", "after a YES or a NO only");
        assertThat(told.get(3)).contains("/questions/3", "must have somebody who 'mayAnswer'");
    }
}
