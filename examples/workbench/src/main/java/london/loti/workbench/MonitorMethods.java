package london.loti.workbench;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.monitor.AttributeChart;
import london.loti.evaluation.monitor.FunnelPlot;
import london.loti.evaluation.monitor.Improvement;
import london.loti.evaluation.monitor.XmrChart;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;
import london.loti.evaluation.study.StudyReader;
import london.loti.evaluation.study.StudyTable;
import london.loti.evaluation.survival.AalenJohansen;
import london.loti.evaluation.survival.CurveInterval;
import london.loti.evaluation.survival.KaplanMeier;
import london.loti.evaluation.survival.LogRank;
import london.loti.evaluation.survival.SurvivalCurves;
import london.loti.evaluation.survival.TimeToEvent;
import london.loti.evaluation.survival.TimeToEventBuilder;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;

/** Methods that watch a programme while it runs. */
final class MonitorMethods {
    private MonitorMethods() {}

    static List<EvaluationMethod> all() {
        return List.of(
                new EvaluationMethod(
                        "funnel",
                        "Which units lie outside what chance would bring: shares of small and large units on one plot.",
                        List.of(
                                "",
                                "Needs --id (the unit), --outcome (how many did), --weights (of how many).",
                                "Conventions: limits=exact|normal; overdispersion=no|yes; target=SHARE."),
                        MonitorMethods::funnel),
                new EvaluationMethod(
                        "survival",
                        "How long it takes: for example the days to a first contact.",
                        List.of(
                                "",
                                "Needs --time (how long) and --outcome (0 not yet, 1 it happened; 2 and up for what else may"
                                        + " end it). --group for several curves.",
                                "Conventions: estimate=median|survival|restricted-mean|log-rank|incidence; at=TIME,TIME;"
                                        + " until=TIME; causes=NAME,NAME (incidence: what the codes 1, 2 and so on mean);"
                                        + " interval=log|log-log|plain; weights=log-rank|peto-peto."),
                        MonitorMethods::survival),
                new EvaluationMethod(
                        "xmr",
                        "A process chart by the rules of NHS Making Data Count: is what changed more than noise?",
                        List.of(
                                "",
                                "Needs --time (days such as 2026-11-26) and --outcome; with --weights it is a chart of"
                                        + " shares (chart=p) or rates (chart=u).",
                                "Conventions: chart=xmr|p|u; improvement=increase|decrease|neutral; target=VALUE;"
                                        + " screen-outliers=yes|no; fix-after=N; rebase=DATE,DATE; laney=no|yes."),
                        MonitorMethods::xmr));
    }

    private static Effect funnel(StudyInput input) {
        String cases = input.outcome();
        String of = input.weights();
        if (of == null) {
            throw new IllegalArgumentException("this method needs --weights: of how many the outcome is");
        }
        StudyTable table =
                input.table(StudyReader.create().categories(input.id()).numbers(cases));
        Categories names = table.categories(input.id());
        List<String> units = IntStream.range(0, table.rows())
                .mapToObj(row -> names.code(row) < 0 ? "" : names.labels().get(names.code(row)))
                .toList();
        FunnelPlot plot = FunnelPlot.withDefaults();
        plot = input.choice("limits", "exact", "normal").equals("normal") ? plot.withNormalLimits() : plot;
        plot = input.flag("overdispersion") ? plot.withOverdispersion() : plot;
        double target = input.number("target", Double.NaN);
        plot = Double.isNaN(target) ? plot : plot.withTarget(target);
        return plot.of(units, Whole.of(table, cases), Whole.of(table, of)).effect();
    }

