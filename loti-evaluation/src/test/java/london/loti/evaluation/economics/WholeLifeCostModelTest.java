package london.loti.evaluation.economics;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.evaluation.Cases;
import london.loti.evaluation.economics.CostLine.Sharing;
import london.loti.evaluation.economics.CostLine.Users;
import london.loti.evaluation.economics.WholeLifeComparison.OptionResult;
import london.loti.evaluation.economics.WholeLifeComparison.Pair;
import london.loti.evaluation.economics.WholeLifeOption.Kind;
import london.loti.evaluation.economics.WholeLifeOption.MaintainerRisk;
import london.loti.model.finding.Checked;
import london.loti.model.json.LotiJson;

import static london.loti.evaluation.economics.Models.doNothing;
import static london.loti.evaluation.economics.Models.model;
import static london.loti.evaluation.economics.Models.once;
import static london.loti.evaluation.economics.Models.option;
import static london.loti.evaluation.economics.Models.risky;
import static london.loti.evaluation.economics.Models.uncertain;
import static london.loti.evaluation.economics.Models.yearly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class WholeLifeCostModelTest {
    @TempDir
    Path folder;

    private static final WholeLifeOption SUPPLIER = option(
            "prop",
            Kind.PROPRIETARY,
            once("capital", Stage.ACQUIRE, 120, 0, null),
            yearly("running", 80, null),
            once("exit", Stage.EXIT, 60, 9, null));

    private static WholeLifeOption shared(String id) {
        return option(
                id,
                Kind.OPEN_SOURCE,
                once("core", Stage.ACQUIRE, 180, 0, Sharing.EQUALLY),
                once("own", Stage.ACQUIRE, 25, 0, null),
                yearly("running", 27, null),
                yearly("shared running", 18, Sharing.EQUALLY),
                once("exit", Stage.EXIT, 15, 9, null));
    }

    @Test
    void theOptionsCostWhatTheyCostInR() {
        WholeLifeOption solo = option(
                "solo",
                Kind.OPEN_SOURCE,
                once("capital", Stage.ACQUIRE, 180, 0, null),
                yearly("running", 45, null),
                once("exit", Stage.EXIT, 20, 9, null));
        WholeLifeComparison found =
                model(10, 8, doNothing(1_000), SUPPLIER, solo, shared("shared")).compare();
        Cases expected = Cases.of("tco.options");
        expected.check("prop", found.option("prop").presentValue());
        expected.check("os_solo", found.option("solo").presentValue());
        expected.check("os_shared_8", found.option("shared").presentValue());
        expected.check("saving", found.pair("shared", "prop").saving());
        expected.check("eac", found.option("shared").equivalentAnnualCost());
        expected.check("breakeven_year", found.pair("solo", "prop").breakEvenYear());
        assertThat(found.cheapest()).isEqualTo("shared");
    }

    @Test
    void breaksEvenWhereTheSharedCostIsSpreadThinEnough() {
        WholeLifeOption open = option(
                "open",
                Kind.OPEN_SOURCE,
                once("core", Stage.ACQUIRE, 180, 0, Sharing.EQUALLY),
                yearly("shared running", 18, Sharing.EQUALLY),
                once("own", Stage.ACQUIRE, 25, 0, null),
                yearly("running", 27, null));
        WholeLifeOption other = option(
                "other", Kind.PROPRIETARY, once("capital", Stage.ACQUIRE, 20, 0, null), yearly("running", 30, null));
        WholeLifeComparison found = model(10, 1, doNothing(1_000), open, other).compare();
        Pair pair = found.pair("open", "other");
        double annuity = (1 - Math.pow(1.035, -9)) / 0.035;
        assertThat(pair.sharedCost()).isCloseTo(180 + 18 * annuity, within(1e-9));
        assertThat(pair.ownCost()).isCloseTo(25 + 27 * annuity, within(1e-9));
        // by hand: 316.94 / (3 × 7.6077 − 5) = 17.78
        assertThat(pair.breakEvenCouncils()).isCloseTo((180 + 18 * annuity) / (3 * annuity - 5), within(1e-9));
        assertThat(pair.councilsNeeded()).isEqualTo(18);
        assertThat(found.byCouncils().get(0).bestFrom()).isEqualTo(18);
        assertThat(found.byCouncils().get(0).bestTo()).isNull();
        assertThat(found.byCouncils().get(0).points()).hasSize(100);
        assertThat(found.words())
                .anyMatch(words -> words.contains("open is not the cheapest with fewer than 18 councils"));
    }

    @Test
    void coordinationCanMakeItWorseAgain() {
        WholeLifeOption open = risky(
                "open",
                Kind.OPEN_SOURCE,
                10.0,
                null,
                null,
                once("core", Stage.ACQUIRE, 400, 0, Sharing.EQUALLY),
                yearly("running", 20, null));
        WholeLifeOption other = option("other", Kind.PROPRIETARY, yearly("running", 55, null));
        WholeLifeComparison found = model(10, 4, doNothing(1_000), open, other).compare();
        Double breakEven = found.pair("open", "other").breakEvenCouncils();
        double annuity = (1 - Math.pow(1.035, -9)) / 0.035;
        double kappa = 10 * (1 + annuity);
        assertThat(20 * annuity + 400 / breakEven + kappa * Math.log(breakEven)).isCloseTo(55 * annuity, within(1e-9));
        int from = found.byCouncils().get(0).bestFrom();
        int to = found.byCouncils().get(0).bestTo();
        assertThat(from).isEqualTo((int) Math.ceil(breakEven));
        assertThat(found.pair("open", "other").councilsNeeded()).isEqualTo(from);
        for (int n = 1; n <= 100; n++) {
            boolean best = 20 * annuity + 400.0 / n + kappa * Math.log(n) < 55 * annuity;
            assertThat(best).as("%s councils", n).isEqualTo(from <= n && n <= to);
        }
        assertThat(found.words())
                .anyMatch(words -> words.contains("stops being the cheapest above " + to + " councils"));
    }

    @Test
    void theCouncilsNeededAreTheFirstNumberThatATrialFinds() {
        double annuity = (1 - Math.pow(1.035, -9)) / 0.035;
        int none = 0;
        for (double coordination : new double[] {0, 0.3, 3, 20, 31, 33, 60}) {
            for (double core : new double[] {30, 90, 400, 35 * 4 * annuity}) {
                for (double alternative : new double[] {38, 41, 55, 71.8}) {
                    WholeLifeOption open = risky(
                            "open",
                            Kind.OPEN_SOURCE,
                            coordination,
                            null,
                            null,
                            once("core", Stage.ACQUIRE, core, 0, Sharing.EQUALLY),
                            yearly("running", 20, null));
                    WholeLifeOption other = option("other", Kind.PROPRIETARY, yearly("running", alternative, null));
                    Pair pair = model(10, 1, doNothing(1_000), open, other)
                            .compare()
                            .pair("open", "other");
                    Integer first = null;
                    for (int n = 2_000; n >= 1; n--) {
                        double cost = 20 * annuity + core / n + coordination * (1 + annuity) * Math.log(n);
                        first = cost <= alternative * annuity + 1e-9 ? (Integer) n : first;
                    }
                    assertThat(pair.councilsNeeded())
                            .as("coordination %s, core %s, alternative %s", coordination, core, alternative)
                            .isEqualTo(first);
                    none += first == null && pair.breakEvenCouncils() != null ? 1 : 0;
                }
            }
        }
        assertThat(none)
                .as("cases where the cost rises again before a whole number")
                .isPositive();
    }

    @Test
    void likelyAndDrawnAreTheClosedFormsOfTwoNormalOptions() {
        WholeLifeOption open = option(
                "open",
                Kind.OPEN_SOURCE,
                uncertain(once("c", Stage.ACQUIRE, 1_000, 0, null), Uncertain.normal(1_000, 60)));
        WholeLifeOption other = option(
                "other",
                Kind.PROPRIETARY,
                uncertain(once("c", Stage.ACQUIRE, 1_050, 0, null), Uncertain.normal(1_050, 80)));
        WholeLifeUncertainty found = Models.drawn(model(3, 1, doNothing(100_000), open, other), 100_000)
                .compare()
                .uncertainty();
        // d = 50 and s = √(60² + 80²) = 100: Φ(0.5) = 0.691462, 100·(φ(0.5) − 0.5·(1 − Φ(0.5))) = 19.77966 (R 4.2.2)
        assertThat(found.probabilityCheapest().get("open")).isCloseTo(0.691_462, within(0.006));
        assertThat(found.probabilityCheapest().get("nothing")).isZero();
        assertThat(found.information().evpi()).isCloseTo(19.779_66, within(0.5));
        assertThat(found.information().probabilityCostEffective())
                .isEqualTo(found.probabilityCheapest().get("open"));
        assertThat(found.tornadoes().get(0).swings())
                .extracting(Simulation.Swing::input)
                .containsExactly("other/c", "open/c");
    }

    @Test
    void anAmountFarFromItsUncertaintyIsRefusedAndOneBesideTheMeanIsSaid() throws IOException, URISyntaxException {
        assertThatThrownBy(() -> uncertain(yearly("running", 50, null), Uncertain.pert(300, 500, 900)))
                .hasMessageContaining("must be the mean, the likeliest value or the median")
                .hasMessageContaining("of other units or prices");
        Path example =
                Path.of(WholeLifeCostModelTest.class.getResource("MODEL.json").toURI());
        assertThat(WholeLifeCostModel.read(example).orElseThrow().compare().words())
                .anyMatch(words -> words.contains("'paper and calls' of Going on as now is taken at £95,000")
                        && words.contains("the mean of its uncertainty is £98,333"));
        Path bad = folder.resolve("MODEL.json");
        Files.writeString(bad, Files.readString(example).replace("[70000, 95000, 140000]", "[700, 950, 1400]"));
        assertThat(WholeLifeCostModel.read(bad).errors()).singleElement().satisfies(finding -> {
            assertThat(finding.message()).contains("must be the mean, the likeliest value or the median");
            assertThat(finding.where().source()).isEqualTo("MODEL.json");
            assertThat(finding.where().line()).isEqualTo(20);
        });
    }

    @Test
    void adoptionAfterTheLastYearIsRefused() throws IOException, URISyntaxException {
        Path bad = folder.resolve("MODEL.json");
        Files.writeString(
                bad,
                Files.readString(Path.of(WholeLifeCostModelTest.class
                                .getResource("MODEL.json")
                                .toURI()))
                        .replace("{\"from\": 2, \"councils\": 8", "{\"from\": 10, \"councils\": 8"));
        assertThat(WholeLifeCostModel.read(bad).errors()).singleElement().satisfies(finding -> {
            assertThat(finding.message())
                    .contains("a step of adoption must begin by the last year of the model, which is 9");
            assertThat(finding.where().line()).isEqualTo(10);
        });
    }

    @Test
    void sharedWithNobodyItCostsTheSameAsAlone() {
        for (Sharing sharing : Sharing.values()) {
            WholeLifeOption alone = risky(
                    "open",
                    Kind.OPEN_SOURCE,
                    7.0,
                    null,
                    new MaintainerRisk(0.1, 50, sharing),
                    once("core", Stage.ACQUIRE, 180, 0, sharing),
                    yearly("running", 45, sharing));
            WholeLifeOption local = risky(
                    "open",
                    Kind.OPEN_SOURCE,
                    null,
                    null,
                    new MaintainerRisk(0.1, 50, null),
                    once("core", Stage.ACQUIRE, 180, 0, null),
                    yearly("running", 45, null));
            assertThat(presentValue(model(10, 1, doNothing(1), alone)))
                    .isEqualTo(presentValue(model(10, 1, doNothing(1), local)));
        }
    }

    private static double presentValue(WholeLifeCostModel model) {
        return model.compare().option("open").presentValue();
    }

    @Test
    void scaleAndOrderChangeNothingElse() {
        List<CostLine> lines = new ArrayList<>(shared("open").lines());
        List<CostLine> ten = new ArrayList<>(lines.stream()
                .map(line -> new CostLine(
                        line.name(),
                        line.stage(),
                        10 * line.amount(),
                        line.source(),
                        line.from(),
                        line.every(),
                        null,
                        null,
                        null,
                        line.sharing(),
                        null,
                        null,
                        null))
                .toList());
        Collections.reverse(ten);
        double one = presentValue(model(10, 5, doNothing(1), shared("open")));
        double scaled = presentValue(
                model(10, 5, doNothing(1), option("open", Kind.OPEN_SOURCE, ten.toArray(CostLine[]::new))));
        assertThat(scaled).isCloseTo(10 * one, within(1e-9));
    }

    @Test
    void withoutDiscountingItIsAPlainSum() {
        OptionResult found = model(10, 8, doNothing(1), SUPPLIER)
                .compare(DiscountSchedule.flat(0), 1)
                .option("prop");
        assertThat(found.presentValue()).isEqualTo(120 + 9 * 80 + 60);
        assertThat(found.byYear()).startsWith(120.0, 80.0).endsWith(80.0, 140.0);
        assertThat(found.byStage()).containsOnlyKeys(Stage.ACQUIRE, Stage.SUPPORT, Stage.EXIT);
        assertThat(found.perResident()).isEqualTo(900.0 / 100_000);
    }

    @Test
    void licencesGrowWithUsersAndPricesAndComeEveryFewYears() {
        CostLine licences = new CostLine(
                "licences", Stage.ACQUIRE, 10, "invented", 1, 3, 7, 0.1, new Users(5, 0.2), null, null, null, null);
        OptionResult found = model(10, 1, doNothing(1), option("prop", Kind.PROPRIETARY, licences))
                .compare(DiscountSchedule.flat(0), 1)
                .option("prop");
        double[] expected = new double[10];
        for (int year : new int[] {1, 4, 7}) {
            expected[year] = 10 * Math.pow(1.1, year) * 5 * Math.pow(1.2, year);
        }
        for (int year = 0; year < 10; year++) {
            assertThat(found.byYear().get(year)).isCloseTo(expected[year], within(1e-9));
        }
    }

    @Test
    void leavingEarlyAndForkingAreExpectations() {
        WholeLifeOption locked =
                risky("prop", Kind.PROPRIETARY, null, 0.2, null, once("exit", Stage.EXIT, 100, 3, null));
        WholeLifeOption open =
                risky("open", Kind.OPEN_SOURCE, null, null, new MaintainerRisk(0.5, 80, Sharing.EQUALLY));
        WholeLifeComparison found = model(4, 2, doNothing(1), locked, open).compare(DiscountSchedule.flat(0.25), 1);
        // 0.2·100/1.25 + 0.8·0.2·100/1.25² + 0.64·100/1.25³, where staying would cost 100/1.25³ = 51.2
        OptionResult prop = found.option("prop");
        assertThat(prop.presentValue()).isCloseTo(16 + 10.24 + 32.768, within(1e-12));
        assertThat(prop.lockIn()).isCloseTo(16 + 10.24 + 32.768 - 51.2, within(1e-12));
        // 40·(0.5/1.25 + 0.25/1.25² + 0.125/1.25³)
        assertThat(found.option("open").maintainerRisk()).isCloseTo(16 + 6.4 + 2.56, within(1e-12));
        Distribution drawn = found.uncertainty().presentValues().get("prop");
        assertThat(drawn.mean()).isCloseTo(prop.presentValue(), within(4 * drawn.deviation() / Math.sqrt(500)));
        assertThat(drawn.deviation()).isGreaterThan(5);
    }

    @Test
    void drawsAreTheSameOnAnyNumberOfThreads() {
        WholeLifeOption open =
                option("open", Kind.OPEN_SOURCE, uncertain(yearly("running", 50, null), Uncertain.pert(30, 50, 90)));
        WholeLifeOption other = option(
                "other", Kind.PROPRIETARY, uncertain(yearly("running", 55, null), Uncertain.triangular(40, 55, 70)));
        WholeLifeCostModel model = model(10, 1, doNothing(1_000), open, other);
        WholeLifeComparison one = model.compare(DiscountSchedule.standard(), 1);
        assertThat(model.compare(DiscountSchedule.standard(), 4)).isEqualTo(one);
        double probability = one.uncertainty().probabilityCheapest().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertThat(probability).isCloseTo(1, within(1e-12));
        assertThat(one.uncertainty().probabilityCheapest().get("open")).isBetween(0.3, 0.9);
        assertThat(one.uncertainty().information().evpi()).isPositive();
        assertThat(one.uncertainty().tornadoes().get(0).swings())
                .extracting(Simulation.Swing::input)
                .containsExactly("open/running", "other/running");
    }

    @Test
    void readsTheInventedExample() throws IOException, URISyntaxException {
        URL resource = WholeLifeCostModelTest.class.getResource("MODEL.json");
        WholeLifeComparison found =
                WholeLifeCostModel.read(Path.of(resource.toURI())).orElseThrow().compare();
        OptionResult open = found.option("shared");
        assertThat(open.grants()).isEqualTo(30_000);
        assertThat(open.netOfGrants()).isEqualTo(open.presentValue() - 30_000);
        assertThat(open.staffTime()).isCloseTo(20_000 * (1 - Math.pow(1.035, -9)) / 0.035, within(1e-6));
        double parts = open.byStage().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()
                + open.coordination()
                + open.maintainerRisk();
        assertThat(open.presentValue()).isCloseTo(parts, within(1e-6));
        assertThat(found.option("supplier").exitMultiplier()).isCloseTo(1.65, within(1e-12));
        assertThat(found.pair("shared", "supplier").breakEvenCouncils()).isNull(); // partly by population
        assertThat(String.join("\n", found.words()))
                .contains("transfer and not a saving")
                .contains("staff time at full cost")
                .contains("a judgement, not a measurement")
                .contains("None of it enters a number");
        String json = LotiJson.write(found);
        assertThat(json).contains("\"cheapest\"").doesNotContain("NaN");
    }

    @Test
    void tellsAllProblemsOfAModelAtOnce() throws IOException, URISyntaxException {
        String good = Files.readString(
                Path.of(WholeLifeCostModelTest.class.getResource("MODEL.json").toURI()));
        Path bad = folder.resolve("MODEL.json");
        Files.writeString(
                bad,
                good.replace("GB2026-standard", "GB2026-standrd")
                        .replace("\"DO_NOTHING\"", "\"OTHER\"")
                        .replace("\"from\": 9}", "\"from\": 12}")
                        .replace(
                                "\"escrow\": true, \"deletion\": true},\n      \"lines\": [\n        {\"name\": \"build\"",
                                "\"escro\": true},\n      \"lines\": [\n        {\"name\": \"build\""));
        Checked<WholeLifeCostModel> read = WholeLifeCostModel.read(bad);
        assertThat(read.value()).isEmpty();
        assertThat(read.errors().stream().map(Object::toString).toList())
                .anyMatch(m -> m.contains("'GB2026-standard' is meant"))
                .anyMatch(m -> m.contains("just one option must be DO_NOTHING"))
                .anyMatch(m -> m.contains("by the last year of the model, which is 9"))
                .anyMatch(m -> m.contains("'escrow' is meant"));
    }

    @Test
    void readsTheExampleOfItsDocumentation() throws IOException {
        Path file = folder.resolve("MODEL.json");
        Files.writeString(file, """
                {
                  "id": "forms", "title": "Online forms", "priceYear": 2026, "years": 10, "schedule": "GB2026-standard",
                  "council": {"name": "Anyborough", "residents": 200000},
                  "adoption": [{"from": 0, "councils": 2, "residents": 450000}, {"from": 2, "councils": 8, "residents": 1900000}],
                  "options": [
                    {"id": "as-now", "name": "Go on as now", "kind": "DO_NOTHING", "lines": [
                      {"name": "contract", "stage": "SUPPORT", "amount": 80000, "source": "contract", "from": 0, "every": 1}]},
                    {"id": "shared", "name": "Shared open source", "kind": "OPEN_SOURCE", "lines": [
                      {"name": "build", "stage": "ACQUIRE", "amount": 180000, "source": "quote", "from": 0, "sharing": "EQUALLY"}]}
                  ]
                }
                """);
        WholeLifeCostModel model = WholeLifeCostModel.read(file).orElseThrow();
        assertThat(model.draws()).isEqualTo(10_000);
        assertThat(model.timing()).isEqualTo(Timing.YEAR_END);
        assertThat(model.compare().option("shared").presentValue()).isEqualTo(90_000); // two councils in year 0
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("\"amount\": 80000", "\"amount\": \"eighty\"")
                        .replace("\"ACQUIRE\"", "\"AQUIRE\"")
                        .replace("\"residents\": 200000", "\"residents\": 0")
                        .replace("\"every\": 1", "\"each\": 1"));
        assertThat(WholeLifeCostModel.read(file).errors().stream()
                        .map(Object::toString)
                        .toList())
                .anyMatch(m -> m.contains("options/0/lines/0") && m.contains("a number is wanted"))
                .anyMatch(m -> m.contains("options/1/lines/0/stage") && m.contains("'ACQUIRE' is meant"))
                .anyMatch(m -> m.contains("council") && m.contains("must be 1 or more"))
                .anyMatch(m -> m.contains("each") && m.contains("not one that is known"));
    }

    @Test
    void refusesACostThatGrowsBeyondAllSums() {
        CostLine growing =
                new CostLine("x", Stage.HOST, 1e15, "invented", 0, 1, null, 10.0, null, null, null, null, null);
        assertThatThrownBy(() -> model(500, 1, doNothing(1), option("x", WholeLifeOption.Kind.PROPRIETARY, growing)))
                .hasMessageContaining("options/1/lines/0")
                .hasMessageContaining("a cost must be at most 1e100 in every year");
        assertThat(model(20, 1, doNothing(1), option("x", WholeLifeOption.Kind.PROPRIETARY, growing))
                        .compare()
                        .option("x")
                        .presentValue())
                .isFinite();
    }

    @Test
    void aCostKeepsItsRules() {
        assertThatThrownBy(() -> once("x", Stage.HOST, -1, 0, null)).hasMessageContaining("must not be negative");
        assertThatThrownBy(() -> uncertain(once("x", Stage.HOST, 1, 0, null), Uncertain.normal(1, 1)))
                .hasMessageContaining("PERT or LOGNORMAL");
        assertThatThrownBy(() -> model(5, 1, doNothing(1))).hasMessageContaining("two options or more");
        assertThatThrownBy(() -> model(5, 1, doNothing(1), SUPPLIER)).hasMessageContaining("by the last year");
    }
}
