package london.loti.workbench;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import london.loti.model.finding.Finding;
import london.loti.persona.bank.BankLint;
import london.loti.persona.bank.PersonaBank;

/** {@code loti persona lint}. */
@Command(
        name = "lint",
        description = "Looks for what is weak in a bank: claims without evidence, old or contradicted evidence,"
                + " stereotypes, duplicates, orphans, hard words.",
        footer = {"", "Example: loti persona lint my-bank.json --strict"})
final class PersonaLintCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BANK", description = BankArgument.DESCRIPTION)
    private String bank;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day from which the age of evidence counts, 2026-11-23. Default: today.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--stale-after",
            paramLabel = "MONTHS",
            defaultValue = "60",
            description = "After how many months evidence is old. Default: ${DEFAULT-VALUE}.")
    private int staleAfter;

    @Option(names = "--strict", description = "Exit with 1 where anything is found.")
    private boolean strict;

    @Override
    public Integer call() {
        if (staleAfter < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--stale-after must be at least 1 month, but was " + staleAfter);
        }
        PersonaBank read = BankArgument.read(bank);
        LocalDate day = asOf == null ? LocalDate.now(ZoneId.of("Europe/London")) : asOf;
        List<Finding> findings =
                BankLint.of(read, day).withStaleAfterMonths(staleAfter).findings();
        PrintWriter out = spec.commandLine().getOut();
        findings.forEach(finding -> out.println(finding.code().name() + " " + indented(finding)));
        Map<String, Long> counts = findings.stream()
                .collect(Collectors.groupingBy(f -> f.code().name(), TreeMap::new, Collectors.counting()));
        out.println(read.id() + " " + read.version() + ", as of " + day + ": "
                + read.personas().size() + " personas, "
                + findings.size() + (findings.size() == 1 ? " finding" : " findings")
                + (counts.isEmpty() ? "." : " " + counts + "."));
        return strict && !findings.isEmpty() ? 1 : 0;
    }

    private static String indented(Finding finding) {
        return finding.toString().replace("\n", "\n    ");
    }
}
