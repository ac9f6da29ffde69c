package london.loti.referral.device.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import london.loti.model.governance.Safeguard;

/** The words of a proposal. */
final class ProposalWords {
    private ProposalWords() {}

    static String change(long meets, long saves) {
        if (meets == 0 && saves == 0) {
            return "change nothing";
        }
        String met = meets == 0 ? "" : "meet " + meets + (meets == 1 ? " more need" : " more needs");
        String points = saves == 0 ? "" : saves > 0 ? "save " + points(saves) : "add " + points(-saves);
        return met + (met.isEmpty() || points.isEmpty() ? "" : " and ") + points;
    }

    static String points(long points) {
        return points + (points == 1 ? " point" : " points");
    }

    static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static List<String> lines(AllocationProposal proposal) {
        List<String> lines = new ArrayList<>();
        int met = proposal.offers().size();
        int all = met + proposal.unmet().size();
        lines.add(AllocationProposal.NOTICE);
        lines.add("");
        lines.add("Offers: " + met + " of " + all + " needs, " + points(proposal.points()) + " in all.");
        for (Offer offer : proposal.offers()) {
            lines.add("  " + offer.resident().token() + ": " + offer.stockClass() + ", " + points(offer.points()));
            offer.reasons().forEach(reason -> lines.add("    " + reason));
            offer.askFirst().forEach(ask -> lines.add("    Ask first: " + ask));
        }
        lines.add("");
        lines.add(
                "No device now: " + proposal.unmet().size() + (proposal.unmet().size() == 1 ? " need." : " needs."));
        for (UnmetNeed need : proposal.unmet()) {
            lines.add("  " + need.resident().token() + ": " + String.join(" ", need.reasons()));
        }
        lines.add("");
        lines.add("Stock:");
        proposal.stock().forEach(use -> lines.add("  " + use.words()));
        if (!proposal.floors().isEmpty()) {
            lines.add("");
            lines.add("Floors:");
            proposal.floors().forEach(use -> lines.add("  " + use.words()));
            lines.add("  Price of the floors: "
                    + price(proposal.metWithoutFloors() - met, proposal.points() - proposal.pointsWithoutFloors())
                    + ".");
        }
        lines.add("");
        lines.add("Lottery: seed " + proposal.draw().seed() + ", "
                + proposal.draw().algorithm() + ", version " + proposal.draw().version() + "; input "
                + proposal.draw().inputSha256());
        lines.add("Rules: " + String.join(", ", proposal.rules()));
        lines.add("Before an offer has any effect:");
        for (Safeguard safeguard : proposal.safeguards()) {
            lines.add("  - " + safeguard.words());
        }
        return lines;
    }

    private static String price(long fewer, long points) {
        if (fewer == 0 && points == 0) {
            return "nothing; the same is reached without them";
        }
        String met = fewer == 0 ? "as many needs met" : fewer + (fewer == 1 ? " need" : " needs") + " fewer met";
        return met + ", " + (points < 0 ? points(-points) + " less" : points(points) + " more");
    }
}
