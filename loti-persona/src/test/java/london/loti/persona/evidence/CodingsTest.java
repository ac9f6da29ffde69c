package london.loti.persona.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.model.finding.Checked;
import london.loti.model.json.LotiJson;
import london.loti.persona.evidence.AgreementResult.Reason;
import london.loti.persona.evidence.AgreementResult.Undefined;
import london.loti.persona.evidence.Codings.Coding;
import london.loti.persona.evidence.Codings.Disagreement;

import static london.loti.persona.evidence.Samples.estimate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class CodingsTest {
    private static final String BOOK = """
            {"id": "barriers", "version": "2", "title": "What keeps people offline", "date": "2026-11-23",
             "source": {"id": "team", "title": "Codebook", "publisher": "Invented borough", "date": "2026-11",
              "licence": "OGL-UK-3.0"},
             "codes": [
              {"code": "cost", "label": "Cost", "definition": "They can't pay for it."},
              {"code": "no-device", "label": "No device", "definition": "They have no device of their own.",
               "inclusion": "Shared devices too.", "exclusion": "A device that is too old is 'old-device'.",
               "example": "My grandson has one.", "broader": "cost"},
              {"code": "old-device", "label": "Old device", "definition": "Theirs no longer works well."}]}
            """;

    @TempDir
    Path folder;

    private static Codebook book() throws IOException {
        return LotiJson.read("book.json", bytes(BOOK), Codebook.class).orElseThrow();
    }

    private Checked<Codings> read(String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("codings.csv"), csv);
        return Codings.read(file, book());
    }

    private List<String> told(String csv) throws IOException {
        return read(csv).findings().stream().map(Object::toString).toList();
    }

    private static final String LONG = """
            segment,coder,code
            s1,ann,cost
            s1,ann,no-device
            s1,ben,cost
            s2,ann,none
            s2,ben,none
            s2,cat,old-device
            s3,cat,cost
            """;

    @Test
    void whoWorkedOnASegmentAndDidNotApplyACodeSaysNo() throws IOException {
        Codings codings = read(LONG).orElseThrow();
        assertThat(codings).hasToString("Codings of 3 segments by 3 coders");
        Ratings cost = codings.ratings("cost");
        assertThat(cost.categories()).containsExactly("no", "yes");
        // s1: yes yes missing; s2: no no no; s3: missing missing yes
        assertThat(codes(cost)).containsExactly(1, 1, Ratings.MISSING, 0, 0, 0, Ratings.MISSING, Ratings.MISSING, 1);
        assertThat(codes(codings.ratings("no-device")))
                .containsExactly(1, 0, Ratings.MISSING, 0, 0, 0, Ratings.MISSING, Ratings.MISSING, 0);
        assertThatThrownBy(() -> codings.ratings("costs")).hasMessageContaining("Maybe 'cost' is meant");
    }

    @Test
    void wideAndLongFormSayTheSame() throws IOException {
        Codings wide = read("id,ann,ben,cat\ns1,cost;no-device,cost,\ns2,none,none,old-device\ns3,,,cost\n")
                .orElseThrow();
        Codings other = read(LONG).orElseThrow();
        assertThat(wide.segments()).isEqualTo(other.segments());
        for (String code : wide.codebook().names()) {
            assertThat(codes(wide.ratings(code))).isEqualTo(codes(other.ratings(code)));
        }
    }

    @Test
    void orderOfRowsDoesNotMatter() throws IOException {
        List<String> rows = new ArrayList<>(LONG.lines().skip(1).toList());
        List<Disagreement> before = read(LONG).orElseThrow().disagreements();
        for (long seed = 1; seed <= 5; seed++) {
            Collections.shuffle(rows, new Random(seed));
            assertThat(read("segment,coder,code\n" + String.join("\n", rows) + "\n")
                            .orElseThrow()
                            .disagreements())
                    .as("seed %d", seed)
                    .isEqualTo(before);
        }
    }

    @Test
    void disagreementsNameCodersByNumber() throws IOException {
        assertThat(read(LONG).orElseThrow().disagreements())
                .containsExactly(
                        new Disagreement("s1", "no-device", List.of(0), List.of(1)),
                        new Disagreement("s2", "old-device", List.of(2), List.of(0, 1)));
    }

    @Test
    void adjudicationLeavesOpenWhatNobodyDecided() throws IOException {
        Adjudication begun = read(LONG).orElseThrow().adjudicate();
        assertThat(begun.open()).hasSize(2);
        Adjudication decided = begun.decide("s1", "no-device", true);
        assertThat(begun.open()).hasSize(2);
        assertThat(decided.open()).extracting(Disagreement::segment).containsExactly("s2");
        assertThat(decided.toCsv())
                .isEqualTo("segment,codes,basis\r\ns1,cost;no-device,ADJUDICATED\r\ns2,,OPEN\r\ns3,cost,ONE_CODER\r\n");
        assertThat(decided.decide("s2", "old-device", false).toCsv()).contains("\r\ns2,none,ADJUDICATED\r\n");
        assertThat(decided.decide("s1", "no-device", false).toCsv()).contains("\r\ns1,cost,ADJUDICATED\r\n");
        assertThatThrownBy(() -> begun.decide("s1", "cost", false)).hasMessageContaining("nobody differs");
    }

    @Test
    void agreementIsToldCodeByCode() throws IOException {
        StringBuilder csv = new StringBuilder("segment,ann,ben\n");
        for (int i = 0; i < 10; i++) { // the table 8,1;0,1 of the kappa paradox, as answers to one code
            csv.append("s").append(i).append(i == 9 ? ",none,none\n" : i == 8 ? ",cost,none\n" : ",cost,cost\n");
        }
        List<CodeAgreement> agreements =
                read(csv.toString()).orElseThrow().agreements(agreement -> agreement.withSeed(7));
        assertThat(agreements).extracting(CodeAgreement::code).containsExactly("cost", "no-device", "old-device");
        CodeAgreement cost = agreements.get(0);
        assertThat(cost.segments()).isEqualTo(9);
        assertThat(estimate(cost.raw())).isEqualTo(.9);
        assertThat(estimate(cost.kappa())).isCloseTo(0.615384615385, within(1e-12));
        assertThat(estimate(cost.ac1())).isCloseTo(.8658, within(5e-5));
        assertThat(cost.isParadox()).isTrue();
        assertThat(cost.words())
                .startsWith("'cost', applied to 9 segments\nRaw agreement: 0.90")
                .contains("Cohen's kappa: 0.62", "Krippendorff's alpha, nominal: 0.63", "Gwet's AC1: 0.87", "rare");
        assertThat(((Undefined) agreements.get(1).alpha()).reason()).isEqualTo(Reason.ONE_CATEGORY);
        assertThat(agreements.get(1).isParadox()).isFalse();
        assertThat(((AgreementResult.Estimated) cost.alpha()).interval()).isNotNull();
    }

    @Test
    void codersWhoNeverMeetHaveNoAgreementAndItSaysWhy() throws IOException {
        Codings codings = read("segment,coder,code\ns1,ann,cost\ns2,ben,cost\ns3,cat,none\n")
                .orElseThrow();
        CodeAgreement cost = codings.agreements(agreement -> agreement).get(0);
        for (AgreementResult result : List.of(cost.raw(), cost.kappa(), cost.alpha(), cost.ac1())) {
            assertThat(((Undefined) result).reason()).isEqualTo(Reason.NO_PAIRS);
            assertThat(result.words()).contains("not defined, because no case has enough ratings to compare");
        }
        assertThat(codings.disagreements()).isEmpty();
    }

    @Test
    void threeCodersGetFleissKappa() throws IOException {
        CodeAgreement cost =
                read(LONG).orElseThrow().agreements(agreement -> agreement).get(0);
        assertThat(cost.kappa().method().name()).isEqualTo("Fleiss' kappa");
    }

    @Test
    void everythingWrongInAFileIsToldAtOnceWithoutRepeatingIt() throws IOException {
        assertThat(told("""
                        segment,coder,code
                        s1,ann,costs
                        s1,,cost
                        He said he never had one,ann,cost
                        s2,ann,
                        s3,ann,none
                        s3,ann,cost
                        """))
                .containsExactly(
                        "codings.csv, line 2, code: a code must be one of the 3 of codebook barriers 2, but this is"
                                + " none\nMaybe 'cost' is meant.",
                        "codings.csv, line 3, coder: a row must name its coder, but the cell is empty",
                        "codings.csv, line 4, segment: a segment must be an opaque id of at most 64 letters, digits,"
                                + " full stops, colons, hyphens and underscores, but this is something else\nMaybe the"
                                + " column holds the text of the segment, which has no place here.",
                        "codings.csv, line 5, code: a code must be there, but is not\nMaybe 'none', where none"
                                + " applies.",
                        "codings.csv, line 7, code: a coder must say 'none' of a segment or name codes, but here does"
                                + " both");
        assertThat(told("id,ann,ben\ns1,cost,cots\ns1,none,none\n"))
                .containsExactly(
                        "codings.csv, line 2, ben: a code must be one of the 3 of codebook barriers 2, but this is"
                                + " none\nMaybe 'cost' is meant.",
                        "codings.csv, line 3, id: a segment must come once, but this one stands in line 2 too");
        assertThat(told("segment,code\ns1,cost\n").get(0)).contains("coder: the column is needed");
        assertThat(told("segment,ann\ns1,\n")).containsExactly("codings.csv: a file must hold a code, but holds none");
        Checked<Codings> twice = read("segment,coder,code\ns1,ann,cost\ns1,ann,cost\n");
        assertThat(twice.hasErrors()).isFalse();
        assertThat(twice.findings().get(0).message()).contains("comes twice");
    }

    @Test
    void rowsAreCheckedToo() throws IOException {
        Codebook book = book();
        assertThatThrownBy(() -> Codings.of(book, List.of(new Coding("s1", "ann", "cots"))))
                .hasMessageContaining("Maybe 'cost' is meant");
        assertThatThrownBy(() ->
                        Codings.of(book, List.of(new Coding("s1", "ann", "cost"), new Coding("s1", "ann", "none"))))
                .hasMessageContaining("does both");
        assertThatThrownBy(() -> Codings.of(book, List.of())).hasMessageContaining("must have a row");
        assertThat(new Coding("s1", "ann", "cost").toString()).doesNotContain("ann");
    }

    @Test
    void aBrokenCodebookTellsAllThatIsWrong() throws IOException {
        String broken = BOOK.replace("\"code\": \"old-device\"", "\"code\": \"none\", \"broader\": \"csot\"")
                .replace("{\"code\": \"cost\",", "{\"code\": \"cost\", \"broader\": \"no-device\",");
        Path file = Files.writeString(folder.resolve("book.json"), broken);
        assertThat(Codebook.read(file).findings())
                .extracting(Object::toString)
                .containsExactly(
                        "book.json, code 'none': a code must not be 'none', which stands for none of the codes, but"
                                + " one is",
                        "book.json, code 'none': its 'broader' must be a code of the book, but 'csot' is not\nMaybe"
                                + " 'cost' is meant.",
                        "book.json, code 'cost': a code must not be broader than itself, but is",
                        "book.json, code 'no-device': a code must not be broader than itself, but is");
        assertThat(LotiJson.read("b", bytes(LotiJson.write(book())), Codebook.class)
                        .orElseThrow())
                .isEqualTo(book());
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Integer> codes(Ratings ratings) {
        List<Integer> codes = new ArrayList<>();
        for (int unit = 0; unit < ratings.unitCount(); unit++) {
            for (int rater = 0; rater < ratings.raterCount(); rater++) {
                codes.add(ratings.code(unit, rater));
            }
        }
        return codes;
    }
}
