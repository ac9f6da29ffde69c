package london.loti.persona.bank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import london.loti.model.provenance.Licence;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.evidence.InsightBank;

/** Small banks for tests; all invented. */
public final class SampleBanks {
    private SampleBanks() {}

    /** A bank with these attributes and no evidence. */
    public static PersonaBank bank(List<Attribute> attributes, Persona... personas) {
        return bank(attributes, Thresholds.DEFAULTS, personas);
    }

    public static PersonaBank bank(List<Attribute> attributes, Thresholds thresholds, Persona... personas) {
        return new PersonaBank(
                "sample",
                "1",
                "A sample",
                "For tests.",
                "2026-11-23",
                Licence.of("CC0-1.0"),
                attributes,
                thresholds,
                InsightBank.empty(),
                List.of(personas),
                List.of());
    }

    /** A persona whose claims are one assumption. */
    public static Persona persona(String id, Map<String, String> defining) {
        return new Persona(
                id,
                "Persona " + id,
                "Somebody who does not exist.",
                "1",
                "London",
                "2027-11-23",
                null,
                List.of(),
                defining,
                Map.of(),
                List.of(new Claim("c1", "Nobody has checked this.", List.of(), true)),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                null);
    }

    /** What defines a persona, as {@code attribute, value, attribute, value}. */
    public static Map<String, String> defining(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /** The bank of the expected values: the types of a table, personas of another, ranges over both tables' rows. */
    public static PersonaBank oracle(
            List<Attribute> types, List<Map<String, String>> personas, double low, double high) {
        List<Attribute> declared = new ArrayList<>();
        for (Attribute type : types) {
            Attribute.Builder copy = Attribute.builder(type.id(), type.kind());
            type.levels().forEach(level -> copy.level(level.code(), level.label()));
            declared.add(
                    switch (type.id()) {
                        case "age" -> copy.range(low, high).build();
                        case "eds_foundation" -> copy.range(0, 8).build();
                        default -> copy.build();
                    });
        }
        Persona[] made = personas.stream()
                .map(row -> {
                    Map<String, String> defining = new LinkedHashMap<>(row);
                    defining.remove("id");
                    return persona(row.get("id").toLowerCase(Locale.ROOT), defining);
                })
                .toArray(Persona[]::new);
        return bank(declared, made);
    }
}
