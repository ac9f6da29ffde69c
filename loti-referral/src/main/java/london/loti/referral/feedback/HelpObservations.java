package london.loti.referral.feedback;

import java.time.LocalDate;
import java.util.List;

import london.loti.model.outcome.Direction;
import london.loti.model.outcome.Observation;
import london.loti.model.outcome.OutcomeMeasure;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralEvent.OutcomeReported;
import london.loti.referral.journey.ReferralEvent.ResidentOutcome;
import london.loti.referral.journey.Referrals;

/**
 * What residents said, in the words that an evaluation reads: one observation a request for help and answer. Those who were
 * not asked, or asked and not reached, are no observation; how many they are is in a {@link ReferralReport}.
 */
public final class HelpObservations {
    /** Whether the resident said that it helped, wholly. */
    public static final OutcomeMeasure HELPED = new OutcomeMeasure(
            "helped",
            "It helped",
            "Whether the resident, asked after the referral had ended, said that it helped; in part counts as no.",
            "1 yes, 0 no",
            Direction.HIGHER_IS_BETTER,
            0.0,
            1.0,
            List.of("help"),
            null);

    private static final String WAVE = "after referral";

    private HelpObservations() {}

    /**
     * {@return the last answer to each request for help that was answered in a period, the first sent first}
     *
     * @param referrals all referrals, also those of before: a request may have begun then
     * @param period the days in which the answer was given
     */
    public static List<Observation> of(List<Referral> referrals, Period period) {
        return HelpRequests.of(referrals, period.end()).stream()
                .flatMap(request -> request
                        .answer()
                        .filter(answer -> period.contains(answer.at()))
                        .map(answer -> new Observation(
                                HELPED.id(),
                                request.first().resident(),
                                WAVE,
                                LocalDate.ofInstant(answer.at(), Referrals.LONDON),
                                ((OutcomeReported) answer.event()).outcome() == ResidentOutcome.HELPED ? 1 : 0,
                                null))
                        .stream())
                .toList();
    }
}
