package london.loti.persona.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import london.loti.model.table.CsvReader;
import london.loti.persona.SharedData;
import london.loti.persona.evidence.AgreementResult.Estimated;

import static london.loti.persona.evidence.Samples.estimate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Values computed with R's irr 0.84.1 (kappa2, kappam.fleiss, kripp.alpha) and published ones. */
class AgreementOracleTest {
    private static final String FOLDER = "oracles/persona/";

    /** The expected values have twelve decimals. */
    private static final double DIGITS = 1e-12;

    private static Agreement agreement(String file, MeasurementLevel level) {
        Path csv = SharedData.file(FOLDER + file);
        return Agreement.of(Ratings.read(csv, level).orElseThrow()).withReplicates(0);
    }

    @Test
    void cohensKappaOfSevenPublishedTables() throws IOException {
        int tables = 0;
        try (CsvReader csv = CsvReader.open(SharedData.file(FOLDER + "cohen_kappa_results_irr.csv"))) {
            while (csv.next()) {
                tables++;
                String name = csv.text(csv.column("case"));
                Agreement agreement = Agreement.of(Samples.ofTable(csv.text(csv.column("table"))))
                        .withReplicates(0);
                Estimated kappa = (Estimated) agreement.cohenKappa();
                assertThat(kappa.counts().units()).isEqualTo((int) csv.number(csv.column("n")));
                assertThat(kappa.observed()).as(name).isCloseTo(csv.number(csv.column("po")), within(DIGITS));
                assertThat(kappa.expected()).as(name).isCloseTo(csv.number(csv.column("pe")), within(DIGITS));
                assertThat(kappa.estimate()).as(name).isCloseTo(csv.number(csv.column("kappa")), within(DIGITS));
                assertThat(estimate(agreement.cohenKappa(KappaWeights.LINEAR)))
                        .as(name)
                        .isCloseTo(csv.number(csv.column("kappa_linear")), within(DIGITS));
                assertThat(estimate(agreement.cohenKappa(KappaWeights.QUADRATIC)))
                        .as(name)
                        .isCloseTo(csv.number(csv.column("kappa_quadratic")), within(DIGITS));
                assertThat(estimate(agreement.raw())).as(name).isCloseTo(csv.number(csv.column("po")), within(DIGITS));
            }
        }
        assertThat(tables).isEqualTo(7);
    }

    @Test
    void fleissKappaOf1971AndOfItsFiveCategories() {
        Agreement agreement = agreement("fleiss_1971_30x6.csv", MeasurementLevel.NOMINAL);
        Estimated kappa = (Estimated) agreement.fleissKappa();
        assertThat(kappa.estimate()).isCloseTo(0.430244520060, within(DIGITS)); // irr 0.84.1 kappam.fleiss
        assertThat(kappa.observed()).isCloseTo(0.5556, within(5e-5)); // as published
        // by hand, from totals 26, 26, 30, 55, 43 of 180; published as .2201, worked out from rounded shares
        assertThat(kappa.expected()).isCloseTo(7126 / 32400.0, within(DIGITS));
        double[] published = {.245, .245, .520, .471, .566};
        for (int category = 1; category <= 5; category++) {
            assertThat(estimate(agreement.onCategory(String.valueOf(category)).fleissKappa()))
                    .isCloseTo(published[category - 1], within(5e-4));
        }
    }

    @ParameterizedTest
    @EnumSource(MeasurementLevel.class)
    void krippendorffsAlphaAtEveryLevel(MeasurementLevel level) throws IOException {
        int values = 0;
        try (CsvReader csv = CsvReader.open(SharedData.file(FOLDER + "alpha_results_irr.csv"))) {
            while (csv.next()) {
                if (csv.text(csv.column("method")).equalsIgnoreCase(level.name())) {
                    values++;
                    String name = csv.text(csv.column("case")).replace("_5x40", "");
                    assertThat(estimate(agreement(name + ".csv", level).krippendorffAlpha(level)))
                            .as(name)
                            .isCloseTo(csv.number(csv.column("alpha")), within(DIGITS));
                }
            }
        }
        assertThat(values).isEqualTo(level == MeasurementLevel.RATIO ? 1 : 2);
    }

    @Test
    void ratioAlphaOfHayesAndKrippendorff() {
        assertThat(estimate(agreement("hayes_krippendorff_2007.csv", MeasurementLevel.RATIO)
                        .krippendorffAlpha(MeasurementLevel.RATIO)))
                .isCloseTo(0.662122966176, within(DIGITS)); // irr 0.84.1 kripp.alpha
    }

    @Test
    void disagreementsOfKrippendorffsExample() {
        double[] observed = {0.2, 47.275, 0.433333333333, 0.022432728647}; // irr 0.84.1 kripp.alpha, its parts
        double[] expected = {0.779487179487, 256.076923077, 2.871794871795, 0.110725744714};
        int i = 0;
        for (MeasurementLevel level : MeasurementLevel.values()) {
            Estimated alpha =
                    (Estimated) agreement("krippendorff_4x12.csv", level).krippendorffAlpha(level);
            assertThat(alpha.observed()).isCloseTo(observed[i], within(DIGITS));
            assertThat(alpha.expected()).isCloseTo(expected[i++], within(1e-9));
            assertThat(alpha.counts()).isEqualTo(new AgreementResult.Counts(11, 1, 40));
        }
    }

    @Test
    void coincidencesOfKrippendorffsExample() {
        List<Confusions.Pair> pairs = agreement("krippendorff_4x12.csv", MeasurementLevel.NOMINAL)
                .confusions()
                .pairs();
        assertThat(pairs).hasSize(6);
        assertThat(pairs.subList(0, 2)).extracting(Confusions.Pair::observed).containsExactly(4 / 3.0, 4 / 3.0);
        assertThat(pairs.get(0).first() + pairs.get(0).second()).isEqualTo("12");
        assertThat(pairs.get(0).expected()).isCloseTo(9 * 13 / 39.0, within(DIGITS)); // totals 9 and 13 of 40
        assertThat(pairs.get(0).units()).isEqualTo(2);
    }
}
