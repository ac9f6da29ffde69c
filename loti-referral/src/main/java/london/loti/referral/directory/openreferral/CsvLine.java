package london.loti.referral.directory.openreferral;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import london.loti.referral.directory.openreferral.RuleTable.Kind;

/** A line of a table: its own values, and the ids of other lines that it names. */
final class CsvLine {
    private final Kind kind;
    private final String source;
    private final int line;
    private final ObjectNode node = JsonTree.nodes().objectNode();
    private final Map<String, String> keys = new LinkedHashMap<>(4);
    private boolean used;

    CsvLine(Kind kind, String source, int line) {
        this.kind = kind;
        this.source = source;
        this.line = line;
    }

    Kind kind() {
        return kind;
    }

    String source() {
        return source;
    }

    int line() {
        return line;
    }

    ObjectNode node() {
        return node;
    }

    Map<String, String> keys() {
        return keys;
    }

    @Nullable
    String id() {
        return node.path("id").isTextual() ? node.path("id").asText() : null;
    }

    boolean isUsed() {
        return used;
    }

    void use() {
        used = true;
    }
}
