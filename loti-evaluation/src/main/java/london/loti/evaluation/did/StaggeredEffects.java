package london.loti.evaluation.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

import london.loti.evaluation.did.GroupTimes.GroupTime;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.numeric.Matrices;

/**
 * The effects on each group in each period, and their means. A mean over groups weighs them by their numbers of units;
 * that these numbers are themselves a sample's is in the errors, as in R's {@code aggte}. An effect on a group that is one
 * unit, or one cluster, has no interval.
 */
public final class StaggeredEffects {
    private final StaggeredAdoption design;
    private final StaggeredData data;
    private final List<GroupTime> all;

    StaggeredEffects(StaggeredAdoption design, StaggeredData data, List<GroupTime> all) {
        this.design = design;
        this.data = data;
        this.all = all;
    }

    /**
     * {@return one estimate a group and period, named {@code group 2004, period 2006}; the joint test that all before
     * the beginning are nought is among the diagnostics as {@code pre_test_chi2}, {@code pre_test_df} and
     * {@code pre_test_p}, and missing where there is nothing before or its covariance is singular}
     */
    public Effect groupTime() {
        Effect.Builder effect = effect("group-time");
        for (GroupTime one : ordered()) {
            effect.estimate(
                    estimate("group " + one.group + ", period " + one.period, one.effect, one.influence, one.alone));
        }
        preTest(effect);
        return effect.build();
    }

    /** Periods with treatment first, so that the headline is one. */
    private List<GroupTime> ordered() {
        List<GroupTime> ordered = new ArrayList<>();
        all.stream().filter(one -> one.period >= one.group).forEach(ordered::add);
        all.stream().filter(one -> one.period < one.group).forEach(ordered::add);
        return ordered;
    }

    /** {@return the mean over all groups and periods with treatment} */
    public Effect simple() {
        List<GroupTime> after = after();
        return effect("simple").estimate(weighed("overall", after)).build();
    }

    /**
     * {@return the mean over all periods since the beginning, then one estimate a number of periods since, named
     * {@code event 0} and so on; those before 0 should be near nought}
     */
    public Effect dynamic() {
        int[] events = all.stream()
                .mapToInt(one -> one.period - one.group)
                .sorted()
                .distinct()
                .toArray();
        List<Mean> means = Arrays.stream(events)
                .mapToObj(event -> mean(
                        "event " + event,
                        all.stream()
                                .filter(one -> one.period - one.group == event)
                                .toList()))
                .toList();
        List<Mean> since = IntStream.range(0, events.length)
                .filter(i -> events[i] >= 0)
                .mapToObj(means::get)
                .toList();
        Effect.Builder effect = effect("dynamic");
        preTest(effect);
        return effect.estimate(estimate(plain("overall", since)))
                .estimates(means.stream().map(this::estimate).toList())
                .build();
    }

    /**
     * {@return the mean over groups, then one estimate a group, named {@code group 2004}} For the share of each group in
     * the overall mean, R's did takes the indicator of whichever group stands at its place in the list of groups and
     * periods, mostly the first. The error of the overall mean follows that, so that published tables can be made again;
     * {@link #byGroupWithExactShares} takes the group itself. They differ by well under a hundredth as a rule.
     */
    public Effect byGroup() {
        return byGroup(false);
    }

    /** {@return the same as {@link #byGroup}, with each group's own share in the error of the overall mean} */
    public Effect byGroupWithExactShares() {
        return byGroup(true);
    }

    private Effect byGroup(boolean exact) {
        int[] groups = Arrays.stream(data.groups)
                .filter(group -> after().stream().anyMatch(one -> one.group == group))
                .toArray();
        List<GroupTime> means = Arrays.stream(groups)
                .mapToObj(group -> {
                    Mean mean = plain(
                            "group " + group,
                            after().stream()
                                    .filter(one -> one.group == group)
                                    .map(one -> new Mean("", one.effect, one.influence, one.alone))
                                    .toList());
                    return new GroupTime(group, group, mean.value, mean.influence, false, mean.alone);
                })
                .toList();
        int[] sharesOf = exact
                ? groups
                : IntStream.range(0, groups.length).map(k -> all.get(k).group).toArray();
        return effect("group")
                .convention("shares", exact ? "exact" : "as R's did")
                .estimate(estimate(mean("overall", means, sharesOf)))
                .estimates(means.stream()
                        .map(mean -> estimate("group " + mean.group, mean.effect, mean.influence, mean.alone))
                        .toList())
                .build();
    }

    /** {@return the mean over calendar periods with treatment, then one estimate a period, named {@code period 2004}} */
    public Effect byCalendar() {
        List<Mean> means = Arrays.stream(data.periods)
                .filter(period -> after().stream().anyMatch(one -> one.period == period))
                .mapToObj(period -> mean(
                        "period " + period,
                        after().stream().filter(one -> one.period == period).toList()))
                .toList();
        return effect("calendar")
                .estimate(estimate(plain("overall", means)))
                .estimates(means.stream().map(this::estimate).toList())
                .build();
    }

    private List<GroupTime> after() {
        return all.stream().filter(one -> one.period >= one.group).toList();
    }

