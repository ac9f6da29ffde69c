package london.loti.referral.directory.openreferral;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Changes one value of a tree, somewhere, into something that may be wrong. */
final class TreeMutator {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "not a uuid",
            "ac148810-d857-441c-9679-408f346de14",
            "AC148810-D857-441C-9679-408F346DE14B",
            "http://example.org/a?b=c#d",
            "example.org",
            "https://example.org/a b",
            "mailto:somebody@example.org",
            "somebody@example.org",
            "somebody@@example.org",
            "somebody",
            "2026-02-30",
            "2026-01-31",
            "2026-01-31T10:00:00Z",
            "2026-01-31T25:00:00Z",
            "2026-01-31 10:00:00",
            "2026-01-31T10:00:00",
            "ACTIVE",
            "active",
            "temporarily closed",
            "physical",
            "WEEKLY",
            "MO",
            "25:00",
            "\u00e9\u4e2d\ud83d\ude00",
            "=1+1");

    private final SplittableRandom random;

    TreeMutator(SplittableRandom random) {
        this.random = random;
    }

    /** Changes the tree, and says how. */
    String mutate(ObjectNode tree) {
        List<Place> places = new ArrayList<>();
        collect(tree, "", places);
        Place place = places.get(random.nextInt(places.size()));
        return place.path() + " " + change(place);
    }

    private String change(Place place) {
        switch (random.nextInt(7)) {
            case 0 -> {
                place.remove();
                return "dropped";
            }
            case 1 -> {
                place.set(NODES.textNode(TEXTS.get(random.nextInt(TEXTS.size()))));
                return "another text " + place.get();
            }
            case 2 -> {
                place.set(
                        switch (random.nextInt(6)) {
                            case 0 -> NODES.numberNode(random.nextLong());
                            case 1 -> NODES.numberNode(new java.math.BigDecimal("12.50"));
                            case 2 -> NODES.booleanNode(random.nextBoolean());
                            case 3 -> NODES.arrayNode();
                            case 4 -> NODES.objectNode();
                            default -> NODES.arrayNode().add(NODES.objectNode().put("id", "x"));
                        });
                return "retyped " + place.get();
            }
            case 3 -> {
                place.set(NODES.nullNode());
                return "null";
            }
            case 4 -> {
                place.add("added_" + random.nextInt(100), NODES.textNode("more"));
                return "added";
            }
            case 5 -> {
                JsonNode deep = NODES.textNode("deep");
                for (int i = random.nextInt(12); i >= 0; i--) {
                    deep = NODES.objectNode().set("in", deep);
                }
                place.set(deep);
                return "nested";
            }
            default -> {
                JsonNode value = place.get();
                place.set(value.isTextual() ? NODES.textNode("x" + value.asText()) : NODES.textNode(value.toString()));
                return "text of it";
            }
        }
    }

    private static void collect(JsonNode node, String path, List<Place> places) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> {
                places.add(new Place(object, name, -1, path + "/" + name));
                collect(object.get(name), path + "/" + name, places);
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                places.add(new Place(array, "", i, path + "/" + i));
                collect(array.get(i), path + "/" + i, places);
            }
        }
    }

    private record Place(JsonNode in, String name, int index, String path) {
        JsonNode get() {
            return index < 0 ? in.path(name) : in.path(index);
        }

        void set(JsonNode value) {
            if (in instanceof ObjectNode object) {
                object.set(name, value);
            } else if (in instanceof ArrayNode array) {
                array.set(index, value);
            }
        }

        void remove() {
            if (in instanceof ObjectNode object) {
                object.remove(name);
            } else if (in instanceof ArrayNode array) {
                array.remove(index);
            }
        }

        void add(String more, JsonNode value) {
            if (in instanceof ObjectNode object) {
                object.set(more, value);
            } else if (in instanceof ArrayNode array) {
                array.add(value);
            }
        }
    }
}
