package london.loti.persona.evidence;

import java.util.Map;

import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.FleissKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.coding.PercentageAgreement;
import org.dkpro.statistics.agreement.distance.IDistanceFunction;
import org.dkpro.statistics.agreement.distance.IntervalDistanceFunction;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.dkpro.statistics.agreement.distance.OrdinalDistanceFunction;
import org.dkpro.statistics.agreement.distance.RatioDistanceFunction;
import org.junit.jupiter.api.Test;

import static london.loti.persona.evidence.Samples.estimate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** DKPro Statistics Agreement 2.2.0 gives the same numbers. */
class SecondOpinionTest {
    private static CodingAnnotationStudy study(double[][] numbers) {
        CodingAnnotationStudy study = new CodingAnnotationStudy(numbers[0].length);
        for (double[] unit : numbers) {
            Object[] ratings = new Object[unit.length];
            for (int rater = 0; rater < unit.length; rater++) {
                ratings[rater] = Double.isNaN(unit[rater]) ? null : (Object) (int) unit[rater];
            }
            study.addItemAsArray(ratings);
        }
        return study;
    }

    @Test
    void kappasAndRawAgreement() {
        for (long seed = 1; seed <= 20; seed++) {
            double[][] two = Samples.numbers(seed, 60, 2, 0);
            Agreement pair = Agreement.of(Samples.of(two)).withReplicates(0);
            String told = "seed " + seed;
            assertThat(estimate(pair.cohenKappa()))
                    .as(told)
                    .isCloseTo(new CohenKappaAgreement(study(two)).calculateAgreement(), within(1e-12));
            double[][] four = Samples.numbers(seed, 60, 4, 0);
            Agreement group = Agreement.of(Samples.of(four)).withReplicates(0);
            assertThat(estimate(group.fleissKappa()))
                    .as(told)
                    .isCloseTo(new FleissKappaAgreement(study(four)).calculateAgreement(), within(1e-12));
            assertThat(estimate(group.raw()))
                    .as(told)
                    .isCloseTo(new PercentageAgreement(study(four)).calculateAgreement(), within(1e-12));
        }
    }

    @Test
    void alphaWithMissingRatings() {
        Map<MeasurementLevel, IDistanceFunction> distances = Map.of(
                MeasurementLevel.NOMINAL, new NominalDistanceFunction(),
                MeasurementLevel.ORDINAL, new OrdinalDistanceFunction(),
                MeasurementLevel.INTERVAL, new IntervalDistanceFunction(),
                MeasurementLevel.RATIO, new RatioDistanceFunction());
        for (long seed = 1; seed <= 20; seed++) {
            double[][] numbers = Samples.numbers(seed, 40, 4, 0.3);
            for (MeasurementLevel level : MeasurementLevel.values()) {
                assertThat(estimate(Agreement.of(Samples.of(numbers))
                                .withReplicates(0)
                                .krippendorffAlpha(level)))
                        .as("%s, seed %d", level, seed)
                        .isCloseTo(
                                new KrippendorffAlphaAgreement(study(numbers), distances.get(level))
                                        .calculateAgreement(),
                                within(1e-12));
            }
        }
    }
}
