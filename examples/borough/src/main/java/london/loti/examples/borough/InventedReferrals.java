package london.loti.examples.borough;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import london.loti.model.area.AreaCode;
import london.loti.referral.journey.Command;
import london.loti.referral.journey.CommandOutcome;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralId;
import london.loti.referral.journey.Referrals;
import london.loti.referral.seal.Sealer;
import london.loti.referral.store.ReferralStore;

/**
 * A year of referrals in Hollowbrook, by staff, organisations and residents who do not exist. Services say yes, no, or
 * later; some say yes and never call; some residents are asked whether it helped, and in the first six wards by name more
 * of them are. The same seed makes the same year. Everything goes through {@link Referrals#handle}, as in real use.
 */
public final class InventedReferrals {
    private static final double DAYS = 364;
    private static final int WARDS_ASKED_MORE = 6;

    private InventedReferrals() {}

    /** The year that they are about. */
    public static LocalDate firstDay() {
        return LocalDate.of(2026, 1, 1);
    }

    /** Its last day. */
    public static LocalDate lastDay() {
        return LocalDate.of(2026, 12, 31);
    }

    /** The name of the ward of every area. */
    public static Map<AreaCode, String> wards(InventedBorough borough) {
        Map<AreaCode, String> wards = new HashMap<>();
        borough.areas().forEach(area -> wards.put(area.code(), area.wardName()));
        return Map.copyOf(wards);
    }

    /**
     * Adds a year of referrals to a store.
     *
     * @param store an empty store
     * @param sealer seals what is about the residents
     * @param borough where the residents live
     * @param residents how many ask for help
     * @param seed the same seed makes the same year
     * @return all referrals, as the store has them
     */
    public static List<Referral> addYear(
            ReferralStore store, Sealer sealer, InventedBorough borough, int residents, long seed) {
        HandClock clock =
                new HandClock(firstDay().atStartOfDay(Referrals.LONDON).toInstant(), Referrals.LONDON);
        Referrals referrals = Referrals.in(store, sealer, clock);
        Map<ReferralId, Referral> known = new HashMap<>();
        int command = 0;
        for (InventedRequest.Step step : steps(borough, residents, seed)) {
            clock.set(step.at());
            Referral before = known.get(step.id());
            Command next = new Command(
                    "invented-" + ++command,
                    step.id(),
                    before == null ? 0 : before.version(),
                    step.actor(),
                    step.event().apply(before));
            // A step that is refused does not happen, as it would not in real use.
            if (referrals.handle(next) instanceof CommandOutcome.Done done) {
                known.put(step.id(), done.referral());
            }
        }
        return referrals.all();
    }

    private static List<InventedRequest.Step> steps(InventedBorough borough, int residents, long seed) {
        Dice dice = Dice.of(seed, "referrals");
        List<String> wards = borough.areas().stream()
                .map(InventedArea::wardName)
                .distinct()
                .sorted()
                .toList();
        List<InventedRequest.Step> steps = new ArrayList<>();
        for (int number = 1; number <= residents; number++) {
            InventedArea area =
                    borough.areas().get((int) (dice.unit() * borough.areas().size()));
            LocalDate day = firstDay().plusDays((long) (dice.unit() * DAYS));
            boolean askedMore = wards.indexOf(area.wardName()) < WARDS_ASKED_MORE;
            steps.addAll(
                    new InventedRequest(Dice.of(seed, "referral " + number), number, area, askedMore).stepsFrom(day));
        }
        steps.removeIf(step -> LocalDate.ofInstant(step.at(), Referrals.LONDON).isAfter(lastDay()));
        steps.sort(Comparator.comparing(InventedRequest.Step::at));
        return steps;
    }
}
