package london.loti.evaluation.proposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.monitor.FunnelPlot;
import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.disclosure.DisclosedCounts;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * People in need who were seen in areas, beside what an index expects there: in which areas the two are far apart, and
 * whether the order of the areas holds. Both are things to look at; from which number of a recipe they come cannot be told.
 *
 * <pre>{@code
 * AreaGap gap = AreaGap.of(areas, expected, observed).withPopulation(residents);
 * Proposals proposals = gap.proposals(Subject.of(Target.RECIPE, "loti-london", "1.0.0"), madeOn, "Referrals of 2025");
 * }</pre>
 *
 * <p><b>Expected:</b> numbers in proportion to how many people in need the index expects, such as its share times the
 * residents; they are rescaled to the total that was seen. A score whose nought does not mean nobody is no such number.
 * <b>Far out:</b> (observed − expected) / √(φ expected) beyond the normal 99.8 per cent limits, with φ as in {@link
 * FunnelPlot#overdispersion}. <b>Interval of a ratio:</b> exact Poisson (Garwood 1936), without φ. <b>Order:</b> Spearman's
 * correlation of both, of their rates where the population is given; the interval is Fisher's (Bonett and Wright 2000, <a
 * href="https://doi.org/10.1007/BF02294183">doi:10.1007/BF02294183</a>). <b>Counts:</b> as the disclosure rule shows them;
 * areas that it hides are left out. <b>Limits:</b> where few were seen, few may have been reached. Immutable and thread-safe.
 */
public final class AreaGap {
    private static final String DATA = "areas";
    private static final double USUAL_LEAST = 0.5;
    private static final double FAR = NormalDistribution.of(0, 1).inverseSurvivalProbability(0.001);

    private final List<String> areas;
    private final double[] expected;
    private final int[] observed;
    private final double @Nullable [] population;
    private final double least;
    private final double level;
    private final DisclosureRule rule;
    private final Map<String, List<GroupCounts>> groups;

    private AreaGap(
            List<String> areas,
            double[] expected,
            int[] observed,
            double @Nullable [] population,
            double least,
            double level,
            DisclosureRule rule,
            Map<String, List<GroupCounts>> groups) {
        this.areas = areas;
        this.expected = expected;
        this.observed = observed;
        this.population = population;
        this.least = least;
        this.level = level;
        this.rule = rule;
        this.groups = groups;
    }

