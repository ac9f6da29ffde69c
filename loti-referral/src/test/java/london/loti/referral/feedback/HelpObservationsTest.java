package london.loti.referral.feedback;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import london.loti.model.outcome.Observation;
import london.loti.referral.journey.Referral;

import static org.assertj.core.api.Assertions.assertThat;

class HelpObservationsTest {
    private static final Period YEARS = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2027, 12, 31));

    /** What a slow count of the loop finds to be answered is there; residents may have several requests. */
    @Test
    void everyAnswerIsAnObservation() {
        int seen = 0;
        for (int seed = 0; seed < 20; seed++) {
            List<Referral> referrals = RandomReferrals.of(seed, 30, 14);
            List<Observation> observations = HelpObservations.of(referrals, YEARS);
            new SlowFigures(referrals, YEARS).loop().forEach((resident, outcome) -> {
                if (!outcome.startsWith("NOT_REACHED") && !outcome.equals("NOT_ASKED")) {
                    double value = outcome.equals("HELPED") ? 1 : 0;
                    assertThat(observations).anyMatch(o -> o.person().token().equals(resident) && o.value() == value);
                }
            });
            assertThat(observations).allMatch(o -> HelpObservations.HELPED.allows(o.value()));
            seen += observations.size();
        }
        assertThat(seen).isGreaterThan(20);
    }

    @Test
    void whatWasAnsweredInAnotherPeriodIsLeftOut() {
        List<Referral> referrals = RandomReferrals.of(1, 30, 14);
        assertThat(HelpObservations.of(referrals, new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 2))))
                .isEmpty();
    }
}
