package london.loti.evaluation.economics;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.model.finding.Finding;
import london.loti.model.json.LotiJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CostBenefitModelTest {
    @TempDir
    Path folder;

    private String example;

    @BeforeEach
    void readExample() throws IOException, URISyntaxException {
        example = Files.readString(Path.of(
                CostBenefitModelTest.class.getResource("COST-BENEFIT.json").toURI()));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("account.json"), text);
    }

    private CostBenefitModel model(String text) throws IOException {
        return CostBenefitModel.read(file(text)).orElseThrow();
    }

    private List<Finding> errors(String text) throws IOException {
        return CostBenefitModel.read(file(text)).errors();
    }

    @Test
    void theInventedExampleIsTheSumOfItsParts() throws IOException {
        CostBenefitResult result = model(example).assess().result();
        double[] factor = {1, 1 / 1.035, 1 / (1.035 * 1.035), Math.pow(1.035, -3)};
        double council = 1.1 * (60_000 + 40_000 * factor[1] + 40_000 * factor[2]);
        double charity = 10_000 * (1 + factor[1] + factor[2]);
        assertThat(result.publicCosts()).isCloseTo(council, within(1e-6));
        assertThat(result.costs()).isCloseTo(council + charity, within(1e-6));
        // grade 3 takes off a tenth; reach has a mean of (0.5 + 4 + 1.3)/6, drop-off one of 1/4
        double reach = 5.8 / 6;
        double calls = 0.9
                * 0.8
                * 0.9
                * reach
                * (90_000 * factor[1] + 90_000 * 0.75 * factor[2] + 60_000 * 0.75 * 0.75 * factor[3]);
        double lonely = reach * 70_000 * (1 / 1.015 + 1 / (1.015 * 1.015));
        assertThat(result.benefits()).isCloseTo(calls + lonely, within(1e-6));
        assertThat(result.publicBenefitCostRatio()).isCloseTo((calls + lonely - charity) / council, within(1e-9));
    }

    @Test
    void theWordsTellEveryNumberThatAReaderAsksFor() throws IOException {
        CostBenefitAccount account = model(example).assess();
        assertThat(account.uncertainty().tornado())
                .extracting(Simulation.Swing::input)
                .containsExactlyInAnyOrder("reach", "effect", "drop-off");
        assertThat(String.join("\n", account.words()))
                .contains("Net present value £")
                .contains("times the public costs of £")
                .contains("(a ratio above 1) in")
                .contains("Paid back ")
                .contains("Internal rate of return: ")
                .contains("The net present value is nought if all benefits")
                .contains("The benefit 'less lonely'")
                .contains("'reach' from")
                .contains("Claimed by a proponent, not verified, and in no number: Every pound comes back nine times.")
                .contains("no pass or fail");
        assertThat(LotiJson.write(account)).contains("\"probabilityWorthIt\"").doesNotContain("NaN");
        assertThat(model(example).assess()).isEqualTo(account);
    }

    @Test
    void aClaimEntersNoNumber() throws IOException {
        CostBenefitAccount with = model(example).assess();
        CostBenefitAccount without =
                model(example.replaceAll("(?s),\\s*\"claims\".*?\\]", "")).assess();
        assertThat(without.claims()).isEmpty();
        assertThat(with.claims()).hasSize(1);
        assertThat(without.result()).isEqualTo(with.result());
        assertThat(without.uncertainty()).isEqualTo(with.uncertainty());
    }

    @Test
    void theCorrelationOfInputsIsInTheDraws() throws IOException {
        CostBenefitUncertainty with = model(example).assess().uncertainty();
        CostBenefitUncertainty without = model(example.replace("\"value\": -0.3", "\"value\": 0"))
                .assess()
                .uncertainty();
        assertThat(with.netPresentValue().deviation())
                .isLessThan(without.netPresentValue().deviation());
        assertThat(with.tornado()).isEqualTo(without.tornado());
    }

    @Test
    void readsTheExampleOfItsDocumentation() throws IOException {
        CostBenefitAccount account = model("""
                {
                  "schema": "loti-cost-benefit-1", "id": "skills", "title": "Digital skills", "priceYear": 2026,
                  "schedule": "GB2026-standard",
                  "lines": [
                    {"name": "sessions", "side": "COST", "body": "council", "amounts": [60000, 20000], "source": "budget", "date": "2026-04-01"},
                    {"name": "time of staff", "side": "BENEFIT", "body": "council", "kind": "NON_CASHABLE", "amounts": [0, 90000],
                     "inputs": ["effect"], "outcomes": ["fewer calls"], "source": "time study", "date": "2026-03-31"}
                  ],
                  "inputs": {"effect": {"quantity": {"shape": "NORMAL", "parameters": [1, 0.3]}, "source": "evaluation", "date": "2026-06-30"}}
                }
                """).assess();
        assertThat(account.result().netPresentValue()).isCloseTo(70_000 / 1.035 - 60_000, within(1e-6));
    }

    @Test
    void tellsEveryProblemBetweenThePartsWithItsLine() throws IOException {
        String bad = example.replace("GB2026-standard", "GB2026-standrd")
                .replace("[\"loneliness\"]", "[\"Fewer Calls \"]")
                .replace("\"name\": \"volunteers\"", "\"name\": \"sessions\"")
                .replace("[\"reach\", \"effect\"]", "[\"reech\"]")
                .replace("\"second\": \"reach\"", "\"second\": \"reaches\"")
                .replace(
                        "\"shape\": \"BETA\", \"parameters\": [4, 12]",
                        "\"shape\": \"NORMAL\", \"parameters\": [0.3, 0.2]");
        List<Finding> errors = errors(bad);
        assertThat(errors).allSatisfy(finding -> {
            assertThat(finding.where().source()).isEqualTo("account.json");
            assertThat(finding.where().line()).as(finding.message()).isNotNull();
        });
        assertThat(errors.stream().map(Object::toString).toList())
                .anyMatch(m -> m.contains("line 6") && m.contains("'GB2026-standard' is meant"))
                .anyMatch(m -> m.contains("line 16") && m.contains("both value it"))
                .anyMatch(m -> m.contains("line 12") && m.contains("'sessions' comes twice"))
                .anyMatch(m -> m.contains("line 13") && m.contains("'reech'") && m.contains("'reach' is meant"))
                .anyMatch(m -> m.contains("line 13") && m.contains("must lie between 0 and 1 in every draw"))
                .anyMatch(m -> m.contains("line 21") && m.contains("'effect' is not"))
                .anyMatch(m -> m.contains("'reaches' is none"));
    }

    @Test
    void tellsEveryProblemWithinThePartsAtOnce() throws IOException {
        List<String> errors = errors(example.replaceFirst("\"source\": \"invented\", ", "")
                        .replaceFirst("\"date\": \"2026-03-31\"", "\"date\": \"in spring\"")
                        .replace("\"kind\": \"SOCIAL\"", "\"kind\": \"SOCIALE\"")
                        .replace("\"seed\": 7", "\"seeds\": 7"))
                .stream()
                .map(Object::toString)
                .toList();
        assertThat(errors)
                .anyMatch(m -> m.contains("line 10") && m.contains("a line needs a 'source'"))
                .anyMatch(m -> m.contains("line 13") && m.contains("a line needs the 'date' of its source"))
                .anyMatch(m -> m.contains("line 16") && m.contains("'SOCIAL' is meant"))
                .anyMatch(m -> m.contains("line 8") && m.contains("'seed' is meant"));
    }

    @Test
    void refusesAmountsAndInputsThatNoSumHolds() throws IOException {
        assertThat(errors(example.replace("[60000, 40000, 40000]", "[1e308, 1e308, 40000]")))
                .singleElement()
                .satisfies(f -> assertThat(f.toString())
                        .contains("line 10", "an amount of a line must be at most 1e15")
                        .doesNotContain("1e308"));
        assertThat(errors(example.replace(
                        "\"shape\": \"NORMAL\", \"parameters\": [1, 0.25]",
                        "\"shape\": \"LOGNORMAL\", \"parameters\": [800, 5]")))
                .singleElement()
                .satisfies(f -> assertThat(f.toString())
                        .contains("line 21", "quantity", "that is LOGNORMAL", "they are of the logarithm"));
        StringBuilder many = new StringBuilder("\"reach\"");
        StringBuilder inputs = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            many.append(", \"x").append(i).append('"');
            inputs.append("\"x" + i
                    + "\": {\"quantity\": {\"shape\": \"FIXED\", \"parameters\": [1e15]}, \"source\": \"invented\","
                    + " \"date\": \"2026-06-30\"},");
        }
        assertThat(errors(example.replace("[\"reach\"]", "[" + many + "]")
                        .replace("\"inputs\": {", "\"inputs\": {" + inputs)))
                .singleElement()
                .satisfies(f -> assertThat(f.toString()).contains("line 16", "at most 1e100 in every draw"));
        assertThat(model(example.replace("[60000, 40000, 40000]", "[1e15, 1e15, 1e15]"))
                        .assess()
                        .uncertainty()
                        .netPresentValue()
                        .deviation())
                .isFinite();
    }

    @Test
    void costsOfNoughtOrLessHaveNoRatioAndTheirSwitchingIsInPounds() throws IOException {
        CostBenefitAccount account = model("""
                {
                  "schema": "loti-cost-benefit-1", "id": "m", "title": "Invented", "priceYear": 2026, "schedule": "GB2026-standard",
                  "lines": [
                    {"name": "sessions", "side": "COST", "body": "council", "amounts": [-30000], "source": "invented", "date": "2026-04-01"},
                    {"name": "volunteers", "side": "COST", "body": "charity", "publicSector": false, "amounts": [10000], "source": "invented", "date": "2026-04-01"},
                    {"name": "calls", "side": "BENEFIT", "body": "council", "kind": "CASHABLE", "amounts": [80000], "source": "invented", "date": "2026-03-31"},
                    {"name": "harm", "side": "BENEFIT", "body": "residents", "kind": "SOCIAL", "amounts": [-30000], "source": "invented", "date": "2026-03-31"}
                  ]
                }
                """).assess();
        CostBenefitResult result = account.result();
        assertThat(result.netPresentValue()).isEqualTo(70_000);
        assertThat(result.benefitCostRatio()).isNull();
        assertThat(result.publicBenefitCostRatio()).isNull();
        assertThat(result.returnOnInvestment()).isNull();
        assertThat(result.costRise()).isNull();
        assertThat(account.words())
                .contains(
                        "Public bodies save more than they bear (costs of -£30,000), so that there is no ratio to public"
                                + " costs.",
                        "All costs together are -£20,000, not above nought, so that there is no ratio to them.",
                        "The net present value is nought if all benefits fall by 140.0 per cent, which they can't, or all"
                                + " costs turn positive, to £50,000.",
                        "The cost 'sessions' of -£30,000 alone would have to turn positive, to £40,000.",
                        "The cost 'volunteers' of £10,000 alone would have to rise by 700.0 per cent.",
                        "The benefit 'calls' of £80,000 alone would have to fall by 87.5 per cent.",
                        "The benefit 'harm' of -£30,000 alone would have to fall from -£30,000 to -£100,000.");
    }

    @Test
    void benefitsBelowNoughtMustTurnPositive() throws IOException {
        CostBenefitAccount account =
                model(example.replace("[1, 0.25]", "[-1.5, 0.25]")).assess();
        assertThat(account.result().benefits()).isNegative();
        assertThat(account.result().benefitFall()).isNull();
        assertThat(account.words())
                .anyMatch(words -> words.matches(
                        "The net present value is nought if all benefits turn positive, to £[0-9,]+, or all costs fall by"
                                + " [0-9.]+ per cent, which they can't\\."))
                .anyMatch(words -> words.matches(
                        "The benefit 'calls that nobody makes' of -£[0-9,]+ alone would have to (turn positive, to|rise"
                                + " from -£[0-9,]+ to) .*"));
    }

    @Test
    void refusesAnotherVersionAndAModelWithoutBenefit() throws IOException {
        assertThat(errors(example.replace("loti-cost-benefit-1", "loti-cost-benefit-2")))
                .singleElement()
                .satisfies(f -> assertThat(f.toString()).contains("line 2", "'schema' must be loti-cost-benefit-1"));
        assertThat(errors(example.replace("\"grade\": 3", "\"grade\": 9")))
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("a grade must be one of"));
        String costs = example.replaceAll(
                "(?s)volunteers(.*?)\\},.*\\],\\s*\"inputs\".*\"claims\"", "volunteers$1}], \"claims\"");
        assertThat(errors(costs))
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("a cost and a benefit"));
    }
}