    private Effect.Builder effect(String aggregation) {
        Effect.Builder effect = Effect.builder("callaway-santanna", data.units)
                .asked(design.inference())
                .convention("aggregation", aggregation)
                .convention("comparison", word(design.comparison()))
                .convention("adjustment", word(design.adjustment()))
                .convention("base_period", word(design.base()))
                .convention(
                        "errors", data.clusterOf.length == 0 ? "influence function" : "clustered influence function")
                .dataHash(design.panel().table().hash())
                .diagnostic("units_left_out", data.leftOut)
                .diagnostic("periods", data.periods.length)
                .assumes("Without the programme, groups would have changed like those they are compared with"
                        + (design.covariates().isEmpty() ? "." : ", covariates allowed for."))
                .assumes("Nobody changed more than " + design.anticipation() + " periods before they began.")
                .assumes("Who has begun stays treated.");
        if (design.anticipation() > 0) {
            effect.convention("anticipation", Integer.toString(design.anticipation()));
        }
        if (data.clusterOf.length > 0) {
            effect.clusters(data.clusters);
        }
        if (after().stream().anyMatch(one -> one.alone)) {
            effect.assumes("Where a group, or those it is compared with, are one "
                    + (data.clusterOf.length > 0 ? "cluster" : "unit")
                    + ", nothing but the programme changed it: such an effect has no error of its own, and that of a"
                    + " mean with it is too small.");
        }
        for (int group : data.groups) {
            effect.group(
                    "group " + group,
                    Arrays.stream(data.began).filter(began -> began == group).count());
        }
        return effect.group(
                "never treated",
                Arrays.stream(data.began)
                        .filter(began -> began == Integer.MAX_VALUE)
                        .count());
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void preTest(Effect.Builder effect) {
        List<GroupTime> before = all.stream()
                .filter(one -> one.period < one.group && !one.reference)
                .toList();
        int p = before.size();
        if (p == 0) {
            return;
        }
        double[][] covariance = new double[p][p];
        double[] effects = new double[p];
        for (int i = 0; i < p; i++) {
            effects[i] = before.get(i).effect;
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = covariance(before.get(i).influence, before.get(j).influence);
            }
        }
        double[][] lower = Matrices.cholesky(covariance);
        if (lower.length == 0) {
            return;
        }
        double[] solved = Matrices.solve(lower, effects);
        double chi2 =
                IntStream.range(0, p).mapToDouble(i -> effects[i] * solved[i]).sum();
        effect.diagnostic("pre_test_chi2", chi2)
                .diagnostic("pre_test_df", p)
                .diagnostic("pre_test_p", ChiSquaredDistribution.of(p).survivalProbability(chi2));
    }

    /** A mean with its influence. */
    private static final class Mean {
        private final String term;
        private final double value;
        private final double[] influence;

        /** Whether every part of it is alone. */
        private final boolean alone;

        Mean(String term, double value, double[] influence, boolean alone) {
            this.term = term;
            this.value = value;
            this.influence = influence;
            this.alone = alone;
        }
    }

    private Estimate weighed(String term, List<GroupTime> ones) {
        return estimate(mean(term, ones));
    }

    private Mean mean(String term, List<GroupTime> ones) {
        return mean(term, ones, ones.stream().mapToInt(one -> one.group).toArray());
    }

    /** The mean weighed by the groups' shares of all units; the shares' own error is added to the influence. */
    private Mean mean(String term, List<GroupTime> ones, int[] sharesOf) {
        int n = data.units;
        double[] share = ones.stream().mapToDouble(one -> share(one.group)).toArray();
        double total = Arrays.stream(share).sum();
        double value = 0;
        for (int k = 0; k < share.length; k++) {
            value += ones.get(k).effect * share[k] / total;
        }
        double[] influence = new double[n];
        for (int k = 0; k < share.length; k++) {
            GroupTime one = ones.get(k);
            double weight = share[k] / total;
            double pull = (one.effect - value) / total;
            for (int i = 0; i < n; i++) {
                influence[i] += weight * one.influence[i] + ((data.began[i] == sharesOf[k] ? 1 : 0) - share[k]) * pull;
            }
        }
        return new Mean(term, value, influence, ones.stream().allMatch(one -> one.alone));
    }

    private Mean plain(String term, List<Mean> means) {
        double value = means.stream().mapToDouble(mean -> mean.value).average().orElse(Double.NaN);
        double[] influence = new double[data.units];
        for (Mean mean : means) {
            for (int i = 0; i < influence.length; i++) {
                influence[i] += mean.influence[i] / means.size();
            }
        }
        return new Mean(term, value, influence, means.stream().allMatch(mean -> mean.alone));
    }

    private double share(int group) {
        return (double) Arrays.stream(data.began)
                        .filter(began -> began == group)
                        .count()
                / data.units;
    }

    private Estimate estimate(Mean mean) {
        return estimate(mean.term, mean.value, mean.influence, mean.alone);
    }

    private Estimate estimate(String term, double value, double[] influence, boolean alone) {
        return alone
                ? Estimate.of(term, value)
                : design.inference().normal(term, value, Math.sqrt(covariance(influence, influence)));
    }

    /** The covariance of two estimates: the sum of products of influences over n², summed by cluster first. */
    private double covariance(double[] a, double[] b) {
        double n = data.units;
        if (data.clusterOf.length == 0) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * b[i];
            }
            return sum / n / n;
        }
        int most = Arrays.stream(data.clusterOf).max().orElse(0) + 1;
        double[] ofA = new double[most];
        double[] ofB = new double[most];
        for (int i = 0; i < a.length; i++) {
            ofA[data.clusterOf[i]] += a[i];
            ofB[data.clusterOf[i]] += b[i];
        }
        double sum = 0;
        for (int c = 0; c < most; c++) {
            sum += ofA[c] * ofB[c];
        }
        return sum / n / n;
    }
}
