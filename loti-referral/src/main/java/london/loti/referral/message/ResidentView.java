package london.loti.referral.message;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import london.loti.referral.journey.Happened;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.Referrals;

/**
 * What a page that a resident opens may show of a referral. Others at home may read it, too: it shows how things stand,
 * what comes next and days, and never a concern, a note, a reason, a need, another person or how the resident is reached.
 * A referral with a safeguarding concern looks as it would without.
 *
 * @param service what the service is called; a general word where its name would tell too much
 * @param state how things stand
 * @param next what comes next
 * @param history what happened, oldest first
 */
public record ResidentView(String service, String state, List<String> next, List<Line> history) {
    /** The events that may show; a set of words can leave some out, and add none. */
    static final Set<String> SHOWN = Collections.unmodifiableSet(new TreeSet<>(List.of(
            name(ReferralEvent.Drafted.class),
            name(ReferralEvent.Requested.class),
            name(ReferralEvent.WaitListed.class),
            name(ReferralEvent.WaitExpired.class),
            name(ReferralEvent.Accepted.class),
            name(ReferralEvent.Rejected.class),
            name(ReferralEvent.Started.class),
            name(ReferralEvent.Held.class),
            name(ReferralEvent.Resumed.class),
            name(ReferralEvent.Completed.class),
            name(ReferralEvent.Failed.class),
            name(ReferralEvent.Cancelled.class),
            name(ReferralEvent.EnteredInError.class))));

    /**
     * Copies the lists.
     *
     * @param service what the service is called
     * @param state how things stand
     * @param next what comes next
     * @param history what happened, oldest first
     */
    public ResidentView {
        next = List.copyOf(next);
        history = List.copyOf(history);
    }

    /**
     * Something that happened.
     *
     * @param day the day in London
     * @param words what happened
     */
    public record Line(LocalDate day, String words) {}

    /**
     * {@return what a page may show}
     *
     * @param referral a referral
     * @param services the names of services
     * @param words the words to say it in
     */
    public static ResidentView of(Referral referral, ServiceNames services, ResidentWords words) {
        List<String> now = words.states().getOrDefault(referral.state(), List.of());
        List<Line> lines = new ArrayList<>();
        for (Happened happened : referral.history()) {
            String said = words.events().get(happened.event().type());
            if (said != null) {
                lines.add(new Line(LocalDate.ofInstant(happened.at(), Referrals.LONDON), said));
            }
        }
        String service = isNameable(referral)
                ? services.find(referral.service())
                        .filter(name -> !name.confidential())
                        .map(ServiceNames.Name::words)
                        .orElse(words.unnamed())
                : words.unnamed();
        return new ResidentView(service, now.get(0), now.subList(1, now.size()), lines);
    }

    /** Where nobody asked who else may know, nobody may. */
    static boolean isNameable(Referral referral) {
        return referral.safeContact()
                .map(contact -> contact.allowed() && !contact.residentOnly())
                .orElse(false);
    }

    private static String name(Class<? extends ReferralEvent> type) {
        return type.getSimpleName();
    }

    /** Says nothing of what it shows. */
    @Override
    public String toString() {
        return "ResidentView[redacted]";
    }
}
