package london.loti.evaluation.instrument;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import london.loti.evaluation.office.Xml;
import london.loti.evaluation.office.ZipParts;

/** Writes texts as the smallest Office Open XML workbook (ECMA-376) that spreadsheets open: no styles, texts in place. */
final class Workbook {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private Workbook() {}

    static void write(Map<String, List<List<String>>> sheets, OutputStream out) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        StringBuilder types = new StringBuilder();
        StringBuilder names = new StringBuilder();
        StringBuilder links = new StringBuilder();
        int number = 0;
        for (String name : sheets.keySet()) {
            number++;
            types.append("<Override PartName=\"/xl/worksheets/sheet" + number + ".xml\" ContentType=\"" + TYPE
                    + "worksheet+xml\"/>");
            names.append(
                    "<sheet name=\"" + Xml.escape(name) + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>");
            links.append(link(number, "worksheet", "worksheets/sheet" + number + ".xml"));
        }
        parts.put(
                "[Content_Types].xml",
                Xml.HEAD + "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\""
                        + "application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>" + types
                        + "</Types>");
        parts.put("_rels/.rels", Xml.HEAD + links(link(1, "officeDocument", "xl/workbook.xml")));
        parts.put(
                "xl/workbook.xml",
                Xml.HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + LINKS + "\"><sheets>" + names
                        + "</sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", Xml.HEAD + links(links.toString()));
        number = 0;
        for (List<List<String>> rows : sheets.values()) {
            number++;
            parts.put("xl/worksheets/sheet" + number + ".xml", Xml.HEAD + sheet(rows));
        }
        ZipParts.write(parts, out);
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
                            .append(Xml.escape(text))
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
}
