package london.loti.workbench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import london.loti.evaluation.json.ProposalsFile;
import london.loti.evaluation.proposal.Proposals;
import london.loti.evaluation.proposal.ServiceSuccess;
import london.loti.evaluation.proposal.Subject;
import london.loti.evaluation.proposal.Target;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyReader;
import london.loti.evaluation.study.StudyTable;
import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/** {@code loti proposals services}. */
@Command(
        name = "services",
        description =
                "Proposes to look at services whose success is low once chance is allowed for. It never proposes to"
                        + " remove one.",
        footer = {
            "",
            "Example: loti proposals services --data services.csv --id service --outcome helped --of asked"
                    + " --meaning \"helped, of those asked\" --directory anyborough --directory-version 2026-11"
                    + " --made-on 2026-11-20 --out proposals.json"
        })
final class ProposalsServicesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "CSV", description = "A row a service, with a header.")
    private Path data;

    @Option(names = "--id", required = true, paramLabel = "COLUMN", description = "The column of the service's id.")
    private String id;

    @Option(
            names = "--outcome",
            required = true,
            paramLabel = "COLUMN",
            description = "How many people it went well for.")
    private String outcome;

    @Option(names = "--of", required = true, paramLabel = "COLUMN", description = "Of how many people.")
    private String of;

    @Option(names = "--meaning", required = true, paramLabel = "TEXT", description = "What went well, of whom.")
    private String meaning;

    @Option(names = "--threshold", paramLabel = "SHARE", description = "A rate that is too low. Default: that of all.")
    private @Nullable Double threshold;

    @Option(names = "--directory", required = true, paramLabel = "ID", description = "The directory's id.")
    private String directory;

    @Option(names = "--directory-version", required = true, paramLabel = "TEXT", description = "Its version.")
    private String version;

    @Option(names = "--made-on", required = true, paramLabel = "DAY", description = "The day, such as 2026-11-20.")
    private LocalDate madeOn;

    @Option(names = "--out", required = true, paramLabel = "JSON", description = "Writes the proposals there.")
    private Path out;

    @Mixin
    private DisclosureOption disclosure = new DisclosureOption();

    @Override
    public Integer call() {
        StudyTable table = BadInput.check(
                StudyReader.create().categories(id).numbers(outcome, of).read(data),
                spec.commandLine().getErr());
        Proposals proposals;
        try {
            Categories names = table.categories(id);
            List<String> services = IntStream.range(0, table.rows())
                    .mapToObj(row -> names.code(row) < 0 ? "" : names.labels().get(names.code(row)))
                    .toList();
            ServiceSuccess success = ServiceSuccess.of(meaning, services, Whole.of(table, outcome), Whole.of(table, of))
                    .withRule(disclosure.rule());
            Subject subject = Subject.of(Target.DIRECTORY, directory, version);
            proposals = (threshold == null ? success : success.withThreshold(threshold))
                    .proposals(service -> subject.at("services", service), madeOn, table.source());
        } catch (FindingsException e) {
            throw new BadInput(e.findings().stream().map(f -> placed(f, table)).toList());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
        List<Path> inputs =
                Stream.concat(Stream.of(data), disclosure.files().stream()).toList();
        Outputs outputs = Outputs.besides(out, inputs);
        outputs.add(Outputs.nameOf(out), ProposalsFile.of(proposals).write());
        outputs.write();
        PrintWriter said = spec.commandLine().getOut();
        proposals.proposals().forEach(each -> ProposalLines.of(each, "open").forEach(said::println));
        said.println(ProposalLines.count(proposals));
        return 0;
    }

    /** The maker knows neither the file nor its columns. */
    private Finding placed(Finding finding, StudyTable table) {
        Integer row = finding.where().line();
        String role = finding.where().column();
        if (row == null || role == null || finding.where().source().equals(table.source())) {
            return finding;
        }
        String column = role.equals("service") ? id : role.equals("trials") ? of : outcome;
        Where where = table.where(row - 1, column);
        return new Finding(finding.severity(), finding.code(), finding.message(), where);
    }
}
