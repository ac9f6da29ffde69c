package london.loti.evaluation.instrument;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import london.loti.model.finding.FindingsException;
import london.loti.model.outcome.Direction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InstrumentRegistryTest {
    private final InstrumentRegistry registry = InstrumentRegistry.bundled();

    @Test
    void shipsNoWordingOfAnInstrumentThatIsNotFree() {
        assertThat(registry.ids()).hasSize(21);
        for (String id : registry.ids()) {
            Instrument instrument = Samples.bundled(id);
            if (instrument.gate() != LicenceGate.FREE) {
                assertThat(instrument.items()).as(id).allMatch(item -> item.wording() == null);
                assertThat(instrument.acknowledgement()).as(id).isNotBlank();
            }
        }
        assertThat(Samples.bundled("swemwbs").label("q3")).isEqualTo("item 3");
    }

    @Test
    void opensWhatIsFreeAndWhatWantsOnlyACitation() {
        assertThat(registry.open("ons_4").items()).hasSize(4).allMatch(item -> item.wording() != null);
        assertThat(registry.open("djg_6").acknowledgement()).contains("De Jong Gierveld");
    }

    @Test
    void opensOthersOnlyToThoseWhoSayUnderWhichLicence() {
        for (String id : new String[] {"swemwbs", "wemwbs", "pam", "mycaw", "outcomes_star"}) {
            assertThat(registry.gate(id).needsAcknowledgement()).as(id).isTrue();
            assertThatThrownBy(() -> registry.open(id))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("must be opened with a licence acknowledgement")
                    .hasMessageContaining(Samples.bundled(id).acknowledgement());
        }
        LicenceAcknowledgement other =
                new LicenceAcknowledgement("wemwbs", "Exampleton Council", LocalDate.of(2026, 11, 1), "EX-1");
        assertThatThrownBy(() -> registry.open("swemwbs", other))
                .hasMessageContaining("'swemwbs', but was for 'wemwbs'");
        assertThatThrownBy(() -> new LicenceAcknowledgement("pam", " ", LocalDate.of(2026, 11, 1), "EX-1"))
                .hasMessageContaining("'holder'");
    }

    @Test
    void namesTheNearestInstrument() {
        assertThatThrownBy(() -> registry.open("ons4")).hasMessageContaining("Maybe 'ons_4' is meant.");
    }

    @Test
    void takesAnotherOneUnderANewId() {
        Instrument own = StaffConfidence.instrument(
                "exampleton_champions", "Digital champions", new TreeMap<>(Map.of("refer", "refer somebody")), 0, 10);
        assertThat(registry.with(own).open("exampleton_champions")).isEqualTo(own);
        assertThat(registry.ids()).doesNotContain("exampleton_champions");
        assertThatThrownBy(() -> registry.with(Samples.bundled("nps")))
                .hasMessageContaining("there is a 'nps' already");
        assertThatThrownBy(() -> StaffConfidence.instrument("none", "None", new TreeMap<>(), 0, 10))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("an instrument must have an item");
    }

    @Test
    void marksWhatWasNotVerified() {
        assertThat(Samples.bundled("eds_work").status()).isEqualTo(Verification.UNVERIFIED);
        assertThat(Samples.bundled("phq_9").status()).isEqualTo(Verification.VERIFIED);
        assertThat(Samples.bundled("phq_9").scoringRule("total").change().status())
                .isEqualTo(Verification.UNVERIFIED);
        assertThat(Samples.bundled("djg_11").scoringRule("total").missing().status())
                .isEqualTo(Verification.UNVERIFIED);
        assertThat(Samples.bundled("swemwbs").status()).isEqualTo(Verification.VERIFIED);
        assertThat(Samples.bundled("swemwbs").scoringRule("metric").bands().status())
                .isEqualTo(Verification.UNVERIFIED);
        assertThat(Samples.bundled("ons_4").scoringRule("anxious").bands().status())
                .isEqualTo(Verification.VERIFIED);
    }

    @Test
    void saysWhichWayEveryScoreGetsBetter() {
        List<String> lowerIsBetter = registry.ids().stream()
                .flatMap(id -> Samples.bundled(id).scores().stream()
                        .filter(rule -> rule.direction() == Direction.LOWER_IS_BETTER)
                        .map(rule -> id + " " + rule.id()))
                .toList();
        assertThat(lowerIsBetter)
                .containsExactly(
                        "djg_11 total",
                        "djg_11 emotional",
                        "djg_11 social",
                        "djg_6 total",
                        "djg_6 emotional",
                        "djg_6 social",
                        "gad_7 total",
                        "mycaw profile",
                        "mycaw concern_1",
                        "mycaw concern_2",
                        "mycaw wellbeing",
                        "ons_4 anxious",
                        "phq_2 total",
                        "phq_9 total",
                        "ucla_3 total");
    }

    @Test
    void putsTheTwentyTasksOfWorkIntoFiveAreas() {
        Map<String, Long> tasks = Samples.bundled("eds_work").items().stream()
                .collect(Collectors.groupingBy(item -> String.valueOf(item.subscale()), Collectors.counting()));
        assertThat(tasks)
                .containsOnly(
                        Map.entry("communicating", 3L),
                        Map.entry("handling_information", 2L),
                        Map.entry("transacting", 2L),
                        Map.entry("problem_solving", 4L),
                        Map.entry("safe_and_legal", 9L));
    }
}
