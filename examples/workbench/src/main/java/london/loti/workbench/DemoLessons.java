package london.loti.workbench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import london.loti.evaluation.claims.ClaimsGuard;
import london.loti.evaluation.claims.CountedUnit;
import london.loti.evaluation.claims.StudyDesign;
import london.loti.evaluation.claims.StudyQuality;
import london.loti.evaluation.compare.PrePost;
import london.loti.evaluation.did.DifferenceInDifferences;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.json.ResultFile;
import london.loti.evaluation.plan.AnalysisPlan;
import london.loti.evaluation.plan.LockedPlan;
import london.loti.evaluation.plan.PlanLock;
import london.loti.evaluation.plan.PlannedAnalysis;
import london.loti.evaluation.report.EvaluationReport;
import london.loti.evaluation.study.StudyReader;
import london.loti.evaluation.study.StudyTable;
import london.loti.examples.borough.InventedLessons;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.outcome.Direction;
import london.loti.model.outcome.OutcomeMeasure;
import london.loti.model.outcome.Programme;

/** The last step of the demo: did lessons help, when it is known how much they did? */
final class DemoLessons {
    static final String DATA = "lessons.csv";
    static final String PAGE = "lessons.html";
    private static final int CENTRES_AN_ARM = 20;
    static final String RESULT = "lessons.result.json";

    /** What the plan decides before anybody sees a result. */
    private static final SortedMap<String, String> CHOICES = new TreeMap<>(Map.of(
            "errors", "CR1",
            "df", "clusters - 1",
            "treated", "taught",
            "alternative", "two-sided",
            "level", "0.95"));

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
        results.add(PAGE, page(effect, naive).html());
    }

    /** The plan was locked before the second wave; centres were drawn by lot, so the verb may be a strong one. */
    private static EvaluationReport page(Effect effect, Estimate naive) {
        OutcomeMeasure confidence = new OutcomeMeasure(
                "confidence",
                "Confidence online",
                "The mean of invented questions.",
                "points",
                Direction.HIGHER_IS_BETTER,
                null,
                null,
                List.of("confidence"),
                null);
        long people = CountedUnit.people(effect).get(0);
        AnalysisPlan plan = AnalysisPlan.builder("lessons_plan", "1", LocalDate.of(2025, 8, 20))
                .study("lessons", StudyDesign.RANDOMISED_WAITING_LIST, people / 10 * 10)
                .question("Do lessons make people more confident?")
                .primary(new PlannedAnalysis("confidence", effect.method(), CHOICES))
                .clusters("centre")
                .missingData("Rows without an answer are left out and counted.")
                .build();
        LockedPlan locked = PlanLock.lock(plan.json(), LocalDate.of(2025, 8, 25))
                .check(plan.json())
                .orElseThrow();
        StudyQuality quality = StudyQuality.of(people)
                .withAttrition(0, 0)
                .withClustersPerArm(CENTRES_AN_ARM)
                .withSelectionOnLowScores(true)
                .withPlan(true, true);
        return EvaluationReport.builder(
                        "Did lessons help? An invented year",
                        LocalDate.of(2026, 10, 1),
                        programme(),
                        ClaimsGuard.withDefaults().judge(StudyDesign.RANDOMISED_WAITING_LIST, quality),
                        DisclosureRule.withDefaults())
                .place("Hollowbrook, which does not exist")
                .plan(locked)
                .primary(locked.primary(confidence, effect))
                .means("Confidence before and after", confidence, effect)
                .limitation("The year is invented, and the lessons add "
                        + EffectLines.number(InventedLessons.EFFECT) + " points in it. Taught people before and after"
                        + " alone would claim " + words(naive) + ": what everybody gains in a year, and that who is"
                        + " taken for a low score scores higher next time anyway, would count as the lessons'.")
                .build();
    }

    private static Programme programme() {
        return new Programme(
                "lessons",
                "Lessons",
                "Who can do things online alone is more confident",
                "A tablet to borrow",
                "Six lessons in small groups",
                "Staff of the centres",
                "Face to face, in groups of six",
                "Centres of Hollowbrook",
                "Six lessons of two hours",
                null,
                null,
                null,
                null,
                LocalDate.of(2025, 9, 1),
                LocalDate.of(2026, 8, 31),
                null);
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
