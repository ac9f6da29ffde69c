package london.loti.evaluation.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import london.loti.model.disclosure.DisclosureRule;

import static org.assertj.core.api.Assertions.assertThat;

class WordDocumentTest {
    private static Map<String, Document> parts(String name) throws Exception {
        byte[] bytes = SampleReport.builder(name, DisclosureRule.withDefaults())
                .build()
                .docx();
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

    @Test
    void escapesAHostileNameAndDropsWhatXmlCanNotHold() throws Exception {
        Document document = parts("<w:p/>&\"\u0001\ud800").get("word/document.xml");
        assertThat(elements(document, "t").get(0).getTextContent()).isEqualTo("<w:p/>&\"\ufffd\ufffd: did it help?");
    }
}
