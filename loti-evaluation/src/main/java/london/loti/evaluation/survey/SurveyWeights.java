package london.loti.evaluation.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * Moves weights so that the sample has the population's make-up: by one division (post-stratification), or by several at
 * once (raking, iterative proportional fitting: Deming and Stephan 1940, doi:10.1214/aoms/1177731829). Immutable.
 */
public final class SurveyWeights {
    private static final int MOST_STEPS = 10_000;
    private static final double USUAL_TOLERANCE = 1e-10;

    private final double[] weights;
    private final double tolerance;
    private final double most;

    private SurveyWeights(double[] weights, double tolerance, double most) {
        this.weights = weights;
        this.tolerance = tolerance;
        this.most = most;
    }

    /**
     * {@return a calculator that rakes until no category is missed by more than 1e-10 of itself, and trims nothing}
     *
     * @param weights for how many people each person of the sample spoke so far, above 0; all 1 where everybody had the
     *     same chance
     * @throws FindingsException if a weight is not above 0
     */
    public static SurveyWeights of(double[] weights) {
        Findings findings = new Findings();
        requirePositive(findings, weights);
        if (weights.length == 0) {
            findings.error(StudyProblem.TOO_FEW, "a sample must have people, but had none", Where.file("sample"));
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
        return new SurveyWeights(weights.clone(), USUAL_TOLERANCE, Double.POSITIVE_INFINITY);
    }

    static void requirePositive(Findings findings, double[] weights) {
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] > 0) || Double.isInfinite(weights[i])) {
                findings.error(
                        StudyProblem.OUT_OF_RANGE,
                        "a weight must be above 0, but was " + weights[i],
                        Where.cell("sample", i + 1, "weights"));
            }
        }
    }

    /**
     * {@return the same with another tolerance}
     *
     * @param newTolerance by what share of itself a category may be missed, above 0 and below 1
     * @throws IllegalArgumentException if it is not
     */
    public SurveyWeights withTolerance(double newTolerance) {
        if (!(newTolerance > 0 && newTolerance < 1)) {
            throw new IllegalArgumentException("a tolerance must lie between 0 and 1, but was " + newTolerance);
        }
        return new SurveyWeights(weights, newTolerance, most);
    }

    /**
     * {@return the same that trims large weights at the end: to a multiple of the mean weight, what is cut off shared
     * among the others in proportion} The margins are then missed by as much as {@link Weighting#largestMiss} tells.
     *
     * @param multiple the most that a weight may be, in mean weights; above 1
     * @throws IllegalArgumentException if it is not
     */
    public SurveyWeights trimmedTo(double multiple) {
        if (!(multiple > 1)) {
            throw new IllegalArgumentException(
                    "weights can be trimmed to more than 1 mean weight, but not " + multiple);
        }
        return new SurveyWeights(weights, tolerance, multiple);
    }

    /**
     * {@return weights that give each category its number of people}
     *
     * @param sample the category of each person; none is missing
     * @param population how many people of the population each category has
     * @throws FindingsException if a category has nobody in the sample, or a person no category of the population
     */
    public Weighting postStratify(Categories sample, SortedMap<String, Double> population) {
        return rake(List.of(new Margin("population", sample, population)));
    }

    /**
     * {@return weights that give each category of each margin its number of people}
     *
     * @param margins the divisions of the population, at least one, all of the same number of people
     * @throws IllegalArgumentException if there is no margin, or one is of another number of people in the sample
     * @throws FindingsException if a category has nobody in the sample, a person no category, margins add up to different
     *     populations, or the steps do not settle
     */
    public Weighting rake(List<Margin> margins) {
        if (margins.isEmpty()) {
            throw new IllegalArgumentException("raking needs a margin, but had none");
        }
        List<Target> targets = targets(margins);
        double[] moved = weights.clone();
        for (int step = 1; step <= MOST_STEPS; step++) {
            targets.forEach(target -> target.fit(moved));
            double missed =
                    targets.stream().mapToDouble(t -> t.miss(moved)).max().orElse(0);
            if (missed <= tolerance) {
                int trimmed = trim(moved);
                double after =
                        targets.stream().mapToDouble(t -> t.miss(moved)).max().orElse(0);
                return new Weighting(moved, step, trimmed, after);
            }
        }
        throw FindingsException.error(
                StudyProblem.NOT_SETTLED,
                "the margins must be met, but were not after " + MOST_STEPS
                        + " steps\nMaybe some of them contradict each other for this sample: merge small categories.",
                Where.file("sample"));
    }

    private List<Target> targets(List<Margin> margins) {
        Findings findings = new Findings();
        List<Target> targets = new ArrayList<>();
        double total = Double.NaN;
        for (Margin margin : margins) {
            if (margin.sample().size() != weights.length) {
                throw new IllegalArgumentException("a margin must be of " + weights.length
                        + " people of the sample, but '" + margin.name() + "' was of "
                        + margin.sample().size());
            }
            Target target = Target.of(margin, findings);
            double sum = Sums.sum(target.people);
            if (targets.isEmpty()) {
                total = sum;
            } else if (Math.abs(sum - total) > 1e-9 * total) {
                findings.error(
                        StudyProblem.OUT_OF_RANGE,
                        "margins must add up to the same population, but were " + total + " and " + sum
                                + "\nMaybe scale one to the other.",
                        Where.column("population", margin.name()));
            }
            targets.add(target);
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
        return targets;
    }

    private int trim(double[] moved) {
        double bound = most * Sums.mean(moved);
        boolean[] cut = new boolean[moved.length];
        for (boolean found = true; found; ) {
            found = false;
            double excess = 0;
            double free = 0;
            for (int i = 0; i < moved.length; i++) {
                if (moved[i] > bound * (1 + 1e-12)) {
                    excess += moved[i] - bound;
                    moved[i] = bound;
                    cut[i] = true;
                    found = true;
                } else if (!cut[i]) {
                    free += moved[i];
                }
            }
            for (int i = 0; i < moved.length; i++) {
                moved[i] *= cut[i] ? 1 : 1 + excess / free;
            }
        }
        int count = 0;
        for (boolean one : cut) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** One margin by codes. */
    private static final class Target {
        private final int[] codes;
        private final double[] people;

        private Target(int[] codes, double[] people) {
            this.codes = codes;
            this.people = people;
        }

        static Target of(Margin margin, Findings findings) {
            Where where = Where.column("sample", margin.name());
            List<String> names = List.copyOf(margin.population().keySet());
            int[] counts = new int[names.size()];
            int[] codes = new int[margin.sample().size()];
            for (int i = 0; i < codes.length; i++) {
                int code = margin.sample().code(i);
                codes[i] =
                        code < 0 ? -1 : names.indexOf(margin.sample().labels().get(code));
                if (codes[i] < 0) {
                    findings.error(
                            StudyProblem.MISSING_VALUE,
                            "every person of the sample must have a category of the population, but this one has none",
                            Where.cell("sample", i + 1, margin.name()));
                } else {
                    counts[codes[i]]++;
                }
            }
            for (int c = 0; c < counts.length; c++) {
                if (counts[c] == 0) {
                    findings.error(
                            StudyProblem.TOO_FEW,
                            "a category of the population must have people in the sample, but '" + names.get(c)
                                    + "' has none\nMaybe merge it with another.",
                            where);
                }
            }
            return new Target(
                    codes,
                    margin.population().values().stream().mapToDouble(v -> v).toArray());
        }

        private double[] sums(double[] weights) {
            double[] sums = new double[people.length];
            for (int i = 0; i < weights.length; i++) {
                sums[codes[i]] += weights[i];
            }
            return sums;
        }

        void fit(double[] weights) {
            double[] sums = sums(weights);
            for (int i = 0; i < weights.length; i++) {
                weights[i] *= people[codes[i]] / sums[codes[i]];
            }
        }

        double miss(double[] weights) {
            double[] sums = sums(weights);
            Arrays.setAll(sums, c -> Math.abs(sums[c] - people[c]) / people[c]);
            return Arrays.stream(sums).max().orElse(0);
        }
    }
}
