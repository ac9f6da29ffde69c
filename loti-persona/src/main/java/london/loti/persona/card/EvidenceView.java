package london.loti.persona.card;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import london.loti.model.provenance.Source;
import london.loti.persona.bank.Claim;
import london.loti.persona.bank.Persona;
import london.loti.persona.evidence.Fact;
import london.loti.persona.evidence.Insight;
import london.loti.persona.evidence.InsightBank;
import london.loti.persona.evidence.Standing;

/** What claims rest on, for the template: facts with their sources, insights with how they stand. */
final class EvidenceView {
    private final InsightBank evidence;

    EvidenceView(InsightBank evidence) {
        this.evidence = evidence;
    }

    /** A claim with its number on the card. */
    Map<String, Object> claim(Claim claim, Map<String, Object> reference) {
        List<Map<String, Object>> facts = claim.evidence().stream()
                .flatMap(id -> evidence.fact(id).stream())
                .map(this::fact)
                .toList();
        List<Map<String, Object>> insights = claim.evidence().stream()
                .flatMap(id -> evidence.insight(id).stream())
                .map(this::insight)
                .toList();
        Map<String, Object> map = new LinkedHashMap<>(reference);
        map.put("text", claim.text());
        map.put("assumption", claim.assumption());
        map.put("bare", !claim.assumption() && facts.isEmpty() && insights.isEmpty());
        map.put("rests", !facts.isEmpty() || !insights.isEmpty());
        map.put("facts", facts);
        map.put("insights", insights);
        return map;
    }

    /** The sources that any of the personas' claims lead down to, for and against, in the order of the bank. */
    List<Map<String, Object>> citedSources(List<Persona> personas) {
        List<String> ids = personas.stream()
                .flatMap(persona -> persona.claims().stream())
                .flatMap(claim -> claim.evidence().stream())
                .toList();
        Set<String> cited = new LinkedHashSet<>();
        Stream.concat(evidence.factsFor(ids).stream(), evidence.factsAgainst(ids).stream())
                .forEach(fact -> cited.add(fact.source()));
        return evidence.sources().stream()
                .filter(source -> cited.contains(source.id()))
                .map(EvidenceView::source)
                .toList();
    }

    private Map<String, Object> insight(Insight insight) {
        Standing standing = evidence.standing(insight.id());
        List<String> id = List.of(insight.id());
        List<Map<String, Object>> speaksFor =
                evidence.factsFor(id).stream().map(this::fact).toList();
        List<Map<String, Object>> against =
                evidence.factsAgainst(id).stream().map(this::fact).toList();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("text", insight.text());
        map.put("standing", Terms.name(standing));
        map.put("standingSays", Terms.says(standing));
        map.put("icon", "standing-" + Terms.code(standing));
        map.put("hasFor", !speaksFor.isEmpty());
        map.put("for", speaksFor);
        map.put("hasAgainst", !against.isEmpty());
        map.put("against", against);
        return map;
    }

    private Map<String, Object> fact(Fact fact) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("text", fact.text());
        map.put("date", Terms.day(fact.date()));
        map.put("place", fact.place());
        map.put("sample", Terms.orFalse(fact.sample()));
        map.put(
                "source",
                evidence.source(fact.source())
                        .map(source -> Terms.linked(source.title(), source.url()))
                        .orElseGet(() -> Terms.linked(fact.source(), null)));
        return map;
    }

    private static Map<String, Object> source(Source source) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("title", Terms.linked(source.title(), source.url()));
        map.put("publisher", source.publisher());
        map.put("date", source.date());
        map.put("licence", source.licence().name());
        map.put("note", Terms.orFalse(source.note()));
        return map;
    }
}
