package london.loti.evaluation.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.claims.RegistryDesigns;
import london.loti.model.json.LotiJson;

/** The entry for the Government Evaluation Registry. */
final class RegistryExport {
    private RegistryExport() {}

    static String json(ReportContent content) {
        ReportInput input = content.input();
        RegistryDetails details = input.registry();
        if (details == null) {
            throw new IllegalStateException(
                    "a registry entry needs its details, but the report has none\nMaybe add them by registry().");
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("title", input.title());
        json.put("leadDepartment", details.lead());
        json.put("otherDepartments", details.others());
        json.put("status", OpeningSections.word(details.status()));
        json.put("briefDescription", String.join(" ", content.headlines()));
        json.put("designTypes", designs(input));
        json.put("policyAreas", details.policyAreas());
        json.put("cost", details.cost());
        json.put("planLink", details.planLink());
        json.put("reportLinks", details.reportLinks());
        json.put("published", !details.reportLinks().isEmpty());
        json.put("reasonsUnpublished", details.unpublishedReason());
        json.put("events", details.events().stream().map(RegistryExport::event).toList());
        json.put("visibility", "draft");
        json.put(
                "designTypesSource",
                RegistryDesigns.bundled().id() + " " + RegistryDesigns.bundled().version());
        return LotiJson.write(json);
    }

    /** Each code with those above it; that people were counted makes no process evaluation. */
    private static List<String> designs(ReportInput input) {
        RegistryDesigns designs = RegistryDesigns.bundled();
        Set<String> codes = new LinkedHashSet<>();
        designs.path(input.claim().registryCode()).forEach(type -> codes.add(type.code()));
        if (input.value() != null) {
            designs.path("benefit").forEach(type -> codes.add(type.code()));
        }
        return List.copyOf(codes);
    }

    private static Map<String, Object> event(RegistryDetails.Event event) {
        return Map.of(
                "event", OpeningSections.word(event.milestone()),
                "type", event.actual() ? "actual" : "intended",
                "month", event.month().getMonthValue(),
                "year", event.month().getYear());
    }
}
