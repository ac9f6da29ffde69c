package london.loti.referral.feedback;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import london.loti.referral.feedback.WaitingTime.Wait;
import london.loti.referral.journey.DeadlinePolicy;
import london.loti.referral.journey.Deadlines;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.WorkingTime;

/** Who was said yes to, and then contacted, or never. */
final class ContactFigures {
    private static final String CONTACTED = "Contacted";
    private static final String NEVER = "Never contacted";
    private static final String IN_TIME = "In time";
    private static final String LATE = "Late";

    private final Period period;
    private final Labels labels;
    private final DeadlinePolicy policy;
    private final WorkingTime time;
    private final Map<String, Due> latest = new LinkedHashMap<>();
    private final WaitingTime.Raw contactTime = new WaitingTime.Raw(
            "contact-time",
            "Time to first contact",
            "Residents whom a service said yes to in the period, each once, by the first: from then until that service or"
                    + " the link worker speaks to them, or help begins.",
            "working days",
            "Contacted",
            "Not contacted, or ended before");

    private record Due(HelpRequest request, Instant due, boolean contacted, boolean inTime) {}

    ContactFigures(Period period, Labels labels, DeadlinePolicy policy, WorkingTime time) {
        this.period = period;
        this.labels = labels;
        this.policy = policy;
        this.time = time;
    }

    void add(HelpRequest request) {
        for (Referral referral : request.referrals()) {
            Instant accepted = referral.first(ReferralEvent.Accepted.class).orElse(null);
            if (accepted != null) {
                add(request, referral, accepted);
            }
        }
    }

    private void add(HelpRequest request, Referral referral, Instant accepted) {
        Optional<Instant> contact = Deadlines.firstContact(referral);
        Optional<Instant> end = HelpRequest.endAt(referral);
        if (period.contains(accepted)) {
            Instant until = contact.orElse(end.orElse(period.end()));
            contactTime.add(request.resident(), new Wait(Days.working(time, accepted, until), contact.isPresent()));
        }
        Instant due = time.after(accepted, policy.firstContactDays());
        boolean stoppedBefore =
                contact.isEmpty() && end.isPresent() && end.get().isBefore(due);
        if (stoppedBefore || due.isAfter(period.end()) || !isDueIn(due)) {
            return;
        }
        boolean inTime = contact.isPresent() && !contact.get().isAfter(due);
        latest.merge(
                request.resident(),
                new Due(request, due, contact.isPresent(), inTime),
                (before, now) -> now.due().isBefore(before.due()) ? before : now);
    }

    /** A deadline at the very end of a day belongs to that day. */
    private boolean isDueIn(Instant due) {
        return period.contains(due.minusNanos(1));
    }

    Breakdown.Raw breakdown() {
        Breakdown.Raw all = new Breakdown.Raw(
                "contact",
                "Said yes, and then",
                "Residents whom a service said yes to, and whose first contact was due in the period ("
                        + policy.firstContactDays()
                        + " working days after), each once, by the latest. Contacted is who was"
                        + " spoken to by the end of the period, or whose help began; a message left is not contact. Who"
                        + " stopped before it was due is not counted.",
                List.of(CONTACTED, NEVER));
        Breakdown.Raw contacted = new Breakdown.Raw(
                "contacted", "Contacted, and when", "Those of them who were contacted.", List.of(IN_TIME, LATE));
        latest.values().forEach(due -> {
            all.add(due.contacted() ? CONTACTED : NEVER);
            if (due.contacted()) {
                contacted.add(due.inTime() ? IN_TIME : LATE);
            }
        });
        return all.with(CONTACTED, contacted);
    }

    Measure contacted() {
        Measure contacted = new Measure(
                "contacted",
                "Contacted after a service said yes",
                "Residents whose first contact was due in the period: whether anybody was in touch by its end.",
                CONTACTED,
                NEVER);
        latest.forEach((resident, due) -> contacted.put(
                resident,
                due.contacted(),
                labels.area(due.request().area()),
                labels.groups(due.request().groups())));
        return contacted;
    }

    WaitingTime.Raw contactTime() {
        return contactTime;
    }
}
