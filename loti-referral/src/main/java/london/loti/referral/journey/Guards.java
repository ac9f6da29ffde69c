package london.loti.referral.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.codelist.Codelists;
import london.loti.model.governance.Permission;
import london.loti.model.governance.PermissionPolicy;
import london.loti.model.governance.PermissionRequest;
import london.loti.model.need.Codelist;
import london.loti.model.need.ConceptRef;
import london.loti.referral.journey.Refusal.Rule;

/** The rules beside the table of transitions: what must hold for an event to happen now. */
final class Guards {
    private static final Map<String, Codelist> LISTS = Map.of(
            "referral-reasons", Codelists.bundled("referral-reasons"),
            "contact-outcomes", Codelists.bundled("contact-outcomes"),
            "channels", Codelists.bundled("channels"),
            "safeguarding-concerns", Codelists.bundled("safeguarding-concerns"));

    private final PermissionPolicy policy;

    Guards(PermissionPolicy policy) {
        this.policy = policy;
    }

    /** Every rule that forbids the event; none where it may happen. The referral is null before the draft. */
    List<Refusal> check(@Nullable Referral referral, Actor actor, ReferralEvent event, Instant now) {
        List<Refusal> refusals = new ArrayList<>();
        ReferralState state = referral == null ? null : referral.state();
        if (Transitions.next(state, event.type(), actor.role()).isEmpty()) {
            boolean inOtherRole = Transitions.rows().stream()
                    .filter(row -> row.type().equals(event.type()))
                    .anyMatch(
                            row -> state == null ? row.beginning() : row.from().contains(state));
            add(
                    refusals,
                    inOtherRole ? Rule.NOT_THIS_ROLE : Rule.NOT_NOW,
                    Transitions.why(state, event.type(), actor.role()));
        }
        if (referral != null) {
            if (actor.role() == Role.PROVIDER && !referral.organisation().equals(actor.organisation())) {
                add(refusals, Rule.OTHER_ORGANISATION, "only the organisation that was asked can act as its provider");
            }
            checkFacts(referral, actor, event, now, refusals);
        }
        if (event instanceof ReferralEvent.Drafted draft
                && (actor.role() == Role.RESIDENT) != (draft.route() == Route.SELF)) {
            add(
                    refusals,
                    Rule.NOT_THIS_ROLE,
                    "a self-referral is for the resident, and the other routes are for staff");
        }
        checkCodes(event, refusals);
        return refusals;
    }

    private void checkFacts(Referral referral, Actor actor, ReferralEvent event, Instant now, List<Refusal> refusals) {
        LocalDate today = LocalDate.ofInstant(now, Referrals.LONDON);
        if (event instanceof ReferralEvent.PermissionRecorded e) {
            checkPermission(referral, e.permission(), today, refusals);
        } else if (event instanceof ReferralEvent.Requested e) {
            checkRequest(referral, e, today, refusals);
        } else if (event instanceof ReferralEvent.WaitListed e && e.expires().isBefore(today)) {
            add(refusals, Rule.WRONG_TIME, "a place on a waiting list must not end before today");
        } else if (event instanceof ReferralEvent.OutcomeReported e
                && e.askedOn().isAfter(today)) {
            add(refusals, Rule.WRONG_TIME, "a resident can't have been asked later than today");
        } else if (event instanceof ReferralEvent.SafeguardingReleased && !referral.isPausedForSafeguarding()) {
            add(refusals, Rule.NO_CONCERN, "there is no concern to release");
        } else if (event instanceof ReferralEvent.LinkIssued e && !e.expires().isAfter(now)) {
            add(refusals, Rule.WRONG_TIME, "a link must stop working later than now");
        } else if (event instanceof ReferralEvent.LinkUsed e) {
            checkLink(referral, e.link(), now, refusals);
        } else if (event instanceof ReferralEvent.LinkRevoked e
                && !referral.openLinks().containsKey(e.link())) {
            add(refusals, Rule.LINK_NOT_GOOD, "only a link that still works can be taken back");
        } else if (event instanceof ReferralEvent.PersonalDataErased && referral.isOnLegalHold()) {
            add(refusals, Rule.LEGAL_HOLD, "nothing may be erased while a legal hold is in place");
        } else {
            checkMessage(referral, event, refusals);
        }
        if (referral.isErased() && !(actor.role() == Role.SYSTEM || actor.role() == Role.SUPERVISOR)) {
            add(refusals, Rule.ERASED, "the resident's data were erased, so that nothing can be added");
        }
    }

