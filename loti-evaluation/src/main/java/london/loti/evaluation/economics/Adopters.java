package london.loti.evaluation.economics;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.economics.CostLine.Sharing;

/** The councils that take part in each year, and the part of a shared cost that falls on one of them. */
final class Adopters {
    private final double[] councils;
    private final double[] populationShare;

    private Adopters(double[] councils, double[] populationShare) {
        this.councils = councils;
        this.populationShare = populationShare;
    }

    /** As a model says; the steps are in ascending order and the first is of year 0. */
    static Adopters of(WholeLifeCostModel model) {
        List<Adoption> steps = model.adoption();
        double[] councils = new double[model.years()];
        double[] share = new double[model.years()];
        int step = 0;
        for (int year = 0; year < councils.length; year++) {
            while (step + 1 < steps.size() && steps.get(step + 1).from() <= year) {
                step++;
            }
            councils[year] = steps.get(step).councils();
            share[year] = (double) model.council().residents() / steps.get(step).residents();
        }
        return new Adopters(councils, share);
    }

    /** The same number in every year; the others are as large as the others of the model's last year are on average. */
    static Adopters constant(WholeLifeCostModel model, int number) {
        Adoption last = model.adoption().get(model.adoption().size() - 1);
        double own = model.council().residents();
        double other = last.councils() == 1 ? own : (last.residents() - own) / (last.councils() - 1);
        double[] councils = new double[model.years()];
        double[] share = new double[model.years()];
        Arrays.fill(councils, number);
        Arrays.fill(share, own / (own + (number - 1) * other));
        return new Adopters(councils, share);
    }

    double share(@Nullable Sharing sharing, int year) {
        if (sharing == null || sharing == Sharing.LOCAL) {
            return 1;
        }
        return sharing == Sharing.EQUALLY ? 1 / councils[year] : populationShare[year];
    }

    double councils(int year) {
        return councils[year];
    }
}
