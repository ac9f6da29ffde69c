package london.loti.evaluation.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.samskivert.mustache.Mustache;
import org.jspecify.annotations.Nullable;

import london.loti.model.provenance.Dataset;
import london.loti.model.provenance.LibraryVersion;

/** The report as one page. */
final class HtmlPage {
    private static final int LONGEST_NUMBER = 27;

    private HtmlPage() {}

    static String html(ReportContent content) {
        ReportInput input = content.input();
        return html(input.title(), byline(input), input.date(), content.sections());
    }

    static String html(String title, String byline, @Nullable LocalDate date, List<Section> content) {
        String css = resource("report.css");
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("csp", "default-src 'none'; style-src " + hash(css) + "; img-src data:; base-uri 'none'");
        page.put("css", css);
        page.put("title", title);
        page.put("by", byline);
        page.put("date", date == null ? null : date.toString());
        page.put("version", LibraryVersion.current());
        List<Map<String, Object>> sections = new ArrayList<>();
        for (Section section : content) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("id", section.id());
            map.put("title", section.title());
            List<Map<String, Object>> blocks = new ArrayList<>();
            for (Block block : section.blocks()) {
                blocks.add(block(section.id() + "-" + (blocks.size() + 1), block));
            }
            map.put("blocks", blocks);
            sections.add(map);
        }
        page.put("sections", sections);
        return Mustache.compiler()
                .escapeHTML(true)
                .compile(resource("report.mustache"))
                .execute(page);
    }

    /** Who and where, with a full stop behind each. */
    static String byline(ReportInput input) {
        return Stream.of(input.author(), input.place())
                .filter(Objects::nonNull)
                .map(part -> part + ". ")
                .collect(Collectors.joining());
    }

    private static Map<String, Object> block(String id, Block block) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (String kind : List.of("heading", "paragraph", "bullets", "table")) {
            map.put(kind, null);
        }
        if (block instanceof Block.Heading heading) {
            map.put("heading", heading.text());
        } else if (block instanceof Block.Paragraph paragraph) {
            map.put("paragraph", paragraph.text());
        } else if (block instanceof Block.Bullets bullets) {
            map.put("bullets", Map.of("items", bullets.items()));
        } else if (block instanceof Block.Table table) {
            map.put("table", table(id, table));
        }
        return map;
    }

    private static Map<String, @Nullable Object> table(String id, Block.Table table) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        Picture picture = table.picture();
        map.put("tableId", id);
        map.put("caption", table.caption());
        map.put("header", table.header());
        map.put("svg", picture == null ? null : picture.svg());
        map.put(
                "rows",
                table.rows().stream()
                        .map(row -> Map.of(
                                "first",
                                row.get(0),
                                "brief",
                                row.get(0).length() <= 3,
                                "rest",
                                cells(row.subList(1, row.size()))))
                        .toList());
        return map;
    }

    /** Short cells with a number in them stay on one line. */
    private static List<Map<String, Object>> cells(List<String> cells) {
        return cells.stream()
                .map(cell -> Map.<String, Object>of(
                        "text",
                        cell,
                        "short",
                        cell.length() <= LONGEST_NUMBER && cell.chars().anyMatch(Character::isDigit)))
                .toList();
    }

    private static String hash(String text) {
        MessageDigest digest = Dataset.newDigest();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest.digest()) + "'";
    }

    private static String resource(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource '" + name + "' must lie in the loti-evaluation jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
