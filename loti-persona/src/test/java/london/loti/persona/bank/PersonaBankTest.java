package london.loti.persona.bank;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.json.LotiJson;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;

import static london.loti.persona.bank.SampleBanks.defining;
import static london.loti.persona.bank.SampleBanks.persona;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PersonaBankTest {
    private static final Attribute CONFIDENCE = Attribute.builder("confidence", AttributeKind.ORDINAL)
            .levels("none", "low", "high")
            .build();
    private static final PersonaBank BANK = SampleBanks.bank(
            List.of(CONFIDENCE),
            persona("a", defining("confidence", "none")),
            persona("b", defining("confidence", "high")));

    private static Checked<PersonaBank> read(String json) throws IOException {
        return LotiJson.read(
                "bank.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), PersonaBank.class);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        String json = LotiJson.write(BANK);
        assertThat(read(json).orElseThrow()).isEqualTo(BANK);
        PersonaBank london = PersonaBank.london();
        assertThat(read(LotiJson.write(london)).orElseThrow()).isEqualTo(london);
    }

    @Test
    void everyBrokenRuleIsToldAtOnce() throws IOException {
        String bank = """
                {
                  "id": "mine", "version": "1", "title": "Mine", "description": "Mine.", "date": "2026-11-23",
                  "licence": "CC0-1.0",
                  "attributes": [
                    {"id": "confidence", "label": "Confidence", "kind": "ORDINAL", "weight": 1,
                     "levels": [{"code": "none", "label": "None"}, {"code": "high", "label": "High"}]},
                    {"id": "age", "label": "Age", "kind": "INTERVAL", "weight": 1},
                    {"id": "sex", "label": "Sex", "kind": "NOMINAL", "weight": 1, "use": "AUDIT_ONLY",
                     "levels": [{"code": "f", "label": "F"}, {"code": "m", "label": "M"}]}
                  ],
                  "evidence": {"sources": [], "facts": []},
                  "personas": [
                    {"id": "a", "name": "A", "summary": "A.", "version": "1", "area": "London",
                     "reviewBy": "2027-01-01",
                     "defining": {"confidence": "medium", "sex": "f", "confidense": "none"},
                     "claims": [{"id": "c", "text": "C.", "evidence": ["nowhere"], "assumption": false}],
                     "household": {"kind": "household:couple", "text": "Two.", "role": "CARER", "with": "b"}},
                    {"id": "b", "name": "B", "summary": "B.", "version": "1", "area": "London",
                     "reviewBy": "2027-01-01", "defining": {"confidence": "none"}, "claims": []}
                  ]
                }
                """;
        List<Finding> findings = read(bank).findings();
        assertThat(findings)
                .extracting(f -> f.code().name())
                .containsExactlyInAnyOrder(
                        "NO_RANGE",
                        "NOT_A_VALUE",
                        "USE_NOT_ALLOWED",
                        "UNKNOWN_REFERENCE",
                        "UNKNOWN_REFERENCE",
                        "ONE_SIDED_DYAD");
        assertThat(findings.toString())
                .contains("persona 'a', confidence", "must be one of [none, high]", "AUDIT_ONLY must not define")
                .contains("rests on 'nowhere'", "must name each other", "attribute 'age'");
    }

    @Test
    void aCycleOfEvidenceIsTold() throws IOException {
        String evidence = """
                {"sources": [], "facts": [], "insights": [
                  {"id": "one", "text": "One.", "supportedBy": ["two"]},
                  {"id": "two", "text": "Two.", "refutedBy": ["three"]},
                  {"id": "three", "text": "Three.", "supportedBy": ["one"]}]}
                """;
        String json = LotiJson.write(BANK);
        int from = json.indexOf("\"evidence\"");
        String empty = json.substring(from, json.indexOf("}", from) + 1);
        List<Finding> findings =
                read(json.replace(empty, "\"evidence\": " + evidence)).findings();
        assertThat(findings).extracting(f -> f.code().name()).containsExactly("CYCLE");
        assertThat(findings.get(0).message()).contains("one -> two -> three -> one");
    }

    @Test
    void aCopySaysWhereItComesFrom() {
        Persona copy = BANK.adapt("a", "a_here", "2026-11-23", "Fewer words.");
        assertThat(copy.origin()).isEqualTo(new Origin("sample", "1", "a", "1", "2026-11-23", "Fewer words."));
        PersonaBank mine = BANK.with(copy).named("mine", "1", "Mine", "2026-11-23");
        assertThat(mine.personas()).extracting(Persona::id).containsExactly("a", "b", "a_here");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BANK.adapt("z", "y", "2026-11-23", "None."))
                .withMessageContaining("must be one of [a, b]");
    }

    @Test
    void anAttributeOfOnesOwnComesWithItsPersonas() {
        Attribute own =
                Attribute.builder("own", AttributeKind.NOMINAL).levels("x", "y").build();
        PersonaBank more = BANK.with(own).with(persona("c", defining("own", "x")));
        assertThat(more.matchingAttributes()).containsExactly(CONFIDENCE, own);
        assertThat(more.values(more.persona("c").orElseThrow())).containsExactly(Double.NaN, 0);
        assertThatThrownBy(() -> BANK.with(persona("c", defining("own", "x"))))
                .hasMessageContaining("must be an attribute of the bank");
    }
}
