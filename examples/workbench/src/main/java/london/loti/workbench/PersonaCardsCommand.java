package london.loti.workbench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import london.loti.model.codelist.Vocabulary;
import london.loti.persona.bank.PersonaBank;
import london.loti.persona.card.PersonaCards;

/** {@code loti persona cards}. */
@Command(
        name = "cards",
        description = "Writes all personas of a bank as cards in one HTML file, to read and to print, that works"
                + " without a network.",
        footer = {"", "Example: loti persona cards london --out cards.html"})
final class PersonaCardsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BANK", description = BankArgument.DESCRIPTION)
    private String bank;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "cards.html",
            description = "The page. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Override
    public Integer call() {
        PersonaBank read = BankArgument.read(bank);
        byte[] page = PersonaCards.of(read, Vocabulary.bundled()).html().getBytes(StandardCharsets.UTF_8);
        Path whole = out.toAbsolutePath();
        Path folder = whole.getParent();
        Outputs outputs = new Outputs(folder == null ? whole : folder, List.of(Path.of(bank)));
        outputs.add(String.valueOf(out.getFileName()), page);
        outputs.write();
        int personas = read.personas().size();
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "Written: %s (%s, %.0f kB)%nNext: open it in a browser, or print it: each persona begins a page.%n",
                        out,
                        personas == 1 ? "1 card" : personas + " cards",
                        page.length / 1e3);
        return 0;
    }
}
