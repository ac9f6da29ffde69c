package london.loti.evaluation.balance;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import london.loti.evaluation.SharedData;
import london.loti.evaluation.regression.Design;
import london.loti.evaluation.study.StudyReader;
import london.loti.evaluation.study.StudyTable;

/** Groups to compare: the training programme of LaLonde 1986 as MatchIt has it, and made-up ones. */
final class Samples {
    static final String[] NUMBERS = {"age", "educ", "married", "nodegree", "re74", "re75"};

    private Samples() {}

    static StudyTable lalonde() {
        return StudyReader.create()
                .numbers("treat", "age", "educ", "married", "nodegree", "re74", "re75", "re78")
                .categories("race")
                .read(SharedData.file("data/evaluation/MatchIt_lalonde.csv"))
                .orElseThrow();
    }

    static Comparison lalonde(StudyTable table) {
        return Comparison.of(
                table.numbers("treat"),
                Design.withIntercept()
                        .number("age", table.numbers("age"))
                        .number("educ", table.numbers("educ"))
                        .categories("race", table.categories("race"))
                        .number("married", table.numbers("married"))
                        .number("nodegree", table.numbers("nodegree"))
                        .number("re74", table.numbers("re74"))
                        .number("re75", table.numbers("re75")));
    }

    /** A made-up study of n people: two covariates that make treatment likelier, and an effect of 2. */
    static final class Study {
        final double[] age;
        final double[] need;
        final double[] treated;
        final double[] outcome;

        Study(long seed, int n) {
            SplittableRandom random = new SplittableRandom(seed);
            age = random.doubles(n).map(v -> 20 + 50 * v).toArray();
            need = random.doubles(n).map(v -> -Math.log(1 - v)).toArray();
            treated = new double[n];
            outcome = new double[n];
            for (int i = 0; i < n; i++) {
                double odds = -3.2 + 0.03 * age[i] + 0.5 * need[i];
                treated[i] = random.nextDouble() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
                outcome[i] = 2 * treated[i] + 0.1 * age[i] + need[i] + random.nextDouble();
            }
        }

        private Study(Study other, int[] rows) {
            age = Arrays.stream(rows).mapToDouble(i -> other.age[i]).toArray();
            need = Arrays.stream(rows).mapToDouble(i -> other.need[i]).toArray();
            treated = Arrays.stream(rows).mapToDouble(i -> other.treated[i]).toArray();
            outcome = Arrays.stream(rows).mapToDouble(i -> other.outcome[i]).toArray();
        }

        Study turned() {
            int n = age.length;
            return new Study(this, IntStream.range(0, n).map(i -> n - 1 - i).toArray());
        }

        Comparison comparison() {
            return comparison(1, 0);
        }

        Comparison comparison(double factor, double shift) {
            return Comparison.of(
                    treated,
                    Design.withIntercept()
                            .number(
                                    "age",
                                    Arrays.stream(age)
                                            .map(v -> factor * v + shift)
                                            .toArray())
                            .number("need", need));
        }
    }
}
