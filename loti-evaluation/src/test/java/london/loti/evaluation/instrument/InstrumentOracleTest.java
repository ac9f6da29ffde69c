package london.loti.evaluation.instrument;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import london.loti.evaluation.SharedData;
import london.loti.evaluation.estimate.Effect;
import london.loti.model.finding.FindingsException;
import london.loti.model.json.LotiJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** The vectors of answers and scores that were gathered from manuals and public implementations. */
class InstrumentOracleTest {
    @Test
    void everyVectorComesOut() throws Exception {
        JsonNode vectors = LotiJson.mapper()
                .readTree(SharedData.file("oracles/evaluation/instrument_oracles.json")
                        .toFile());
        int checked = 0;
        for (JsonNode vector : vectors) {
            check(vector.path("instrument").asText(), vector.path("input"), vector.path("expected"));
            checked++;
        }
        assertThat(checked).isEqualTo(82);
    }

    private static void check(String kind, JsonNode input, JsonNode expected) {
        switch (kind) {
            case "SWEMWBS" -> swemwbs(input, expected);
            case "SWEMWBS_TABLE" ->
                assertThat(Samples.bundled("swemwbs")
                                .scoringRule("metric")
                                .table()
                                .get(input.asInt()))
                        .isEqualTo(expected.path("metric").asDouble());
            case "ONS4.satisfaction" -> ons("satisfied", input.asDouble(), expected.asText());
            case "ONS4.anxious" -> ons("anxious", input.asDouble(), expected.asText());
            case "UCLA3" -> {
                Score total = Samples.bundled("ucla_3").score(numbers(input)).score("total");
                assertThat(total.value()).isEqualTo(expected.path("total").asDouble());
                assertThat("lonely".equals(total.band()))
                        .isEqualTo(expected.path("lonely").asBoolean());
            }
            case "DJG6" -> deJongGierveld(input, expected);
            case "SUS" -> same(Samples.bundled("sus").score(numbers(input)).score("total"), expected);
            case "GSE10" -> same(Samples.bundled("gse_10").score(numbers(input)).score("total"), expected);
            case "PHQ2" -> {
                Score total = Samples.bundled("phq_2").score(numbers(input)).score("total");
                same(total, expected.path("total"));
                assertThat("positive".equals(total.band()))
                        .isEqualTo(expected.path("positive").asBoolean());
            }
            case "PHQ9" -> {
                Scores scores = Samples.bundled("phq_9").score(numbers(input));
                same(scores.score("total"), expected.path("total"));
                assertThat(scores.score("total").band())
                        .isEqualTo(expected.path("band").asText());
                assertThat(!scores.flags().isEmpty())
                        .isEqualTo(expected.path("item9_flag").asBoolean());
            }
            case "WHO5" -> {
                Scores scores = Samples.bundled("who_5").score(numbers(input));
                same(scores.score("raw"), expected.path("raw"));
                same(scores.score("percentage"), expected.path("pct"));
                assertThat(scores.score("percentage").band())
                        .isEqualTo(expected.path("band").asText());
            }
            case "EDS.foundation" ->
                assertThat(Samples.bundled("eds_foundation")
                                .score(numbers(input))
                                .score("foundation")
                                .value())
                        .isEqualTo(expected.asBoolean() ? 1 : 0);
            case "EDS.work.skillsView" -> skillsView(numbers(input.path("areas")), expected.asBoolean());
            case "NPS" -> {
                Effect nps = NetPromoterScore.withDefaults()
                        .estimate(
                                input.path("promoters").asLong(),
                                input.path("passives").asLong(),
                                input.path("detractors").asLong());
                assertThat(nps.headline().value())
                        .isCloseTo(expected.path("nps").asDouble(), within(1e-9));
                assertThat(nps.headline().interval().upper() - nps.headline().value())
                        .isCloseTo(expected.path("moe95").asDouble(), within(1e-6)); // as many digits as are given
            }
            default -> throw new IllegalArgumentException("no check of " + kind);
        }
    }

    private static void swemwbs(JsonNode input, JsonNode expected) {
        Instrument instrument = Samples.bundled("swemwbs");
        if (expected.isTextual()) {
            assertThatThrownBy(() -> instrument.score(numbers(input)))
                    .isInstanceOf(FindingsException.class)
                    .hasMessageContaining("from 1 to 5");
            return;
        }
        Scores scores = instrument.score(numbers(input));
        same(scores.score("raw"), expected.path("raw"));
        same(scores.score("metric"), expected.path("metric"));
    }

    private static void ons(String item, double answer, String band) {
        Instrument instrument = Samples.bundled("ons_4");
        double[] answers = new double[4];
        Arrays.fill(answers, Double.NaN);
        answers[instrument.position(item)] = answer;
        assertThat(instrument.score(answers).score(item).band()).isEqualTo(band);
    }

    private static void deJongGierveld(JsonNode input, JsonNode expected) {
        Instrument instrument = Samples.bundled("djg_6");
        double[] answers = StreamSupport.stream(
                        List.of(input.path("emotional"), input.path("social")).spliterator(), false)
                .flatMap(part -> StreamSupport.stream(part.spliterator(), false))
                .mapToDouble(words -> words.isNull()
                        ? Double.NaN
                        : instrument
                                .items()
                                .get(0)
                                .labelled(words.asText())
                                .orElseThrow()
                                .code())
                .toArray();
        Scores scores = instrument.score(answers);
        for (String score : List.of("total", "emotional", "social")) {
            same(scores.score(score), expected.path(score));
        }
        assertThat(scores.score("total").band())
                .isEqualTo(
                        expected.path("band").isNull()
                                ? null
                                : expected.path("band").asText());
    }

    /** The vectors count tasks, up to more than an area has here: as many as there are will do. */
    private static void skillsView(double[] tasks, boolean expected) {
        Instrument instrument = Samples.bundled("eds_work");
        List<String> areas = List.copyOf(
                new TreeSet<>(instrument.items().stream().map(Item::subscale).toList()));
        assertThat(areas).hasSize(tasks.length);
        double[] left = tasks.clone();
        double[] answers = instrument.items().stream()
                .mapToDouble(item -> left[areas.indexOf(item.subscale())]-- > 0 ? 1 : 0)
                .toArray();
        assertThat(instrument.score(answers).score("skills_view").value()).isEqualTo(expected ? 1 : 0);
    }

    private static void same(Score score, JsonNode expected) {
        if (expected.isNull()) {
            assertThat(score.value()).isNaN();
            assertThat(score.band()).isNull();
            assertThat(score.whyMissing()).contains("missing");
        } else {
            assertThat(score.value()).isEqualTo(expected.asDouble());
            assertThat(score.whyMissing()).isNull();
        }
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(value -> value.isNull() ? Double.NaN : value.asDouble())
                .toArray();
    }
}
