package london.loti.evaluation.json;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import london.loti.evaluation.proposal.Decision;
import london.loti.model.finding.Checked;
import london.loti.model.json.LotiJson;

/**
 * The form of {@code decisions.json}.
 *
 * <pre>{@code
 * {"decisions": [
 *   {"proposal": "2b1d...", "answer": "ACCEPTED", "byRole": "persona_owner", "on": "2026-12-01",
 *    "why": "The survey asked those whom the persona stands for."}]}
 * }</pre>
 *
 * @param decisions the decisions
 */
public record DecisionsFile(List<Decision> decisions) {
    /**
     * Copies the list.
     *
     * @param decisions the decisions
     */
    public DecisionsFile {
        decisions = List.copyOf(Objects.requireNonNull(decisions, "the file needs its 'decisions'"));
    }

    /**
     * {@return the decisions in a file, or the findings alone where one of them is an error}
     *
     * @param file the file
     */
    public static Checked<List<Decision>> read(Path file) {
        return LotiJson.read(file, DecisionsFile.class).map(DecisionsFile::decisions);
    }

    /** {@return canonical JSON, with a line feed at the end} */
    public String write() {
        return LotiJson.write(this);
    }
}
