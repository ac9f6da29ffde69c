package london.loti.workbench;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import london.loti.evaluation.plan.LockedPlan;
import london.loti.evaluation.plan.PlanLock;

/** {@code loti evaluate plan check}. */
@Command(
        name = "check",
        description = "Says whether a plan is the one that was locked.",
        footer = {"", "Example: loti evaluate plan check plan.json --lock plan.json.lock.json"})
final class PlanCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PLAN", description = "The plan (JSON).")
    private Path plan;

    @Option(names = "--lock", required = true, paramLabel = "JSON", description = "Its lock.")
    private Path lock;

    @Override
    public Integer call() {
        PlanLock read = BadInput.check(PlanLock.read(lock));
        LockedPlan locked = BadInput.check(read.check(PlanLockCommand.name(plan), PlanLockCommand.bytes(plan)));
        spec.commandLine()
                .getOut()
                .println("The plan '" + locked.plan().id() + "' is as it was locked on " + read.date() + ".");
        return 0;
    }
}
