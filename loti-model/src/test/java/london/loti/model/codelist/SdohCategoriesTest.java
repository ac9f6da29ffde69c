package london.loti.model.codelist;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import london.loti.model.SharedData;
import london.loti.model.json.LotiJson;

import static org.assertj.core.api.Assertions.assertThat;

class SdohCategoriesTest {
    @Test
    void codesAndLabelsAreThePublishedOnes() throws IOException {
        JsonNode published = LotiJson.mapper()
                .readTree(SharedData.file("data/sdoh-workflow/codes.json").toFile());
        Map<String, String> expected = new LinkedHashMap<>();
        published
                .get("categories")
                .forEach(
                        c -> expected.put(c.get("code").asText(), c.get("label").asText()));
        Map<String, String> ours = new LinkedHashMap<>();
        Codelists.bundled("sdoh-categories").concepts().forEach(c -> ours.put(c.code(), c.label()));
        assertThat(ours).hasSize(24).containsExactlyEntriesOf(expected);
    }
}
