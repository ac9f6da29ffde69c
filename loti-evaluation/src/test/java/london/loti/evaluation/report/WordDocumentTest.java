package london.loti.evaluation.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import static org.assertj.core.api.Assertions.assertThat;

class WordDocumentTest {
    private static Map<String, Document> parts(String name) throws Exception {
        byte[] bytes = SampleReport.full(name).build().docx();
        Map<String, Document> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), parse(zip));
            }
        }
        return parts;
    }

    private static Document parse(ZipInputStream zip) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(readAll(zip)));
    }

    private static byte[] readAll(ZipInputStream zip) throws IOException {
        return zip.readAllBytes();
    }

    private static List<Element> elements(Document part, String name) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < part.getElementsByTagNameNS("*", name).getLength(); i++) {
            elements.add((Element) part.getElementsByTagNameNS("*", name).item(i));
        }
        return elements;
    }

    @Test
    void holdsEveryPartThatItNames() throws Exception {
        Map<String, Document> parts = parts("Tea");
        assertThat(parts.keySet().iterator().next()).isEqualTo("[Content_Types].xml");
        assertThat(elements(parts.get("[Content_Types].xml"), "Override"))
                .hasSize(4)
                .allSatisfy(part -> assertThat(parts)
                        .containsKey(part.getAttribute("PartName").substring(1)));
        assertThat(elements(parts.get("_rels/.rels"), "Relationship"))
                .hasSize(2)
                .allSatisfy(to -> assertThat(parts).containsKey(to.getAttribute("Target")));
        assertThat(elements(parts.get("word/_rels/document.xml.rels"), "Relationship"))
                .hasSize(2)
                .allSatisfy(to -> assertThat(parts).containsKey("word/" + to.getAttribute("Target")));
    }

    @Test
    void usesOnlyStylesThatAreThere() throws Exception {
        Map<String, Document> parts = parts("Tea");
        List<String> styles = elements(parts.get("word/styles.xml"), "style").stream()
                .map(style -> style.getAttributeNS(style.getNamespaceURI(), "styleId"))
                .toList();
        assertThat(elements(parts.get("word/document.xml"), "pStyle"))
                .extracting(style -> style.getAttributeNS(style.getNamespaceURI(), "val"))
                .isSubsetOf(styles)
                .contains("Title", "Heading1", "Heading2", "ListBullet", "Caption");
    }

    @Test
    void givesEveryTableAHeaderRowANameAndRowsOfOneLength() throws Exception {
        Document document = parts("Tea").get("word/document.xml");
        List<Element> tables = elements(document, "tbl");
        assertThat(tables).hasSizeGreaterThan(15);
        assertThat(elements(document, "tblHeader")).hasSameSizeAs(tables);
        assertThat(elements(document, "tblCaption")).hasSameSizeAs(tables);
        for (Element table : tables) {
            int columns = table.getElementsByTagNameNS("*", "gridCol").getLength();
            int rows = table.getElementsByTagNameNS("*", "tr").getLength();
            assertThat(table.getElementsByTagNameNS("*", "tc").getLength()).isEqualTo(columns * rows);
        }
    }

    private static List<String> children(Element element) {
        List<String> names = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            names.add(child.getLocalName());
        }
        return names;
    }

    /** The order that the schema wants, ECMA-376 part 1, annex A; elements that are not listed may not occur. */
    private static void assertOrder(Document part, String name, String... order) {
        assertThat(elements(part, name))
                .isNotEmpty()
                .allSatisfy(element -> assertThat(children(element))
                        .isSubsetOf(order)
                        .isSortedAccordingTo(Comparator.comparingInt(List.of(order)::indexOf)));
    }

    @Test
    void keepsTheOrderOfTheSchema() throws Exception {
        Map<String, Document> parts = parts("Tea");
        Document document = parts.get("word/document.xml");
        assertOrder(document, "p", "pPr", "r");
        assertOrder(document, "r", "rPr", "t");
        assertOrder(document, "pPr", "pStyle", "keepNext", "numPr", "spacing", "ind", "outlineLvl");
        assertOrder(document, "tbl", "tblPr", "tblGrid", "tr");
        assertOrder(document, "tblPr", "tblStyle", "tblW", "tblLayout", "tblLook", "tblCaption");
        assertOrder(document, "tr", "trPr", "tc");
        assertOrder(document, "tc", "tcPr", "p");
        assertOrder(document, "sectPr", "pgSz", "pgMar");
        List<String> body = children(elements(document, "body").get(0));
        assertThat(body).last().isEqualTo("sectPr");
        assertThat(body.get(body.size() - 2)).as("a table may not end the body").isEqualTo("p");
        Document styles = parts.get("word/styles.xml");
        assertOrder(styles, "styles", "docDefaults", "style");
        assertOrder(styles, "style", "name", "basedOn", "next", "qFormat", "pPr", "rPr", "tblPr");
        assertOrder(styles, "pPr", "keepNext", "numPr", "spacing", "ind", "outlineLvl");
        assertOrder(styles, "rPr", "rFonts", "b", "i", "sz", "lang");
        assertOrder(styles, "tblBorders", "top", "left", "bottom", "right", "insideH", "insideV");
        Document numbering = parts.get("word/numbering.xml");
        assertOrder(numbering, "numbering", "abstractNum", "num");
        assertOrder(numbering, "lvl", "start", "numFmt", "lvlText", "lvlJc", "pPr");
    }

    @Test
    void hasHeadingsThatReadersCanJumpToALanguageAndATitle() throws Exception {
        Map<String, Document> parts = parts("Tea");
        Document styles = parts.get("word/styles.xml");
        for (int level = 1; level <= 2; level++) {
            String id = "Heading" + level;
            Element heading = elements(styles, "style").stream()
                    .filter(style -> style.getAttributeNS(style.getNamespaceURI(), "styleId")
                            .equals(id))
                    .findFirst()
                    .orElseThrow();
            Element name = (Element) heading.getElementsByTagNameNS("*", "name").item(0);
            Element outline =
                    (Element) heading.getElementsByTagNameNS("*", "outlineLvl").item(0);
            assertThat(name.getAttributeNS(name.getNamespaceURI(), "val")).isEqualTo("heading " + level);
            assertThat(outline.getAttributeNS(outline.getNamespaceURI(), "val")).isEqualTo("" + (level - 1));
        }
        Element language = elements(styles, "lang").get(0);
        assertThat(language.getAttributeNS(language.getNamespaceURI(), "val")).isEqualTo("en-GB");
        Document core = parts.get("docProps/core.xml");
        assertThat(elements(core, "title").get(0).getTextContent()).isEqualTo("Tea: did it help?");
        assertThat(elements(core, "language").get(0).getTextContent()).isEqualTo("en-GB");
        Document document = parts.get("word/document.xml");
        // What has no picture needs no words for one.
        assertThat(elements(document, "drawing")).isEmpty();
        assertThat(elements(document, "t"))
                .noneMatch(text -> text.getTextContent().isEmpty());
        for (Element table : elements(document, "tbl")) {
            Element first = (Element) table.getElementsByTagNameNS("*", "tr").item(0);
            assertThat(first.getElementsByTagNameNS("*", "tblHeader").getLength())
                    .isEqualTo(1);
        }
    }

    @Test
    void escapesAHostileNameAndDropsWhatXmlCanNotHold() throws Exception {
        Document document = parts("<w:p/>&\"\u0001\ud800").get("word/document.xml");
        assertThat(elements(document, "t").get(0).getTextContent()).isEqualTo("<w:p/>&\"\ufffd\ufffd: did it help?");
    }
}
