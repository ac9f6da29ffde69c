package london.loti.model.codelist;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Where;
import london.loti.model.json.LotiJson;
import london.loti.model.need.AlsoAskRules;

/** Reads rules of what else to ask: those that come with loti, and a council's own. */
public final class AlsoAsk {
    private static final String BUNDLED = "also-ask.json";

    private AlsoAsk() {}

    /** {@return the rules that come with loti: over its grid of needs, its barriers and its crisis events} */
    public static AlsoAskRules bundled() {
        return LotiJson.bundled(BUNDLED, AlsoAsk.class.getResourceAsStream("rule/" + BUNDLED), AlsoAskRules.class);
    }

    /**
     * Reads rules of one's own.
     *
     * @param file a JSON document in UTF-8
     * @param words the codelists in use; a grid is among them as {@code NeedsGrid.toCodelist}
     * @return the rules, or every problem that was found, concepts that no codelist has among them
     */
    public static Checked<AlsoAskRules> read(Path file, Vocabulary words) {
        Checked<AlsoAskRules> rules = LotiJson.read(file, AlsoAskRules.class);
        if (rules.value().isEmpty()) {
            return rules;
        }
        Path name = file.getFileName();
        List<Finding> findings = new ArrayList<>(rules.findings());
        for (Finding finding : rules.value().get().check(words::contains)) {
            findings.add(new Finding(
                    finding.severity(),
                    finding.code(),
                    finding.message(),
                    new Where(
                            name == null ? file.toString() : name.toString(),
                            null,
                            finding.where().column())));
        }
        return findings.stream().anyMatch(Finding::isError)
                ? Checked.failed(findings)
                : Checked.of(rules.value().get(), findings);
    }
}
