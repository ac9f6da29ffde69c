package london.loti.referral.linkwork;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import london.loti.referral.journey.Deadline;
import london.loti.referral.journey.Deadlines;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralId;
import london.loti.referral.journey.ReferralState;
import london.loti.referral.journey.Referrals;
import london.loti.referral.journey.UnsentMessage;
import london.loti.referral.linkwork.WorkItem.Urgency;

/**
 * The work of one link worker: what is open, in the order in which it should be done, and whether it is too much. The order
 * is that of {@link Urgency}, then by what is due first, then by what has been open for longest; every place says why. It
 * knows nothing about who residents are, and no score is made of anybody.
 */
public final class Caseload {
    private final String worker;
    private final List<Referral> referrals;
    private final Set<ReferralId> followed;
    private final Deadlines deadlines;
    private final WorkloadPolicy policy;

    private Caseload(
            String worker,
            List<Referral> referrals,
            Set<ReferralId> followed,
            Deadlines deadlines,
            WorkloadPolicy policy) {
        this.worker = worker;
        this.referrals = referrals;
        this.followed = followed;
        this.deadlines = deadlines;
        this.policy = policy;
    }

    /**
     * {@return the caseload of a link worker}
     *
     * @param worker the opaque id of the link worker
     * @param all all referrals; those of others are left out
     * @param deadlines what is due when
     * @param policy how much is too much
     */
    public static Caseload of(String worker, List<Referral> all, Deadlines deadlines, WorkloadPolicy policy) {
        List<Referral> own = all.stream()
                .filter(referral -> referral.linkWorker().filter(worker::equals).isPresent())
                .toList();
        return of(worker, own, all, deadlines, policy);
    }

    /**
     * {@return the caseload that nobody has: referrals without a link worker, for the team to look at}
     *
     * @param all all referrals; those with a link worker are left out
     * @param deadlines what is due when
     * @param policy how much is too much
     */
    public static Caseload ofNobody(List<Referral> all, Deadlines deadlines, WorkloadPolicy policy) {
        List<Referral> nobodys =
                all.stream().filter(referral -> referral.linkWorker().isEmpty()).toList();
        return of(ReferralEvent.MessageQueued.TEAM, nobodys, all, deadlines, policy);
    }

    private static Caseload of(
            String worker, List<Referral> own, List<Referral> all, Deadlines deadlines, WorkloadPolicy policy) {
        List<Referral> sorted = own.stream()
                .filter(referral -> referral.state() != ReferralState.ENTERED_IN_ERROR
                        || !referral.unsentMessages().isEmpty())
                .sorted(Comparator.comparing(referral -> referral.id().value()))
                .toList();
        Set<ReferralId> followed =
                all.stream().flatMap(referral -> referral.basedOn().stream()).collect(Collectors.toSet());
        return new Caseload(worker, sorted, followed, deadlines, policy);
    }

    /** {@return the opaque id of the link worker} */
    public String worker() {
        return worker;
    }

    /**
     * {@return everything that is to be done, the most urgent first}
     *
     * @param now what it is now
     */
    public List<WorkItem> open(Instant now) {
        List<Placed> placed = new ArrayList<>();
        for (Referral referral : referrals) {
            item(referral, now)
                    .ifPresent(item -> placed.add(
                            new Placed(item, referral.history().get(0).at())));
        }
        placed.sort(Comparator.comparing((Placed p) -> p.item().urgency())
                .thenComparing(p -> p.item().due(), Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Placed::since)
                .thenComparing(p -> p.item().referral().value()));
        return placed.stream().map(Placed::item).toList();
    }

    /**
     * {@return what must be done today: risks, what is late, promises, what is due before midnight, and who was not reached}
     *
     * @param now what it is now
     */
    public List<WorkItem> dayList(Instant now) {
        return open(now).stream()
                .filter(item -> item.urgency().compareTo(Urgency.TRY_ANOTHER) <= 0)
                .toList();
    }

