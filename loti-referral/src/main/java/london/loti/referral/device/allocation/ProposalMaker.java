package london.loti.referral.device.allocation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import london.loti.model.governance.Safeguard;
import london.loti.model.provenance.Dataset;
import london.loti.referral.device.allocation.EdgeRules.Edge;
import london.loti.referral.device.allocation.FlooredTransport.Solved;
import london.loti.referral.device.allocation.Objective.Score;

/** Turns a drawn flow into offers with their reasons. */
final class ProposalMaker {
    private static final int ID_LENGTH = 16;
    private static final int MOST_COLUMNS = 300;

    private final List<StockClass> classes;
    private final List<DeviceNeed> needs;
    private final List<Floor> floors;
    private final EdgeRules edges;
    private final FlooredTransport transport;
    private final Solved solved;
    private final int[] rowOf;
    private final long[] savings;
    private final Map<Integer, long[]> pushed = new HashMap<>();

    ProposalMaker(
            List<StockClass> classes,
            List<DeviceNeed> needs,
            List<Floor> floors,
            EdgeRules edges,
            FlooredTransport transport,
            Solved solved) {
        this.classes = classes;
        this.needs = needs;
        this.floors = floors;
        this.edges = edges;
        this.transport = transport;
        this.solved = solved;
        savings = solved.flow().savingsOfOneMore();
        rowOf = new int[needs.size()];
        for (int row = 0; row < transport.demand().rows(); row++) {
            for (int person : transport.demand().people(row)) {
                rowOf[person] = row;
            }
        }
    }

    AllocationProposal make(
            int[] drawn,
            Draw draw,
            List<String> rules,
            List<Score> stockPrices,
            List<Score> floorPrices,
            List<Integer> metWithout,
            int metFree,
            long pointsFree) {
        List<Offer> offers = new ArrayList<>();
        List<UnmetNeed> unmet = new ArrayList<>();
        int[] given = new int[classes.size()];
        for (int i = 0; i < drawn.length; i++) {
            if (drawn[i] == TieBreak.UNMET) {
                unmet.add(new UnmetNeed(needs.get(i).resident(), unmetReasons(i)));
            } else {
                given[drawn[i]]++;
                offers.add(offer(i, drawn[i], draw));
            }
        }
        offers.sort(Comparator.comparing(Offer::stockClass).thenComparing(Offer::id));
        List<StockUse> stock = new ArrayList<>();
        for (int k = 0; k < given.length; k++) {
            StockClass each = classes.get(k);
            Score price = stockPrices.get(k);
            stock.add(new StockUse(
                    each.code(),
                    each.label(),
                    each.count(),
                    given[k],
                    edges.outOfUse(each),
                    price.unmet(),
                    price.points()));
        }
        List<FloorUse> floorUses = new ArrayList<>();
        for (int f = 0; f < floors.size(); f++) {
            Floor floor = floors.get(f);
            int met = (int) IntStream.range(0, drawn.length)
                    .filter(i -> drawn[i] != TieBreak.UNMET && floor.counts(needs.get(i)))
                    .count();
            Score price = floorPrices.get(f);
            floorUses.add(new FloorUse(floor, met, metWithout.get(f), price.unmet(), price.points()));
        }
        boolean special = floors.stream().anyMatch(floor -> floor.characteristic() != null);
        return new AllocationProposal(
                offers,
                unmet,
                stock,
                floorUses,
                solved.score().points(),
                metFree,
                pointsFree,
                draw,
                rules,
                Safeguard.required(special));
    }

