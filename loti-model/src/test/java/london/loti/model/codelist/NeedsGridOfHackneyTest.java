package london.loti.model.codelist;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import london.loti.model.SharedData;
import london.loti.model.json.LotiJson;
import london.loti.model.need.Concept;
import london.loti.model.need.NeedsGrid;

import static org.assertj.core.api.Assertions.assertThat;

class NeedsGridOfHackneyTest {
    @Test
    void hasTheGroupsAndLabelsOfHackneyWithoutItsBoxesForFreeText() throws IOException {
        JsonNode hackney = LotiJson.mapper()
                .readTree(SharedData.file("data/hackney/needs-grid.json").toFile());
        List<String> leftOut = new ArrayList<>();
        List<NeedsGrid.Group> groups = Codelists.needsGrid().groups();
        assertThat(groups).hasSize(7).hasSameSizeAs(hackney);
        for (int i = 0; i < groups.size(); i++) {
            JsonNode theirs = hackney.get(i);
            NeedsGrid.Group ours = groups.get(i);
            assertThat(ours.code()).isEqualTo(theirs.get("id").asText());
            assertThat(ours.label()).isEqualTo(theirs.get("name").asText());
            assertSameLabels(ours.strengths(), theirs.get("assets"), leftOut);
            assertSameLabels(ours.needs(), theirs.get("vulnerabilities"), leftOut);
        }
        // every group has two boxes named Other; one need has three boxes beside it
        assertThat(leftOut)
                .filteredOn(box -> box.startsWith("other: "))
                .hasSize(14)
                .allMatch(box -> box.matches("other: Other (assets|vulnerabilities)"));
        assertThat(leftOut)
                .filteredOn(box -> !box.startsWith("other: "))
                .containsExactly("data: Service", "data: Contact name", "data: Phone number");
    }

    private static void assertSameLabels(List<Concept> ours, JsonNode theirs, List<String> leftOut) {
        List<String> labels = new ArrayList<>();
        for (JsonNode item : theirs) {
            boolean box = item.get("label").asText().equals("Other");
            if (!box) {
                labels.add(item.get("label").asText());
            }
            for (JsonNode input : item.path("textinputs")) {
                leftOut.add(
                        input.get("type").asText() + ": " + input.get("label").asText());
            }
            assertThat(box).isEqualTo(item.has("arialabel"));
        }
        assertThat(ours).extracting(Concept::label).containsExactlyElementsOf(labels);
    }

    @Test
    void itsCodesBeginWithTheirGroup() {
        assertThat(Codelists.needsGrid().groups()).allSatisfy(group -> {
            assertThat(group.needs()).allSatisfy(need -> assertThat(need.code()).startsWith(group.code() + "."));
            assertThat(group.strengths())
                    .allSatisfy(strength -> assertThat(strength.code()).startsWith(group.code() + "."));
        });
        assertThat(Codelists.needsGrid().needCodes()).contains("financial-stability.rent-arrears");
        assertThat(Codelists.needsGrid().source().note()).contains("free text and contacts have no place here");
    }
}
