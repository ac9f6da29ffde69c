package london.loti.evaluation.proposal;

import java.util.List;
import java.util.stream.Collectors;

import london.loti.model.json.LotiJson;

/**
 * What was accepted for one version of one document, as a JSON Patch (RFC 6902, {@code application/json-patch+json}): for
 * each value first a {@code test} that it is still what it was, then a {@code replace}. Whoever applies it by that standard
 * changes all the values or none. loti does not apply it.
 *
 * @param document the document, whole
 * @param json the patch
 */
public record Patch(Subject document, String json) {
    static Patch of(Subject document, List<Proposal> accepted) {
        String operations = accepted.stream()
                .filter(proposal -> proposal.subject().isInDocumentOf(document))
                .flatMap(proposal -> {
                    Change change = Review.changeOf(proposal);
                    String path = LotiJson.writeCompact(proposal.subject().pointer());
                    return List.of(operation("test", path, change.from()), operation("replace", path, change.to()))
                            .stream();
                })
                .collect(Collectors.joining(",\n  "));
        return new Patch(document, "[\n  " + operations + "\n]\n");
    }

    private static String operation(String op, String path, Object value) {
        return "{\"op\": \"" + op + "\", \"path\": " + path + ", \"value\": " + LotiJson.writeCompact(value) + "}";
    }
}
