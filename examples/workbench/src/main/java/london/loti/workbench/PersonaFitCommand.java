package london.loti.workbench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import london.loti.model.disclosure.DisclosureRule;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeUse;
import london.loti.persona.attribute.Sample;
import london.loti.persona.attribute.SampleReader;
import london.loti.persona.bank.PersonaBank;
import london.loti.persona.fit.BankFit;
import london.loti.persona.match.BatchMatch;
import london.loti.persona.match.PersonaMatcher;

/** {@code loti persona fit}. */
@Command(
        name = "fit",
        description =
                "Says whether a bank fits a borough, by a sample of its residents: for how many a persona is near,"
                        + " for which group it is not, and which personas stand for too many, for nobody, or twice.",
        footer = {"", "Example: loti persona fit --bank london --sample survey.csv"})
final class PersonaFitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--bank", required = true, paramLabel = "BANK", description = BankArgument.DESCRIPTION)
    private String bank;

    @Option(
            names = "--sample",
            required = true,
            paramLabel = "CSV",
            description = "One row a person, one column an attribute of the bank, those for audits among them.")
    private Path sample;

    @Mixin
    private DisclosureOption disclosure;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PersonaBank read = BankArgument.read(bank);
        Sample answers = BadInput.check(
                SampleReader.of(read.attributes()).read(sample),
                spec.commandLine().getErr());
        report(read, answers, disclosure.rule()).forEach(out::println);
        return 0;
    }

    /** The fit, by every attribute for audits that somebody answered. */
    static List<String> report(PersonaBank bank, Sample answers, DisclosureRule rule) {
        try (Progress progress = Progress.ofSteps("fit", 100)) {
            BatchMatch batch = PersonaMatcher.of(bank).matchAll(answers, progress::at);
            return BankFit.of(batch)
                    .withRule(rule)
                    .withGroups(groups(answers))
                    .report()
                    .lines();
        }
    }

    private static String[] groups(Sample answers) {
        return IntStream.range(0, answers.attributes().size())
                .filter(column -> answers.attributes().get(column).use() == AttributeUse.AUDIT_ONLY)
                .filter(column ->
                        IntStream.range(0, answers.size()).anyMatch(row -> !Double.isNaN(answers.value(row, column))))
                .mapToObj(answers.attributes()::get)
                .map(Attribute::id)
                .toArray(String[]::new);
    }
}
