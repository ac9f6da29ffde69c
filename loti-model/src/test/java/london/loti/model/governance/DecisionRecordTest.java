package london.loti.model.governance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import london.loti.model.finding.Checked;
import london.loti.model.governance.DecisionRecord.Decision;
import london.loti.model.json.LotiJson;
import london.loti.model.need.AccessItem;
import london.loti.model.need.AccessPackage;
import london.loti.model.need.AccessState;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.ResidentRef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DecisionRecordTest {
    private static final String TOKEN = "7f1c2b1e-9d52-4d0e-8a55-0c6c2b6f3a11";
    private static final AccessPackage DEVICE = AccessPackage.unknown().with(AccessItem.DEVICE, AccessState.NEEDED);
    private static final AccessPackage DATA = AccessPackage.unknown().with(AccessItem.DATA, AccessState.NEEDED);
    private static final Set<Safeguard> SIX = Safeguard.required(false);

    private static DecisionRecord record(Decision decision, AccessPackage decided) {
        return record(decision, decided, SIX, SIX);
    }

    private static DecisionRecord record(
            Decision decision, AccessPackage decided, Set<Safeguard> required, Set<Safeguard> kept) {
        return new DecisionRecord(
                "decision-1",
                new ResidentRef(TOKEN),
                Instant.parse("2026-11-23T10:15:30Z"),
                ConceptRef.parse("roles:link-worker"),
                decision,
                DEVICE,
                decided,
                ConceptRef.parse("decision-reasons:agrees-with-resident"),
                required,
                kept);
    }

    private static Checked<DecisionRecord> read(String json) throws IOException {
        return LotiJson.read(
                "own.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), DecisionRecord.class);
    }

    @Test
    void fitsWhatWasDecided() {
        assertThat(record(Decision.FOLLOWED, DEVICE).decided()).isEqualTo(DEVICE);
        assertThat(record(Decision.CHANGED, DATA).decided()).isEqualTo(DATA);
        assertThat(record(Decision.DEFERRED, DEVICE).decided()).isEqualTo(DEVICE);
        assertThatCode(() -> record(Decision.SET_ASIDE, DATA)).doesNotThrowAnyException();
        assertThatCode(() -> record(Decision.SET_ASIDE, DEVICE)).doesNotThrowAnyException();
    }

    @Test
    void refusesADecisionThatIsNoneOfItsKind() {
        String words = "what is decided must equal what was suggested where the suggestion is FOLLOWED or DEFERRED, and"
                + " must differ where it is CHANGED";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(Decision.FOLLOWED, DATA))
                .withMessage(words);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(Decision.DEFERRED, DATA))
                .withMessage(words);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(Decision.CHANGED, DEVICE))
                .withMessage(words);
    }

    @ParameterizedTest
    @EnumSource(Safeguard.class)
    void refusesADecisionWithoutASafeguardThatIsRequired(Safeguard missing) {
        Set<Safeguard> all = Safeguard.required(true);
        Set<Safeguard> kept = EnumSet.complementOf(EnumSet.of(missing));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(Decision.FOLLOWED, DEVICE, all, kept))
                .withMessage("a decision needs every safeguard to be kept; not kept: [" + missing + "]");
        if (missing == Safeguard.SPECIAL_CATEGORY_DATA) {
            assertThatCode(() -> record(Decision.FOLLOWED, DEVICE, kept, kept)).doesNotThrowAnyException();
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> record(Decision.FOLLOWED, DEVICE, kept, all))
                    .withMessageContaining("every suggestion requires the safeguards of UK GDPR Articles 22A and 22C")
                    .withMessageContaining("Maybe take Safeguard.required(");
        }
    }

    @Test
    void mayKeepMoreThanIsRequired() {
        assertThat(record(Decision.FOLLOWED, DEVICE, SIX, Safeguard.required(true))
                        .kept())
                .containsExactly(Safeguard.values());
    }

    @Test
    void copiesItsSets() {
        Set<Safeguard> given = EnumSet.allOf(Safeguard.class);
        DecisionRecord record = record(Decision.FOLLOWED, DEVICE, given, given);
        given.clear();
        assertThat(record.required()).hasSize(7);
        assertThatThrownBy(() -> record.kept().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void saysNothingAboutWhomOrWhat() {
        assertThat(record(Decision.CHANGED, DATA)).hasToString("DecisionRecord[redacted, CHANGED]");
    }

    @Test
    void readsBackFromJsonWithItsTimeAsText() throws IOException {
        DecisionRecord record = record(Decision.CHANGED, DATA);
        String json = LotiJson.write(record);
        assertThat(json)
                .contains("\"decidedAt\" : \"2026-11-23T10:15:30Z\"", "\"decidedBy\" : \"roles:link-worker\"")
                .doesNotContain("redacted");
        assertThat(read(json).orElseThrow()).isEqualTo(record);
        assertThat(LotiJson.write(read(json).orElseThrow())).isEqualTo(json);
    }

    @Test
    void aDocumentThatBreaksARuleIsToldWithoutItsResident() throws IOException {
        String json = LotiJson.write(record(Decision.CHANGED, DATA));
        Checked<DecisionRecord> followed = read(json.replace("CHANGED", "FOLLOWED"));
        assertThat(followed.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .contains("what is decided must equal what was suggested")
                        .doesNotContain(TOKEN));
        Checked<DecisionRecord> nameless = read(json.replace("\"id\" : \"decision-1\",", ""));
        assertThat(nameless.findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.toString()).isEqualTo("own.json: a decision record needs its 'id'"));
    }
}
