package london.loti.workbench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import london.loti.mapping.index.AreaExplanation;
import london.loti.mapping.index.AreaIndex;
import london.loti.mapping.index.Contribution;
import london.loti.mapping.recipe.Component;
import london.loti.mapping.recipe.Component.Part;
import london.loti.mapping.recipe.Recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What a page has worked out, as text from its own numbers, so that nothing is rounded on the way. */
final class PageScores {
    private static final double EQUAL = 1e-9;

    private final List<String> codes;
    private final double[] scores;
    private final int[] ranks;

    private PageScores(List<String> codes, double[] scores, int[] ranks) {
        this.codes = codes;
        this.scores = scores;
        this.ranks = ranks;
    }

    static PageScores read(Browser browser) {
        String[] columns = browser.text("const r = loti.result(); return [r.codes.join(' '),"
                        + " r.scores.map((s) => s === null ? 'NaN' : String(s)).join(' '),"
                        + " r.ranks.map((n) => n === null ? '0' : String(n)).join(' ')].join('|')")
                .split("\\|", -1);
        return new PageScores(
                List.of(columns[0].split(" ", -1)),
                Arrays.stream(columns[1].split(" ", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray(),
                Arrays.stream(columns[2].split(" ", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray());
    }

    /** The numbers with these weights. */
    static PageScores with(Browser browser, Map<String, Double> weights) {
        String json = weights.entrySet().stream()
                .map(w -> "'" + w.getKey() + "':" + w.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        browser.run("loti.setWeights(" + json + ")");
        return read(browser);
    }

    /** Every score to 1e-9 (relative above one), every rank exactly. */
    void agreeWith(AreaIndex index, String what) {
        assertThat(codes)
                .isEqualTo(index.table().codes().stream().map(c -> c.value()).toList());
        List<String> different = IntStream.range(0, scores.length)
                .filter(row -> !isEqual(scores[row], index.score(row))
                        || ranks[row] != index.rank(row).orElse(0))
                .mapToObj(row -> codes.get(row) + ": " + scores[row] + " (" + ranks[row] + ") in the page, "
                        + index.score(row) + " (" + index.rank(row).orElse(0) + ") in Java")
                .toList();
        assertThat(different).as(what).isEmpty();
    }

    private static boolean isEqual(double page, double java) {
        return Double.isNaN(java) ? Double.isNaN(page) : Math.abs(page - java) <= EQUAL * Math.max(1, Math.abs(java));
    }

    /** Other weights for every part: about one in five is nought, but never all of a component. */
    static Map<String, Double> randomWeights(Recipe recipe, SplittableRandom random) {
        Map<String, Double> weights = new HashMap<>();
        for (Component component : recipe.components()) {
            List<Part> parts = component.parts();
            parts.forEach(p -> weights.put(p.of(), random.nextInt(5) == 0 ? 0.0 : random.nextDouble() * 4));
            if (parts.stream().allMatch(p -> weights.getOrDefault(p.of(), 0.0) == 0)) {
                weights.put(parts.get(random.nextInt(parts.size())).of(), 1.0);
            }
        }
        return weights;
    }

    /** The open card takes the score apart as {@link AreaIndex#explain} does. */
    static void cardAgreesWith(Browser browser, AreaExplanation explanation) {
        List<String> labels = browser.texts("#card .bar-label");
        List<String> numbers = browser.texts("#card .bar-number");
        Map<String, Contribution> byLabel = explanation.contributions().stream()
                .collect(Collectors.toMap(c -> c.indicator().label(), c -> c));
        assertThat(labels).containsExactlyInAnyOrderElementsOf(byLabel.keySet());
        double sum = 0;
        double slack = 1e-9;
        for (int i = 0; i < labels.size(); i++) {
            Contribution wanted = byLabel.get(labels.get(i));
            if (wanted == null || !numbers.get(i).matches("[+−]?[0-9.,]+")) {
                assertThat(wanted == null || wanted.points() == 0 || Double.isNaN(wanted.points()))
                        .as("%s is shown as '%s'", labels.get(i), numbers.get(i))
                        .isTrue();
                continue;
            }
            double half = halfOfTheLastPlace(numbers.get(i));
            slack += half;
            sum += numberIn(numbers.get(i));
            assertThat(numberIn(numbers.get(i)))
                    .as(labels.get(i) + " of " + explanation.area())
                    .isCloseTo(wanted.points(), within(half));
        }
        if (explanation.rank() == null) {
            assertThat(browser.texts("#card .place-rank")).containsExactly("No score");
            return;
        }
        String[] line = browser.text("return document.querySelector('#card .sum-terms').textContent")
                .replace(" = ", "")
                .replace("− ", "+ −")
                .split(" \\+ ", -1);
        String total = browser.text("return document.querySelector('#card .sum strong').textContent");
        double terms = DoubleStream.of(
                        Arrays.stream(line).mapToDouble(PageScores::numberIn).toArray())
                .sum();
        double half = halfOfTheLastPlace(total);
        assertThat(numberIn(total)).isCloseTo(explanation.score(), within(half));
        assertThat(sum).isCloseTo(explanation.score(), within(slack));
        assertThat(terms).isCloseTo(explanation.score(), within(half * line.length + 1e-9));
    }

    private static double numberIn(String text) {
        return Double.parseDouble(
                text.replace("−", "-").replace("+", "").replace(",", "").strip());
    }

    private static double halfOfTheLastPlace(String number) {
        int dot = number.indexOf('.');
        int decimals = dot < 0 ? 0 : number.length() - dot - 1;
        return 0.5 * Math.pow(10, -decimals) + EQUAL * Math.max(1, Math.abs(numberIn(number)));
    }
}