    /**
     * {@return what is too much, in plain words; empty where nothing is}
     *
     * @param now what it is now; the year before it counts
     */
    public List<String> warnings(Instant now) {
        Instant yearAgo = now.atZone(Referrals.LONDON).minusYears(1).toInstant();
        long residents = referrals.stream()
                .filter(referral -> !referral.history().get(0).at().isAfter(now)
                        && !referral.history()
                                .get(referral.history().size() - 1)
                                .at()
                                .isBefore(yearAgo))
                .map(Referral::resident)
                .distinct()
                .count();
        List<String> warnings = new ArrayList<>();
        if (residents > policy.residentsAYearAtMost()) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%d residents in a year are more than one link worker can accompany (%d to %d)",
                    residents,
                    policy.residentsAYear(),
                    policy.residentsAYearAtMost()));
        } else if (residents >= policy.residentsAYear()) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%d residents in a year are a full load (%d to %d)",
                    residents,
                    policy.residentsAYear(),
                    policy.residentsAYearAtMost()));
        }
        long often = referrals.stream()
                .filter(referral -> !referral.state().isFinal())
                .filter(referral -> ContactSummary.of(referral).reached() > policy.contactsAtMost())
                .count();
        if (often > 0) {
            warnings.add(often + " open referrals with more than " + policy.contactsAtMost()
                    + " contacts: look at them together with the supervisor");
        }
        return warnings;
    }

    private record Placed(WorkItem item, Instant since) {}

    private Optional<WorkItem> item(Referral referral, Instant now) {
        List<Deadline> open = deadlines.open(referral);
        boolean another = (referral.state() == ReferralState.REJECTED || referral.state() == ReferralState.FAILED)
                && !followed.contains(referral.id())
                && referral.residentOutcome().isEmpty()
                && !referral.isErased();
        List<UnsentMessage> unsent = referral.unsentMessages();
        if (referral.state().isFinal() && open.isEmpty() && !another && unsent.isEmpty()) {
            return Optional.empty();
        }
        List<Reason> reasons = new ArrayList<>();
        unsent.forEach(message -> reasons.add(reason(message)));
        open.forEach(deadline -> reasons.add(reason(deadline, now)));
        ContactSummary.openPromise(referral)
                .ifPresent(promised -> reasons.add(new Reason(
                        Urgency.PROMISE, null, "the resident was promised a call back on " + day(promised))));
        int inVain = ContactSummary.of(referral).inVain();
        if (inVain >= policy.attemptsWithoutSuccess() && !referral.state().isFinal()) {
            reasons.add(new Reason(
                    Urgency.NOT_REACHED, null, inVain + " attempts in a row reached nobody: try another safe way"));
        }
        if (another) {
            reasons.add(new Reason(
                    Urgency.TRY_ANOTHER, null, "the service could not help: ask the next one, without those tried"));
        }
        if (reasons.isEmpty()) {
            reasons.add(new Reason(Urgency.OPEN, null, "it is " + words(referral.state()) + ", and nothing is due"));
        }
        reasons.sort(Comparator.comparing(Reason::urgency)
                .thenComparing(Reason::due, Comparator.nullsLast(Comparator.naturalOrder())));
        return Optional.of(new WorkItem(
                referral.id(),
                referral.state(),
                reasons.get(0).urgency(),
                open.isEmpty() ? null : open.get(0).due(),
                reasons.stream().map(Reason::words).toList(),
                unsent));
    }

    private record Reason(Urgency urgency, @Nullable Instant due, String words) {}

    private static Reason reason(Deadline deadline, Instant now) {
        String what = switch (deadline.kind()) {
            case ANSWER -> "the provider's answer";
            case FIRST_CONTACT -> "the first contact";
            case WAITING_PLACE -> "the end of the place on the waiting list";
            case SAFEGUARDING -> "the safeguarding lead's look";
            case ASK_RESIDENT -> "asking the resident whether it helped";
        };
        boolean late = !now.isBefore(deadline.due());
        Instant lastMoment = deadline.due().minusNanos(1);
        boolean today = day(lastMoment).equals(day(now));
        Urgency urgency = deadline.kind() == Deadline.Kind.SAFEGUARDING
                ? Urgency.RISK
                : late ? Urgency.LATE : today ? Urgency.TODAY : Urgency.LATER;
        String words = what + (late ? " was due on " : " is due on ") + day(lastMoment);
        return new Reason(urgency, deadline.due(), words);
    }

    private static Reason reason(UnsentMessage unsent) {
        String who = switch (unsent.audience()) {
            case PROVIDER -> "to the provider could not be sent: reach them in another way";
            case RESIDENT -> "to the resident could not be sent: read how they may safely be reached, and tell them";
            case REFERRER -> "to who referred could not be sent: tell them in another way";
            case LINK_WORKER -> "to you could not be sent: look at the referral";
            case SAFEGUARDING_LEAD -> "to the safeguarding lead could not be sent: call them now";
        };
        Urgency urgency =
                unsent.audience() == ReferralEvent.Audience.SAFEGUARDING_LEAD ? Urgency.RISK : Urgency.NOT_TOLD;
        String words = "the message '" + unsent.message().template() + "' " + who + " (" + unsent.problem() + ")";
        return new Reason(urgency, null, words);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Referrals.LONDON);
    }

    private static String words(ReferralState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The referrals of the caseload, by id. */
    List<Referral> referrals() {
        return referrals;
    }

    /** When a supervisor last handed it over or looked; the draft where nobody did. */
    static Instant lastEvent(Referral referral) {
        return referral.last(ReferralEvent.HandedOver.class)
                .orElseGet(() -> referral.history().get(0).at());
    }
}
