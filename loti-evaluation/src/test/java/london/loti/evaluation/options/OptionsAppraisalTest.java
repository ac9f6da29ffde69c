package london.loti.evaluation.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.evaluation.options.AppraisalResult.Dominance;
import london.loti.evaluation.options.AppraisalResult.Sensitivity;
import london.loti.evaluation.options.AppraisedOption.Kind;
import london.loti.evaluation.options.ValueFunction.Point;
import london.loti.model.json.LotiJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class OptionsAppraisalTest {
    private static final String EXAMPLE = """
            {
              "id": "forms", "title": "Online forms (invented)", "draws": 2000, "seed": 4,
              "criteria": [
                {"id": "reach", "name": "Reach", "weight": 60, "why": "the aim"},
                {"id": "months", "name": "Months until it works", "weight": 20, "why": "winter",
                 "value": {"points": [{"measurement": 0, "value": 100}, {"measurement": 24, "value": 0}]}},
                {"id": "ease", "name": "Ease", "weight": 20, "why": "staff"}],
              "successFactors": [{"id": "accessible", "name": "Meets the accessibility regulations"}],
              "options": [
                {"id": "as-now", "name": "As now", "kind": "DO_NOTHING", "scores": {"reach": 10, "months": 0, "ease": 50},
                 "meets": {"accessible": false}},
                {"id": "shared", "name": "Shared", "kind": "DO_SOMETHING", "scores": {"reach": 80, "months": 18, "ease": 40},
                 "meets": {"accessible": true}},
                {"id": "bought", "name": "Bought", "kind": "DO_SOMETHING", "scores": {"reach": 50, "months": 6, "ease": 60},
                 "meets": {"accessible": true}}],
              "barriers": [
                {"id": "skills", "barrier": "Few developers", "owner": "Head of digital", "likelihood": 3, "impact": 4,
                 "action": "Share a team", "status": "OPEN"},
                {"id": "contract", "barrier": "Runs two years more", "owner": "Procurement", "likelihood": 5, "impact": 5,
                 "action": "Negotiated", "status": "CLOSED"}]
            }
            """;

    @TempDir
    Path folder;

    private OptionsAppraisal example() throws IOException {
        return read(EXAMPLE);
    }

    private OptionsAppraisal read(String document) throws IOException {
        Path file = folder.resolve("OPTIONS.json");
        Files.writeString(file, document);
        return OptionsAppraisal.read(file).orElseThrow();
    }

    @Test
    void totalsAreWeightedSumsOfValues() throws IOException {
        AppraisalResult found = example().appraise();
        // shared 0.6·80 + 0.2·25 + 0.2·40 = 61; bought 0.6·50 + 0.2·75 + 0.2·60 = 57; as now 6 + 20 + 10 = 36
        assertThat(found.option("shared").total()).isCloseTo(61, within(1e-9));
        assertThat(found.option("bought").total()).isCloseTo(57, within(1e-9));
        assertThat(found.option("as-now").total()).isCloseTo(36, within(1e-9));
        assertThat(found.options())
                .extracting(AppraisalResult.OptionResult::rank)
                .containsExactly(1, 2, 3);
        assertThat(found.preferred()).isEqualTo("shared");
        assertThat(found.option("as-now").failed()).containsExactly("accessible");
        assertThat(found.standing()).extracting(Barrier::id).containsExactly("skills");
        assertThat(LotiJson.write(found)).contains("\"rankAcceptability\"");
    }

    @Test
    void theFirstPlaceChangesWhereTwoTotalsCross() throws IOException {
        AppraisalResult found = example().appraise();
        Sensitivity reach = found.sensitivities().get(0);
        // with weight w: shared 80w + 32.5(1 − w), bought 50w + 67.5(1 − w): equal at w = 35/65; as now is lower there
        assertThat(reach.lower()).isCloseTo(35.0 / 65, within(1e-12));
        assertThat(reach.firstBelow()).isEqualTo("bought");
        assertThat(reach.upper()).isNull();
        assertThat(reach.firstAbove()).isNull();
        Sensitivity months = found.sensitivities().get(1);
        // others 3 to 1: shared 70, bought 52.5; 25w + 70(1 − w) = 75w + 52.5(1 − w) at w = 17.5/67.5
        assertThat(months.upper()).isCloseTo(17.5 / 67.5, within(1e-12));
        assertThat(months.firstAbove()).isEqualTo("bought");
        assertThat(months.lower()).isNull();
    }

    @Test
    void sensitivityIsThatOfASlowScan() {
        SplittableRandom random = new SplittableRandom(21);
        for (int run = 0; run < 50; run++) {
            OptionsAppraisal appraisal = random(random);
            AppraisalResult found = appraisal.appraise();
            for (Sensitivity sensitivity : found.sensitivities()) {
                for (int step = 0; step <= 200; step++) {
                    double weight = step / 200.0;
                    String first = firstAt(appraisal, sensitivity.criterion(), weight);
                    boolean within = (sensitivity.lower() == null || weight >= sensitivity.lower())
                            && (sensitivity.upper() == null || weight <= sensitivity.upper());
                    assertThat(first.equals(found.options().get(0).id()))
                            .as("seed 21, run %s, %s at %s", run, sensitivity, weight)
                            .isEqualTo(within);
                }
            }
        }
    }

    private static OptionsAppraisal random(SplittableRandom random) {
        List<Criterion> criteria = List.of("a", "b", "c").stream()
                .map(id -> new Criterion(id, id, random.nextDouble(), "invented", null))
                .toList();
        List<AppraisedOption> options = List.of("w", "x", "y", "z").stream()
                .map(id -> new AppraisedOption(
                        id,
                        id,
                        id.equals("w") ? Kind.DO_NOTHING : Kind.DO_SOMETHING,
                        new TreeMap<>(Map.of(
                                "a", random.nextDouble(100), "b", random.nextDouble(100), "c", random.nextDouble(100))),
                        new TreeMap<>()))
                .toList();
        return new OptionsAppraisal("r", "Random", criteria, null, options, null, 100, 1L);
    }

    private static String firstAt(OptionsAppraisal appraisal, String criterion, double weight) {
        double others = appraisal.criteria().stream()
                .filter(c -> !c.id().equals(criterion))
                .mapToDouble(Criterion::weight)
                .sum();
        String first = "";
        double highest = -1;
        for (AppraisedOption option : appraisal.options()) {
            double total = 0;
            for (Criterion c : appraisal.criteria()) {
                double own = c.id().equals(criterion) ? weight : (1 - weight) * c.weight() / others;
                total += own * option.scores().get(c.id());
            }
            if (total > highest) {
                highest = total;
                first = option.id();
            }
        }
        return first;
    }

    @Test
    void ranksOverRandomWeightsAreShares() throws IOException {
        AppraisalResult found = example().appraise();
        double firsts = 0;
        for (AppraisalResult.OptionResult option : found.options()) {
            assertThat(option.rankAcceptability().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum())
                    .isCloseTo(1, within(1e-9));
            firsts += option.rankAcceptability().get(0);
        }
        assertThat(firsts).isCloseTo(1, within(1e-9));
        assertThat(example().appraise()).isEqualTo(found);
        // with two criteria and mirrored scores each is first for half of all weights
        double[][] halves = new RankAcceptability(new double[][] {{100, 0}, {0, 100}}).over(20_000, 1);
        assertThat(halves[0][0]).isCloseTo(0.5, within(0.015));
        double[][] equal = new RankAcceptability(new double[][] {{5, 5}, {5, 5}}).over(100, 1);
        assertThat(equal[1]).containsExactly(0.5, 0.5);
    }

    @Test
    void dominanceIsStrictOrWeak() throws IOException {
        AppraisalResult found = read(EXAMPLE.replace(
                        "\"reach\": 80, \"months\": 18, \"ease\": 40", "\"reach\": 50, \"months\": 3, \"ease\": 70"))
                .appraise();
        assertThat(found.dominances()).contains(new Dominance("shared", "bought", false));
        AppraisalResult strict = read(EXAMPLE.replace(
                        "\"reach\": 80, \"months\": 18, \"ease\": 40", "\"reach\": 51, \"months\": 3, \"ease\": 70"))
                .appraise();
        assertThat(strict.dominances()).contains(new Dominance("shared", "bought", true));
        assertThat(strict.option("shared").rankAcceptability().get(2)).isZero();
    }

    @Test
    void anOptionThatFailsASuccessFactorIsNotPreferred() throws IOException {
        AppraisalResult found = read(EXAMPLE.replace(
                        "\"ease\": 40},\n     \"meets\": {\"accessible\": true}",
                        "\"ease\": 40},\n     \"meets\": {\"accessible\": false}"))
                .appraise();
        assertThat(found.options().get(0).id()).isEqualTo("shared");
        assertThat(found.preferred()).isEqualTo("bought");
        assertThat(found.warnings()).anyMatch(w -> w.contains("does not meet every success factor"));
    }

    @Test
    void tellsAllProblemsAtOnce() {
        assertThatThrownBy(() -> read(EXAMPLE.replace("DO_NOTHING", "DO_SOMETHING")
                        .replace("\"ease\": 50", "\"eese\": 50")
                        .replace("\"reach\": 80", "\"reach\": 800")))
                .hasMessageContaining("DO_NOTHING or DO_MINIMUM")
                .hasMessageContaining("'ease' is meant")
                .hasMessageContaining("must say something of 'ease'")
                .hasMessageContaining("from 0 to 100");
    }

    @Test
    void aValueFunctionIsStraightBetweenItsPoints() {
        ValueFunction function = new ValueFunction(List.of(new Point(0, 100), new Point(10, 40), new Point(20, 0)));
        assertThat(function.at(-5)).isEqualTo(100);
        assertThat(function.at(5)).isEqualTo(70);
        assertThat(function.at(10)).isEqualTo(40);
        assertThat(function.at(15)).isEqualTo(20);
        assertThat(function.at(50)).isZero();
        assertThatThrownBy(() -> new ValueFunction(List.of(new Point(1, 0), new Point(1, 5))))
                .hasMessageContaining("ascending measurements");
    }
}
