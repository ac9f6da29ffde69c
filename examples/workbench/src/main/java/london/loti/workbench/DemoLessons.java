package london.loti.workbench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import london.loti.evaluation.compare.PrePost;
import london.loti.evaluation.did.DifferenceInDifferences;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.json.ResultFile;
import london.loti.evaluation.study.StudyReader;
import london.loti.evaluation.study.StudyTable;
import london.loti.examples.borough.InventedLessons;

/** The last step of the demo: did lessons help, when it is known how much they did? */
final class DemoLessons {
    static final String DATA = "lessons.csv";
    static final String RESULT = "lessons.result.json";

    private DemoLessons() {}

    static void evaluate(Path folder, Outputs results, PrintWriter said) {
        StudyTable table = BadInput.check(StudyReader.create()
                .numbers("confidence", "wave")
                .categories("person", "centre", "group")
                .read(folder.resolve(DATA)));
        Effect effect = DifferenceInDifferences.of(table, "confidence", "group", "wave")
                .withTreated("taught")
                .clusteredBy("centre")
                .estimate();
        Estimate naive = naive(table).headline();
        said.println();
        said.println("Did the lessons help? An invented year in which they add "
                + EffectLines.number(InventedLessons.EFFECT) + " points of confidence:");
        said.println("  taught people before and after would claim " + words(naive));
        said.println("  against those who waited, by centre:       " + words(effect.headline()));
        said.println(
                "  The first counts as the lessons' what everybody gains in a year, and that who is taken for a low"
                        + " score scores higher next time anyway.");
        results.add(RESULT, ResultFile.of(effect).write());
    }

    /** What many reports do: the people who were taught, before and after, and nobody to compare with. */
    private static Effect naive(StudyTable table) {
        double[] confidence = table.numbers("confidence");
        double[] wave = table.numbers("wave");
        int taught = table.categories("group").labels().indexOf("taught");
        int people = table.categories("person").labels().size();
        double[][] pairs = new double[2][people];
        for (double[] side : pairs) {
            Arrays.fill(side, Double.NaN);
        }
        for (int row = 0; row < table.rows(); row++) {
            if (table.categories("group").code(row) == taught) {
                pairs[(int) wave[row] - 1][table.categories("person").code(row)] = confidence[row];
            }
        }
        return PrePost.of(pairs[0], pairs[1]).t();
    }

    private static String words(Estimate estimate) {
        Interval interval = estimate.interval();
        return interval == null
                ? EffectLines.number(estimate.value())
                : String.format(
                        Locale.ROOT,
                        "%.2f (95 %% from %.2f to %.2f)",
                        estimate.value(),
                        interval.lower(),
                        interval.upper());
    }
}