    private static Effect survival(StudyInput input) {
        String estimate = input.choice("estimate", "median", "survival", "restricted-mean", "log-rank", "incidence");
        StudyReader reader = StudyReader.create().numbers(input.time(), input.outcome());
        StudyTable table = input.table(input.hasGroup() ? reader.categories(input.group()) : reader);
        int[] events = Whole.of(table, input.outcome());
        TimeToEventBuilder builder =
                TimeToEvent.builder(table.numbers(input.time()), events).dataHash(table.hash());
        if (estimate.equals("incidence")) {
            builder = builder.causes(causes(events, input.text("causes")));
        } else {
            requireOneCause(table, input.outcome(), events);
        }
        if (input.hasGroup()) {
            Categories groups = table.categories(input.group());
            builder = builder.groups(groups.codes(), groups.labels());
        }
        TimeToEvent data = builder.build();
        if (estimate.equals("log-rank")) {
            String weights = input.choice("weights", "log-rank", "peto-peto");
            LogRank test = LogRank.withDefaults();
            return (weights.equals("peto-peto") ? test.petoPeto() : test).of(data);
        }
        CurveInterval interval = input.choice("interval", CurveInterval.class, CurveInterval.LOG);
        if (estimate.equals("incidence")) {
            return AalenJohansen.withDefaults()
                    .withInterval(interval)
                    .withLevel(input.level())
                    .of(data)
                    .incidenceAt(input.numbers("at"));
        }
        SurvivalCurves curves = KaplanMeier.withDefaults()
                .withInterval(interval)
                .withLevel(input.level())
                .of(data);
        if (estimate.equals("restricted-mean")) {
            return curves.restrictedMeans(input.required("until"));
        }
        return estimate.equals("survival") ? curves.survivalAt(input.numbers("at")) : curves.medians();
    }

    /** What the codes from 1 on mean; without names, {@code event 1} and so on. */
    private static String[] causes(int[] events, @Nullable String names) {
        int most = Arrays.stream(events).max().orElse(1);
        if (names != null && names.split(",", -1).length < most) {
            throw new IllegalArgumentException(
                    "--convention causes must name the codes 1 to " + most + ", with commas between, but names fewer");
        }
        return names == null
                ? IntStream.rangeClosed(1, Math.max(1, most))
                        .mapToObj(code -> "event " + code)
                        .toArray(String[]::new)
                : names.split(",", -1);
    }

    /** A curve in which everything that ends the waiting is alike would say little of any of it. */
    private static void requireOneCause(StudyTable table, String column, int[] events) {
        Findings findings = new Findings();
        for (int row = 0; row < events.length; row++) {
            if (events[row] > 1) {
                findings.error(
                        StudyProblem.OUT_OF_RANGE,
                        "an event must be 0 or 1 for this estimate, but is not\nMaybe --convention estimate=incidence,"
                                + " which tells apart what ended the waiting.",
                        table.where(row, column));
            }
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
    }

    private static Effect xmr(StudyInput input) {
        String kind = input.choice("chart", "xmr", "p", "u");
        StudyTable table =
                input.table(StudyReader.create().categories(input.time()).numbers(input.outcome()));
        List<LocalDate> dates = StudyInput.dates(table, input.time());
        double[] values = table.numbers(input.outcome());
        if (!kind.equals("xmr")) {
            String of = input.weights();
            if (of == null) {
                throw new IllegalArgumentException("this chart needs --weights: of how many the outcome is");
            }
            AttributeChart chart = kind.equals("p") ? AttributeChart.ofShares() : AttributeChart.ofRates();
            return (input.flag("laney") ? chart.withLaney() : chart)
                    .of(dates, values, table.numbers(of))
                    .effect();
        }
        XmrChart chart = XmrChart.withDefaults()
                .withImprovement(input.choice("improvement", Improvement.class, Improvement.INCREASE));
        chart = input.choice("screen-outliers", "yes", "no").equals("no") ? chart.excelCompatible() : chart;
        double target = input.number("target", Double.NaN);
        chart = Double.isNaN(target) ? chart : chart.withTarget(target);
        int fix = input.whole("fix-after", 0);
        chart = fix == 0 ? chart : chart.withFixAfter(fix);
        String rebase = input.text("rebase");
        chart = rebase == null ? chart : chart.withRebaseAt(days(rebase));
        return chart.of(dates, values).effect();
    }

    private static LocalDate[] days(String text) {
        try {
            return Arrays.stream(text.split(",", -1)).map(LocalDate::parse).toArray(LocalDate[]::new);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "--convention rebase must be days with commas between, for example 2026-04-01", e);
        }
    }
}
