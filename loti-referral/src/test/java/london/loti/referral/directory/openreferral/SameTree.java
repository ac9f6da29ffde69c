package london.loti.referral.directory.openreferral;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Compares trees, where absent, null and an empty list are the same, and numbers have values only. */
final class SameTree {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private SameTree() {}

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The paths at which two trees differ. */
    static List<String> differences(JsonNode a, JsonNode b) {
        List<String> paths = new ArrayList<>();
        compare(a, b, "", paths);
        return paths;
    }

    private static void compare(JsonNode a, JsonNode b, String path, List<String> paths) {
        if (isNothing(a) && isNothing(b)) {
            return;
        }
        if (a.isNumber() && b.isNumber()) {
            if (a.decimalValue().compareTo(b.decimalValue()) != 0) {
                paths.add(path);
            }
        } else if (a.isObject() && b.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            a.fieldNames().forEachRemaining(names::add);
            b.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(a.path(name), b.path(name), path + "/" + name, paths));
        } else if (a.isArray() && b.isArray() && a.size() == b.size()) {
            for (int i = 0; i < a.size(); i++) {
                compare(a.get(i), b.get(i), path + "/" + i, paths);
            }
        } else if (!a.equals(b)) {
            paths.add(path);
        }
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull() || (node.isArray() && node.isEmpty());
    }
}
