package london.loti.evaluation.report;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.compare.TwoGroups;
import london.loti.evaluation.estimate.Effect;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.outcome.Direction;
import london.loti.model.outcome.OutcomeMeasure;

import static org.assertj.core.api.Assertions.assertThat;

class SmallSharesTest {
    private static OutcomeMeasure measure(double highest) {
        return new OutcomeMeasure(
                "work",
                "In work",
                "in paid work",
                "1 yes, 0 no",
                Direction.HIGHER_IS_BETTER,
                0.0,
                highest,
                List.of(),
                null);
    }

    /** So many of sixty in each group are in work. */
    private static Effect welch(int treated, int control) {
        return TwoGroups.of(answers(treated), answers(control)).welch();
    }

    private static double[] answers(int yes) {
        double[] answers = new double[60];
        Arrays.fill(answers, 0, yes, 1);
        return answers;
    }

    /** A difference of means, its error and two sizes leave one pair of counts only. */
    @Test
    void aDifferenceOfMeansOfAYesOrNoIsHiddenWhereFewSaidEither() {
        assertThat(isHidden(welch(30, 25), 1)).isFalse();
        assertThat(isHidden(welch(30, 4), 1)).isTrue();
        assertThat(isHidden(welch(56, 25), 1)).isTrue();
        assertThat(isHidden(welch(30, 4), 10)).as("a score from 0 to 10").isFalse();
    }

    private static boolean isHidden(Effect effect, double highest) {
        return Shown.of(Role.SECONDARY, "In work", measure(highest), effect, DisclosureRule.withDefaults(), false)
                .hidden();
    }
}
