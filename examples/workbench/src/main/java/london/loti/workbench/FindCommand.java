package london.loti.workbench;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import london.loti.model.need.ConceptRef;
import london.loti.model.service.Service;
import london.loti.referral.directory.Directory;
import london.loti.referral.directory.DirectoryFiles;
import london.loti.referral.directory.DirectoryQuery;
import london.loti.referral.directory.Reason;
import london.loti.referral.directory.SearchHit;
import london.loti.referral.directory.SearchResult;
import london.loti.referral.eligibility.ResidentCircumstances;

/** {@code loti find}. */
@Command(
        name = "find",
        description =
                "Finds services in a directory, the best first, each with its reasons; and tells how many were left"
                        + " out, and why. What is not known excludes nothing.",
        footer = {
            "",
            "A directory is a folder that 'loti directory import' wrote.",
            "",
            "Example: loti find \"get online\" --directory directory --near \"ZZ91 1AA\" --postcodes postcodes.csv --age 71"
        })
final class FindCommand implements Callable<Integer> {
    private static final double METRES_A_KILOMETRE = 1_000;
    private static final int SHOWN = 10;

    /** What was asked for; of the rest only what is not known is told. */
    private static final Set<Reason.Kind> ALWAYS_TOLD =
            Set.of(Reason.Kind.WORDS, Reason.Kind.TYPE, Reason.Kind.GROUP, Reason.Kind.DISTANCE, Reason.Kind.OPEN);

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "WORDS",
            description =
                    "What somebody looks for, in their own words. What stands in quotation marks must stand together.")
    private String words = "";

    @Option(names = "--directory", required = true, paramLabel = "DIR", description = "The directory.")
    private Path directory;

    @Option(
            names = "--needs",
            split = ",",
            paramLabel = "CODE",
            description = "Needs, for example barriers:no-device; kinds of service that help with one are wanted.")
    private List<String> needs = new ArrayList<>();

    @Option(
            names = "--near",
            paramLabel = "LAT,LON|POSTCODE",
            description = "Where somebody starts from; a postcode needs --postcodes.")
    private @Nullable String near;

    @Option(
            names = "--postcodes",
            paramLabel = "CSV",
            description = "Where postcodes lie: columns postcode, latitude, longitude.")
    private @Nullable Path postcodes;

    @Option(names = "--within", paramLabel = "KM", description = "Nothing farther than this, as the crow flies.")
    private @Nullable Double within;

    @Option(names = "--age", paramLabel = "YEARS", description = "The resident's age; decimals are allowed.")
    private @Nullable BigDecimal age;

    @Option(names = "--can-pay", paramLabel = "POUNDS", description = "The most that the resident can pay; 0 is free.")
    private @Nullable BigDecimal canPay;

    @Option(names = "--accepts-referrals", description = "Nothing that takes no referrals.")
    private boolean acceptsReferrals;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "Nothing that is closed then, in London's time: 2026-12-24T10:00.")
    private @Nullable String at;

    @Option(names = "--explain", description = "Tell every reason of every hit.")
    private boolean explain;

    @Override
    public Integer call() {
        PrintWriter said = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        DirectoryQuery query = query(err);
        List<Service> services = BadInput.check(DirectoryFiles.read(directory), err);
        SearchResult result = Directory.of(services).search(query);
        result.readAs().forEach(read -> said.println(read.words()));
        said.println(result.total() == 1 ? "1 service fits." : result.total() + " services fit.");
        int number = 0;
        for (SearchHit hit : result.hits()) {
            number++;
            said.println();
            said.println(
                    number + ". " + hit.service().name() + "  [" + hit.service().id() + "]");
            reasons(hit).forEach(reason -> said.println("   " + sign(reason) + " " + reason.words()));
        }
        if (result.total() > result.hits().size()) {
            said.println();
            said.println("and " + (result.total() - result.hits().size()) + " more.");
        }
        if (!result.excluded().isEmpty()) {
            said.println();
            said.println("Left out: "
                    + result.excluded().entrySet().stream()
                            .map(entry ->
                                    entry.getValue() + " " + entry.getKey().excluded())
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return 0;
    }

    private DirectoryQuery query(PrintWriter err) {
        DirectoryQuery.Builder query = DirectoryQuery.builder().page(1, SHOWN);
        try {
            query.words(words).needs(needs.stream().map(ConceptRef::parse).toList());
            ResidentCircumstances.Builder resident = ResidentCircumstances.builder();
            if (age != null) {
                resident.age(age);
            }
            if (canPay != null) {
                resident.canPay(canPay);
            }
            if (age != null || canPay != null) {
                query.resident(resident.build());
            }
            if (acceptsReferrals) {
                query.acceptsReferrals();
            }
            if (at != null) {
                query.openAt(time(at));
            }
            if (near != null) {
                double[] point = point(near, err);
                query.near(point[0], point[1]);
            }
            if (within != null && near == null) {
                throw new IllegalArgumentException("--within needs a place to measure from: --near");
            }
            if (within != null) {
                query.withinMetres(within * METRES_A_KILOMETRE);
            }
            return query.build();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    private static Instant time(String text) {
        try {
            LocalDateTime time = LocalDateTime.parse(text);
            if (!Years.has(time.toLocalDate())) {
                throw new IllegalArgumentException("--at " + Years.WORDS);
            }
            return time.atZone(ZoneId.of("Europe/London")).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("--at must be a day and a time, for example 2026-12-24T10:00", e);
        }
    }

    private double[] point(String text, PrintWriter err) {
        String[] parts = text.split(",", -1);
        if (parts.length == 2) {
            try {
                return new double[] {Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip())};
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "--near must be degrees north and east, for example 51.54,-0.06, or a postcode", e);
            }
        }
        if (postcodes == null) {
            throw new IllegalArgumentException("a postcode needs a table of places\nMaybe give one with --postcodes.");
        }
        Optional<double[]> place =
                BadInput.check(PostcodePlaces.read(postcodes), err).find(text);
        return place.orElseThrow(() -> new IllegalArgumentException(
                "the postcode must be in the table of places, but is not\nMaybe give degrees instead."));
    }

    private List<Reason> reasons(SearchHit hit) {
        return explain
                ? hit.reasons()
                : hit.reasons().stream()
                        .filter(reason -> reason.verdict() != Reason.Verdict.YES || ALWAYS_TOLD.contains(reason.kind()))
                        .toList();
    }

    private static String sign(Reason reason) {
        return switch (reason.verdict()) {
            case YES -> "+";
            case NO -> "-";
            case UNKNOWN -> "?";
        };
    }

    /** A postcode as it is compared. */
    static String normal(String postcode) {
        return postcode.replace(" ", "").toUpperCase(Locale.ROOT);
    }
}
