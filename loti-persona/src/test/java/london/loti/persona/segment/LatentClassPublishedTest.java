package london.loti.persona.segment;

import java.util.List;

import org.junit.jupiter.api.Test;

import london.loti.persona.attribute.Sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * A table that others have published with its latent classes.
 *
 * <p>Role conflict: Stouffer and Toby 1951, American Journal of Sociology 56, 395 to 406; latent classes in Goodman
 * 1974, doi:10.1093/biomet/61.2.215. Expected numbers as printed by R's poLCA for its data set {@code values}:
 * {@code poLCA(cbind(A, B, C, D) ~ 1, values, nclass = k)}, to half a unit of their last digit; what is 2 there is the
 * first level here.
 */
class LatentClassPublishedTest {
    private static final Sample ROLE_CONFLICT = LatentSamples.ofPatterns(
            "1111:42", "1112:23", "1121:6", "1122:25", "1211:6", "1212:24", "1221:7", "1222:38", "2111:1", "2112:4",
            "2121:1", "2122:6", "2211:2", "2212:9", "2221:2", "2222:20");

    @Test
    void findsTheTwoClassesOfRoleConflict() {
        LatentClassModel model = LatentClasses.withClasses(2).fit(ROLE_CONFLICT);
        assertThat(model.rowsUsed()).isEqualTo(216);
        assertThat(model.patterns()).isEqualTo(16);
        assertThat(model.parameters()).isEqualTo(9);
        assertThat(model.degreesOfFreedom()).isEqualTo(6);
        assertThat(model.logLikelihood()).isCloseTo(-504.4677, within(5e-5));
        assertThat(model.aic()).isCloseTo(1026.935, within(5e-4));
        assertThat(model.bic()).isCloseTo(1057.313, within(5e-4));
        assertThat(model.likelihoodRatio().orElseThrow()).isCloseTo(2.719922, within(5e-7));
        // poLCA stops a little before the end, which this is sensitive to: plain EM ends at 2.7197618
        assertThat(model.pearson().orElseThrow())
                .isCloseTo(2.719764, within(3e-6))
                .isCloseTo(2.7197618, within(5e-8));
        assertThat(model.share(0)).isCloseTo(0.7208, within(5e-5));
        assertThat(model.share(1)).isCloseTo(0.2792, within(5e-5));
    }

    @Test
    void findsWhatThePeopleOfEachClassAnswer() {
        LatentClassModel model = LatentClasses.withClasses(2).fit(ROLE_CONFLICT);
        double[][] published = {{0.7136, 0.3296, 0.3540, 0.1324}, {0.9932, 0.9398, 0.9265, 0.7691}};
        for (int latentClass = 0; latentClass < 2; latentClass++) {
            for (int item = 0; item < 4; item++) {
                assertThat(model.probability(latentClass, item, 0))
                        .isCloseTo(published[latentClass][item], within(5e-5));
            }
        }
    }

    @Test
    void assignsTheSamePeople() {
        LatentClassModel model = LatentClasses.withClasses(2).fit(ROLE_CONFLICT);
        long smaller = 0;
        for (int row = 0; row < model.rows(); row++) {
            smaller += model.assigned(row).orElseThrow();
        }
        assertThat(smaller / 216.0).isCloseTo(0.3287, within(5e-5));
        assertThat(model.posterior(0, 1)).isCloseTo(0.959, within(5e-4));
    }

    @Test
    void findsOneAndThreeClasses() {
        LatentClassModel one = LatentClasses.withClasses(1).fit(ROLE_CONFLICT);
        assertThat(one.logLikelihood()).isCloseTo(-543.6498, within(5e-5));
        LatentClassModel three = LatentClasses.withClasses(3).fit(ROLE_CONFLICT);
        assertThat(three.logLikelihood()).isCloseTo(-503.3011, within(5e-5));
    }

    @Test
    void recommendsTheTwoClassesOfRoleConflict() {
        LatentClassChoice choice = LatentClasses.withClasses(1).chooseUpTo(3, ROLE_CONFLICT);
        assertThat(choice.models()).extracting(LatentClassModel::classes).isEqualTo(List.of(1, 2, 3));
        assertThat(choice.recommended().orElseThrow().classes()).isEqualTo(2);
    }
}
