package london.loti.referral.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import london.loti.model.governance.Permission;
import london.loti.model.governance.PermissionPolicy;
import london.loti.model.governance.PermissionRequest;
import london.loti.model.governance.SharedField;
import london.loti.model.need.ConceptRef;

/** What the events of a referral add up to, one event at a time. Used while a referral is made, and never changed after. */
final class ReferralFold {
    final ReferralId id;
    private final PermissionPolicy policy;
    private @Nullable ReferralState state;
    private ReferralEvent.@Nullable Drafted draft;
    List<ConceptRef> needs = List.of();
    ReferralContent content = ReferralContent.EMPTY;

    @Nullable
    SafeContact safeContact;

    Permission.@Nullable Granted permission;
    boolean withdrawn;
    Set<SharedField> sent = Set.of();
    Referral.@Nullable WaitingPlace waiting;

    @Nullable
    String linkWorker;

    ReferralEvent.@Nullable OutcomeReported outcome;
    boolean erased;
    final List<ReferralId> parts = new ArrayList<>();
    final List<Instant> concernsDue = new ArrayList<>();
    final Map<String, Instant> links = new LinkedHashMap<>();
    final Map<String, ReferralEvent.MessageQueued> messages = new LinkedHashMap<>();
    final Map<String, UnsentMessage> unsent = new LinkedHashMap<>();
    final Set<String> legalHolds = new LinkedHashSet<>();

    ReferralFold(ReferralId id, PermissionPolicy policy) {
        this.id = id;
        this.policy = policy;
    }

    ReferralFold(ReferralFold from) {
        this(from.id, from.policy);
        state = from.state;
        draft = from.draft;
        needs = from.needs;
        content = from.content;
        safeContact = from.safeContact;
        permission = from.permission;
        withdrawn = from.withdrawn;
        sent = from.sent;
        waiting = from.waiting;
        linkWorker = from.linkWorker;
        outcome = from.outcome;
        erased = from.erased;
        parts.addAll(from.parts);
        concernsDue.addAll(from.concernsDue);
        links.putAll(from.links);
        messages.putAll(from.messages);
        unsent.putAll(from.unsent);
        legalHolds.addAll(from.legalHolds);
    }

    ReferralState state() {
        return Objects.requireNonNull(state, "a referral begins with a draft");
    }

    ReferralEvent.Drafted draft() {
        return Objects.requireNonNull(draft, "a referral begins with a draft");
    }

    void add(Happened happened) {
        ReferralEvent event = happened.event();
        state = Transitions.after(state, event.type());
        if (state != ReferralState.WAITING) {
            waiting = null;
        }
        if (event instanceof ReferralEvent.Drafted e) {
            draft = e;
            tell(e.needs(), e.content(), e.safeContact());
            linkWorker = happened.role() == Role.LINK_WORKER ? happened.actor() : null;
        } else if (event instanceof ReferralEvent.Amended e) {
            tell(e.needs(), e.content(), e.safeContact());
        } else if (event instanceof ReferralEvent.PermissionRecorded e) {
            permission = granted(e.permission(), happened.at());
            withdrawn = false;
        } else if (event instanceof ReferralEvent.PermissionWithdrawn) {
            permission = null;
            withdrawn = true;
        } else if (event instanceof ReferralEvent.Requested e) {
            sent = e.sent();
        } else if (event instanceof ReferralEvent.WaitListed e) {
            waiting = new Referral.WaitingPlace(e.position(), e.expires());
        } else if (event instanceof ReferralEvent.Split e) {
            parts.addAll(e.parts());
        } else if (event instanceof ReferralEvent.HandedOver e) {
            linkWorker = e.to();
        } else if (event instanceof ReferralEvent.OutcomeReported e) {
            outcome = e;
        } else if (event instanceof ReferralEvent.SafeguardingRaised e) {
            concernsDue.add(e.due());
        } else if (event instanceof ReferralEvent.SafeguardingReleased) {
            concernsDue.clear();
        } else {
            addTechnical(event, happened.at());
        }
        unsent.values().removeIf(message -> message.isMoot(state(), outcome != null, !concernsDue.isEmpty(), erased));
    }

    private void addTechnical(ReferralEvent event, Instant at) {
        if (event instanceof ReferralEvent.LinkIssued e) {
            links.put(e.link(), e.expires());
        } else if (event instanceof ReferralEvent.LinkUsed e) {
            links.remove(e.link());
        } else if (event instanceof ReferralEvent.LinkRevoked e) {
            links.remove(e.link());
        } else if (event instanceof ReferralEvent.MessageQueued e) {
            messages.put(e.message(), e);
            unsent.values().removeIf(message -> message.isSaidBy(e));
        } else if (event instanceof ReferralEvent.MessageSent e) {
            messages.remove(e.message());
        } else if (event instanceof ReferralEvent.MessageFailed e) {
            giveUp(e.message(), e.problem(), at);
        } else if (event instanceof ReferralEvent.MessageWithheld e) {
            if (e.because() == ReferralEvent.Withheld.NO_ADDRESS) {
                giveUp(e.message(), UnsentMessage.NO_ADDRESS, at);
            } else {
                messages.remove(e.message());
            }
        } else if (event instanceof ReferralEvent.MessageHandled e) {
            unsent.remove(e.message());
        } else if (event instanceof ReferralEvent.LegalHoldPlaced e) {
            legalHolds.add(e.reference());
        } else if (event instanceof ReferralEvent.LegalHoldLifted e) {
            legalHolds.remove(e.reference());
        } else if (event instanceof ReferralEvent.PersonalDataErased) {
            erased = true;
            permission = null;
            links.clear();
        }
    }

    private void giveUp(String message, String problem, Instant at) {
        ReferralEvent.MessageQueued queued = messages.remove(message);
        if (queued != null) {
            unsent.put(message, new UnsentMessage(queued, problem, at));
        }
    }

    private void tell(List<ConceptRef> told, ReferralContent words, @Nullable SafeContact contact) {
        needs = told;
        content = words;
        safeContact = contact;
    }

    /** What is kept is only a request: it goes through the rule again. */
    private Permission.@Nullable Granted granted(@Nullable PermissionRequest request, Instant at) {
        if (request == null) {
            return null;
        }
        LocalDate day = LocalDate.ofInstant(at, Referrals.LONDON);
        return policy.decide(request, day).<Permission.@Nullable Granted>fold(granted -> granted, refused -> null);
    }

    /** Whether two referrals with the same history came to the same facts: how it was carried must not matter. */
    boolean sameAs(ReferralFold other) {
        return state == other.state
                && Objects.equals(draft, other.draft)
                && needs.equals(other.needs)
                && content.equals(other.content)
                && Objects.equals(safeContact, other.safeContact)
                && Objects.equals(request(permission), request(other.permission))
                && withdrawn == other.withdrawn
                && sent.equals(other.sent)
                && Objects.equals(waiting, other.waiting)
                && Objects.equals(linkWorker, other.linkWorker)
                && Objects.equals(outcome, other.outcome)
                && erased == other.erased
                && parts.equals(other.parts)
                && concernsDue.equals(other.concernsDue)
                && links.equals(other.links)
                && messages.equals(other.messages)
                && unsent.equals(other.unsent)
                && legalHolds.equals(other.legalHolds);
    }

    private static @Nullable PermissionRequest request(Permission.@Nullable Granted permission) {
        return permission == null ? null : permission.request();
    }
}
