package london.loti.workbench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import london.loti.model.json.LotiJson;
import london.loti.referral.audit.AuditReport;
import london.loti.referral.audit.AuditTrail;
import london.loti.referral.audit.Checkpoint;
import london.loti.referral.store.ReferralStore;

/** {@code loti audit verify}. */
@Command(
        name = "verify",
        description = "Goes over every event of a store and tells each change, gap and cut end. It needs no key.",
        footer = {
            "",
            "Exit: 0 all is as it was written, 1 something is not.",
            "",
            "Example: loti audit verify --store jdbc:h2:file:./referrals --checkpoint monday.json --write-checkpoint today.json"
        })
final class AuditVerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOption store;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description =
                    "A checkpoint that was kept somewhere else (JSON); may be given several times. Without one, a cut"
                            + " end can't show.")
    private List<Path> checkpoints = new ArrayList<>();

    @Option(
            names = "--write-checkpoint",
            paramLabel = "FILE",
            description =
                    "Write the end of the chain as a checkpoint, to keep where whoever runs the database can't write.")
    private @Nullable Path written;

    @Override
    public Integer call() {
        PrintWriter said = spec.commandLine().getOut();
        List<Checkpoint> known = checkpoints.stream()
                .map(file -> BadInput.check(LotiJson.read(file, Checkpoint.class)))
                .toList();
        try (ReferralStore opened = store.open()) {
            AuditReport report = AuditTrail.verify(opened, known);
            if (!report.isIntact()) {
                throw new BadInput(report.findings());
            }
            said.println(
                    report.events() + " events, " + report.erased() + " of them erased: all is as it was written.");
            said.println("The chain ends with " + report.head() + ".");
            if (known.isEmpty()) {
                said.println(
                        "A cut end shows only by a checkpoint; give one that was kept elsewhere with --checkpoint.");
            }
            if (written != null) {
                Checkpoint checkpoint = new Checkpoint(
                        report.events(), report.head(), Clock.systemUTC().instant());
                Outputs outputs = Outputs.besides(written, checkpoints);
                outputs.add(Outputs.nameOf(written), LotiJson.write(checkpoint));
                outputs.write();
                said.println("Written: " + written);
            }
        }
        return 0;
    }
}
