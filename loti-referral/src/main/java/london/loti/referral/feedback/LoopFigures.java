package london.loti.referral.feedback;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import london.loti.referral.journey.ReferralEvent.ResidentOutcome;

/** Whether the loop closed with the resident. */
final class LoopFigures {
    private static final String ANSWERED = "Asked, and answered";
    private static final String NO_ANSWER = "No answer from the resident";
    private static final String HELPED = "It helped";
    private static final String NOT_WHOLLY = "In part, or not";
    private static final String PARTLY = "It helped in part";
    private static final String NOT_HELPED = "It did not help";
    private static final String NOT_REACHED = "Asked, and not reached";
    private static final String NOT_ASKED = "Nobody asked";

    private final Period period;
    private final Labels labels;
    private final FeedbackPolicy policy;
    private final Map<String, HelpRequest> latest = new LinkedHashMap<>();

    LoopFigures(Period period, Labels labels, FeedbackPolicy policy) {
        this.period = period;
        this.labels = labels;
        this.policy = policy;
    }

    void add(HelpRequest request) {
        boolean due = request.acceptances().stream().anyMatch(period::contains)
                || request.ended().filter(period::contains).isPresent();
        if (due && request.isAskable(policy)) {
            latest.put(request.resident(), request);
        }
    }

    Breakdown.Raw breakdown() {
        Breakdown.Raw all = new Breakdown.Raw(
                "loop",
                "The loop closed with the resident",
                "Residents whose request for help a service said yes to in the period, or came to its end in it, each once,"
                        + " by the latest. The share of those who were asked and answered is the loop-closure rate. Nobody"
                        + " is left out for having been refused, only who died, or where the request was a mistake.",
                List.of(ANSWERED, NO_ANSWER));
        Breakdown.Raw answers = new Breakdown.Raw(
                "answers",
                "What residents answered",
                "Those who answered, by their last answer. Completed is not helped: a service can be done with a resident"
                        + " whom it did not help, and only the resident knows.",
                List.of(HELPED, NOT_WHOLLY));
        Breakdown.Raw notWholly = new Breakdown.Raw(
                "not-wholly", "In part, or not", "Those whom it did not wholly help.", List.of(PARTLY, NOT_HELPED));
        Breakdown.Raw silent = new Breakdown.Raw(
                "no-answer", "Why there is no answer", "The others.", List.of(NOT_REACHED, NOT_ASKED));
        latest.values().forEach(request -> {
            ResidentOutcome outcome = request.outcome().orElse(null);
            if (outcome == null || outcome == ResidentOutcome.NOT_REACHED) {
                all.add(NO_ANSWER);
                silent.add(outcome == null ? NOT_ASKED : NOT_REACHED);
            } else {
                all.add(ANSWERED);
                answers.add(outcome == ResidentOutcome.HELPED ? HELPED : NOT_WHOLLY);
                if (outcome != ResidentOutcome.HELPED) {
                    notWholly.add(outcome == ResidentOutcome.PARTLY ? PARTLY : NOT_HELPED);
                }
            }
        });
        return all.with(ANSWERED, answers.with(NOT_WHOLLY, notWholly)).with(NO_ANSWER, silent);
    }

    Measure answered() {
        Measure answered = new Measure(
                "answered",
                "Asked, and answered",
                "Residents who were due to be asked: whether they said if it helped.",
                ANSWERED,
                NO_ANSWER);
        latest.forEach((resident, request) -> answered.put(
                resident, isAnswered(request), labels.area(request.area()), labels.groups(request.groups())));
        return answered;
    }

    Measure helped() {
        Measure helped = new Measure(
                "helped",
                "It helped",
                "Residents who answered: whether it helped. In part is not counted as helped here.",
                HELPED,
                NOT_WHOLLY);
        latest.forEach((resident, request) -> {
            if (isAnswered(request)) {
                helped.put(
                        resident,
                        request.outcome().orElseThrow() == ResidentOutcome.HELPED,
                        labels.area(request.area()),
                        labels.groups(request.groups()));
            }
        });
        return helped;
    }

    private static boolean isAnswered(HelpRequest request) {
        return request.outcome()
                .filter(outcome -> outcome != ResidentOutcome.NOT_REACHED)
                .isPresent();
    }
}
