package london.loti.evaluation.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import london.loti.evaluation.did.StaggeredAdoption.Adjustment;
import london.loti.evaluation.did.StaggeredAdoption.Base;
import london.loti.evaluation.did.StaggeredAdoption.Comparison;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/** The effect on each group in each period, with each unit's influence on it. */
final class GroupTimes {
    private final StaggeredData data;
    private final Comparison comparison;
    private final Adjustment adjustment;
    private final Base base;
    private final int anticipation;

    GroupTimes(StaggeredData data, Comparison comparison, Adjustment adjustment, Base base, int anticipation) {
        this.data = data;
        this.comparison = comparison;
        this.adjustment = adjustment;
        this.base = base;
        this.anticipation = anticipation;
    }

    /** One group in one period. */
    static final class GroupTime {
        final int group;
        final int period;
        final double effect;
        /** One a unit; its mean is nought. Nought throughout in a universal base period, which is no estimate. */
        final double[] influence;

        final boolean reference;
        /** Whether one side is a single cluster, so that the influence misses what happened to it alone. */
        final boolean alone;

        GroupTime(int group, int period, double effect, double[] influence, boolean reference, boolean alone) {
            this.group = group;
            this.period = period;
            this.effect = effect;
            this.influence = influence;
            this.reference = reference;
            this.alone = alone;
        }
    }

    /** In the order of group and period. Those without anybody to compare with are left out. */
    List<GroupTime> estimate() {
        List<GroupTime> all = new ArrayList<>();
        for (int group : data.groups) {
            int last = lastBefore(group);
            for (int t = base == Base.VARYING ? 1 : 0; last >= 0 && t < data.periods.length; t++) {
                boolean before = data.periods[t] < group - anticipation;
                int from = base == Base.UNIVERSAL || !before ? last : t - 1;
                if (from == t) {
                    all.add(new GroupTime(group, data.periods[t], 0, new double[data.units], true, false));
                } else {
                    add(all, group, t, from);
                }
            }
        }
        if (all.stream().noneMatch(one -> one.period >= one.group)) {
            throw FindingsException.error(
                    StudyProblem.NOBODY_UNTREATED,
                    "some units must be untreated when others begin, but none is\nMaybe "
                            + (comparison == Comparison.NEVER_TREATED
                                    ? "compare with those not yet treated."
                                    : "leave out the last group's periods, or add a group that is never treated."),
                    Where.file(data.source));
        }
        if (all.stream().filter(one -> one.period >= one.group).allMatch(one -> one.alone)) {
            throw Replication.tooFew(Where.file(data.source));
        }
        return all;
    }

    /** The position of the last period before a group begins, anticipation allowed for; below 0 where there is none. */
    private int lastBefore(int group) {
        int last = -1;
        for (int t = 0; t < data.periods.length; t++) {
            if (data.periods[t] + anticipation < group) {
                last = t;
            }
        }
        return last;
    }

    private void add(List<GroupTime> all, int group, int t, int from) {
        long until = (long) data.periods[Math.max(t, from)] + anticipation;
        int[] rows = IntStream.range(0, data.units)
                .filter(u -> data.began[u] == group || isCompared(data.began[u], group, until))
                .toArray();
        double[] treated = Arrays.stream(rows)
                .mapToDouble(u -> data.began[u] == group ? 1 : 0)
                .toArray();
        if (Arrays.stream(treated).allMatch(d -> d == 1)) {
            return;
        }
        double[] change = Arrays.stream(rows)
                .mapToDouble(u -> data.outcome[t][u] - data.outcome[from][u])
                .toArray();
        int covariatesAt = Math.min(t, from);
        double[][] x = new double[data.covariates.length + 1][];
        x[0] = new double[rows.length];
        Arrays.fill(x[0], 1);
        for (int j = 0; j < data.covariates.length; j++) {
            x[j + 1] = FixedEffects.pick(data.covariates[j][covariatesAt], rows);
        }
        Contrast contrast = Contrast.of(
                adjustment, change, treated, x, data.source + ", group " + group + ", period " + data.periods[t]);
        double[] influence = new double[data.units];
        double scale = (double) data.units / rows.length;
        for (int i = 0; i < rows.length; i++) {
            influence[rows[i]] = scale * contrast.influence[i];
        }
        boolean alone = data.clustersOf(u -> data.began[u] == group) < Replication.FEWEST
                || data.clustersOf(u -> isCompared(data.began[u], group, until)) < Replication.FEWEST;
        all.add(new GroupTime(group, data.periods[t], contrast.effect, influence, false, alone));
    }

    private boolean isCompared(int began, int group, long until) {
        if (began == Integer.MAX_VALUE) {
            return true;
        }
        return comparison == Comparison.NOT_YET_TREATED && began != group && began > until;
    }
}
