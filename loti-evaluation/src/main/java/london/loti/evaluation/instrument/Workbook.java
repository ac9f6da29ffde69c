package london.loti.evaluation.instrument;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes texts as the smallest Office Open XML workbook (ECMA-376) that spreadsheets open: no styles, texts in place. */
final class Workbook {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** The earliest time that a ZIP file can tell, so that the same texts give the same bytes. */
    private static final LocalDateTime FIXED = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Workbook() {}

    static void write(Map<String, List<List<String>>> sheets, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        StringBuilder types = new StringBuilder();
        StringBuilder names = new StringBuilder();
        StringBuilder links = new StringBuilder();
        int number = 0;
        for (String name : sheets.keySet()) {
            number++;
            types.append("<Override PartName=\"/xl/worksheets/sheet" + number + ".xml\" ContentType=\"" + TYPE
                    + "worksheet+xml\"/>");
            names.append(
                    "<sheet name=\"" + escape(name) + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>");
            links.append(link(number, "worksheet", "worksheets/sheet" + number + ".xml"));
        }
        entry(
                zip,
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\""
                        + "application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>" + types
                        + "</Types>");
        entry(zip, "_rels/.rels", links(link(1, "officeDocument", "xl/workbook.xml")));
        entry(
                zip,
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + LINKS + "\"><sheets>" + names + "</sheets></workbook>");
        entry(zip, "xl/_rels/workbook.xml.rels", links(links.toString()));
        number = 0;
        for (List<List<String>> rows : sheets.values()) {
            number++;
            entry(zip, "xl/worksheets/sheet" + number + ".xml", sheet(rows));
        }
        zip.finish();
    }

    private static String sheet(List<List<String>> rows) {
        StringBuilder xml = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        for (int row = 0; row < rows.size(); row++) {
            xml.append("<row r=\"").append(row + 1).append("\">");
            for (int column = 0; column < rows.get(row).size(); column++) {
                String text = rows.get(row).get(column);
                if (!text.isEmpty()) {
                    xml.append("<c r=\"")
                            .append((char) ('A' + column))
                            .append(row + 1)
                            .append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                            .append(escape(text))
                            .append("</t></is></c>");
                }
            }
            xml.append("</row>");
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static String links(String links) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + links + "</Relationships>";
    }

    private static String link(int number, String kind, String target) {
        return "<Relationship Id=\"rId" + number + "\" Type=\"" + LINKS + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    private static void entry(ZipOutputStream zip, String name, String xml) throws IOException {
        byte[] part = (HEAD + xml).getBytes(StandardCharsets.UTF_8);
        CRC32 sum = new CRC32();
        sum.update(part);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED); // squeezed bytes differ between versions of zlib
        entry.setSize(part.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(FIXED);
        zip.putNextEntry(entry);
        zip.write(part);
        zip.closeEntry();
    }

    /** Characters that XML 1.0 can't hold become the replacement character. */
    private static String escape(String text) {
        StringBuilder xml = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                default -> xml.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return xml.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) || c >= 0x10000;
    }
}
