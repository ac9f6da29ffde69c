package london.loti.quickstart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;
import london.loti.model.service.Eligibility;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceStatus;
import london.loti.referral.eligibility.EligibilityAnswer;
import london.loti.referral.eligibility.EligibilityCheck;
import london.loti.referral.eligibility.EligibilityRule;
import london.loti.referral.eligibility.Reason;
import london.loti.referral.eligibility.ResidentCircumstances;

/** A council's own rule about whom a service is for: one device a household, as the funder of the loans wants it. */
public final class OwnEligibilityRule {
    private static final ConceptRef HAS_A_LOAN = ConceptRef.parse("hollowbrook:has-a-loan");

    private OwnEligibilityRule() {}

    /** Applies to device loans alone; not known is said, and never left out. */
    public static EligibilityRule oneLoan() {
        return (service, resident) -> {
            if (!service.name().equals("Device loans")) {
                return Optional.empty();
            }
            return Optional.of(
                    switch (resident.group(HAS_A_LOAN)) {
                        case YES -> Reason.notEligible("one-loan", "the household has a loan already");
                        case NO -> Reason.eligible("one-loan", "the household has no loan yet");
                        default -> Reason.unknown("one-loan", "ask whether the household has a loan already");
                    });
        };
    }

    /** Whether the loans are for somebody of 34, by what is known of a loan in the household. */
    public static EligibilityAnswer run(Answer hasALoan) {
        Service loans = Service.builder("loans", "Device loans", ServiceStatus.ACTIVE)
                .minimumAge(BigDecimal.valueOf(18))
                .eligibility(new Eligibility(List.of(), List.of("ZZ99"), List.of(), List.of(), null))
                .build();
        ResidentCircumstances resident = ResidentCircumstances.builder()
                .age(BigDecimal.valueOf(34))
                .postcode("ZZ99 1AA")
                .group(HAS_A_LOAN, hasALoan)
                .build();
        return EligibilityCheck.withDefaults().with(oneLoan()).check(loans, resident);
    }
}