    private Offer offer(int person, int k, Draw draw) {
        DeviceNeed need = needs.get(person);
        String id = Dataset.of(
                        "offer",
                        (draw.inputSha256() + "|" + draw.seed() + "|"
                                        + need.resident().token())
                                .getBytes(StandardCharsets.UTF_8))
                .sha256()
                .substring(0, ID_LENGTH);
        List<String> reasons = new ArrayList<>();
        long points = points(person, k);
        int best = bestOf(person, -1, false);
        long bestPoints = points(person, best);
        reasons.add(
                bestPoints == points
                        ? "No class in stock suits better (" + ProposalWords.points(points) + ")."
                        : label(best) + " would suit better (" + bestPoints + " in place of "
                                + ProposalWords.points(points)
                                + "), but all of those are proposed where the whole gains more or where the lot fell.");
        int second = bestOf(person, k, true);
        reasons.add(second < 0 ? "Nothing else in stock suits." : runnerUp(person, k, second));
        lot(person, true, reasons);
        String following = edges.following(need);
        if (following != null) {
            reasons.add(following);
        }
        Edge edge = edges.edge(need, classes.get(k));
        return new Offer(
                id,
                need.resident(),
                classes.get(k).code(),
                points,
                reasons,
                second < 0 ? null : classes.get(second).code(),
                edge.askFirst());
    }

    /** What the whole would lose; exact where no floors cross and there are not too many classes to look at all. */
    private String runnerUp(int person, int k, int second) {
        ColumnFlow flow = solved.flow();
        String next = "Next best: " + label(second) + " (" + ProposalWords.points(points(person, second)) + ")";
        if (solved.crossing() || flow.columns() > MOST_COLUMNS) {
            return next + ".";
        }
        long[] pushedOn = pushed.computeIfAbsent(second, flow::pushedOnFrom);
        long change = flow.lossOfMoving(rowOf[person], k, second, pushedOn, savings[k]);
        if (change == ColumnFlow.FORBIDDEN) {
            return next + "; a floor would be broken then.";
        }
        Score loss = transport.objective().difference(change);
        if (loss.unmet() > 0 && !transport.objective().hasPenalties()) {
            return next + "; one need fewer could be met then.";
        }
        return loss.points() > 0
                ? next + "; the whole would be worse by " + ProposalWords.points(loss.points()) + " then."
                : next + ", which is as good for the whole.";
    }

    private List<String> unmetReasons(int person) {
        List<String> reasons = new ArrayList<>();
        DeviceNeed need = needs.get(person);
        boolean suits = false;
        Set<String> ruledOut = new LinkedHashSet<>();
        for (int k = 0; k < classes.size(); k++) {
            String why = edges.edge(need, classes.get(k)).forbidden();
            if (why == null) {
                suits |= classes.get(k).count() > 0;
            } else {
                ruledOut.add(label(k) + ": " + why);
            }
        }
        if (!suits) {
            reasons.add("Nothing in stock suits.");
        } else if (!lot(person, false, reasons)) {
            reasons.add(
                    transport.objective().hasPenalties()
                            ? "The whole costs fewer points if the devices that suit go to others, or stay."
                            : "All devices that suit are proposed to others: so as many needs as possible are met, at the"
                                    + " fewest points, or the lot fell so.");
        }
        reasons.addAll(ruledOut);
        return reasons;
    }

    private boolean lot(int person, boolean met, List<String> reasons) {
        int row = rowOf[person];
        int equal = transport.demand().people(row).size();
        int served = transport.met(solved, row);
        if (served == 0 || served == equal) {
            return false;
        }
        reasons.add("Drawn by lot: " + equal + " needs that nothing here tells apart, " + served
                + (served == 1 ? " device for them, " : " devices for them, ")
                + (met ? "and this one came first." : "and others came first."));
        return true;
    }

    /** The class that suits best, or is best for the whole; -1 where none is left. */
    private int bestOf(int person, int except, boolean forTheWhole) {
        ColumnFlow flow = solved.flow();
        int row = rowOf[person];
        int best = -1;
        long least = Long.MAX_VALUE;
        for (int k = 0; k < classes.size(); k++) {
            long cost = flow.cost(row, k);
            if (k == except || cost == ColumnFlow.FORBIDDEN || classes.get(k).count() == 0) {
                continue;
            }
            long value = forTheWhole ? cost + flow.price(k) : cost;
            if (value < least) {
                least = value;
                best = k;
            }
        }
        return best;
    }

    private long points(int person, int k) {
        return transport.demand().points()[rowOf[person]][k];
    }

    private String label(int k) {
        return ProposalWords.sentence(classes.get(k).label());
    }
}
