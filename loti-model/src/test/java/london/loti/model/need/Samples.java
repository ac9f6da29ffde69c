package london.loti.model.need;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.json.LotiJson;
import london.loti.model.provenance.Licence;
import london.loti.model.provenance.Source;

/** Invented words and residents. */
final class Samples {
    static final String TOKEN = "7f1c2b1e-9d52-4d0e-8a55-0c6c2b6f3a11";
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    static final Source SOURCE = new Source("made-up", "Made up", "nobody", "2026", null, Licence.OGL_3, null);

    private Samples() {}

    static ResidentRef aResident() {
        return new ResidentRef(TOKEN);
    }

    static ResidentRef another() {
        return new ResidentRef("0d8a6a2c-53fb-4f0b-9c40-6f1f3f6c9e22");
    }

    static Concept concept(String code) {
        return concept(code, null);
    }

    static Concept concept(String code, @Nullable String broader) {
        return new Concept(code, "Label of " + code, null, broader, null);
    }

    static Codelist codelist(String id, Concept... concepts) {
        return new Codelist(id, "1", "Title", "Description", "2026-11-23", SOURCE, false, List.of(concepts));
    }

    static NeedsGrid grid(String version, NeedsGrid.Group... groups) {
        return new NeedsGrid("grid", version, "Title", "2026-11-23", SOURCE, List.of(groups));
    }

    static NeedsGrid grid() {
        return grid(
                "1",
                new NeedsGrid.Group("money", "Money", List.of(concept("money.job")), List.of(concept("money.arrears"))),
                new NeedsGrid.Group(
                        "home", "Home", List.of(), List.of(concept("home.cold"), concept("home.temporary"))));
    }

    static <T> Checked<T> read(String json, Class<T> type) {
        try {
            return LotiJson.read("own.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), type);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What is told of a document that is not read. */
    static List<String> told(Checked<?> checked) {
        if (checked.value().isPresent()) {
            throw new AssertionError("nothing was told");
        }
        return checked.findings().stream().map(Finding::toString).toList();
    }
}
