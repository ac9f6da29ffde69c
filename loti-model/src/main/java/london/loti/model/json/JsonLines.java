package london.loti.model.json;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Where;

/**
 * Finds the lines on which values begin. While a record is read, Jackson knows the path of a problem but often not its
 * line any more: it buffers fields, and notices a broken rule at the record's end.
 */
final class JsonLines {
    private JsonLines() {}

    /** The findings; those that have a path of the document but no line also have its line. */
    static List<Finding> addTo(List<Finding> findings, byte[] document, JsonFactory factory) {
        Set<String> wanted = new HashSet<>();
        for (Finding finding : findings) {
            if (finding.where().line() == null && finding.where().column() != null) {
                wanted.add(finding.where().column());
            }
        }
        Map<String, Integer> lines = wanted.isEmpty() ? new HashMap<>() : lines(wanted, document, factory);
        return findings.stream().map(finding -> withLine(finding, lines)).toList();
    }

    private static Map<String, Integer> lines(Set<String> wanted, byte[] document, JsonFactory factory) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = factory.createParser(document)) {
            for (JsonToken token = parser.nextToken();
                    token != null && lines.size() < wanted.size();
                    token = parser.nextToken()) {
                if (token != JsonToken.FIELD_NAME && !token.isStructEnd()) {
                    String path = parser.getParsingContext().pathAsPointer().toString();
                    if (wanted.contains(path)) {
                        lines.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
                    }
                }
            }
        } catch (IOException e) {
            return lines; // the problem here has a finding of its own
        }
        return lines;
    }

    private static Finding withLine(Finding finding, Map<String, Integer> lines) {
        Where where = finding.where();
        Integer line = where.line() == null ? lines.get(where.column()) : where.line();
        return new Finding(
                finding.severity(), finding.code(), finding.message(), new Where(where.source(), line, where.column()));
    }
}
