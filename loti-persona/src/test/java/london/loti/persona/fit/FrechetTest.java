package london.loti.persona.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FrechetTest {
    @Test
    void sixCasesAndTheLinearProgrammesOfEach() {
        List<Map<String, String>> cases = Samples.oracle("frechet_bounds.csv");
        assertThat(cases).hasSize(6);
        for (Map<String, String> line : cases) {
            double[] shares = Arrays.stream(line.get("marginals").split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            Frechet bounds = Frechet.of(1, shares);
            String name = line.get("case");
            assertThat(bounds.lower()).as(name).isCloseTo(Samples.number(line, "lower"), within(1e-12));
            assertThat(bounds.upper()).as(name).isCloseTo(Samples.number(line, "upper"), within(1e-12));
            assertThat(bounds.independent()).as(name).isCloseTo(Samples.number(line, "independence"), within(1e-12));
            assertThat(bounds.lower()).as(name).isCloseTo(Samples.number(line, "lp_lower"), within(1e-9));
            assertThat(bounds.upper()).as(name).isCloseTo(Samples.number(line, "lp_upper"), within(1e-9));
        }
    }

    /**
     * The bounds can be reached: lay the traits on a circle of people one after the other, and as few as can be have all
     * of them; start each at the same person, and as many as can be do.
     */
    @Test
    void someTownHasExactlyThat() {
        int people = 60;
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] counts = new int[random.nextInt(1, 6)];
            Arrays.setAll(counts, k -> random.nextInt(0, people + 1));
            int[] lacking = new int[people];
            boolean[] together = new boolean[people];
            Arrays.fill(together, true);
            int next = 0;
            for (int count : counts) {
                for (int i = 0; i < people - count; i++) { // spread those without the trait as widely as can be
                    lacking[next++ % people]++;
                }
                for (int i = count; i < people; i++) {
                    together[i] = false;
                }
            }
            double fewest = Arrays.stream(lacking).filter(l -> l == 0).count() / (double) people;
            int most = 0;
            for (boolean all : together) {
                most += all ? 1 : 0;
            }
            double[] shares =
                    Arrays.stream(counts).mapToDouble(c -> c / (double) people).toArray();
            Frechet bounds = Frechet.of(1, shares);
            assertThat(bounds.lower()).as("seed %d", seed).isCloseTo(fewest, within(1e-12));
            assertThat(bounds.upper()).as("seed %d", seed).isCloseTo(most / (double) people, within(1e-12));
        }
    }

    @Test
    void independenceLiesBetweenAndOrderDoesNotMatter() {
        for (long seed = 1; seed <= 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] shares = random.doubles(random.nextInt(1, 7)).toArray();
            if (seed % 3 == 0) {
                Arrays.setAll(shares, k -> Math.rint(shares[k])); // noughts and wholes
            }
            Frechet bounds = Frechet.of(1, shares);
            assertThat(bounds.independent()).as("seed %d", seed).isBetween(bounds.lower(), bounds.upper());
            double[] turned = shares.clone();
            for (int i = 0; i < turned.length; i++) {
                turned[i] = shares[turned.length - 1 - i];
            }
            assertThat(Frechet.of(1, turned)).as("seed %d", seed).isEqualTo(bounds);
            double[] percent = Arrays.stream(shares).map(share -> share * 100).toArray();
            assertThat(Frechet.of(100, percent).lower()).isCloseTo(100 * bounds.lower(), within(1e-10));
            assertThat(Frechet.of(100, percent).independent()).isCloseTo(100 * bounds.independent(), within(1e-10));
        }
    }

    @Test
    void oneMoreTraitNeverMakesMorePeople() {
        for (long seed = 1; seed <= 500; seed++) {
            double[] shares = new SplittableRandom(seed).doubles(6).toArray();
            for (int m = 2; m <= 6; m++) {
                Frechet fewer = Frechet.of(1, Arrays.copyOf(shares, m - 1));
                Frechet more = Frechet.of(1, Arrays.copyOf(shares, m));
                assertThat(more.lower()).as("seed %d", seed).isLessThanOrEqualTo(fewer.lower() + 1e-12);
                assertThat(more.upper()).as("seed %d", seed).isLessThanOrEqualTo(fewer.upper());
                assertThat(more.independent()).as("seed %d", seed).isLessThanOrEqualTo(fewer.independent() + 1e-12);
            }
        }
    }

    @Test
    void oneTraitIsItself() {
        for (double share : new double[] {0, 0.07, 0.1, 1}) {
            assertThat(Frechet.of(1, share)).isEqualTo(new Frechet(share, share, share));
            assertThat(Frechet.of(100, share)).isEqualTo(new Frechet(share, share, share));
        }
    }

    @Test
    void isNotKnownWhereOneShareIsNot() {
        Frechet bounds = Frechet.of(1, 0, Double.NaN, 0.5);
        assertThat(bounds.lower()).isNaN();
        assertThat(bounds.independent()).isNaN();
        assertThat(bounds.upper()).isNaN();
    }
}
