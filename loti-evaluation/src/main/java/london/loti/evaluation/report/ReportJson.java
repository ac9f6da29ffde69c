package london.loti.evaluation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.claims.Claim;
import london.loti.evaluation.claims.StudyDesign;
import london.loti.evaluation.plan.LockedPlan;
import london.loti.model.disclosure.DisclosedCounts;
import london.loti.model.json.LotiJson;
import london.loti.model.provenance.LibraryVersion;

/** The report for machines. */
final class ReportJson {
    private ReportJson() {}

    static String json(ReportContent content) {
        ReportInput input = content.input();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("loti", LibraryVersion.current());
        json.put("title", input.title());
        json.put("date", input.date().toString());
        json.put("programme", input.programme());
        json.put("place", input.place());
        json.put("author", input.author());
        json.put("theory", input.theory());
        json.put("claim", claim(input.claim()));
        json.put("headlines", content.headlines());
        json.put("lock", input.plan() == null ? null : input.plan().lock());
        json.put("plan", plan(input.plan()));
        json.put("deviations", content.comparison().deviations());
        json.put("notCompared", content.comparison().notCompared());
        json.put("disclosure", content.disclosure());
        json.put("disclosureRule", input.rule());
        json.put("reach", reach(content));
        json.put("flow", flow(content));
        json.put(
                "estimates",
                TidyTable.rows(content).stream().map(ReportJson::estimate).toList());
        json.put("multiplicity", input.multiplicity());
        json.put("value", input.value());
        json.put("valueUncertainty", input.uncertainty());
        json.put("participants", input.participants() == null ? null : Shown.count(input.rule(), input.participants()));
        json.put("limitations", ClosingSections.limitations(content));
        json.put(
                "methods",
                content.effects().stream().map(shown -> method(content, shown)).toList());
        StudyDesign design = input.claim().design();
        json.put(
                "checklists",
                Checklist.of(design).stream()
                        .map(list -> checklist(list, content))
                        .toList());
        json.put("checklistsNotTicked", Checklist.notTicked(design));
        return LotiJson.write(json);
    }

    private static Map<String, Object> claim(Claim claim) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("design", claim.design());
        map.put("level", claim.level());
        map.put("verb", claim.verb().words());
        map.put("registryCode", claim.registryCode());
        map.put("reasons", claim.reasons());
        map.put("faults", claim.faults());
        map.put("upgrades", claim.upgrades());
        map.put("policy", claim.policy().id() + " " + claim.policy().version());
        return map;
    }

    private static @Nullable Object plan(@Nullable LockedPlan locked) {
        return locked == null ? null : locked.plan();
    }

    private static List<Object> reach(ReportContent content) {
        List<Object> reach = new ArrayList<>();
        List<DisclosedCounts> shown = content.reach();
        for (int i = 0; i < shown.size(); i++) {
            reach.add(counts(content.input().reach().get(i).title(), shown.get(i)));
        }
        return reach;
    }

    private static List<Object> flow(ReportContent content) {
        List<Object> flow = new ArrayList<>();
        for (int i = 0; i < content.flow().size(); i++) {
            flow.add(counts(content.input().flow().get(i).name(), content.flow().get(i)));
        }
        return flow;
    }

    private static Map<String, @Nullable Object> counts(String name, DisclosedCounts counts) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("total", counts.total());
        map.put("rows", counts.rows());
        map.put("suppressed", counts.suppressedCount());
        return map;
    }

    private static Map<String, @Nullable Object> estimate(TidyTable.Row row) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("outcome", row.outcome());
        map.put("role", row.role());
        map.put("group", row.group());
        map.put("term", row.term());
        map.put("n", row.n());
        map.put("estimate", row.estimate());
        map.put("lo", row.lo());
        map.put("hi", row.hi());
        map.put("level", row.level());
        map.put("p", row.p());
        map.put("method", row.method());
        map.put("suppressed", row.suppressed());
        return map;
    }

    private static Map<String, @Nullable Object> method(ReportContent content, Shown shown) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("label", shown.label());
        map.put("role", shown.role().word());
        map.put("method", shown.effect().method());
        map.put("convention", shown.convention());
        map.put("seed", shown.effect().seed());
        map.put("clusters", content.clusters(shown));
        map.put("dataHash", ClosingSections.dataHash(shown));
        map.put("assumptions", shown.effect().assumptions());
        return map;
    }

    private static Map<String, Object> checklist(Checklist list, ReportContent content) {
        List<Map<String, String>> items = list.items().stream()
                .map(item -> Map.of("id", item.id(), "text", item.text(), "status", item.status(content)))
                .toList();
        return Map.of("id", list.id(), "version", list.version(), "verified", list.verified(), "items", items);
    }
}
