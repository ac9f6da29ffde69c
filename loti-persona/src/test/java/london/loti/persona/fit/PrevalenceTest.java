package london.loti.persona.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.AttributeUse;
import london.loti.persona.attribute.Sample;
import london.loti.persona.fit.Prevalence.Step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class PrevalenceTest {
    private static final List<Condition> MOBILE_ONLY = List.of(
            Condition.is("device", "smartphone"),
            Condition.is("connection", "payg"),
            Condition.is("temp_accommodation", "1"));

    private static final List<Attribute> ATTRIBUTES = List.of(
            Attribute.builder("age", AttributeKind.INTERVAL).build(),
            Attribute.builder("device", AttributeKind.NOMINAL)
                    .levels("none", "phone", "laptop")
                    .build(),
            Attribute.builder("confidence", AttributeKind.ORDINAL)
                    .levels("low", "middle", "high")
                    .build(),
            Attribute.builder("carer", AttributeKind.SYMMETRIC_BINARY).build());

    private static final List<Condition> CONDITIONS = List.of(
            Condition.atLeast("age", 40),
            Condition.is("device", "none", "phone"),
            Condition.is("confidence", "low", "middle"),
            Condition.is("carer", "0"));

    private static Sample random(long seed, int size, double missing) {
        SplittableRandom random = new SplittableRandom(seed);
        Sample.Builder sample = Sample.builder(ATTRIBUTES);
        for (int i = 0; i < size; i++) {
            double[] row = {random.nextInt(16, 100), random.nextInt(3), random.nextInt(3), random.nextInt(2)};
            for (int k = 0; k < row.length; k++) {
                row[k] = random.nextDouble() < missing ? Double.NaN : row[k];
            }
            sample.row(row);
        }
        return sample.build();
    }

    /** One of twelve has all three; by the single shares 1/3, 1/4 and 1/3 it would be one of 36. */
    @Test
    void productUnderstatesHowOftenHardshipsMeet() {
        Prevalence prevalence = Prevalence.of(Samples.residents(), MOBILE_ONLY);
        Step all = prevalence.all();
        assertThat(all.together().estimate()).isCloseTo(.0833, within(5e-5));
        assertThat(all.independent()).isCloseTo(.0278, within(5e-5));
        assertThat(all.together()).isEqualTo(Proportion.of(1, 12));
        assertThat(all.lower()).isZero();
        assertThat(all.upper()).isEqualTo(0.25);
        assertThat(prevalence.gaps()).isZero();
        assertThat(prevalence.steps())
                .extracting(step -> step.together().count())
                .containsExactly(4, 3, 1);
        assertThat(prevalence.steps()).extracting(step -> step.alone().count()).containsExactly(4, 3, 4);
        assertThat(prevalence.words()).isEqualTo("""
                        device is smartphone: 4 of 12: 33.3 % (95 % interval 13.8 to 60.9 %)
                        and connection is payg: 3 of 12: 25 % (95 % interval 8.9 to 53.2 %)
                        and temp_accommodation is 1: 1 of 12: 8.3 % (95 % interval 1.5 to 35.4 %)
                        The single shares alone allow 0 to 25 %, and would give 2.8 % if the traits had nothing to do \
                        with each other""");
    }

    @Test
    void gapsAreCountedApart() {
        // r08 has no age and r12 no count of skills: 10 people are left, of whom r01, r04 and r11 meet both
        Prevalence prevalence = Prevalence.of(
                Samples.residents(), List.of(Condition.atLeast("age", 70), Condition.atMost("eds_foundation", 2)));
        assertThat(prevalence.people()).isEqualTo(12);
        assertThat(prevalence.gaps()).isEqualTo(2);
        assertThat(prevalence.all().together()).isEqualTo(Proportion.of(3, 10));
        assertThat(prevalence.words()).endsWith("2 of 12 people left out, because something is not known of them");
    }

    /** Row by row, step by step, with nothing shared between the steps. */
    @Test
    void agreesWithCountingByHand() {
        for (long seed = 1; seed <= 50; seed++) {
            Sample sample = random(seed, 120, 0.1);
            Prevalence prevalence = Prevalence.of(sample, CONDITIONS, 0.9);
            int known = 0;
            int[] together = new int[4];
            for (int row = 0; row < sample.size(); row++) {
                double age = sample.value(row, 0);
                double device = sample.value(row, 1);
                double confidence = sample.value(row, 2);
                double carer = sample.value(row, 3);
                if (Double.isNaN(age + device + confidence + carer)) {
                    continue;
                }
                known++;
                together[0] += age >= 40 ? 1 : 0;
                together[1] += age >= 40 && device <= 1 ? 1 : 0;
                together[2] += age >= 40 && device <= 1 && confidence <= 1 ? 1 : 0;
                together[3] += age >= 40 && device <= 1 && confidence <= 1 && carer == 0 ? 1 : 0;
            }
            for (int k = 0; k < 4; k++) {
                assertThat(prevalence.steps().get(k).together())
                        .as("seed %d, step %d", seed, k)
                        .isEqualTo(Proportion.of(together[k], known, 0.9));
            }
            assertThat(prevalence.gaps()).isEqualTo(120 - known);
        }
    }

    @Test
    void neverRisesAndStaysWithinItsBounds() {
        for (long seed = 1; seed <= 100; seed++) {
            Prevalence prevalence = Prevalence.of(random(seed, 80, 0.15), CONDITIONS);
            double before = 1;
            for (Step step : prevalence.steps()) {
                double share = step.together().estimate();
                assertThat(share).as("seed %d", seed).isLessThanOrEqualTo(before);
                assertThat(share).as("seed %d", seed).isBetween(step.lower() - 1e-12, step.upper() + 1e-12);
                assertThat(step.independent()).as("seed %d", seed).isBetween(step.lower(), step.upper());
                before = share;
            }
        }
    }

    @Test
    void orderOfPeopleAndOfConditionsDoesNotChangeTheEnd() {
        for (long seed = 1; seed <= 50; seed++) {
            Sample sample = random(seed, 60, 0.1);
            Prevalence prevalence = Prevalence.of(sample, CONDITIONS);
            List<Integer> rows = new ArrayList<>();
            for (int row = 0; row < sample.size(); row++) {
                rows.add(row);
            }
            Collections.shuffle(rows, new Random(seed));
            Sample shuffled =
                    sample.rows(rows.stream().mapToInt(Integer::intValue).toArray());
            assertThat(Prevalence.of(shuffled, CONDITIONS)).as("seed %d", seed).isEqualTo(prevalence);
            List<Condition> turned = new ArrayList<>(CONDITIONS);
            Collections.shuffle(turned, new Random(seed));
            Step end = Prevalence.of(sample, turned).all();
            assertThat(end.together())
                    .as("seed %d", seed)
                    .isEqualTo(prevalence.all().together());
            assertThat(end.independent()).isEqualTo(prevalence.all().independent());
            assertThat(end.upper()).isEqualTo(prevalence.all().upper());
        }
    }

    @Test
    void amongNobodyThereIsNoShare() {
        Sample unknown = Sample.builder(ATTRIBUTES).row("", "phone", "low", "0").build();
        Prevalence prevalence = Prevalence.of(unknown, CONDITIONS);
        assertThat(prevalence.all().together().hasEstimate()).isFalse();
        assertThat(prevalence.all().upper()).isNaN();
        assertThat(prevalence.words())
                .isEqualTo("No share can be given, because not everything is known of anybody\n"
                        + "1 of 1 people left out, because something is not known of them");
    }

    @Test
    void whatIsForAuditsOnlyMustNotDefineAPersona() {
        Attribute sex = Attribute.builder("sex", AttributeKind.NOMINAL)
                .levels("female", "male")
                .use(AttributeUse.AUDIT_ONLY)
                .build();
        Sample sample = Sample.builder(List.of(sex)).row("female").build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Prevalence.of(sample, List.of(Condition.is("sex", "female"))))
                .withMessage("the attribute 'sex' is AUDIT_ONLY, so it must not define a persona");
    }

    @Test
    void refusesConditionsThatAskNothing() {
        Sample sample = random(1, 5, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Prevalence.of(sample, List.of()))
                .withMessageContaining("of none was asked");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Prevalence.of(sample, List.of(Condition.atLeast("age", 20), Condition.atMost("age", 40))))
                .withMessageContaining("an attribute of its own")
                .withMessageContaining("Maybe put the levels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Prevalence.of(sample, List.of(Condition.is("devise", "phone"))))
                .withMessageContaining("but was 'devise'")
                .withMessageContaining("Maybe 'device' is meant");
    }
}
