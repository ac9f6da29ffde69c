package london.loti.referral.device.allocation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import london.loti.model.codelist.HomeRules;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Where;
import london.loti.model.json.LotiJson;
import london.loti.model.need.TemporaryAccommodationRule;
import london.loti.model.provenance.Dataset;
import london.loti.model.provenance.LibraryVersion;
import london.loti.referral.device.DevicePolicy;
import london.loti.referral.device.allocation.FlooredTransport.Solved;

/**
 * Proposes who is offered which device.
 *
 * <p><b>What is best.</b> Where needs have points for going unmet, the least total of points. Where they have none, as
 * many needs as possible are met, and among all ways to do so the one with the least points is taken. Floors hold, or
 * there is no proposal and the outcome names the floors that can't hold together.
 *
 * <p><b>Who is equal.</b> Where several proposals are equally good, a lottery decides: in its order everybody is met
 * whom any best proposal meets together with those before, and then gets what suits best of what any best proposal
 * gives them. A number depends on seed and id alone, so the order of the files does not matter and nobody's number
 * changes with who else is on the list.
 *
 * <p>Immutable and thread-safe; the same inputs give the same proposal.
 */
public final class Allocation {
    /** The rules between stock, needs and floors. */
    public enum Code implements Finding.Code {
        /** A class, a resident or a floor comes twice. */
        DUPLICATE,
        /** A need or a floor names a class, area or group that is not there. */
        UNKNOWN_CODE,
        /** A need has a condition of the home that the rule does not know. */
        UNKNOWN_CONDITION,
        /** Some needs have points for going unmet and others have none. */
        UNMET_POINTS,
        /** A class has an end of support, and nobody said for which day the allocation is. */
        NO_DAY,
        /** Floors cross in so large a problem that no exact answer comes in time. */
        TOO_LARGE
    }

    /** Read once, when first wanted. */
    private static final class Bundled {
        static final TemporaryAccommodationRule RULE = HomeRules.temporaryAccommodation();
        static final DevicePolicy POLICY = DevicePolicy.bundled();
    }

    private final long seed;
    private final TemporaryAccommodationRule homeRule;
    private final DevicePolicy policy;
    private final @Nullable LocalDate on;

    private Allocation(long seed, TemporaryAccommodationRule homeRule, DevicePolicy policy, @Nullable LocalDate on) {
        this.seed = seed;
        this.homeRule = homeRule;
        this.policy = policy;
        this.on = on;
    }

    /**
     * {@return an allocation with the rules that come with loti}
     *
     * @param seed the seed of the lottery, drawn in public after the list of needs is closed
     */
    public static Allocation withSeed(long seed) {
        return new Allocation(seed, Bundled.RULE, Bundled.POLICY, null);
    }

    /**
     * {@return the same with another rule for homes}
     *
     * @param rule which offers make no sense in which home
     */
    public Allocation withHomeRule(TemporaryAccommodationRule rule) {
        return new Allocation(seed, rule, policy, on);
    }

    /**
     * {@return the same with another policy for devices}
     *
     * @param devices how long the support of a device must last, among others
     */
    public Allocation withPolicy(DevicePolicy devices) {
        return new Allocation(seed, homeRule, devices, on);
    }

    /**
     * {@return the same for a day, against which the end of support is held}
     *
     * @param day the day of the offers
     */
    public Allocation on(LocalDate day) {
        return new Allocation(seed, homeRule, policy, day);
    }

