package london.loti.evaluation.compare;

import java.util.Arrays;

import org.apache.commons.statistics.distribution.NormalDistribution;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.study.StudyProblem;

/** How people were selected on a score, and how far chance alone takes them back towards the mean. */
record Regression(double cutoff, double reliability, double mean, double deviation) {
    Regression {
        if (!(reliability >= 0 && reliability <= 1)) {
            throw new IllegalArgumentException("reliability must be from 0 to 1, but was " + reliability
                    + "\nMaybe the test-retest correlation that the instrument's manual tells.");
        }
        if (!(deviation > 0) || !Double.isFinite(deviation) || !Double.isFinite(mean) || !Double.isFinite(cutoff)) {
            throw new IllegalArgumentException("cutoff and mean must be finite and the standard deviation above 0, but"
                    + " they were " + cutoff + ", " + mean + " and " + deviation);
        }
    }

    void requireSelected(double[] before) {
        long above = Arrays.stream(before).filter(v -> v > cutoff).count();
        new Screening()
                .that(
                        above == 0,
                        StudyProblem.OUT_OF_RANGE,
                        "everybody must have scored no higher than the cutoff " + cutoff + ", but " + above
                                + " scored higher\nMaybe another cutoff was used; or, where high scores were taken on,"
                                + " turn the signs of all values, the mean and the cutoff.",
                        "before")
                .done();
    }

    /** The gain to expect of people below the cutoff if nothing is done. */
    double expected() {
        return (1 - reliability) * deviation * shortfall();
    }

    /** How far below the mean those below the cutoff lie on average, in standard deviations. */
    private double shortfall() {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double z = (cutoff - mean) / deviation;
        double below = normal.cumulativeProbability(z);
        return below > 0 ? normal.density(z) / below : -z; // the limit, where both vanish
    }

    Effect.Builder effect(int n, MeanTests.Difference raw, Inference inference) {
        double adjusted = raw.value() - expected();
        MeanTests.Difference left = new MeanTests.Difference("adjusted mean change", adjusted, raw.error(), raw.df());
        return Effect.builder("regression-to-the-mean", n)
                .estimate(left.test(inference))
                .estimate(raw.test(inference).as("raw mean change"))
                .estimate(Estimate.of("expected regression to the mean", expected()))
                .convention("adjustment", "bivariate normal, selected below the cutoff; taken as known")
                .diagnostic("cutoff", cutoff)
                .diagnostic("reliability", reliability)
                .diagnostic("mean of all", mean)
                .diagnostic("standard deviation of all", deviation)
                .diagnostic("reliability that leaves nothing", 1 - raw.value() / (deviation * shortfall()))
                .assumes("Scores of all who could have been measured are normal, with the mean and deviation told.")
                .assumes("Without the service their mean would have stayed the same.");
    }
}
