package london.loti.persona.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import london.loti.model.need.AccessItem;
import london.loti.model.need.AccessState;
import london.loti.model.need.ConceptRef;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.bank.BarrierAt;
import london.loti.persona.bank.Claim;
import london.loti.persona.bank.Household;
import london.loti.persona.bank.Origin;
import london.loti.persona.bank.Persona;
import london.loti.persona.bank.PersonaBank;

/** One persona for the template. */
final class CardView {
    private final PersonaBank bank;
    private final Persona persona;
    private final Terms terms;
    private final EvidenceView evidence;

    CardView(PersonaBank bank, Persona persona, Terms terms, EvidenceView evidence) {
        this.bank = bank;
        this.persona = persona;
        this.terms = terms;
        this.evidence = evidence;
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("anchor", PersonaCards.anchor(persona));
        map.put("personaId", persona.id());
        map.put("name", persona.name());
        map.put("picture", Picture.of(bank.personas().indexOf(persona), persona));
        map.put("summary", persona.summary());
        map.put("segment", persona.segment() == null ? false : terms.concept(persona.segment()));
        map.put("keyGroups", concepts(persona.keyGroups()));
        map.put("defining", defining());
        putList(map, "illustrative", illustrative());
        putList(map, "steps", journey());
        map.put("access", access());
        putList(map, "helps", helps());
        putList(map, "strengths", concepts(persona.strengths()));
        putList(map, "adjustments", concepts(persona.adjustments()));
        map.put("household", household());
        putList(map, "claims", claims());
        putList(map, "proxies", proxies());
        map.put("cardVersion", persona.version());
        map.put("area", persona.area());
        map.put("reviewBy", Terms.day(persona.reviewBy()));
        map.put("origin", origin());
        return map;
    }

    /** A list, and whether there is anything in it: an empty part has no heading. */
    private static void putList(Map<String, Object> map, String name, List<?> list) {
        map.put(name, list);
        map.put("has" + Character.toUpperCase(name.charAt(0)) + name.substring(1), !list.isEmpty());
    }

    private List<Map<String, Object>> concepts(List<ConceptRef> references) {
        return references.stream().map(terms::concept).toList();
    }

    /** In the order of the bank's attributes, so that cards can be laid side by side. */
    private List<Map<String, String>> defining() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Attribute attribute : bank.attributes()) {
            String text = persona.defining().get(attribute.id());
            if (text != null) {
                double value = attribute.parse(text);
                rows.add(Map.of("attribute", attribute.label(), "answer", words(attribute, value)));
            }
        }
        return rows;
    }

    private static String words(Attribute attribute, double value) {
        String words = attribute.words(value);
        boolean ranged = attribute.kind() == AttributeKind.INTERVAL && !Double.isNaN(value);
        Double low = attribute.low();
        Double high = attribute.high();
        return ranged && low != null && high != null
                ? words + " (of " + attribute.words(low) + " to " + attribute.words(high) + ")"
                : words;
    }

    private List<Map<String, String>> illustrative() {
        return persona.illustrative().entrySet().stream()
                .map(entry -> Map.of("heading", entry.getKey(), "words", entry.getValue()))
                .toList();
    }

    /** The barriers by touchpoint, in the order of the codelist, which is that of the way. */
    private List<Map<String, Object>> journey() {
        Map<ConceptRef, List<Map<String, Object>>> steps = new LinkedHashMap<>();
        persona.barriers().stream()
                .sorted(Comparator.comparingInt((BarrierAt at) -> terms.place(at.touchpoint())))
                .forEach(at -> {
                    Map<String, Object> barrier = new LinkedHashMap<>(terms.concept(at.barrier()));
                    barrier.put("claims", references(at.claims()));
                    steps.computeIfAbsent(at.touchpoint(), touchpoint -> new ArrayList<>())
                            .add(barrier);
                });
        List<Map<String, Object>> journey = new ArrayList<>();
        steps.forEach((touchpoint, barriers) -> {
            Map<String, Object> step = new LinkedHashMap<>(terms.concept(touchpoint));
            step.put("barriers", barriers);
            journey.add(step);
        });
        return journey;
    }

    private List<Map<String, String>> access() {
        return Arrays.stream(AccessItem.values())
                .map(item -> {
                    AccessState state = persona.access().state(item);
                    return Map.of(
                            "item",
                            Terms.name(item),
                            "itemIcon",
                            Terms.icon(item),
                            "state",
                            Terms.name(state),
                            "stateIcon",
                            Terms.icon(state));
                })
                .toList();
    }

    private List<Map<String, Object>> helps() {
        return persona.helps().stream()
                .map(help -> {
                    Map<String, Object> map = new LinkedHashMap<>(terms.concept(help.intervention()));
                    map.put("why", help.why());
                    map.put("claims", references(help.claims()));
                    return map;
                })
                .toList();
    }

    private Object household() {
        Household household = persona.household();
        if (household == null) {
            return false;
        }
        Map<String, Object> map = new LinkedHashMap<>(terms.concept(household.kind()));
        map.put("text", household.text());
        Household.Role role = household.role();
        map.put("dyad", role == null ? false : dyad(role, household.with()));
        return map;
    }

    private Map<String, Object> dyad(Household.Role role, @Nullable String with) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("role", role == Household.Role.CARER ? "Cares for" : "Is cared for by");
        map.put("other", false);
        if (with != null) {
            bank.persona(with)
                    .ifPresent(other ->
                            map.put("other", Map.of("name", other.name(), "anchor", PersonaCards.anchor(other))));
        }
        return map;
    }

    private List<Map<String, Object>> claims() {
        return persona.claims().stream()
                .map(claim -> evidence.claim(claim, reference(claim.id())))
                .toList();
    }

    private List<Map<String, Object>> references(List<String> claimIds) {
        return persona.claims().stream()
                .map(Claim::id)
                .filter(claimIds::contains)
                .map(this::reference)
                .toList();
    }

    /** Claims are numbered on the card; their ids mean nothing to a reader. */
    private Map<String, Object> reference(String claimId) {
        int number = 1;
        while (!persona.claims().get(number - 1).id().equals(claimId)) {
            number++;
        }
        return Map.of("number", number, "claimAnchor", PersonaCards.anchor(persona) + "-claim-" + number);
    }

    private List<Map<String, String>> proxies() {
        return persona.areaProxies().stream()
                .map(proxy -> Map.of("label", proxy.label(), "reason", proxy.reason()))
                .toList();
    }

    private Object origin() {
        Origin origin = persona.origin();
        return origin == null
                ? false
                : Map.of(
                        "bank", origin.bank(),
                        "bankVersion", origin.bankVersion(),
                        "persona", origin.persona(),
                        "personaVersion", origin.personaVersion(),
                        "date", Terms.day(origin.date()),
                        "changes", origin.changes());
    }
}
