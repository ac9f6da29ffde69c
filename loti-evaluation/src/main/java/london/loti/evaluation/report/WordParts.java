package london.loti.evaluation.report;

import java.time.LocalDate;

import london.loti.evaluation.office.Xml;

/** The parts of a Word document that are the same in every report. */
final class WordParts {
    /** The width between the margins of an A4 page, in twentieths of a point. */
    static final int TEXT_WIDTH = 9638;

    private static final String HEAD = Xml.HEAD;
    private static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String RELS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "application/vnd.openxmlformats-package.";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    static final String CONTENT_TYPES = HEAD
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"" + PACKAGE + "relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + override("/word/document.xml", WORD + "document.main+xml")
            + override("/word/styles.xml", WORD + "styles+xml")
            + override("/word/numbering.xml", WORD + "numbering+xml")
            + override("/docProps/core.xml", PACKAGE + "core-properties+xml")
            + "</Types>";

    static final String RELATIONSHIPS = HEAD + "<Relationships xmlns=\"" + RELS + "\">"
            + relationship("rId1", OFFICE + "/officeDocument", "word/document.xml")
            + relationship(
                    "rId2",
                    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                    "docProps/core.xml")
            + "</Relationships>";

    static final String DOCUMENT_RELATIONSHIPS = HEAD + "<Relationships xmlns=\"" + RELS + "\">"
            + relationship("rId1", OFFICE + "/styles", "styles.xml")
            + relationship("rId2", OFFICE + "/numbering", "numbering.xml")
            + "</Relationships>";

    static final String DOCUMENT_START = HEAD + "<w:document xmlns:w=\"" + MAIN + "\"><w:body>";

    static final String DOCUMENT_END = "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\""
            + " w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>"
            + "</w:sectPr></w:body></w:document>";

    static final String NUMBERING = HEAD + "<w:numbering xmlns:w=\"" + MAIN + "\"><w:abstractNum w:abstractNumId=\"0\">"
            + "<w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
            + "<w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/>"
            + "<w:pPr><w:ind w:left=\"425\" w:hanging=\"425\"/></w:pPr></w:lvl></w:abstractNum>"
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

    static final String STYLES = HEAD + "<w:styles xmlns:w=\"" + MAIN + "\"><w:docDefaults><w:rPrDefault><w:rPr>"
            + "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"24\"/>"
            + "<w:lang w:val=\"en-GB\" w:eastAsia=\"en-GB\" w:bidi=\"en-GB\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
            + "<w:spacing w:before=\"80\" w:after=\"80\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
            + style("Normal", "Normal", " w:default=\"1\"", "", "")
            + style("Title", "Title", "", "", "<w:b/><w:sz w:val=\"40\"/>")
            + style("Heading1", "heading 1", "", heading(0, 360), "<w:b/><w:sz w:val=\"32\"/>")
            + style("Heading2", "heading 2", "", heading(1, 240), "<w:b/><w:sz w:val=\"26\"/>")
            + style("Caption", "caption", "", "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"60\"/>", "<w:i/>")
            + style("Footnote", "Made With", "", "<w:spacing w:before=\"360\"/>", "<w:sz w:val=\"18\"/>")
            + style(
                    "ListBullet",
                    "List Bullet",
                    "",
                    "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>",
                    "")
            + style(
                    "TableText",
                    "Table Text",
                    "",
                    "<w:spacing w:before=\"20\" w:after=\"20\"/>",
                    "<w:sz w:val=\"20\"/>")
            + style(
                    "TableHeader",
                    "Table Header",
                    "",
                    "<w:keepNext/><w:spacing w:before=\"20\" w:after=\"20\"/>",
                    "<w:b/><w:sz w:val=\"20\"/>")
            + "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:tblPr><w:tblBorders>"
            + border("top") + border("left") + border("bottom") + border("right") + border("insideH")
            + border("insideV") + "</w:tblBorders></w:tblPr></w:style></w:styles>";

    private WordParts() {}

    static String core(String title, LocalDate date) {
        return HEAD + "<cp:coreProperties"
                + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>" + Xml.escape(title)
                + "</dc:title><dc:language>en-GB</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">" + date
                + "T00:00:00Z</dcterms:created></cp:coreProperties>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>";
    }

    private static String relationship(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String heading(int level, int before) {
        return "<w:keepNext/><w:spacing w:before=\"" + before + "\"/><w:outlineLvl w:val=\"" + level + "\"/>";
    }

    private static String style(String id, String name, String more, String paragraph, String run) {
        String based = id.equals("Normal") ? "" : "<w:basedOn w:val=\"Normal\"/>";
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"" + more + "><w:name w:val=\"" + name + "\"/>"
                + based + (id.startsWith("Heading") ? "<w:next w:val=\"Normal\"/>" : "") + "<w:qFormat/>"
                + (paragraph.isEmpty() ? "" : "<w:pPr>" + paragraph + "</w:pPr>")
                + (run.isEmpty() ? "" : "<w:rPr>" + run + "</w:rPr>") + "</w:style>";
    }

    private static String border(String side) {
        return "<w:" + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>";
    }
}
