package london.loti.referral.feedback;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import london.loti.referral.feedback.WaitingTime.Wait;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralState;
import london.loti.referral.journey.Route;
import london.loti.referral.journey.WorkingTime;

/** Figures about residents for whom a request was first sent in the period. */
final class RequestFigures {
    private static final String WHO =
            "Residents for whom a request for help was sent in the period, each once, by the latest";
    private static final List<String> SERVICES = List.of("One", "Two", "Three or more");
    private static final String YES = "A service said yes";
    private static final String NOT_YET = "No service has said yes";

    /** A service can have said yes while another is still asked, or said no: the furthest is what counts. */
    private static final List<ReferralState> SAID_YES = List.of(
            ReferralState.COMPLETED,
            ReferralState.IN_PROGRESS,
            ReferralState.ON_HOLD,
            ReferralState.ACCEPTED,
            ReferralState.WAITING,
            ReferralState.REQUESTED,
            ReferralState.FAILED,
            ReferralState.REJECTED,
            ReferralState.CANCELLED);

    private static final List<ReferralState> NO_YES =
            List.of(ReferralState.WAITING, ReferralState.REQUESTED, ReferralState.REJECTED, ReferralState.CANCELLED);

    private final Period period;
    private final Labels labels;
    private final WorkingTime time;
    private final Map<String, HelpRequest> latest = new LinkedHashMap<>();
    private final WaitingTime.Raw answer = new WaitingTime.Raw(
            "answer-time",
            "Time to an answer",
            "Residents for whom a request for help was sent in the period, each once, by the first: from then until the first"
                    + " service that was asked says yes, no, or gives a place on its list.",
            "working days",
            "Answered",
            "Not answered, or stopped before");
    private final WaitingTime.Raw wait = new WaitingTime.Raw(
            "wait",
            "The resident's wait",
            "Residents for whom a request for help was sent in the period, each once, by the first: from then until any"
                    + " service is in touch, whatever was refused in between.",
            "days of the calendar",
            "Contacted",
            "Not contacted, or ended before");

    RequestFigures(Period period, Labels labels, WorkingTime time) {
        this.period = period;
        this.labels = labels;
        this.time = time;
    }

    /** Requests come in the order in which they were sent. */
    void add(HelpRequest request) {
        if (!period.contains(request.sent())) {
            return;
        }
        latest.put(request.resident(), request);
        Referral first = request.first();
        Optional<Instant> answered = HelpRequest.answerAt(first);
        Instant stopped = HelpRequest.endAt(first).orElse(period.end());
        answer.add(
                request.resident(),
                new Wait(Days.working(time, request.sent(), answered.orElse(stopped)), answered.isPresent()));
        Optional<Instant> contacted = request.firstContact();
        Instant over = contacted.orElse(request.ended().orElse(period.end()));
        wait.add(request.resident(), new Wait(Days.calendar(request.sent(), over), contacted.isPresent()));
    }

    Breakdown.Raw byState() {
        Breakdown.Raw all = new Breakdown.Raw(
                "requests",
                "How far requests went",
                WHO
                        + ". Of several services that were asked, the one that went furthest counts, at the end of the period.",
                List.of(YES, NOT_YET));
        Breakdown.Raw yes =
                new Breakdown.Raw("said-yes", "A service said yes; how it stands", WHO + ".", words(SAID_YES));
        Breakdown.Raw no =
                new Breakdown.Raw("no-yes", "No service has said yes; how it stands", WHO + ".", words(NO_YES));
        latest.values().forEach(request -> {
            all.add(request.isAccepted() ? YES : NOT_YET);
            (request.isAccepted() ? yes : no).add(words(request.state()));
        });
        return all.with(YES, yes.puttingSmallTogether()).with(NOT_YET, no.puttingSmallTogether());
    }

    Breakdown.Raw byRoute() {
        Breakdown.Raw routes = new Breakdown.Raw(
                "routes",
                "How requests came about",
                WHO + ".",
                Arrays.stream(Route.values()).map(RequestFigures::words).toList());
        latest.values().forEach(request -> routes.add(words(request.first().route())));
        return routes.puttingSmallTogether();
    }

    Breakdown.Raw byServices() {
        Breakdown.Raw services = new Breakdown.Raw("services", "How many services were asked", WHO + ".", SERVICES);
        latest.values()
                .forEach(request -> services.add(SERVICES.get(Math.min(request.services(), SERVICES.size()) - 1)));
        return services.puttingSmallTogether();
    }

    Breakdown.Raw byRecord() {
        Breakdown.Raw records = new Breakdown.Raw(
                "records",
                "What is still known of them",
                WHO
                        + ". What is erased is counted in all that rests on dates and states, without area, groups and needs.",
                List.of("Kept", "Erased"));
        latest.values().forEach(request -> records.add(request.isErased() ? "Erased" : "Kept"));
        return records;
    }

    Measure accepted() {
        Measure accepted = new Measure(
                "accepted",
                "A service said yes",
                WHO + ": whether any service said yes by the end of the period.",
                YES,
                NOT_YET);
        latest.forEach((resident, request) -> accepted.put(
                resident, request.isAccepted(), labels.area(request.area()), labels.groups(request.groups())));
        return accepted;
    }

    WaitingTime.Raw answerTime() {
        return answer;
    }

    WaitingTime.Raw waited() {
        return wait;
    }

    private static List<String> words(List<ReferralState> states) {
        return states.stream().map(RequestFigures::words).toList();
    }

    private static String words(Enum<?> constant) {
        String words = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
