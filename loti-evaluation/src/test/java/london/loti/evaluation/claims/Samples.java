package london.loti.evaluation.claims;

import java.util.List;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Inference;
import london.loti.model.outcome.Direction;
import london.loti.model.outcome.OutcomeMeasure;
import london.loti.model.outcome.Programme;

/** Invented. */
final class Samples {
    private Samples() {}

    static Programme programme() {
        return new Programme(
                "tea",
                "Tablets and Tea",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static OutcomeMeasure loneliness() {
        return new OutcomeMeasure(
                "loneliness",
                "Loneliness",
                "three questions",
                "points, 3 to 9",
                Direction.LOWER_IS_BETTER,
                3.0,
                9.0,
                List.of(),
                null);
    }

    static Effect effect(long n, double value, double error) {
        return Effect.builder("did-2x2", n)
                .estimate(Inference.usual().normal("difference in differences", value, error))
                .build();
    }

    /** A study that went well. */
    static StudyQuality good(long n) {
        return StudyQuality.of(n)
                .withAttrition(0.1, 0.02)
                .withClustersPerArm(12)
                .withLargestImbalance(0.1)
                .withPreTrend(0.6)
                .withSelectionOnLowScores(false)
                .withPlan(true, true);
    }
}
