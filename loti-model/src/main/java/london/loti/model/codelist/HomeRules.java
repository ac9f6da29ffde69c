package london.loti.model.codelist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;

import london.loti.model.finding.Checked;
import london.loti.model.json.LotiJson;
import london.loti.model.need.TemporaryAccommodationRule;

/** Reads rules about homes: the one that comes with loti, and a council's own. */
public final class HomeRules {
    private static final String TEMPORARY_ACCOMMODATION = "temporary-accommodation.json";

    private HomeRules() {}

    /** {@return the rule for temporary accommodation that comes with loti} */
    public static TemporaryAccommodationRule temporaryAccommodation() {
        try (InputStream in = HomeRules.class.getResourceAsStream("rule/" + TEMPORARY_ACCOMMODATION)) {
            return LotiJson.read(
                            TEMPORARY_ACCOMMODATION,
                            Objects.requireNonNull(in, TEMPORARY_ACCOMMODATION),
                            TemporaryAccommodationRule.class)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
