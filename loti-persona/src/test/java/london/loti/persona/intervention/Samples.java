package london.loti.persona.intervention;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import london.loti.model.finding.Checked;
import london.loti.model.json.LotiJson;
import london.loti.persona.bank.PersonaBank;

/** An invented bank of three, and a small catalogue. */
final class Samples {
    private Samples() {}

    private static final String BANK = """
            {"id": "mine", "version": "1", "title": "Invented", "description": "Invented.", "date": "2026-11-23",
             "licence": "OGL-UK-3.0",
             "attributes": [{"id": "online", "label": "Online", "kind": "SYMMETRIC_BINARY", "weight": 1}],
             "evidence": {"sources": [], "facts": []},
             "personas": [
              {"id": "rose", "name": "Rose", "summary": "Has nothing.", "version": "1", "area": "London",
               "reviewBy": "2027-11-23", "defining": {"online": "0"}, "claims": [],
               "access": {"states": {"DEVICE": "NEEDED", "DATA": "OFFERED", "SKILLS": "UNKNOWN"}},
               "helps": [{"intervention": "interventions:outreach", "why": "She hides."},
                {"intervention": "interventions:tea", "why": "She likes it."}]},
              {"id": "amir", "name": "Amir", "summary": "Wants to learn.", "version": "1", "area": "London",
               "reviewBy": "2027-11-23", "defining": {"online": "1"}, "claims": [],
               "access": {"states": {"SKILLS": "NEEDED", "ACCESSIBILITY": "NEEDED", "DEVICE": "MET"}}}]}
            """;

    static final String CATALOGUE = """
            {"id": "small", "version": "1", "title": "Small", "description": "Invented.", "date": "2026-11-23",
             "licence": "OGL-UK-3.0",
             "sources": [{"id": "us", "title": "Ours", "publisher": "Us", "date": "2026", "licence": "OGL-UK-3.0"}],
             "interventions": [
              {"concept": "interventions:contract-broadband", "label": "Contract", "provides": ["DATA"],
               "ratings": [{"level": "UNRATED"}]},
              {"concept": "interventions:skills-class", "label": "Class", "provides": ["SKILLS"], "ratings": [
               {"scale": "NESTA", "level": "LEVEL_2", "source": "us", "triedWith": "Twelve people",
                "group": "key-groups:older-people", "place": "Invented", "date": "2025", "found": "They learnt."},
               {"scale": "MARYLAND", "level": "LEVEL_5", "source": "us", "triedWith": "Two hundred people",
                "place": "Invented", "date": "2026", "found": "They did not."}]},
              {"concept": "interventions:outreach", "label": "Outreach", "provides": [],
               "ratings": [{"level": "UNRATED"}]}]}
            """;

    static PersonaBank bank() {
        return read(BANK, PersonaBank.class).orElseThrow();
    }

    static InterventionCatalogue catalogue() {
        return read(CATALOGUE, InterventionCatalogue.class).orElseThrow();
    }

    static <T> Checked<T> read(String text, Class<T> type) {
        try (InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
            return LotiJson.read("sample.json", in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
