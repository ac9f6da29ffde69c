package london.loti.workbench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import london.loti.model.codelist.HomeRules;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Where;
import london.loti.model.json.LotiJson;
import london.loti.model.need.TemporaryAccommodationRule;
import london.loti.model.provenance.Manifest;
import london.loti.model.table.CsvWriter;
import london.loti.referral.device.DevicePolicy;
import london.loti.referral.device.allocation.Allocation;
import london.loti.referral.device.allocation.AllocationOutcome;
import london.loti.referral.device.allocation.AllocationProposal;
import london.loti.referral.device.allocation.AllocationReader;
import london.loti.referral.device.allocation.DeviceNeed;
import london.loti.referral.device.allocation.Floor;
import london.loti.referral.device.allocation.Offer;
import london.loti.referral.device.allocation.StockClass;
import london.loti.referral.device.allocation.UnmetNeed;

/** {@code loti devices allocate}. */
@Command(
        name = "allocate",
        description = "Proposes who is offered which device: nothing is reserved, a person decides on every offer."
                + " As many needs as possible are met at the fewest points, or points are weighed against those for"
                + " going unmet. Equal needs are drawn by lot.",
        footer = {
            "",
            "Stock, one row a class:",
            "  class,label,count,wifi_only,needs_contract,support_end",
            "  laptop,refurbished laptop,12,no,no,2029-06-30",
            "",
            "Needs, one row a household, points by class (0 is best, an empty cell rules it out):",
            "  id,group,area,wifi,temporary-home,laptop,tablet",
            "  k3v9-2hx7,families,mill-ward,no,yes,1,",
            "Ids are opaque: no name, telephone, NHS or National Insurance number. Columns that may be left out: unmet"
                    + " (points for going without), wifi, temporary-home, tenancy-under-a-year, no-fixed-line (yes, no,"
                    + " unknown).",
            "",
            "Floors, one row a floor; a floor on a protected characteristic needs the last four:",
            "  scope,of,at_least,characteristic,reason,legal_basis,decided_on,decided_by",
            "  area,mill-ward,4,none,,,,",
            "",
            "Example: loti devices allocate --stock stock.csv --needs needs.csv --floors floors.csv --seed 1 --out out"
        })
final class DevicesAllocateCommand implements Callable<Integer> {
    private static final String CSV = "offers.csv";
    private static final String JSON = "proposal.json";

    @Spec
    private CommandSpec spec;

    @Option(names = "--stock", required = true, paramLabel = "CSV", description = "One row a class of devices.")
    private Path stock;

    @Option(names = "--needs", required = true, paramLabel = "CSV", description = "One row a household.")
    private Path needs;

    @Option(
            names = "--floors",
            paramLabel = "CSV",
            description = "At least so many for an area or a group. Where they can't hold together nothing is proposed,"
                    + " and those that conflict are named.")
    private @Nullable Path floors;