    /**
     * {@return the proposal, or floors that can't hold; only findings where the input contradicts itself}
     *
     * @param stock the classes, in any order
     * @param needs the needs, in any order
     * @param floors the floors, in any order
     */
    public Checked<AllocationOutcome> propose(List<StockClass> stock, List<DeviceNeed> needs, List<Floor> floors) {
        Findings findings = new Findings();
        new InputCheck(findings, homeRule, on).check(stock, needs, floors);
        if (findings.hasErrors()) {
            return Checked.failed(findings.toList());
        }
        List<StockClass> classes =
                stock.stream().sorted(Comparator.comparing(StockClass::code)).toList();
        List<DeviceNeed> people = needs.stream()
                .sorted(Comparator.comparing(need -> need.resident().token()))
                .toList();
        List<Floor> sorted = floors.stream()
                .sorted(Comparator.comparing(Floor::scope).thenComparing(Floor::of))
                .toList();
        List<String> rules = List.of(homeRule.id() + " " + homeRule.version(), policy.id() + " " + policy.version());
        String input = LotiJson.write(
                List.of(Lottery.VERSION, classes, people, sorted, rules, on == null ? "any day" : on.toString()));
        String hash =
                Dataset.of("input", input.getBytes(StandardCharsets.UTF_8)).sha256();
        Draw draw = new Draw(seed, Lottery.ALGORITHM, Lottery.VERSION, hash, LibraryVersion.current());
        try {
            return Checked.of(propose(classes, people, sorted, draw, rules), findings.toList());
        } catch (QuotaSearch.TooLarge e) {
            findings.error(
                    Code.TOO_LARGE,
                    e.getMessage() + "\nMaybe take floors of areas alone or of groups alone, or coarser points.",
                    Where.file("floors"));
            return Checked.failed(findings.toList());
        }
    }

    private AllocationOutcome propose(
            List<StockClass> classes, List<DeviceNeed> needs, List<Floor> floors, Draw draw, List<String> rules) {
        EdgeRules edges = new EdgeRules(homeRule, on, policy.minimumSupportMonths());
        long[][] points = new long[needs.size()][classes.size()];
        for (int i = 0; i < needs.size(); i++) {
            for (int k = 0; k < classes.size(); k++) {
                boolean allowed = edges.edge(needs.get(i), classes.get(k)).forbidden() == null;
                points[i][k] = allowed
                        ? Objects.requireNonNull(
                                needs.get(i).points().get(classes.get(k).code()))
                        : TransportProblem.FORBIDDEN;
            }
        }
        Lottery lottery = new Lottery(seed);
        long[] lots = needs.stream()
                .mapToLong(need -> lottery.number(need.resident().token()))
                .toArray();
        long[] classLots = classes.stream()
                .mapToLong(stock -> lottery.number("class " + stock.code()))
                .toArray();
        Demand demand = Demand.of(needs, points, floors, lots);
        long[] cellLots = IntStream.range(0, demand.cellCount())
                .mapToLong(c -> lottery.number("cell " + demand.cellName(c)))
                .toArray();
        FlooredTransport transport = new FlooredTransport(demand, cellLots);
        int[] supply = classes.stream().mapToInt(StockClass::count).toArray();
        int[] atLeast = floors.stream().mapToInt(Floor::atLeast).toArray();
        Solved free = Objects.requireNonNull(transport.solve(supply, new int[atLeast.length]));
        Solved solved = atLeast.length == 0 ? free : transport.solve(supply, atLeast);
        if (solved == null) {
            List<Integer> conflict = transport.conflict(supply, atLeast);
            return new AllocationOutcome.FloorsConflict(
                    conflict.stream().map(floors::get).toList(),
                    conflict.stream().map(f -> transport.most(f, supply)).toList());
        }
        ProposalMaker maker = new ProposalMaker(classes, needs, floors, edges, transport, solved);
        ShadowPrices prices = new ShadowPrices(transport, supply, atLeast, solved);
        List<Objective.Score> stockPrices = prices.ofStock();
        List<Objective.Score> floorPrices = prices.ofFloors();
        List<Integer> metWithout = new ArrayList<>();
        for (int f = 0; f < floors.size(); f++) {
            metWithout.add(transport.metOf(free, f));
        }
        int metFree = (int) (needs.size() - free.score().unmet());
        long pointsFree = free.score().points();
        int[] drawn = new TieBreak(demand, solved, classes.size(), lots, classLots).draw();
        return new AllocationOutcome.Proposed(
                maker.make(drawn, draw, rules, stockPrices, floorPrices, metWithout, metFree, pointsFree));
    }
}
