package london.loti.workbench;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import london.loti.evaluation.instrument.InstrumentRegistry;

/** {@code loti instrument list}. */
@Command(name = "list", description = "Lists the instruments that come with loti, and what their licences ask for.")
final class InstrumentListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        InstrumentRegistry registry = InstrumentRegistry.bundled();
        for (String id : registry.ids()) {
            spec.commandLine().getOut().printf("%-24s %s%n", id, registry.gate(id));
        }
        return 0;
    }
}
