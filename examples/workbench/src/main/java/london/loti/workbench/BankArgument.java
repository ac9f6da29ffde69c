package london.loti.workbench;

import java.nio.file.Path;
import java.util.List;

import london.loti.persona.bank.PersonaBank;

/** A bank as it is named on the command line. */
final class BankArgument {
    static final String DESCRIPTION = "A bank (JSON), or 'london' for the one that comes with loti.";

    private static final String LONDON = "london";

    private BankArgument() {}

    /** The file of a bank, if it has one. */
    static List<Path> files(String text) {
        return text.equals(LONDON) ? List.of() : List.of(Path.of(text));
    }

    static PersonaBank read(String text) {
        return text.equals(LONDON) ? PersonaBank.london() : BadInput.check(PersonaBank.read(Path.of(text)));
    }
}
