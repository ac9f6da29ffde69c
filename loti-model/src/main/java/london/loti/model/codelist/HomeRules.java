package london.loti.model.codelist;

import java.nio.file.Path;

import london.loti.model.finding.Checked;
import london.loti.model.json.LotiJson;
import london.loti.model.need.TemporaryAccommodationRule;

/** Reads rules about homes: the one that comes with loti, and a council's own. */
public final class HomeRules {
    private static final String TEMPORARY_ACCOMMODATION = "temporary-accommodation.json";

    private HomeRules() {}

    /** {@return the rule for temporary accommodation that comes with loti} */
    public static TemporaryAccommodationRule temporaryAccommodation() {
        return LotiJson.bundled(
                TEMPORARY_ACCOMMODATION,
                HomeRules.class.getResourceAsStream("rule/" + TEMPORARY_ACCOMMODATION),
                TemporaryAccommodationRule.class);
    }

    /**
     * Reads a rule of one's own.
     *
     * @param file a JSON document in UTF-8
     * @return the rule, or every problem that was found
     */
    public static Checked<TemporaryAccommodationRule> readTemporaryAccommodation(Path file) {
        return LotiJson.read(file, TemporaryAccommodationRule.class);
    }
}
