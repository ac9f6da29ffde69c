package london.loti.referral.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import london.loti.model.area.AreaCode;
import london.loti.model.governance.Permission;
import london.loti.model.governance.PermissionPolicy;
import london.loti.model.governance.SharedField;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.ResidentRef;
import london.loti.referral.journey.ReferralEvent.OutcomeReported;

/**
 * One referral as its history makes it: immutable, and the same whether it was rebuilt from a store or carried along.
 * Two are equal where they have the same history under the same policy.
 */
public final class Referral {
    private final List<Happened> history;
    private final PermissionPolicy policy;
    private final ReferralFold facts;

    private Referral(List<Happened> history, PermissionPolicy policy, ReferralFold facts) {
        this.history = List.copyOf(history);
        this.policy = policy;
        this.facts = facts;
    }

    /**
     * {@return a referral from its history}
     *
     * @param id its id
     * @param history its events, oldest first, at least the draft
     * @param policy decides again which of the recorded permissions hold
     * @throws IllegalStateException if the history breaks the table of transitions
     */
    public static Referral rebuild(ReferralId id, List<Happened> history, PermissionPolicy policy) {
        ReferralFold fold = new ReferralFold(id, policy);
        history.forEach(fold::add);
        return new Referral(history, policy, fold);
    }

    /** The same with more events. */
    Referral with(List<Happened> more) {
        ReferralFold fold = new ReferralFold(facts);
        more.forEach(fold::add);
        List<Happened> all = new ArrayList<>(history);
        all.addAll(more);
        return new Referral(all, policy, fold);
    }

    /** {@return its id} */
    public ReferralId id() {
        return facts.id;
    }

    /** {@return how many events it has; the version that the next command must expect} */
    public long version() {
        return history.size();
    }

    /** {@return how things stand} */
    public ReferralState state() {
        return facts.state();
    }

    /** {@return whom it is about} */
    public ResidentRef resident() {
        return facts.draft().resident();
    }

    /** {@return the id of the service that is asked} */
    public String service() {
        return facts.draft().service();
    }

    /** {@return the id of the organisation that gives it} */
    public String organisation() {
        return facts.draft().organisation();
    }

    /** {@return how it came about} */
    public Route route() {
        return facts.draft().route();
    }

    /** {@return the referral that it follows; empty where it is the first} */
    public Optional<ReferralId> basedOn() {
        return Optional.ofNullable(facts.draft().basedOn());
    }

    /** {@return the referrals that it was split into} */
    public List<ReferralId> parts() {
        return List.copyOf(facts.parts);
    }

    /** {@return the needs that the service is asked to meet; none after an erasure} */
    public List<ConceptRef> needs() {
        return facts.needs;
    }

    /** {@return where the resident lives, for equity of access; empty where not known} */
    public Optional<AreaCode> area() {
        return Optional.ofNullable(facts.draft().area());
    }

    /** {@return groups that the resident belongs to, as they said, for equity of access} */
    public List<ConceptRef> groups() {
        return facts.draft().groups();
    }

    /** {@return what is known of the resident, all of it: for those who referred, never for a provider} */
    public ReferralContent content() {
        return facts.content;
    }

    /** {@return how the resident may be reached; empty where nobody asked, which forbids every message} */
    public Optional<SafeContact> safeContact() {
        return Optional.ofNullable(facts.safeContact);
    }

    /** {@return the permission that was recorded last and not withdrawn; empty where there is none} */
    public Optional<Permission.Granted> permission() {
        return Optional.ofNullable(facts.permission);
    }

    /** {@return whether a permission was withdrawn and none was given since} */
    public boolean isPermissionWithdrawn() {
        return facts.withdrawn;
    }

    /** {@return the fields that left for the provider, as far as anything left} */
    public Set<SharedField> sent() {
        return facts.sent;
    }

