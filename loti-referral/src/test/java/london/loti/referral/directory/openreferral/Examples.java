package london.loti.referral.directory.openreferral;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import london.loti.referral.SharedData;

/** The published examples beside the project: every record in them, with its kind. */
final class Examples {
    private Examples() {}

    /**
     * One published record.
     *
     * @param standard the standard that publishes it
     * @param kind what it is
     * @param name the file, and the place in it
     * @param node its tree
     */
    record Example(Standard standard, String kind, String name, ObjectNode node) {}

    static List<Example> all() {
        List<Example> all = new ArrayList<>();
        add(all, Standard.HSDS_3_0, "data/open-referral/hsds-3.0/examples");
        add(all, Standard.ORUK_3_0, "data/open-referral/oruk-3.0-profile/examples");
        add(all, Standard.ORUK_3_0, "data/open-referral/oruk-3.0-mock-feed");
        return all;
    }

    private static void add(List<Example> all, Standard standard, String folder) {
        Path path = SharedData.file(folder);
        try (Stream<Path> files = Files.list(path)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("dashboard") || name.equals("tabular.json")) {
                    continue;
                }
                JsonNode tree = SameTree.MAPPER.readTree(Files.readString(file));
                String kind = kind(name);
                String label = folder.replace("data/open-referral/", "") + "/" + name;
                if (tree.has("contents")) {
                    int i = 0;
                    for (JsonNode item : tree.get("contents")) {
                        all.add(new Example(standard, kind, label + "/" + i++, (ObjectNode) item));
                    }
                } else {
                    all.add(new Example(standard, kind, label, (ObjectNode) tree));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kind(String name) {
        for (String kind :
                List.of("service_at_location", "service", "organization", "location", "taxonomy_term", "taxonomy")) {
            if (name.startsWith(kind + ".") || name.startsWith(kind + "_full") || name.startsWith(kind + "_list")) {
                return kind;
            }
        }
        return "api_details";
    }
}
