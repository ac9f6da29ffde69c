package london.loti.evaluation.proposal;

import java.time.LocalDate;
import java.util.List;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.disclosure.ZeroPolicy;

/** What the tests of this package share. Services, areas and shares are invented. */
final class Samples {
    /** Shows every count as it is, so that numbers can be compared with those of other tools. */
    static final DisclosureRule EXACT = new DisclosureRule("all", "1", 1, ZeroPolicy.SHOW, 1, "to see it all");

    static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    static final Subject BANK = Subject.of(Target.BANK, "london", "1");
    static final Subject CLAIM = BANK.at("personas", "3", "claims", "0", "text");

    private Samples() {}

    static Effect evidence(double value) {
        return Effect.builder("proportion", 200)
                .convention("interval", "wilson")
                .estimate(Estimate.of("share", value).withInterval(new Interval(value - 0.1, value + 0.1, 0.95)))
                .build();
    }

    static Proposal change(Subject subject, Object from, Object to, double evidence) {
        return new Proposal(
                subject,
                Proposal.Kind.CHANGE,
                new Change(from, to),
                "The share counted is another.",
                evidence(evidence),
                List.of("It rests on one survey."),
                DAY,
                "An invented survey");
    }

    static Proposal look(Subject subject, double evidence) {
        return new Proposal(
                subject,
                Proposal.Kind.LOOK_AT,
                null,
                "The share counted is low.",
                evidence(evidence),
                List.of("It rests on one survey."),
                DAY,
                "An invented survey");
    }

    static Decision decision(Proposal proposal, Decision.Answer answer) {
        return new Decision(proposal.id(), answer, "persona_owner", DAY, "It was talked over.");
    }
}