    /**
     * {@return areas with what is expected and what was seen}
     *
     * @param areas the areas' codes, each once
     * @param expected what the index expects, 0 or more in any unit; areas with 0 or {@code NaN} are left out
     * @param observed how many people in need were seen, each in one area only
     * @throws IllegalArgumentException if the lengths differ
     * @throws FindingsException with every code that is blank or comes twice, and every number below 0
     */
    public static AreaGap of(List<String> areas, double[] expected, int[] observed) {
        requireLength("expected", expected.length, areas.size());
        requireLength("observed", observed.length, areas.size());
        Findings findings = new Findings();
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (int i = 0; i < observed.length; i++) {
            if (areas.get(i).isBlank() || seen.putIfAbsent(areas.get(i), i) != null) {
                findings.error(
                        StudyProblem.DUPLICATE_ROW,
                        "an area's code must be there and come once\nMaybe add up the rows of one area.",
                        Where.cell(DATA, i + 1, "area"));
            }
            if (expected[i] < 0 || Double.isInfinite(expected[i])) {
                findings.error(
                        StudyProblem.OUT_OF_RANGE,
                        "what is expected must be 0 or more and finite, but is not\nMaybe it is a standardised score: multiply"
                                + " shares by residents instead.",
                        Where.cell(DATA, i + 1, "expected"));
            }
            if (observed[i] < 0) {
                findings.error(
                        StudyProblem.OUT_OF_RANGE,
                        "a count must be 0 or more, but is below",
                        Where.cell(DATA, i + 1, "observed"));
            }
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
        return new AreaGap(
                List.copyOf(areas),
                expected.clone(),
                observed.clone(),
                null,
                USUAL_LEAST,
                Interval.USUAL_LEVEL,
                DisclosureRule.withDefaults(),
                Map.of());
    }

    private static void requireLength(String what, int length, int wanted) {
        if (length != wanted) {
            throw new IllegalArgumentException(
                    what + " must have a number for each of " + wanted + " areas, but had " + length);
        }
    }

    /**
     * {@return the same, where the order is that of the rates; without, large areas come first on both sides}
     *
     * @param residents how many people live in each area, above 0
     * @throws IllegalArgumentException if there are not as many numbers, or one is not above 0
     */
    public AreaGap withPopulation(double[] residents) {
        requireLength("population", residents.length, areas.size());
        if (!Arrays.stream(residents).allMatch(number -> number > 0 && Double.isFinite(number))) {
            throw new IllegalArgumentException("a population must be above 0 in every area, but is not in one");
        }
        return new AreaGap(areas, expected, observed, residents.clone(), least, level, rule, groups);
    }

    /**
     * {@return the same with another correlation that an order that holds must be able to have; 0.5 without} A look at the
     * order is proposed where the whole interval is below it.
     *
     * @param correlation from -1 to 1
     * @throws IllegalArgumentException if it is not
     */
    public AreaGap withLeastCorrelation(double correlation) {
        if (!(correlation >= -1 && correlation <= 1)) {
            throw new IllegalArgumentException("a correlation must be from -1 to 1, but was " + correlation);
        }
        return new AreaGap(areas, expected, observed, population, correlation, level, rule, groups);
    }

    /**
     * {@return the same with intervals of another level}
     *
     * @param newLevel above 0 and below 1
     */
    public AreaGap withLevel(double newLevel) {
        return new AreaGap(areas, expected, observed, population, least, Interval.requireLevel(newLevel), rule, groups);
    }

    /**
     * {@return the same under another disclosure rule than loti's default}
     *
     * @param newRule the rule
     */
    public AreaGap withRule(DisclosureRule newRule) {
        return new AreaGap(areas, expected, observed, population, least, level, newRule, groups);
    }

    /**
     * {@return the same with counts by group, so that a proposal tells whether an area far out is so for all groups alike}
     *
     * @param newGroups for each area and group how many people seen live in the area ({@code yes}), of how many seen anywhere
     *     ({@code people}); areas may be left out
     */
    public AreaGap withGroups(Map<String, List<GroupCounts>> newGroups) {
        return new AreaGap(areas, expected, observed, population, least, level, rule, Map.copyOf(newGroups));
    }

    /** {@return the areas beside what is expected of them} */
    public AreaGaps gaps() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int i = 0; i < observed.length; i++) {
            counts.put(areas.get(i), (long) observed[i]);
        }
        List<DisclosedCounts.Count> shown = rule.apply(counts).rows();
        int[] used = new int[observed.length];
        int n = 0;
        for (int i = 0; i < used.length; i++) {
            if (shown.get(i).people() != null && expected[i] > 0) {
                used[n++] = i;
            }
        }
        int[] kept = Arrays.copyOf(used, n);
        double[] seen =
                Arrays.stream(kept).mapToDouble(i -> people(shown.get(i))).toArray();
        double[] raw = Arrays.stream(kept).mapToDouble(i -> expected[i]).toArray();
        double scale = Sums.sum(seen) / Sums.sum(raw);
        double[] wanted = Arrays.stream(raw).map(number -> number * scale).toArray();
        double[] residents = Arrays.stream(kept)
                .mapToDouble(i -> population == null ? 1 : population[i])
                .toArray();
        List<String> names = Arrays.stream(kept).mapToObj(areas::get).toList();
        int notShown =
                (int) shown.stream().filter(area -> area.people() == null).count();
        double[] z = new double[n];
        Arrays.setAll(z, i -> wanted[i] > 0 ? (seen[i] - wanted[i]) / Math.sqrt(wanted[i]) : 0);
        double phi = n == 0 ? 1 : FunnelPlot.overdispersion(z);
        List<AreaRatio> ratios = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            ratios.add(ratio(names.get(i), seen[i], wanted[i], z[i] / Math.sqrt(phi)));
        }
        Estimate ranking = Spearman.of(over(raw, residents), over(seen, residents), level);
        Effect effect = Effect.builder("area-gap", Math.round(Sums.sum(seen)))
                .convention("order", population == null ? "of counts" : "of rates")
                .convention("limits", "normal 99.8 %, multiplicative overdispersion, winsorised 10 %")
                .convention("interval of a ratio", "exact Poisson, without overdispersion")
                .convention("counts", "disclosure rule " + rule.id() + " " + rule.version())
                .estimate(ranking)
                .diagnostic("areas", n)
                .diagnostic("areas not shown", notShown)
                .diagnostic("areas of which nobody is expected", observed.length - n - notShown)
                .diagnostic("phi", phi)
                .diagnostic("least correlation", least)
                .dataHash(DataHash.start()
                        .add(names)
                        .add(raw)
                        .add(seen)
                        .add(residents)
                        .finish())
                .assumes("Where people in need live, they are seen equally often in every area.")
                .assumes("Areas differ by chance and by many small causes, unless one is unusual.")
                .build();
        return new AreaGaps(ratios, notShown, effect);
    }

    private static double people(DisclosedCounts.Count count) {
        Long people = count.people();
        return people == null ? Double.NaN : people;
    }

    private static double[] over(double[] counts, double[] residents) {
        double[] rates = new double[counts.length];
        Arrays.setAll(rates, i -> counts[i] / residents[i]);
        return rates;
    }

    private AreaRatio ratio(String area, double seen, double wanted, double z) {
        double outside = (1 - level) / 2;
        double lower = seen == 0
                ? 0
                : ChiSquaredDistribution.of(2 * seen).inverseCumulativeProbability(outside) / (2 * wanted);
        double upper = ChiSquaredDistribution.of(2 * seen + 2).inverseSurvivalProbability(outside) / (2 * wanted);
        Estimate ratio = Estimate.of("ratio in " + area, seen / wanted)
                .withTest(z, Double.NaN, Inference.usual().normalPValue(z))
                .withInterval(new Interval(lower, upper, level));
        return new AreaRatio(area, Math.round(seen), wanted, ratio, Math.abs(z) > FAR);
    }

    /**
     * {@return at most two proposals to look at the recipe: one with the areas that lie far out, and one if the order of the
     * areas is not that of the index}
     *
     * @param recipe the recipe, whole
     * @param madeOn the day
     * @param source where the counts are from
     */
    public Proposals proposals(Subject recipe, LocalDate madeOn, String source) {
        AreaGaps gaps = gaps();
        AreaWords words = new AreaWords(gaps, rule, groups, population != null, least);
        List<Proposal> proposals = new ArrayList<>();
        if (!gaps.farOut().isEmpty()) {
            proposals.add(new Proposal(
                    recipe,
                    Proposal.Kind.LOOK_AT,
                    null,
                    words.farReason(),
                    words.farEvidence(),
                    words.farSpeaksAgainst(),
                    madeOn,
                    source));
        }
        Interval order = gaps.ranking().interval();
        if (order != null && order.upper() < least) {
            proposals.add(new Proposal(
                    recipe,
                    Proposal.Kind.LOOK_AT,
                    null,
                    words.orderReason(order),
                    gaps.effect(),
                    words.orderSpeaksAgainst(),
                    madeOn,
                    source));
        }
        return new Proposals(proposals, gaps.notShown());
    }
}
