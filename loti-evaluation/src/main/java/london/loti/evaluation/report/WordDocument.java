package london.loti.evaluation.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import london.loti.evaluation.office.Xml;
import london.loti.evaluation.office.ZipParts;
import london.loti.model.provenance.LibraryVersion;

/** The report as a Word document: a zip of XML parts (ECMA-376, transitional). */
final class WordDocument {
    private WordDocument() {}

    static byte[] bytes(ReportContent content) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", WordParts.CONTENT_TYPES);
        parts.put("_rels/.rels", WordParts.RELATIONSHIPS);
        parts.put(
                "docProps/core.xml",
                WordParts.core(content.input().title(), content.input().date()));
        parts.put("word/_rels/document.xml.rels", WordParts.DOCUMENT_RELATIONSHIPS);
        parts.put("word/styles.xml", WordParts.STYLES);
        parts.put("word/numbering.xml", WordParts.NUMBERING);
        parts.put("word/document.xml", document(content));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ZipParts.write(parts, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String document(ReportContent content) {
        ReportInput input = content.input();
        StringBuilder out = new StringBuilder(WordParts.DOCUMENT_START);
        paragraph(out, "Title", input.title());
        paragraph(out, "Normal", HtmlPage.byline(input) + input.date());
        for (Section section : content.sections()) {
            paragraph(out, "Heading1", section.title());
            section.blocks().forEach(block -> block(out, block));
        }
        // A body that ends with a table is no document to Word.
        paragraph(out, "Footnote", "Made with loti " + LibraryVersion.current() + ".");
        return out.append(WordParts.DOCUMENT_END).toString();
    }

    private static void block(StringBuilder out, Block block) {
        if (block instanceof Block.Heading heading) {
            paragraph(out, "Heading2", heading.text());
        } else if (block instanceof Block.Paragraph paragraph) {
            paragraph(out, "Normal", paragraph.text());
        } else if (block instanceof Block.Bullets bullets) {
            bullets.items().forEach(item -> paragraph(out, "ListBullet", item));
        } else if (block instanceof Block.Table table) {
            table(out, table);
        }
    }

    private static void paragraph(StringBuilder out, String style, String text) {
        out.append("<w:p><w:pPr><w:pStyle w:val=\"")
                .append(style)
                .append("\"/></w:pPr><w:r><w:t xml:space=\"preserve\">")
                .append(Xml.escape(text))
                .append("</w:t></w:r></w:p>");
    }

    private static void table(StringBuilder out, Block.Table table) {
        paragraph(out, "Caption", table.caption());
        int columns = table.header().size();
        int width = WordParts.TEXT_WIDTH / columns;
        out.append("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>")
                .append("<w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\"")
                .append(" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\"")
                .append(Xml.escape(table.caption()))
                .append("\"/></w:tblPr><w:tblGrid>");
        out.append(("<w:gridCol w:w=\"" + width + "\"/>").repeat(columns)).append("</w:tblGrid>");
        row(out, table.header(), width, true);
        table.rows().forEach(row -> row(out, row, width, false));
        out.append("</w:tbl>");
    }

    private static void row(StringBuilder out, List<String> cells, int width, boolean header) {
        out.append("<w:tr><w:trPr><w:cantSplit/>")
                .append(header ? "<w:tblHeader/>" : "")
                .append("</w:trPr>");
        for (String cell : cells) {
            out.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(width).append("\" w:type=\"dxa\"/></w:tcPr>");
            paragraph(out, header ? "TableHeader" : "TableText", cell);
            out.append("</w:tc>");
        }
        out.append("</w:tr>");
    }
}
