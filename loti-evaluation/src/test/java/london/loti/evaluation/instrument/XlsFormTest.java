package london.loti.evaluation.instrument;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class XlsFormTest {
    @Test
    void asksTheQuestionsWithTheirRanges() throws Exception {
        List<List<String>> survey = sheet(XlsForm.of(Samples.bundled("ons_4")), "survey");
        assertThat(survey.get(0))
                .containsExactly("type", "name", "label", "required", "constraint", "constraint_message");
        assertThat(survey).extracting(row -> row.get(1)).startsWith("name", "person", "wave", "date");
        assertThat(survey)
                .contains(List.of(
                        "integer",
                        "happy",
                        "Overall, how happy did you feel yesterday?",
                        "",
                        ". >= 0 and . <= 10",
                        "From 0 to 10"));
    }

    @Test
    void givesOptionsAsChoicesOnce() throws Exception {
        XlsForm form = XlsForm.of(Samples.bundled("ucla_3"));
        assertThat(sheet(form, "choices"))
                .containsExactly(
                        List.of("list_name", "name", "label"),
                        List.of("companionship_answers", "1", "Hardly ever or never"),
                        List.of("companionship_answers", "2", "Some of the time"),
                        List.of("companionship_answers", "3", "Often"));
        assertThat(sheet(form, "survey"))
                .extracting(row -> row.get(0))
                .filteredOn(type -> type.equals("select_one companionship_answers"))
                .hasSize(3);
        assertThat(sheet(form, "settings"))
                .containsExactly(
                        List.of("form_title", "form_id", "version"),
                        List.of("UCLA three-item loneliness scale, as in the ONS standard", "ucla_3", "2026-11"));
    }

    @Test
    void namesItemsByNumberUntilTheirHolderHandsInTheWords() throws Exception {
        XlsForm form = XlsForm.of(Samples.bundled("swemwbs"));
        assertThat(sheet(form, "survey"))
                .extracting(row -> row.size() > 2 ? row.get(2) : "")
                .contains("item 1", "item 7");
        assertThat(sheet(form, "survey")).extracting(row -> row.get(0)).contains("note");
        List<List<String>> worded = sheet(form.withWording(Map.of("q1", "Tea & <cake> \"now\"\u0001?")), "survey");
        assertThat(worded).extracting(row -> row.size() > 2 ? row.get(2) : "").contains("Tea & <cake> \"now\"\ufffd?");
        assertThatThrownBy(() -> form.withWording(Map.of("q9", "x"))).hasMessageContaining("but was 'q9'");
    }

    /** Columns and types as xlsform.org lists them, for programs that refuse others. */
    @Test
    void keepsToTheColumnsAndTypesOfTheStandard() throws Exception {
        for (String id : InstrumentRegistry.bundled().ids()) {
            Instrument instrument = Samples.bundled(id);
            if (instrument.gate() == LicenceGate.LICENSED_IMPORT_ONLY) {
                continue;
            }
            XlsForm form = XlsForm.of(instrument);
            List<List<String>> survey = sheet(form, "survey");
            List<List<String>> choices = sheet(form, "choices");
            assertThat(survey.get(0))
                    .as(id)
                    .isSubsetOf("type", "name", "label", "required", "constraint", "constraint_message");
            assertThat(choices.get(0)).as(id).containsExactly("list_name", "name", "label");
            assertThat(survey).extracting(row -> row.get(1)).as(id).doesNotHaveDuplicates();
            List<String> lists = choices.stream().map(row -> row.get(0)).toList();
            for (List<String> row : survey.subList(1, survey.size())) {
                assertThat(row.get(1)).as(id).matches("[a-z_][a-z0-9_]*");
                assertThat(row.get(2)).as(id).isNotBlank();
                String[] type = row.get(0).split(" ", -1);
                assertThat(type[0]).as(id).isIn("text", "date", "note", "integer", "decimal", "select_one");
                if (type.length == 2) {
                    assertThat(lists).as(id).contains(type[1]);
                }
            }
        }
    }

    @Test
    void refusesAnInstrumentForImportOnly() {
        assertThatThrownBy(() -> XlsForm.of(Samples.bundled("mycaw")))
                .hasMessageContaining("'mycaw' is for import only")
                .hasMessageContaining("trade mark");
    }

    @Test
    void writesTheSameBytesEveryTime() throws Exception {
        byte[] bytes = bytes(XlsForm.of(Samples.bundled("djg_6")));
        assertThat(bytes(XlsForm.of(Samples.bundled("djg_6")))).isEqualTo(bytes);
        assertThat(parts(bytes).keySet())
                .containsExactly(
                        "[Content_Types].xml",
                        "_rels/.rels",
                        "xl/workbook.xml",
                        "xl/_rels/workbook.xml.rels",
                        "xl/worksheets/sheet1.xml",
                        "xl/worksheets/sheet2.xml",
                        "xl/worksheets/sheet3.xml");
    }

    @Test
    void linksEveryPart() throws Exception {
        Map<String, Document> parts = parts(bytes(XlsForm.of(Samples.bundled("csat"))));
        NodeList overrides = parts.get("[Content_Types].xml").getElementsByTagName("Override");
        for (int i = 0; i < overrides.getLength(); i++) {
            assertThat(parts)
                    .containsKey(((Element) overrides.item(i))
                            .getAttribute("PartName")
                            .substring(1));
        }
        NodeList links = parts.get("xl/_rels/workbook.xml.rels").getElementsByTagName("Relationship");
        for (int i = 0; i < links.getLength(); i++) {
            assertThat(parts).containsKey("xl/" + ((Element) links.item(i)).getAttribute("Target"));
        }
        assertThat(overrides.getLength()).isEqualTo(4);
    }

    private static List<List<String>> sheet(XlsForm form, String name) throws Exception {
        Map<String, Document> parts = parts(bytes(form));
        NodeList names = parts.get("xl/workbook.xml").getElementsByTagName("sheet");
        for (int i = 0; i < names.getLength(); i++) {
            if (((Element) names.item(i)).getAttribute("name").equals(name)) {
                return cells(parts.get("xl/worksheets/sheet" + (i + 1) + ".xml"));
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static List<List<String>> cells(Document sheet) {
        List<List<String>> rows = new ArrayList<>();
        NodeList all = sheet.getElementsByTagName("row");
        for (int i = 0; i < all.getLength(); i++) {
            List<String> row = new ArrayList<>();
            NodeList cells = ((Element) all.item(i)).getElementsByTagName("c");
            for (int j = 0; j < cells.getLength(); j++) {
                Element cell = (Element) cells.item(j);
                while (row.size() < cell.getAttribute("r").charAt(0) - 'A') {
                    row.add("");
                }
                row.add(cell.getTextContent());
            }
            rows.add(row);
        }
        return rows;
    }

    private static byte[] bytes(XlsForm form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        form.write(out);
        return out.toByteArray();
    }

    private static Map<String, Document> parts(byte[] workbook) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        Map<String, Document> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTimeLocal().getYear()).isEqualTo(1980);
                parts.put(
                        entry.getName(),
                        factory.newDocumentBuilder().parse(new ByteArrayInputStream(zip.readAllBytes())));
            }
        }
        return parts;
    }
}
