package london.loti.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import london.loti.evaluation.plan.PlanLock;
import london.loti.model.finding.FindingsException;

/** {@code loti evaluate plan lock}. */
@Command(
        name = "lock",
        description =
                "Locks a plan by the hash of its bytes. Publish the lock: whoever has it can tell that the plan was"
                        + " not changed.",
        footer = {"", "Example: loti evaluate plan lock plan.json --on 2026-11-26"})
final class PlanLockCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PLAN", description = "The plan (JSON).")
    private Path plan;

    @Option(names = "--on", required = true, paramLabel = "DATE", description = "The day of the lock.")
    private String on;

    @Option(names = "--out", paramLabel = "JSON", description = "Writes the lock there. Default: beside the plan.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        LocalDate day = day();
        PlanLock lock;
        try {
            lock = PlanLock.lock(name(plan), bytes(plan), day);
        } catch (FindingsException e) {
            throw new BadInput(e.findings());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
        Path file = out == null ? plan.resolveSibling(Outputs.nameOf(plan) + ".lock.json") : out;
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw BadInput.because(
                    BadInput.Code.LOCKED_ALREADY,
                    "a lock must not take the place of an older one, but a file of this name is here already"
                            + "\nMaybe keep it, for it proves the earlier day; or name another file with --out.",
                    Outputs.nameOf(file));
        }
        Outputs outputs = Outputs.besides(file, List.of(plan));
        outputs.add(Outputs.nameOf(file), lock.json());
        outputs.write();
        spec.commandLine().getOut().println("Locked: " + lock.sha256());
        return 0;
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(on);
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(), "--on must be a day of the calendar, for example 2026-01-20, but is none", e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw BadInput.because(
                    BadInput.Code.NO_FILE, "the file must exist and be readable, but is not", name(file));
        }
    }

    /** A plan's name in findings. */
    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
