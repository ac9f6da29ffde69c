package london.loti.referral.device.allocation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import london.loti.model.governance.Safeguard;

/**
 * Offers for a person to decide on, one by one, with all that they rest on. It is about residents, so its text tells
 * nothing; {@link #lines()} is for those who decide.
 *
 * @param offers the offers, by class and then by id
 * @param unmet needs for which there is no device now, in the order of their references
 * @param stock what becomes of each class, by its code
 * @param floors what each floor does, areas first
 * @param points the total, with the penalties of needs that go unmet where needs have them
 * @param metWithoutFloors how many needs would be met without floors
 * @param pointsWithoutFloors the total without floors; the difference is the price of the floors
 * @param draw how the lottery was drawn
 * @param rules the documents that ruled out, as id and version
 * @param safeguards what must hold before an offer touches anybody
 */
public record AllocationProposal(
        List<Offer> offers,
        List<UnmetNeed> unmet,
        List<StockUse> stock,
        List<FloorUse> floors,
        long points,
        int metWithoutFloors,
        long pointsWithoutFloors,
        Draw draw,
        List<String> rules,
        Set<Safeguard> safeguards) {
    /** What every proposal begins with. */
    public static final String NOTICE = "These are offers for a person to decide on, one by one. Nothing is reserved,"
            + " and nobody is refused: needs that go unmet stay on the list.";

    /**
     * Copies the lists.
     *
     * @param offers the offers
     * @param unmet needs for which there is no device now
     * @param stock what becomes of each class
     * @param floors what each floor does
     * @param points the total
     * @param metWithoutFloors how many needs would be met without floors
     * @param pointsWithoutFloors the total without floors
     * @param draw how the lottery was drawn
     * @param rules the documents that ruled out
     * @param safeguards what must hold first
     */
    public AllocationProposal {
        offers = List.copyOf(offers);
        unmet = List.copyOf(unmet);
        stock = List.copyOf(stock);
        floors = List.copyOf(floors);
        rules = List.copyOf(rules);
        safeguards = Collections.unmodifiableSet(EnumSet.copyOf(safeguards));
    }

    /** {@return the whole proposal in plain words, with residents' opaque references} */
    public List<String> lines() {
        return ProposalWords.lines(this);
    }

    /** Says nothing about whom or what. */
    @Override
    public String toString() {
        return "AllocationProposal[" + offers.size() + " offers, redacted]";
    }
}
