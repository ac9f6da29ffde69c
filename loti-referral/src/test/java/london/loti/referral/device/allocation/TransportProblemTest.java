package london.loti.referral.device.allocation;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

import london.loti.referral.SharedData;
import london.loti.referral.device.allocation.TransportProblem.Step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class TransportProblemTest {
    private static final PlainTransport.Floors NO_FLOORS = met -> true;

    /** A small problem from a seed; one without penalties where they are null. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Case(int[] supply, int[] demand, long[][] points, long[] penalties) {
        static Case of(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int needs = random.nextInt(1, 6);
            int classes = random.nextInt(1, 5);
            int highest = random.nextBoolean() ? 4 : 30; // few different points make many ties
            int[] supply = random.ints(classes, 0, 3).toArray();
            int[] demand = random.ints(needs, 0, 3).toArray();
            long[][] points = new long[needs][classes];
            for (long[] row : points) {
                for (int k = 0; k < classes; k++) {
                    row[k] = random.nextInt(4) == 0 ? TransportProblem.FORBIDDEN : random.nextInt(highest);
                }
            }
            long[] penalties = random.nextBoolean()
                    ? null
                    : random.longs(needs, 0, highest + 5).toArray();
            return new Case(supply, demand, points, penalties);
        }

        TransportProblem problem() {
            TransportProblem plain = TransportProblem.of(supply, demand, points);
            return penalties == null ? plain : plain.withPenalties(penalties);
        }

        PlainTransport plainly() {
            return new PlainTransport(supply, demand, points, penalties, NO_FLOORS);
        }
    }

    @Test
    void agreesWithTryingEverythingInThreeThousandCases() {
        for (long seed = 0; seed < 3_000; seed++) {
            Case each = Case.of(seed);
            PlainTransport plain = each.plainly();
            TransportSolution solution = each.problem().solve();

            assertThat(solution.points()).as("points, seed %d", seed).isEqualTo(plain.points());
            assertThat(solution.unmet()).as("unmet, seed %d", seed).isEqualTo((int) plain.unmet());
            assertThat(plain.optima())
                    .as("a best way, seed %d", seed)
                    .anySatisfy(best -> assertThat(flow(each, solution)).isDeepEqualTo(best));
        }
    }

    @Test
    void eachNumberOfNeedsIsMetAtItsLeastCost() {
        for (long seed = 0; seed < 3_000; seed++) {
            Case each = Case.of(seed);
            PlainTransport plain = new PlainTransport(each.supply(), each.demand(), each.points(), null, NO_FLOORS);
            long total = 0;
            int met = 0;
            for (Step step : each.problem().stepsToMost()) {
                for (int unit = 0; unit < step.units(); unit++) {
                    total += step.pointsEach();
                    met++;
                    assertThat(total).as("%d met, seed %d", met, seed).isEqualTo(plain.pointsIfMet(met));
                }
            }
            assertThat(Arrays.stream(each.demand()).sum() - met)
                    .as("as many as possible, seed %d", seed)
                    .isEqualTo((int) plain.unmet());
        }
    }

    @Test
    void oneMoreDeviceChangesWhatTheShadowPriceSays() {
        for (long seed = 0; seed < 3_000; seed++) {
            Case each = Case.of(seed);
            TransportSolution solution = each.problem().solve();
            for (int k = 0; k < each.supply().length; k++) {
                int[] more = each.supply().clone();
                more[k]++;
                TransportSolution after = new Case(more, each.demand(), each.points(), each.penalties())
                        .problem()
                        .solve();
                assertThat(solution.oneMore().get(k))
                        .as("class %d, seed %d", k, seed)
                        .isEqualTo(new TransportSolution.OneMore(
                                after.met() - solution.met(), solution.points() - after.points()));
                assertThat(after.met()).isGreaterThanOrEqualTo(solution.met());
                if (each.penalties() != null || after.met() == solution.met()) {
                    assertThat(after.points())
                            .as("a device never costs anything, seed %d", seed)
                            .isLessThanOrEqualTo(solution.points());
                }
            }
        }
    }

    @Test
    void theOrderOfNeedsAndClassesChangesNoTotal() {
        for (long seed = 0; seed < 500; seed++) {
            Case each = Case.of(seed);
            int needs = each.demand().length;
            int classes = each.supply().length;
            int[] supply = new int[classes];
            int[] demand = new int[needs];
            long[] penalties = each.penalties() == null ? null : new long[needs];
            long[][] points = new long[needs][classes];
            for (int i = 0; i < needs; i++) {
                demand[i] = each.demand()[needs - 1 - i];
                if (penalties != null) {
                    penalties[i] = each.penalties()[needs - 1 - i];
                }
                for (int k = 0; k < classes; k++) {
                    supply[k] = each.supply()[classes - 1 - k];
                    points[i][k] = each.points()[needs - 1 - i][classes - 1 - k];
                }
            }
            TransportSolution turned =
                    new Case(supply, demand, points, penalties).problem().solve();
            TransportSolution solution = each.problem().solve();
            assertThat(turned.points()).isEqualTo(solution.points());
            assertThat(turned.met()).isEqualTo(solution.met());
        }
    }

    @Test
    void pointsInOtherUnitsChangeOnlyTheTotal() {
        for (long seed = 0; seed < 500; seed++) {
            Case each = Case.of(seed);
            long[][] scaled = Arrays.stream(each.points())
                    .map(row -> Arrays.stream(row)
                            .map(p -> p == TransportProblem.FORBIDDEN ? p : 7 * p)
                            .toArray())
                    .toArray(long[][]::new);
            long[] penalties = each.penalties() == null
                    ? null
                    : Arrays.stream(each.penalties()).map(p -> 7 * p).toArray();
            TransportSolution solution = each.problem().solve();
            TransportSolution sevenfold = new Case(each.supply(), each.demand(), scaled, penalties)
                    .problem()
                    .solve();
            assertThat(sevenfold.points()).isEqualTo(7 * solution.points());
            assertThat(sevenfold.met()).isEqualTo(solution.met());
        }
    }

    /** ojAlgo 57.1.0 as a second opinion, where trying everything would take too long. */
    @Test
    void agreesWithALinearProgramme() {
        for (long seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int needs = random.nextInt(5, 25);
            int classes = random.nextInt(2, 8);
            int[] supply = random.ints(classes, 0, 9).toArray();
            int[] demand = random.ints(needs, 1, 5).toArray();
            long[] penalties = random.longs(needs, 20, 120).toArray();
            long[][] points = new long[needs][classes];
            for (long[] row : points) {
                for (int k = 0; k < classes; k++) {
                    row[k] = random.nextInt(5) == 0 ? TransportProblem.FORBIDDEN : random.nextInt(100);
                }
            }
            TransportSolution solution = TransportProblem.of(supply, demand, points)
                    .withPenalties(penalties)
                    .solve();
            assertThat((double) solution.points())
                    .as("seed %d", seed)
                    .isCloseTo(linearProgramme(supply, demand, points, penalties), within(1e-6));
        }
    }

    private static double linearProgramme(int[] supply, int[] demand, long[][] points, long[] penalties) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Expression[] stock = new Expression[supply.length];
        for (int k = 0; k < supply.length; k++) {
            stock[k] = model.addExpression("stock" + k).upper(supply[k]);
        }
        for (int i = 0; i < demand.length; i++) {
            Expression need = model.addExpression("need" + i).level(demand[i]);
            need.set(model.addVariable("unmet" + i).lower(0).weight(penalties[i]), 1);
            for (int k = 0; k < supply.length; k++) {
                if (points[i][k] != TransportProblem.FORBIDDEN) {
                    Variable x = model.addVariable("x" + i + "_" + k).lower(0).weight(points[i][k]);
                    need.set(x, 1);
                    stock[k].set(x, 1);
                }
            }
        }
        Optimisation.Result result = model.minimise();
        assertThat(result.getState().isOptimal()).isTrue();
        return result.getValue();
    }

    @Test
    void leastCostOfEveryNumberOfHouseholdsIsThatOfTheOracle() throws IOException {
        List<String> lines = Files.readAllLines(SharedData.file("oracles/persona/alloc_costs.csv"));
        long[][] points = lines.stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(",", -1))
                        .skip(1)
                        .mapToLong(cell -> cell.isEmpty() ? TransportProblem.FORBIDDEN : Long.parseLong(cell))
                        .toArray())
                .toArray(long[][]::new);
        int[] households = ones(points.length);
        int[] devices = ones(points[0].length);
        TransportProblem problem = TransportProblem.of(devices, households, points);
        PlainTransport plain = new PlainTransport(devices, households, points, null, NO_FLOORS);

        List<Long> totals = new ArrayList<>();
        long total = 0;
        for (Step step : problem.stepsToMost()) {
            for (int i = 0; i < step.units(); i++) {
                total += step.pointsEach();
                totals.add(total);
            }
        }
        List<String> expected =
                Files.readAllLines(SharedData.file("oracles/persona/alloc_min_cost_by_cardinality.csv"));
        assertThat(totals).hasSize(expected.size() - 1);
        for (int met = 1; met <= totals.size(); met++) {
            String[] row = expected.get(met).split(",", -1);
            assertThat(row[0]).isEqualTo(String.valueOf(met));
            assertThat(totals.get(met - 1)).as("%d met", met).isEqualTo(Long.parseLong(row[1]));
            assertThat(plain.waysIfMet(met)).as("ways, %d met", met).isEqualTo(Integer.parseInt(row[2]));
        }
        assertThat(problem.solve().points()).isEqualTo(14);
        assertThat(problem.solve().met()).isEqualTo(5);
    }

    @Test
    void transportOfTheOracleCosts146() throws IOException {
        List<String[]> lines = Files.readAllLines(SharedData.file("oracles/persona/alloc_transport.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        String expected = Files.readString(SharedData.file("oracles/persona/alloc_transport_expected.txt"));
        Map<String, Integer> supply = numbers(expected, "supply");
        Map<String, Integer> need = numbers(expected, "need");
        List<String> classes = List.copyOf(supply.keySet());
        List<String> groups = List.copyOf(need.keySet());
        long[][] points = new long[groups.size()][classes.size()];
        long[] penalties = new long[groups.size()];
        for (long[] row : points) {
            Arrays.fill(row, TransportProblem.FORBIDDEN);
        }
        for (String[] line : lines) {
            int group = groups.indexOf(line[1]);
            if (line[0].equals("unmet")) {
                penalties[group] = Long.parseLong(line[2]);
            } else {
                points[group][classes.indexOf(line[0])] = Long.parseLong(line[2]);
            }
        }
        TransportProblem problem = TransportProblem.of(
                        supply.values().stream().mapToInt(Integer::intValue).toArray(),
                        need.values().stream().mapToInt(Integer::intValue).toArray(),
                        points)
                .withPenalties(penalties);

        TransportSolution solution = problem.solve();

        assertThat(expected).contains("minimum total cost=146");
        assertThat(solution.points()).isEqualTo(146);
        assertThat(solution.unmet()).isEqualTo(5);
        // one more laptop for a jobseeker saves the penalty of 20 and costs 1
        assertThat(solution.oneMore().get(classes.indexOf("laptop"))).isEqualTo(new TransportSolution.OneMore(1, 19));
    }

    @Test
    void nothingToGiveAndNobodyToGiveItTo() {
        assertThat(TransportProblem.of(new int[0], new int[] {2}, new long[1][0])
                        .solve())
                .isEqualTo(new TransportSolution(List.of(), 0, 0, 2, List.of()));
        assertThat(TransportProblem.of(new int[] {2}, new int[0], new long[0][])
                        .solve()
                        .oneMore())
                .containsExactly(new TransportSolution.OneMore(0, 0));
        assertThat(TransportProblem.of(new int[] {0}, new int[] {0}, new long[][] {{3}})
                        .stepsToMost())
                .isEmpty();
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> TransportProblem.of(new int[] {-1}, new int[0], new long[0][]))
                .hasMessageContaining("supply must not be negative");
        assertThatThrownBy(() -> TransportProblem.of(new int[] {1}, new int[] {1}, new long[][] {{-2}}))
                .hasMessageContaining("points must be 0 to a million");
        assertThatThrownBy(() -> TransportProblem.of(new int[] {1}, new int[] {1}, new long[][] {{1, 2}}))
                .hasMessageContaining("one for each class");
        assertThatThrownBy(() -> TransportProblem.of(new int[] {1}, new int[] {1}, new long[0][]))
                .hasMessageContaining("a row for each of 1 needs");
        assertThatThrownBy(() -> TransportProblem.of(new int[] {1_000_001}, new int[0], new long[0][]))
                .hasMessageContaining("at most a million");
    }

    @Test
    void theLargestNumbersDoNotOverflow() {
        TransportProblem most =
                TransportProblem.of(new int[] {400_000, 500_000}, new int[] {600_000, 400_000}, new long[][] {
                    {1_000_000, 999_999}, {0, 1_000_000}
                });
        assertThat(most.solve().points()).isEqualTo(500_000L * 999_999); // the second need takes what costs nothing
        assertThat(most.solve().met()).isEqualTo(900_000);
        assertThat(most.withPenalties(1_000_000, 1_000_000).solve().points())
                .isEqualTo(500_000L * 999_999 + 100_000L * 1_000_000);
    }

    private static int[][] flow(Case each, TransportSolution solution) {
        int[][] flow = new int[each.demand().length][each.supply().length];
        solution.shipments().forEach(s -> flow[s.need()][s.stock()] += s.units());
        return flow;
    }

    private static int[] ones(int length) {
        int[] ones = new int[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static Map<String, Integer> numbers(String text, String name) {
        Matcher line =
                Pattern.compile("^" + name + "=\\{(.*)}$", Pattern.MULTILINE).matcher(text);
        assertThat(line.find()).isTrue();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (String pair : line.group(1).split(", ", -1)) {
            String[] parts = pair.split(": ", -1);
            numbers.put(parts[0].replace("'", ""), Integer.parseInt(parts[1]));
        }
        return numbers;
    }
}
