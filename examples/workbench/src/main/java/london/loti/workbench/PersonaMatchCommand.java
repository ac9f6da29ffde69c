package london.loti.workbench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import london.loti.model.disclosure.DisclosedCounts;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.json.LotiJson;
import london.loti.model.table.CsvWriter;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.Sample;
import london.loti.persona.attribute.SampleReader;
import london.loti.persona.bank.Persona;
import london.loti.persona.bank.PersonaBank;
import london.loti.persona.match.BatchMatch;
import london.loti.persona.match.PersonaMatcher;

/** {@code loti persona match}. */
@Command(
        name = "match",
        description =
                "Matches a survey or a pseudonymised sample with a bank, and writes how many people each persona is"
                        + " suggested for, after the disclosure rule. No row of a person leaves.",
        footer = {"", "Example: loti persona match --bank london --answers survey.csv --out personas.csv"})
final class PersonaMatchCommand implements Callable<Integer> {
    private static final int MOST_REASONS = 3;

    @Spec
    private CommandSpec spec;

    @Option(names = "--bank", required = true, paramLabel = "BANK", description = BankArgument.DESCRIPTION)
    private String bank;

    @Option(
            names = "--answers",
            required = true,
            paramLabel = "CSV",
            description = "One row a person, one column an attribute of the bank; an opaque 'id' is not kept.")
    private Path answers;

    @Option(names = "--out", required = true, paramLabel = "CSV", description = "The counts.")
    private Path out;

    @Option(
            names = "--explain",
            description = "Also tell which answers lie furthest from each persona, on average over those it is"
                    + " suggested for.")
    private boolean explain;

    @Mixin
    private DisclosureOption disclosure;

    @Override
    public Integer call() {
        PrintWriter said = spec.commandLine().getOut();
        DisclosureRule rule = disclosure.rule();
        PersonaBank read = BankArgument.read(bank);
        Sample sample = BadInput.check(
                SampleReader.of(read.attributes()).read(answers),
                spec.commandLine().getErr());
        BatchMatch batch = match(read, sample);
        DisclosedCounts counts = batch.disclose(rule);
        List<Path> inputs = new ArrayList<>(List.of(answers));
        inputs.addAll(BankArgument.files(bank));
        inputs.addAll(disclosure.files());
        Outputs outputs = Outputs.besides(out, inputs);
        outputs.add(Outputs.nameOf(out), csv(read, counts));
        outputs.write();
        if (explain) {
            explain(batch, rule, said);
        }
        said.println(counts.statement());
        said.println("Written: " + out);
        return 0;
    }

    private static BatchMatch match(PersonaBank bank, Sample sample) {
        try (Progress progress = Progress.ofSteps("match", 100)) {
            return PersonaMatcher.of(bank).matchAll(sample, progress::at);
        }
    }

    private static String csv(PersonaBank bank, DisclosedCounts counts) {
        CsvWriter csv = new CsvWriter(List.of("persona", "name", "people", "percent"));
        for (DisclosedCounts.Count row : counts.rows()) {
            String name = bank.persona(row.category()).map(Persona::name).orElse("");
            csv.text(row.category()).text(name).number(row.people() == null ? Double.NaN : row.people());
            csv.number(row.percent() == null ? Double.NaN : Math.rint(row.percent() * 10) / 10)
                    .endRow();
        }
        Long total = counts.total();
        csv.text("total").text("").number(total == null ? Double.NaN : total);
        return csv.number(Double.NaN).endRow().toString();
    }

    private static void explain(BatchMatch batch, DisclosureRule rule, PrintWriter said) {
        List<Attribute> attributes = batch.bank().matchingAttributes();
        for (int p = 0; p < batch.bank().personas().size(); p++) {
            List<Double> means = batch.meanContributions(p, rule);
            String id = batch.bank().personas().get(p).id();
            if (means.isEmpty()) {
                said.println(id + ": too few people to tell.");
                continue;
            }
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, means.size()).boxed().toList());
            order.sort(Comparator.comparing(means::get).reversed());
            said.println(id + ": furthest in "
                    + order.stream()
                            .limit(MOST_REASONS)
                            .map(k -> attributes.get(k).label() + " (" + LotiJson.number(round(means.get(k))) + ")")
                            .collect(Collectors.joining(", "))
                    + ".");
        }
    }

    private static double round(double value) {
        return Math.rint(value * 1_000) / 1_000;
    }
}
