package london.loti.workbench;

import java.util.List;

import london.loti.evaluation.did.DifferenceInDifferences;
import london.loti.evaluation.did.EventStudy;
import london.loti.evaluation.did.FixedEffects;
import london.loti.evaluation.did.Panel;
import london.loti.evaluation.did.StaggeredAdoption;
import london.loti.evaluation.did.StaggeredAdoption.Adjustment;
import london.loti.evaluation.did.StaggeredAdoption.Base;
import london.loti.evaluation.did.StaggeredAdoption.Comparison;
import london.loti.evaluation.did.StaggeredEffects;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.regression.StandardErrors;
import london.loti.evaluation.series.InterruptedTimeSeries;
import london.loti.evaluation.study.StudyReader;
import london.loti.evaluation.study.StudyTable;

/** Methods that compare changes. */
final class ChangeMethods {
    private ChangeMethods() {}

    static List<EvaluationMethod> all() {
        return List.of(
                new EvaluationMethod(
                        "did",
                        "The change of the treated less the change of the others: two groups at two times, or a panel with"
                                + " fixed effects.",
                        List.of(
                                "",
                                "Two groups and times: --outcome, --group and --time with two values each. --cluster for"
                                        + " errors that allow for clusters.",
                                "A panel: --outcome, --group (treated now: 0 or 1), --time (whole numbers), --id.",
                                "Conventions: treated=VALUE, after=VALUE (default the later value); errors=HC1|classical;"
                                        + " null=0."),
                        ChangeMethods::did),
                new EvaluationMethod(
                        "event-study",
                        "How far treated units lie from the others in each period before and after they began.",
                        List.of(
                                "",
                                "Needs --outcome, --group (the period in which a unit began; 0 or empty for never), --time"
                                        + " (whole numbers), --id.",
                                "Conventions: reference=-1; null=0."),
                        ChangeMethods::eventStudy),
                new EvaluationMethod(
                        "its",
                        "Did a series change when something was introduced? The line of before goes on.",
                        List.of(
                                "",
                                "Needs --outcome, --time (whole numbers in their order), and the first period after:"
                                        + " first=PERIOD. With --weights (people, say) the outcome is a count, and the change a"
                                        + " ratio of rates.",
                                "Conventions: first=PERIOD; slope=no|yes; season=COLUMN; cycle=12; pairs=2;"
                                        + " errors=newey-west|classical|HC3; lag=N (default by rule); adjusted=yes|no;"
                                        + " null=0. errors, lag and adjusted do not go with --weights; cycle and pairs go with season."),
                        ChangeMethods::series),
                new EvaluationMethod(
                        "staggered",
                        "Units that begin at different times, after Callaway and Sant'Anna.",
                        List.of(
                                "",
                                "Needs --outcome, --group (the period in which a unit began; 0 or empty for never), --time"
                                        + " (whole numbers), --id. --covariates are those of the base period.",
                                "Conventions: aggregation=simple|dynamic|group|calendar|group-time;"
                                        + " comparison=never-treated|not-yet-treated;"
                                        + " adjustment=doubly-robust|outcome-regression|inverse-probability;"
                                        + " base=varying|universal; anticipation=0; shares=did|exact; null=0."),
                        ChangeMethods::staggered));
    }

    private static Effect did(StudyInput input) {
        StudyReader reader = StudyReader.create().numbers(input.outcome());
        if (input.hasId()) {
            StudyTable table = input.table(reader.numbers(input.group(), input.time())
                    .categories(input.id())
                    .numbers(input.covariates().toArray(String[]::new)));
            FixedEffects design = FixedEffects.of(
                            Panel.of(table, input.id(), input.time()),
                            input.outcome(),
                            input.group(),
                            input.covariates().toArray(String[]::new))
                    .withInference(input.inference());
            return (input.cluster() == null ? design : design.clusteredBy(input.cluster())).estimate();
        }
        if (!input.covariates().isEmpty()) {
            throw new IllegalArgumentException("--covariates need a panel here: name its units with --id");
        }
        StudyTable table = input.table(reader.either(input.group(), input.time()));
        DifferenceInDifferences design = DifferenceInDifferences.of(table, input.outcome(), input.group(), input.time())
                .withInference(input.inference());
        String treated = input.text("treated");
        String after = input.text("after");
        design = treated == null ? design : design.withTreated(treated);
        design = after == null ? design : design.withAfter(after);
        String cluster = input.cluster();
        if (cluster != null) {
            return design.clusteredBy(cluster).estimate();
        }
        boolean classical = input.choice("errors", "HC1", "classical").equals("classical");
        return (classical ? design.withClassicalErrors() : design).estimate();
    }

    private static Panel panel(StudyInput input) {
        StudyTable table = input.table(StudyReader.create()
                .numbers(input.outcome(), input.group(), input.time())
                .numbers(input.covariates().toArray(String[]::new))
                .categories(input.id()));
        return Panel.of(table, input.id(), input.time());
    }

    private static Effect eventStudy(StudyInput input) {
        EventStudy design = EventStudy.of(panel(input), input.outcome(), input.group())
                .withReference(input.whole("reference", -1))
                .withInference(input.inference());
        return (input.cluster() == null ? design : design.clusteredBy(input.cluster())).estimate();
    }

    private static Effect series(StudyInput input) {
        String season = input.text("season");
        StudyReader reader = StudyReader.create().numbers(input.outcome(), input.time());
        StudyTable table = input.table(season == null ? reader : reader.numbers(season));
        InterruptedTimeSeries series = InterruptedTimeSeries.of(
                        Whole.of(table, input.time()), table.numbers(input.outcome()), input.requiredWhole("first"))
                .withDataHash(table.hash())
                .withInference(input.inference());
        series = input.flag("slope") ? series.withSlopeChange() : series;
        series = season == null
                ? series
                : series.withSeason(table.numbers(season), input.number("cycle", 12), input.whole("pairs", 2));
        String weights = input.weights();
        if (weights != null) {
            return series.rate(table.numbers(weights)).effect();
        }
        StandardErrors errors = switch (input.choice("errors", "newey-west", "classical", "HC3")) {
            case "classical" -> StandardErrors.classical();
            case "HC3" -> StandardErrors.robust(StandardErrors.RobustType.HC3);
            default ->
                new StandardErrors.NeweyWest(
                        input.whole("lag", -1),
                        input.choice("adjusted", "yes", "no").equals("yes"),
                        false);
        };
        return series.withErrors(errors).linear().effect();
    }

    private static Effect staggered(StudyInput input) {
        StaggeredAdoption design = StaggeredAdoption.of(panel(input), input.outcome(), input.group())
                .withCovariates(input.covariates().toArray(String[]::new))
                .against(input.choice("comparison", Comparison.class, Comparison.NEVER_TREATED))
                .with(input.choice("adjustment", Adjustment.class, Adjustment.DOUBLY_ROBUST))
                .with(input.choice("base", Base.class, Base.VARYING))
                .withAnticipation(input.whole("anticipation", 0))
                .withInference(input.inference());
        String aggregation = input.choice("aggregation", "simple", "dynamic", "group", "calendar", "group-time");
        StaggeredEffects effects = (input.cluster() == null ? design : design.clusteredBy(input.cluster())).estimate();
        return switch (aggregation) {
            case "dynamic" -> effects.dynamic();
            case "group" ->
                input.choice("shares", "did", "exact").equals("exact")
                        ? effects.byGroupWithExactShares()
                        : effects.byGroup();
            case "calendar" -> effects.byCalendar();
            case "group-time" -> effects.groupTime();
            default -> effects.simple();
        };
    }
}