    /**
     * {@return what the provider may see on a day; empty before the request, where no permission is in force, while a
     * safeguarding concern is being looked into, or after an erasure}
     *
     * @param day the day
     */
    public Optional<OutgoingReferral> outgoing(LocalDate day) {
        Permission.Granted granted = facts.permission;
        boolean gone = state() == ReferralState.DRAFT || state() == ReferralState.ENTERED_IN_ERROR || facts.erased;
        if (granted == null || gone || isPausedForSafeguarding()) {
            return Optional.empty();
        }
        Set<SharedField> fields = granted.fieldsFor(organisation(), day);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OutgoingReferral(
                id(),
                service(),
                route(),
                state(),
                fields.contains(SharedField.NEEDS) ? needs() : List.of(),
                content().only(fields),
                fields.contains(SharedField.SAFE_CONTACT) ? facts.safeContact : null));
    }

    /** {@return the place on the waiting list; empty where it is on none} */
    public Optional<WaitingPlace> waitingPlace() {
        return Optional.ofNullable(facts.waiting);
    }

    /**
     * A place on a provider's waiting list.
     *
     * @param position the place, from 1 on
     * @param expires the last day on which it holds
     */
    public record WaitingPlace(int position, LocalDate expires) {}

    /** {@return whether a safeguarding concern is being looked into, so that nothing may be sent} */
    public boolean isPausedForSafeguarding() {
        return !facts.concernsDue.isEmpty();
    }

    /** {@return the opaque id of the link worker; empty where it was handed to nobody} */
    public Optional<String> linkWorker() {
        return Optional.ofNullable(facts.linkWorker);
    }

    /** {@return the opaque id of who began it} */
    public String referrer() {
        return history.get(0).actor();
    }

    /** {@return what the resident said last; empty where nobody has asked yet} */
    public Optional<OutcomeReported> residentOutcome() {
        return Optional.ofNullable(facts.outcome);
    }

    /** {@return the links that still work, id to the time when they stop} */
    public Map<String, Instant> openLinks() {
        return Map.copyOf(facts.links);
    }

    /** {@return the messages that wait to be sent, in the order of their queue} */
    public List<ReferralEvent.MessageQueued> openMessages() {
        return List.copyOf(facts.messages.values());
    }

    /** {@return the messages that could not be sent and that nobody has taken care of, in the order in which they failed} */
    public List<UnsentMessage> unsentMessages() {
        return List.copyOf(facts.unsent.values());
    }

    /** {@return whether nothing may be erased now} */
    public boolean isOnLegalHold() {
        return !facts.legalHolds.isEmpty();
    }

    /** {@return whether what is about the resident was erased} */
    public boolean isErased() {
        return facts.erased;
    }

    /**
     * {@return whether an erasure was recorded and has been carried out: nothing about the resident is left to read} It
     * is false where an erasure broke off, so that it can be done again.
     */
    public boolean isErasureDone() {
        return facts.erased && history.stream().allMatch(happened -> isBare(happened.event()));
    }

    private static boolean isBare(ReferralEvent event) {
        if (event instanceof ReferralEvent.Drafted e) {
            return e.content().values().isEmpty()
                    && e.needs().isEmpty()
                    && e.groups().isEmpty()
                    && e.area() == null
                    && e.safeContact() == null;
        }
        return !(event instanceof ReferralEvent.PermissionRecorded e) || e.permission() == null;
    }

    /** {@return everything that happened, oldest first} */
    public List<Happened> history() {
        return history;
    }

    /**
     * {@return when an event first happened; empty where it did not}
     *
     * @param type a kind of event
     */
    public Optional<Instant> first(Class<? extends ReferralEvent> type) {
        return history.stream()
                .filter(happened -> type.isInstance(happened.event()))
                .map(Happened::at)
                .findFirst();
    }

    /**
     * {@return when an event last happened; empty where it did not}
     *
     * @param type a kind of event
     */
    public Optional<Instant> last(Class<? extends ReferralEvent> type) {
        return history.stream()
                .filter(happened -> type.isInstance(happened.event()))
                .map(Happened::at)
                .reduce((before, after) -> after);
    }

    /** When the safeguarding lead must have looked, the earliest concern first. */
    List<Instant> concernsDue() {
        return List.copyOf(facts.concernsDue);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Referral that
                && facts.id.equals(that.facts.id)
                && policy.equals(that.policy)
                && history.equals(that.history)
                && facts.sameAs(that.facts);
    }

    @Override
    public int hashCode() {
        return facts.id.hashCode() * 31 + history.size();
    }

    /** Says how things stand, and nothing about whom or what. */
    @Override
    public String toString() {
        return "Referral[" + state() + ", version " + version() + ", redacted]";
    }
}
