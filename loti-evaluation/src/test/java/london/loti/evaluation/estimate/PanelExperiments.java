package london.loti.evaluation.estimate;

import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.did.DifferenceInDifferences;
import london.loti.evaluation.did.FixedEffects;
import london.loti.evaluation.did.Panel;
import london.loti.evaluation.did.StaggeredAdoption;
import london.loti.evaluation.study.StudyTable;

/** Treated and others, before and after. */
final class PanelExperiments {
    private PanelExperiments() {}

    static List<Experiment> asymptotic() {
        return List.of(
                Experiment.of(
                        "differences in differences, CR1",
                        "50 clusters of 20",
                        1,
                        PanelExperiments::differenceInDifferences),
                Experiment.of("fixed effects, CR1", "50 units x 6, correlated", 1, PanelExperiments::fixedEffects),
                Experiment.of(
                        "Callaway and Sant'Anna, simple",
                        "300 units x 5",
                        meanOfStaggered(),
                        PanelExperiments::staggered));
    }

    /** Half of a cluster's people are seen before and half after; each cluster has a level and a change of its own. */
    private static @Nullable Interval differenceInDifferences(Chance chance) {
        int clusters = 50;
        int each = 20;
        int n = clusters * each;
        double[] y = new double[n];
        double[] treated = new double[n];
        double[] after = new double[n];
        int[] codes = new int[n];
        double level = 0;
        double change = 0;
        for (int i = 0; i < n; i++) {
            if (i % each == 0) {
                level = chance.normal();
                change = 0.5 * chance.normal();
            }
            codes[i] = i / each;
            treated[i] = codes[i] % 2;
            after[i] = i % 2;
            y[i] = level + after[i] * (0.3 + change + treated[i]) + chance.normal();
        }
        StudyTable table = StudyTable.builder("people", n)
                .numbers("y", y)
                .numbers("treated", treated)
                .numbers("after", after)
                .categories("cluster", RegressionExperiments.named(codes, clusters))
                .build();
        return DifferenceInDifferences.of(table, "y", "treated", "after")
                .clusteredBy("cluster")
                .estimate()
                .headline()
                .interval();
    }

    /** Half of the units are treated from the fourth period; what happens to a unit lasts. */
    private static @Nullable Interval fixedEffects(Chance chance) {
        Units units = new Units(50, 6);
        for (int u = 0; u < units.count; u++) {
            double level = chance.normal();
            double lasting = chance.normal();
            for (int t = 1; t <= units.periods; t++) {
                boolean treated = u % 2 == 0 && t >= 4;
                lasting = 0.6 * lasting + 0.8 * chance.normal();
                units.set(u, t, level + 0.2 * t + (treated ? 1 : 0) + lasting, treated ? 1 : 0);
            }
        }
        return FixedEffects.of(units.panel(), "y", "treatment")
                .estimate()
                .headline()
                .interval();
    }

    /** Some units begin in the third period, as many in the fourth, some never; the effect differs between units. */
    private static @Nullable Interval staggered(Chance chance) {
        Units units = new Units(300, 5);
        for (int u = 0; u < units.count; u++) {
            double which = chance.uniform();
            int began = which < 0.3 ? 3 : which < 0.6 ? 4 : 0;
            double level = chance.normal();
            double own = 0.5 * chance.normal();
            for (int t = 1; t <= units.periods; t++) {
                double effect = began > 0 && t >= began ? effect(began, t) + own : 0;
                units.set(u, t, level + 0.3 * t + effect + chance.normal(), began);
            }
        }
        return StaggeredAdoption.of(units.panel(), "y", "treatment")
                .estimate()
                .simple()
                .headline()
                .interval();
    }

    private static double effect(int began, int period) {
        return began == 3 ? 1 + 0.5 * (period - began) : 2;
    }

    /** Both groups are as likely, so that all their treated periods count alike. */
    private static double meanOfStaggered() {
        return (effect(3, 3) + effect(3, 4) + effect(3, 5) + effect(4, 4) + effect(4, 5)) / 5;
    }

    /** A balanced panel as it is filled. */
    private static final class Units {
        private final int count;
        private final int periods;
        private final int[] codes;
        private final double[] period;
        private final double[] y;
        private final double[] treatment;

        Units(int count, int periods) {
            this.count = count;
            this.periods = periods;
            codes = new int[count * periods];
            period = new double[codes.length];
            y = new double[codes.length];
            treatment = new double[codes.length];
        }

        void set(int unit, int time, double outcome, double treated) {
            int row = unit * periods + time - 1;
            codes[row] = unit;
            period[row] = time;
            y[row] = outcome;
            treatment[row] = treated;
        }

        Panel panel() {
            StudyTable table = StudyTable.builder("units", codes.length)
                    .categories("unit", RegressionExperiments.named(codes, count))
                    .numbers("period", period)
                    .numbers("y", y)
                    .numbers("treatment", treatment)
                    .build();
            return Panel.of(table, "unit", "period");
        }
    }
}