    private void checkPermission(
            Referral referral, @Nullable PermissionRequest request, LocalDate today, List<Refusal> refusals) {
        if (request == null) {
            add(refusals, Rule.PERMISSION_REFUSED, "a permission needs what was asked for");
            return;
        }
        if (!request.resident().equals(referral.resident())) {
            add(refusals, Rule.OTHER_RESIDENT, "the permission must be about the resident of the referral");
        }
        policy.decide(request, today)
                .<List<Permission.Reason>>fold(granted -> List.of(), Permission.Refused::reasons)
                .forEach(
                        reason -> add(refusals, Rule.PERMISSION_REFUSED, "a permission is refused: " + reason.words()));
    }

    private static void checkRequest(
            Referral referral, ReferralEvent.Requested request, LocalDate today, List<Refusal> refusals) {
        boolean covered = referral.permission()
                .map(granted -> granted.fieldsFor(referral.organisation(), today))
                .map(fields -> !fields.isEmpty() && fields.containsAll(request.sent()))
                .orElse(false);
        if (!covered) {
            add(
                    refusals,
                    Rule.NO_PERMISSION,
                    "a referral leaves only with a permission in force that covers the organisation that is asked,"
                            + " and every field that leaves"
                            + "\nMaybe tell the resident of the service instead.");
        }
        if (referral.isPausedForSafeguarding()) {
            add(
                    refusals,
                    Rule.SAFEGUARDING,
                    "nothing is sent while a safeguarding concern is being looked into; the safeguarding lead releases it");
        }
    }

    private static void checkLink(Referral referral, String link, Instant now, List<Refusal> refusals) {
        Instant expires = referral.openLinks().get(link);
        if (expires == null || !now.isBefore(expires)) {
            add(refusals, Rule.LINK_NOT_GOOD, "the link is spent, taken back or too old");
        }
    }

    private static void checkMessage(Referral referral, ReferralEvent event, List<Refusal> refusals) {
        String message = null;
        if (event instanceof ReferralEvent.MessageSent e) {
            message = e.message();
        } else if (event instanceof ReferralEvent.MessageFailed e) {
            message = e.message();
        } else if (event instanceof ReferralEvent.MessageWithheld e) {
            message = e.message();
        }
        if (event instanceof ReferralEvent.MessageHandled e
                && referral.unsentMessages().stream()
                        .noneMatch(unsent -> unsent.message().message().equals(e.message()))) {
            add(refusals, Rule.MESSAGE_NOT_OPEN, "only a message that could not be sent has to be taken care of");
        }
        if (message == null) {
            return;
        }
        String id = message;
        if (referral.openMessages().stream().noneMatch(open -> open.message().equals(id))) {
            add(refusals, Rule.MESSAGE_NOT_OPEN, "the message is not waiting to be sent");
        }
    }

    private static void checkCodes(ReferralEvent event, List<Refusal> refusals) {
        if (event instanceof ReferralEvent.Rejected e) {
            checkCode("referral-reasons", e.reason(), refusals);
        } else if (event instanceof ReferralEvent.Held e) {
            checkCode("referral-reasons", e.reason(), refusals);
        } else if (event instanceof ReferralEvent.Failed e) {
            checkCode("referral-reasons", e.reason(), refusals);
        } else if (event instanceof ReferralEvent.Cancelled e) {
            checkCode("referral-reasons", e.reason(), refusals);
        } else if (event instanceof ReferralEvent.EnteredInError e) {
            checkCode("referral-reasons", e.reason(), refusals);
        } else if (event instanceof ReferralEvent.ContactAttempted e) {
            checkCode("channels", e.channel(), refusals);
            checkCode("contact-outcomes", e.outcome(), refusals);
        } else if (event instanceof ReferralEvent.OutcomeReported e) {
            checkCode("channels", e.channel(), refusals);
        } else if (event instanceof ReferralEvent.SafeguardingRaised e && e.concern() != null) {
            checkCode("safeguarding-concerns", e.concern(), refusals);
        }
    }

    private static void checkCode(String list, ConceptRef code, List<Refusal> refusals) {
        boolean known = code.codelist().equals(list)
                && Objects.requireNonNull(LISTS.get(list)).find(code.code()).isPresent();
        if (!known) {
            add(refusals, Rule.UNKNOWN_CODE, "a concept of the codelist '" + list + "' is wanted");
        }
    }

    private static void add(List<Refusal> refusals, Rule rule, String words) {
        refusals.add(new Refusal(rule, words));
    }
}
