package london.loti.workbench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import london.loti.referral.calendar.Nation;
import london.loti.referral.calendar.WorkingDays;
import london.loti.referral.feedback.Period;
import london.loti.referral.feedback.ReferralReport;
import london.loti.referral.feedback.ReferralReports;
import london.loti.referral.feedback.ReportCsv;
import london.loti.referral.feedback.ReportPage;
import london.loti.referral.journey.DeadlinePolicy;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.Referrals;
import london.loti.referral.journey.WorkingTime;
import london.loti.referral.seal.SealBrokenException;
import london.loti.referral.store.ReferralStore;

/** {@code loti referrals report}. */
@Command(
        name = "report",
        description =
                "What became of referrals in a period: how far they went, whether residents say that it helped, who"
                        + " was never contacted, unmet need, and whether all had the same chance. Residents are counted, each once"
                        + " in a figure, and nothing small is shown.",
        footer = {
            "",
            "Example: loti referrals report --store jdbc:h2:file:./referrals --key master.key --from 2026-01-01 --to"
                    + " 2026-12-31 --out report"
        })
final class ReferralsReportCommand implements Callable<Integer> {
    static final String PAGE = "referrals.html";
    static final String TABLE = "referrals.csv";

    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOption store;

    @Mixin
    private KeyOption key;

    @Mixin
    private DisclosureOption disclosure;

    @Option(names = "--from", paramLabel = "DAY", description = "The first day. Default: a year before the last.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "The last day. Default: that of the last event.")
    private @Nullable LocalDate to;

    @Option(names = "--title", paramLabel = "TEXT", defaultValue = "Referrals", description = "The page's title.")
    private String title;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write the report here too: " + PAGE + " to read and " + TABLE + " with every number.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        List<Referral> referrals;
        try (ReferralStore opened = store.open()) {
            referrals =
                    Referrals.in(opened, key.sealer(opened), Clock.systemUTC()).all();
        } catch (SealBrokenException | IllegalStateException e) {
            throw BadInput.because(
                    BadInput.Code.NO_KEY,
                    "what is kept about residents must open with the key, but does not"
                            + "\nMaybe it was sealed with another master key.",
                    "--key");
        }
        ReferralReport report = ReferralReports.of(
                        disclosure.rule(),
                        DeadlinePolicy.withDefaults(),
                        WorkingTime.of(WorkingDays.of(Nation.ENGLAND_AND_WALES)))
                .report(referrals, List.of(), period(referrals));
        PrintWriter said = spec.commandLine().getOut();
        print(report, said);
        if (out != null) {
            List<Path> inputs = new ArrayList<>(disclosure.files());
            inputs.add(key.file());
            Outputs outputs = new Outputs(out, inputs);
            outputs.add(PAGE, ReportPage.html(report, title));
            outputs.add(TABLE, ReportCsv.of(report));
            outputs.write();
            said.println("Written: " + out.resolve(PAGE) + ", " + out.resolve(TABLE));
        }
        return 0;
    }

    /** The main figures, in sentences. */
    static void print(ReferralReport report, PrintWriter said) {
        said.println("Referrals from " + report.period().first() + " to "
                + report.period().last() + ":");
        report.headlines().forEach(line -> said.println("  " + line));
        said.println(report.statement());
    }

    private Period period(List<Referral> referrals) {
        LocalDate last = to != null
                ? to
                : referrals.stream()
                        .flatMap(referral -> referral.history().stream())
                        .map(happened -> LocalDate.ofInstant(happened.at(), Referrals.LONDON))
                        .max(LocalDate::compareTo)
                        .orElseThrow(() -> BadInput.because(
                                BadInput.Code.NO_STORE,
                                "a report needs a referral, but the store has none",
                                "--store"));
        requireKnown(last);
        LocalDate first = from != null ? from : last.minusYears(1).plusDays(1);
        requireKnown(first);
        if (last.isBefore(first)) {
            throw BadInput.because(
                    BadInput.Code.NO_PERIOD, "a period must not end before it begins", "--from and --to");
        }
        return new Period(first, last);
    }

    private static void requireKnown(LocalDate day) {
        if (!Years.has(day)) {
            throw BadInput.because(BadInput.Code.NO_PERIOD, "a period " + Years.WORDS, "--from and --to");
        }
    }
}
