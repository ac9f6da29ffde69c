package london.loti.referral.device.allocation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import london.loti.model.need.AccessItem;
import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.TemporaryAccommodationRule;
import london.loti.model.need.TemporaryAccommodationRule.Ruling;
import london.loti.model.need.TemporaryAccommodationRule.Verdict;

/** Which class may go to which need, and the words for why not, or for what to ask first. */
final class EdgeRules {
    static final ConceptRef CONTRACT = new ConceptRef("interventions", "contract-broadband");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final TemporaryAccommodationRule rule;
    private final @Nullable LocalDate on;
    private final int supportMonths;

    EdgeRules(TemporaryAccommodationRule rule, @Nullable LocalDate on, int supportMonths) {
        this.rule = rule;
        this.on = on;
        this.supportMonths = supportMonths;
    }

    /**
     * What holds of one class for one need.
     *
     * @param forbidden why it is ruled out, as a sentence; null where it is not
     * @param askFirst what must be asked before it is offered
     */
    record Edge(@Nullable String forbidden, List<String> askFirst) {}

    /** Why a class goes to nobody; null where it may go out. */
    @Nullable
    String outOfUse(StockClass stock) {
        LocalDate ends = stock.supportEnds();
        if (ends == null || on == null || !ends.isBefore(on.plusMonths(supportMonths))) {
            return null;
        }
        return "Its security updates end on " + DAY.format(ends) + ", less than " + supportMonths
                + " months from the day of the offer.";
    }

    Edge edge(DeviceNeed need, StockClass stock) {
        List<String> ask = new ArrayList<>();
        String old = outOfUse(stock);
        if (old != null) {
            return new Edge(old, ask);
        }
        if (!need.points().containsKey(stock.code())) {
            return new Edge("The list of needs rules it out.", ask);
        }
        if (stock.needsContract()) {
            Ruling ruling = rule.ruling(need.home());
            for (Verdict verdict : ruling.excluded()) {
                if (verdict.offer().equals(CONTRACT)) {
                    return new Edge(verdict.because(), ask);
                }
            }
            ruling.toFindOut().stream()
                    .filter(verdict -> verdict.offer().equals(CONTRACT))
                    .forEach(verdict -> ask.add("It wants a broadband contract. Find out first about the home: "
                            + label(verdict.when()) + "?"));
        }
        if (stock.wifiOnly()) {
            if (need.wifi() == Answer.NO) {
                return new Edge("It is online with wifi alone, and there is none to use.", ask);
            }
            if (need.wifi() != Answer.YES) {
                ask.add("It is online with wifi alone. Find out first whether there is any to use.");
            }
        }
        return new Edge(null, ask);
    }

    /** What stays true of every device in a home that is for now only. */
    @Nullable
    String following(DeviceNeed need) {
        boolean moves = need.home().containsValue(Answer.YES);
        return moves && rule.followsPerson().contains(AccessItem.DEVICE)
                ? "The device goes with the person when they move, also to another borough."
                : null;
    }

    private String label(String condition) {
        return rule.conditions().stream()
                .filter(c -> c.code().equals(condition))
                .map(c -> c.label().substring(0, 1).toLowerCase(Locale.ROOT)
                        + c.label().substring(1))
                .findFirst()
                .orElse(condition);
    }
}
