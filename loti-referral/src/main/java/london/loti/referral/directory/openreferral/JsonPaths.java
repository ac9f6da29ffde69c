package london.loti.referral.directory.openreferral;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Where;

/** Paths in JSON documents, and the lines on which they begin. */
final class JsonPaths {
    /** Lines are looked up in a second reading, which a longer file is not worth. */
    private static final long LONGEST_LOOKED_UP = 32 << 20;

    private static final int LONGEST_NAME = 60;

    private JsonPaths() {}

    /** The path of a field, as RFC 6901 has it; a name that is too long to be one is cut. */
    static String child(String path, String name) {
        String shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
        boolean plain = shown.indexOf('~') < 0 && shown.indexOf('/') < 0;
        return path + "/" + (plain ? shown : shown.replace("~", "~0").replace("/", "~1"));
    }

    /** The findings; those of this file that name a path, and a line at which at most its record begins, get the path's own line. */
    static List<Finding> withLines(List<Finding> findings, Path file, String source) throws IOException {
        Set<String> wanted = new HashSet<>();
        for (Finding finding : findings) {
            if (finding.where().source().equals(source) && finding.where().column() != null) {
                wanted.add(finding.where().column());
            }
        }
        if (wanted.isEmpty() || Files.size(file) > LONGEST_LOOKED_UP) {
            return findings;
        }
        Map<String, Integer> lines = new HashMap<>();
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = JsonTree.factory().createParser(in)) {
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
        } catch (com.fasterxml.jackson.core.JacksonException | java.io.CharConversionException e) {
            return apply(findings, source, lines); // what is wrong here has a finding of its own
        }
        return apply(findings, source, lines);
    }

    private static List<Finding> apply(List<Finding> findings, String source, Map<String, Integer> lines) {
        return findings.stream()
                .map(finding -> {
                    Where where = finding.where();
                    Integer line = where.source().equals(source) ? lines.get(where.column()) : null;
                    return line == null
                            ? finding
                            : new Finding(
                                    finding.severity(),
                                    finding.code(),
                                    finding.message(),
                                    new Where(source, line, where.column()));
                })
                .toList();
    }
}
