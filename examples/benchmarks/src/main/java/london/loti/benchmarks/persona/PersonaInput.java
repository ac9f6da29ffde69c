package london.loti.benchmarks.persona;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

import london.loti.model.need.AccessPackage;
import london.loti.model.provenance.Licence;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.Sample;
import london.loti.persona.bank.Claim;
import london.loti.persona.bank.Persona;
import london.loti.persona.bank.PersonaBank;
import london.loti.persona.bank.Thresholds;
import london.loti.persona.evidence.InsightBank;

/**
 * Invented attributes, and invented people who answer them. Everybody is of a type: an answer is the typical one for six
 * people in ten, whatever comes for the others, and one in ten answers is not known. So there are segments to be found,
 * and personas that are near.
 */
final class PersonaInput {
    private static final long SEED = 20261123;
    private static final double TYPICAL_SHARE = 0.6;
    private static final int ONE_GAP_IN = 10;
    private static final int HIGHEST = 100;
    private static final double[] WEIGHTS = {1, 0.5, 2, 0.75};

    private PersonaInput() {}

    /** Twenty attributes, four of each kind, weighted differently; kinds take turns. */
    static List<Attribute> mixed() {
        return attributes(4, AttributeKind.values());
    }

    /** Twenty attributes, five of each kind that has levels. */
    static List<Attribute> categories() {
        return attributes(
                5,
                AttributeKind.ORDINAL,
                AttributeKind.NOMINAL,
                AttributeKind.SYMMETRIC_BINARY,
                AttributeKind.ASYMMETRIC_BINARY);
    }

    private static List<Attribute> attributes(int ofEach, AttributeKind... kinds) {
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < ofEach; i++) {
            for (AttributeKind kind : kinds) {
                String id = kind.name().toLowerCase(Locale.ROOT) + "_" + i;
                Attribute.Builder attribute = Attribute.builder(id, kind).weight(WEIGHTS[i % WEIGHTS.length]);
                attributes.add(
                        switch (kind) {
                            case INTERVAL -> attribute.range(0, HIGHEST).build();
                            case ORDINAL ->
                                attribute
                                        .levels("none", "low", "medium", "high")
                                        .build();
                            case NOMINAL ->
                                attribute.levels("a", "b", "c", "d", "e").build();
                            case SYMMETRIC_BINARY, ASYMMETRIC_BINARY ->
                                attribute.levels("no", "yes").build();
                        });
            }
        }
        return attributes;
    }

    /** A bank of personas who are the types of {@link #people}; one attribute in ten does not define them. */
    static PersonaBank bank(List<Attribute> attributes, int personas) {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        List<Persona> made = new ArrayList<>();
        for (double[] typical : types(attributes, personas)) {
            Map<String, String> defining = new LinkedHashMap<>();
            for (int k = 0; k < typical.length; k++) {
                if (random.nextInt(ONE_GAP_IN) > 0) {
                    defining.put(attributes.get(k).id(), attributes.get(k).code(typical[k]));
                }
            }
            made.add(persona("persona_" + made.size(), defining));
        }
        return new PersonaBank(
                "benchmark",
                "1",
                "Benchmark",
                "Invented personas.",
                "2026-11-23",
                Licence.of("CC0-1.0"),
                attributes,
                Thresholds.DEFAULTS,
                InsightBank.empty(),
                made,
                List.of());
    }

    private static Persona persona(String id, Map<String, String> defining) {
        return new Persona(
                id,
                id,
                "Somebody who does not exist.",
                "1",
                "London",
                "2027-11-23",
                null,
                List.of(),
                defining,
                Map.of(),
                List.of(new Claim("invented", "Nobody has checked this.", List.of(), true)),
                List.of(),
                List.of(),
                AccessPackage.unknown(),
                List.of(),
                null,
                List.of(),
                List.of(),
                null);
    }

    /** People of as many types, all of them equally frequent. */
    static Sample people(List<Attribute> attributes, int people, int types) {
        SplittableRandom random = new SplittableRandom(SEED + 2);
        List<double[]> typical = types(attributes, types);
        Sample.Builder sample = Sample.builder(attributes);
        double[] answers = new double[attributes.size()];
        for (int i = 0; i < people; i++) {
            double[] type = typical.get(random.nextInt(types));
            for (int k = 0; k < answers.length; k++) {
                answers[k] = random.nextInt(ONE_GAP_IN) == 0
                        ? Double.NaN
                        : random.nextDouble() < TYPICAL_SHARE ? type[k] : any(attributes.get(k), random);
            }
            sample.row(answers);
        }
        return sample.build();
    }

    private static List<double[]> types(List<Attribute> attributes, int types) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<double[]> typical = new ArrayList<>();
        for (int type = 0; type < types; type++) {
            typical.add(attributes.stream()
                    .mapToDouble(attribute -> any(attribute, random))
                    .toArray());
        }
        return typical;
    }

    private static double any(Attribute attribute, SplittableRandom random) {
        return attribute.kind() == AttributeKind.INTERVAL
                ? random.nextInt(HIGHEST + 1)
                : random.nextInt(attribute.levels().size());
    }
}
