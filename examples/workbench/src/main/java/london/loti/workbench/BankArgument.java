package london.loti.workbench;

import java.nio.file.Path;

import london.loti.persona.bank.PersonaBank;

/** A bank as it is named on the command line. */
final class BankArgument {
    static final String DESCRIPTION = "A bank (JSON), or 'london' for the one that comes with loti.";

    private static final String LONDON = "london";

    private BankArgument() {}

    static PersonaBank read(String text) {
        return text.equals(LONDON) ? PersonaBank.london() : BadInput.check(PersonaBank.read(Path.of(text)));
    }
}
