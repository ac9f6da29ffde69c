package london.loti.workbench;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;

import london.loti.examples.borough.InventedBorough;
import london.loti.examples.borough.InventedDirectory;
import london.loti.examples.borough.InventedReferrals;
import london.loti.model.codelist.AlsoAsk;
import london.loti.model.codelist.Codelists;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.NeedsGrid;
import london.loti.model.need.NeedsSnapshot;
import london.loti.model.need.ResidentRef;
import london.loti.model.need.Suggestion;
import london.loti.referral.calendar.Nation;
import london.loti.referral.calendar.WorkingDays;
import london.loti.referral.directory.Directory;
import london.loti.referral.directory.DirectoryQuery;
import london.loti.referral.directory.Reason;
import london.loti.referral.directory.SearchHit;
import london.loti.referral.directory.SearchResult;
import london.loti.referral.eligibility.ResidentCircumstances;
import london.loti.referral.feedback.Period;
import london.loti.referral.feedback.ReferralReport;
import london.loti.referral.feedback.ReferralReports;
import london.loti.referral.feedback.ReportCsv;
import london.loti.referral.feedback.ReportPage;
import london.loti.referral.journey.DeadlinePolicy;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.WorkingTime;
import london.loti.referral.seal.KeyWrapper;
import london.loti.referral.seal.Sealer;
import london.loti.referral.store.InMemoryReferralStore;

/** The part of {@code loti demo} about referrals: a conversation, a year of referrals, and whether they helped. */
final class DemoReferrals {
    private static final int SERVICES = 400;
    private static final int HITS = 3;
    private static final Instant TUESDAY_MORNING =
            InventedDirectory.DAY.plusDays(1).atTime(11, 0).toInstant(ZoneOffset.UTC);
    private static final int RESIDENTS = 400;

    private DemoReferrals() {}

    /** What a conversation with a resident who does not exist leaves behind. */
    static void conversation(PrintWriter said) {
        NeedsGrid grid = Codelists.needsGrid();
        NeedsSnapshot snapshot = NeedsSnapshot.begin(
                        new ResidentRef("invented-resident-0"),
                        grid,
                        InventedReferrals.firstDay(),
                        ConceptRef.parse("roles:link-worker"))
                .with(grid, "relationships-and-support-network.carer", Answer.YES)
                .with(grid, "financial-stability.rent-arrears", Answer.YES)
                .with(grid, "support-needs.language-barrier", Answer.NO)
                .with(grid, "behaviour-and-engagement.organised-and-or-engaged", Answer.YES);
        said.println();
        said.println("A conversation with an invented resident. What was said, in the words of the needs grid:");
        print("needs", snapshot.needs(grid), grid, said);
        print("strengths", snapshot.strengths(grid), grid, said);
        said.println("  also worth asking, as advice to whoever asks:");
        AlsoAsk.bundled().suggest(snapshot, List.of()).stream()
                .limit(HITS)
                .forEach(suggestion -> said.println(
                        "    " + String.join(" ", suggestion.prompts()) + " (" + because(suggestion) + ")"));
    }

    private static String because(Suggestion suggestion) {
        return suggestion.reasons().stream().map(Suggestion.Reason::because).collect(Collectors.joining(" "));
    }

    private static void print(String what, List<String> codes, NeedsGrid grid, PrintWriter said) {
        said.println("  " + what + ": "
                + String.join(
                        ", ",
                        codes.stream()
                                .map(code -> grid.find(code).orElseThrow().label())
                                .toList()));
    }

    /** A search among invented services, with what speaks for each hit and what was left out. */
    static void search(long seed, PrintWriter said) {
        Directory directory = Directory.of(InventedDirectory.services(seed, SERVICES));
        SearchResult result = directory.search(DirectoryQuery.builder()
                .words("get online")
                .resident(ResidentCircumstances.builder()
                        .age(BigDecimal.valueOf(71))
                        .build())
                .acceptsReferrals()
                .openAt(TUESDAY_MORNING)
                .asOf(TUESDAY_MORNING)
                .page(1, HITS)
                .build());
        said.println();
        said.println("A search among " + SERVICES + " invented services for 'get online', for somebody of 71, open on a"
                + " Tuesday at 11 and taking referrals, with reasons:");
        for (SearchHit hit : result.hits()) {
            said.println("  " + hit.service().name() + ": "
                    + hit.reasons().stream().map(Reason::words).collect(Collectors.joining(" ")));
        }
        said.println("  " + result.total() + " fit; left out: "
                + result.excluded().entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey().excluded())
                        .collect(Collectors.joining(", "))
                + ".");
    }

    /** A year of invented referrals in memory; its report is added to the results. */
    static void year(InventedBorough borough, long seed, Outputs outputs, PrintWriter said) {
        InMemoryReferralStore store = new InMemoryReferralStore();
        List<Referral> referrals = InventedReferrals.addYear(store, sealer(store), borough, RESIDENTS, seed);
        ReferralReport report = ReferralReports.of(
                        DisclosureRule.withDefaults(),
                        DeadlinePolicy.withDefaults(),
                        WorkingTime.of(WorkingDays.of(Nation.ENGLAND_AND_WALES)))
                .withAreas(InventedReferrals.wards(borough))
                .report(referrals, List.of(), new Period(InventedReferrals.firstDay(), InventedReferrals.lastDay()));
        outputs.add(ReferralsReportCommand.PAGE, ReportPage.html(report, borough.name()));
        outputs.add(ReferralsReportCommand.TABLE, ReportCsv.of(report));
        said.println();
        said.println("A year in which " + RESIDENTS + " invented residents ask for help. Completed is not helped:");
        ReferralsReportCommand.print(report, said);
    }

    /** A key that is gone when the demo ends. */
    private static Sealer sealer(InMemoryReferralStore store) {
        SecureRandom random = new SecureRandom();
        byte[] master = new byte[32];
        random.nextBytes(master);
        return Sealer.of(store, KeyWrapper.aes("demo", new SecretKeySpec(master, "AES"), random), random)
                .keepingKeysFor(Duration.ofMinutes(5), Clock.systemUTC());
    }
}
