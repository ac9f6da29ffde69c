package london.loti.workbench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.json.ResultFile;
import london.loti.model.finding.FindingsException;

/** A method of {@code loti evaluate}: all take the same options, and each says which it needs. */
@Command(mixinStandardHelpOptions = true)
final class MethodCommand implements Callable<Integer> {
    private static final List<String> STUDY_OPTIONS = List.of(
            "--data",
            "--outcome",
            "--group",
            "--time",
            "--id",
            "--cluster",
            "--weights",
            "--covariates",
            "--alternative",
            "--level",
            "--seed");

    private final EvaluationMethod method;

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "CSV", description = "The study's data, with a header.")
    private @Nullable Path data;

    @Option(names = "--outcome", paramLabel = "COLUMN", description = "The column of the outcome.")
    private @Nullable String outcome;

    @Option(names = "--group", paramLabel = "COLUMN", description = "The column of the group or treatment.")
    private @Nullable String group;

    @Option(names = "--time", paramLabel = "COLUMN", description = "The column of the time, wave or period.")
    private @Nullable String time;

    @Option(names = "--id", paramLabel = "COLUMN", description = "The column of the person, area or other unit.")
    private @Nullable String id;

    @Option(names = "--cluster", paramLabel = "COLUMN", description = "The column of the cluster.")
    private @Nullable String cluster;

    @Option(names = "--weights", paramLabel = "COLUMN", description = "The column of the weight.")
    private @Nullable String weights;

    @Option(names = "--covariates", split = ",", paramLabel = "COLUMN", description = "Further columns.")
    private List<String> covariates = new ArrayList<>();

    @Option(
            names = "--alternative",
            paramLabel = "SIDE",
            defaultValue = "TWO_SIDED",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Alternative alternative;

    @Option(
            names = "--level",
            paramLabel = "SHARE",
            defaultValue = "0.95",
            description = "The level of intervals. Default: ${DEFAULT-VALUE}.")
    private double level;

    @Option(
            names = "--convention",
            paramLabel = "KEY=VALUE",
            description = "A choice that decides the number; may come several times. They are told below.")
    private Map<String, String> conventions = new LinkedHashMap<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed where chance is used; the same one gives the same result. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--out", paramLabel = "JSON", description = "Writes the result there.")
    private @Nullable Path out;

    @Option(
            names = "--report",
            paramLabel = "HTML",
            description = "Writes a report there: a page that works without a network. Needs --study.")
    private @Nullable Path report;

    @Option(
            names = "--study",
            paramLabel = "JSON",
            description = "What a report must know of the study: see loti example study.")
    private @Nullable Path study;

    MethodCommand(EvaluationMethod method) {
        this.method = method;
    }

    @Override
    public Integer call() {
        PrintWriter said = spec.commandLine().getOut();
        StudyInput input = new StudyInput(
                data,
                new StudyInput.Columns(outcome, group, time, id, cluster, weights, covariates),
                alternative,
                level,
                conventions,
                seed,
                given());
        if (report != null && study == null) {
            throw new ParameterException(
                    spec.commandLine(), "--report needs --study: a number alone says nothing of a programme");
        }
        if (study != null && report == null) {
            throw new ParameterException(spec.commandLine(), "--study is for --report, which is not there");
        }
        if (out != null && out.equals(report)) {
            throw new ParameterException(spec.commandLine(), "--out and --report must name two files, but name one");
        }
        StudyDocument document = study == null ? null : BadInput.check(StudyDocument.read(study));
        Effect effect;
        String page;
        try {
            if (report != null && document != null) {
                ReportFit.require(
                        method.name(),
                        new StudyInput.Columns(outcome, group, time, id, cluster, weights, covariates),
                        conventions,
                        document.design());
            }
            effect = input.told(method.run().apply(input));
            input.requireNoOtherConvention();
            input.requireNoOtherOption();
            if (report != null) {
                ReportFit.requireNamedGroup(effect, conventions);
            }
            page = report == null || document == null
                    ? null
                    : document.report(effect).html();
        } catch (FindingsException e) {
            throw new BadInput(input.placed(e.findings()));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
        List<Path> inputs = Stream.of(data, study).filter(Objects::nonNull).toList();
        if (out != null) {
            write(out, ResultFile.of(effect).write(), inputs);
        }
        if (report != null && page != null) {
            write(report, page, inputs);
        }
        BadInput.print(input.warnings(), spec.commandLine().getErr());
        EffectLines.of(effect).forEach(said::println);
        return 0;
    }

    /** The options of the study that stand on the command line, in the order of the help. */
    private Set<String> given() {
        ParseResult parsed = spec.commandLine().getParseResult();
        return STUDY_OPTIONS.stream()
                .filter(parsed::hasMatchedOption)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void write(Path file, String content, List<Path> inputs) {
        Outputs outputs = Outputs.besides(file, inputs);
        outputs.add(Outputs.nameOf(file), content);
        outputs.write();
    }
}