    @Option(
            names = "--seed",
            required = true,
            paramLabel = "N",
            description = "Seed of the lottery. Draw it in public, after the list of needs is closed.")
    private long seed;

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "The day of the offers, for example 2026-11-25: the end of support is held against it. Needed"
                    + " only where the stock has such ends.")
    private @Nullable LocalDate on;

    @Option(
            names = "--home-rule",
            paramLabel = "FILE",
            description = "Rule for temporary accommodation (JSON). Default: loti's own.")
    private @Nullable Path homeRule;

    @Option(names = "--policy", paramLabel = "FILE", description = "Policy for devices (JSON). Default: loti's own.")
    private @Nullable Path policy;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Writes " + CSV + ", " + JSON + " and a manifest there. They hold residents' references.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        TemporaryAccommodationRule rule = homeRule == null
                ? HomeRules.temporaryAccommodation()
                : BadInput.check(HomeRules.readTemporaryAccommodation(homeRule));
        DevicePolicy rules = policy == null ? DevicePolicy.bundled() : BadInput.check(DevicePolicy.read(policy));
        Checked<List<StockClass>> classes = AllocationReader.readStock(stock);
        Checked<List<Floor>> least =
                floors == null ? Checked.of(List.of()) : AllocationReader.readFloors(floors, rules);
        Checked<List<DeviceNeed>> people =
                AllocationReader.readNeeds(needs, classes.value().orElse(List.of()), rule.conditionCodes());
        checkAll(classes, people, least);
        if (on == null && classes.orElseThrow().stream().anyMatch(each -> each.supportEnds() != null)) {
            throw new BadInput(List.of(Finding.error(
                    Allocation.Code.NO_DAY,
                    "an end of support can only be held against a day\nMaybe say for which day the offers are, with --on.",
                    Where.column(String.valueOf(stock.getFileName()), "support_end"))));
        }
        Allocation allocation = Allocation.withSeed(seed).withHomeRule(rule).withPolicy(rules);
        AllocationOutcome outcome = BadInput.check(
                (on == null ? allocation : allocation.on(on))
                        .propose(classes.orElseThrow(), people.orElseThrow(), least.orElseThrow()),
                spec.commandLine().getErr());
        AllocationProposal proposal = outcome.fold(proposed -> proposed, conflict -> {
            throw BadInput.because(BadInput.Code.FLOORS_CONFLICT, conflict.words(), String.valueOf(named(floors)));
        });
        proposal.lines().forEach(spec.commandLine().getOut()::println);
        if (out != null) {
            write(proposal, out);
        }
        return 0;
    }

    /** Tells what is wrong in all files at once, save what follows from stock that can't be read. */
    private void checkAll(
            Checked<List<StockClass>> classes, Checked<List<DeviceNeed>> people, Checked<List<Floor>> least) {
        List<Finding> findings = new ArrayList<>(classes.findings());
        if (!classes.hasErrors()) {
            findings.addAll(people.findings());
        }
        findings.addAll(least.findings());
        BadInput.check(
                findings.stream().anyMatch(Finding::isError) ? Checked.failed(findings) : Checked.of(true, findings),
                spec.commandLine().getErr());
    }

    private static @Nullable Path named(@Nullable Path file) {
        return file == null ? null : file.getFileName();
    }

    private void write(AllocationProposal proposal, Path folder) {
        List<Path> inputs = Stream.of(stock, needs, floors, homeRule, policy)
                .filter(file -> file != null)
                .toList();
        Outputs outputs = new Outputs(folder, inputs);
        Manifest.Builder manifest = Manifest.builder("devices-allocate", Manifests.dataset(stock))
                .inputs(inputs.stream().skip(1).map(Manifests::dataset).toList())
                .parameter("seed", String.valueOf(seed))
                .parameter(
                        "lottery",
                        proposal.draw().algorithm() + ", version "
                                + proposal.draw().version())
                .parameter("input", proposal.draw().inputSha256())
                .parameter("rules", String.join(", ", proposal.rules()));
        if (on != null) {
            manifest.parameter("on", on.toString());
        }
        manifest.output(outputs.add(CSV, csv(proposal)));
        manifest.output(outputs.add(JSON, LotiJson.write(proposal)));
        outputs.add(IndexRun.MANIFEST, LotiJson.write(manifest.build()));
        outputs.write();
    }

    private static String csv(AllocationProposal proposal) {
        CsvWriter csv = new CsvWriter(List.of("id", "offer", "class", "points", "runner_up", "ask_first", "reasons"));
        for (Offer offer : proposal.offers()) {
            csv.text(offer.resident().token())
                    .text(offer.id())
                    .text(offer.stockClass())
                    .number((double) offer.points())
                    .text(offer.runnerUp() == null ? "" : offer.runnerUp())
                    .text(String.join(" ", offer.askFirst()))
                    .text(String.join(" ", offer.reasons()))
                    .endRow();
        }
        for (UnmetNeed need : proposal.unmet()) {
            csv.text(need.resident().token())
                    .text("")
                    .text("")
                    .number(Double.NaN)
                    .text("")
                    .text("")
                    .text(String.join(" ", need.reasons()))
                    .endRow();
        }
        return csv.toString();
    }
}
