package london.loti.referral.message;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import london.loti.model.governance.SharedField;
import london.loti.model.need.ConceptRef;
import london.loti.model.privacy.Sensitive;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralEvent.Audience;
import london.loti.referral.journey.ReferralEvent.MessageQueued;
import london.loti.referral.journey.ReferralEvent.Withheld;
import london.loti.referral.journey.ReferralState;
import london.loti.referral.journey.Referrals;
import london.loti.referral.journey.Role;
import london.loti.referral.journey.SafeContact;
import london.loti.referral.message.TemplateSet.Tone;

/** Decides, when a message is to be sent, whether it may. */
final class Screening {
    static final ConceptRef TELEPHONE = ConceptRef.parse("channels:telephone");
    static final ConceptRef EMAIL = ConceptRef.parse("channels:email");
    static final ConceptRef POST = ConceptRef.parse("channels:post");

    /** They tell a provider to stop, and nothing about anybody: they go although nothing may be shared any more. */
    private static final Set<String> NOTICES = Set.of("referral-cancelled", "permission-withdrawn");

    private static final ConceptRef DIED = ConceptRef.parse("referral-reasons:resident-died");

    private final ServiceNames services;

    Screening(ServiceNames services) {
        this.services = services;
    }

    /** Where and how a message goes. */
    record Route(ConceptRef channel, Sensitive<String> to, Tone tone) {}

    /** One of the three is there: why not, why not yet, or where. */
    record Decision(
            @Nullable Withheld withheld,
            @Nullable String waiting,
            @Nullable Route route) {
        static Decision no(Withheld because) {
            return new Decision(because, null, null);
        }

        static Decision later(String why) {
            return new Decision(null, why, null);
        }

        static Decision to(Route route) {
            return new Decision(null, null, route);
        }
    }

    /** What holds for everybody but a resident, whose address follows; empty where the message may go. */
    Optional<Decision> refuse(Referral referral, MessageQueued message, Instant now) {
        boolean notice = message.audience() == Audience.PROVIDER && NOTICES.contains(message.template());
        if (referral.isErased() && !notice) {
            return Optional.of(Decision.no(Withheld.ERASED));
        }
        return switch (message.audience()) {
            case SAFEGUARDING_LEAD -> Optional.empty();
            case LINK_WORKER -> toStaff(referral, message);
            case REFERRER -> toStaff(referral, message).or(() -> paused(referral));
            case PROVIDER -> toProvider(referral, message, notice, now);
            case RESIDENT -> paused(referral);
        };
    }

    private static Optional<Decision> paused(Referral referral) {
        return referral.isPausedForSafeguarding() ? Optional.of(Decision.later("safeguarding")) : Optional.empty();
    }

    /** A resident who referred themselves is written to as a resident, or not at all. */
    private static Optional<Decision> toStaff(Referral referral, MessageQueued message) {
        boolean self = referral.history().get(0).role() == Role.RESIDENT
                && message.recipient().equals(referral.referrer());
        return self ? Optional.of(Decision.no(Withheld.NO_ADDRESS)) : Optional.empty();
    }

    private static Optional<Decision> toProvider(
            Referral referral, MessageQueued message, boolean notice, Instant now) {
        if (!message.recipient().equals(referral.organisation())) {
            return Optional.of(Decision.no(Withheld.NO_PERMISSION));
        }
        if (referral.isPausedForSafeguarding()) {
            return paused(referral);
        }
        if (notice) {
            return Optional.empty();
        }
        if (!referral.state().isOpen()) {
            return Optional.of(Decision.no(Withheld.OUT_OF_DATE));
        }
        return referral.outgoing(now.atZone(Referrals.LONDON).toLocalDate()).isEmpty()
                ? Optional.of(Decision.no(Withheld.NO_PERMISSION))
                : Optional.empty();
    }

    /** Where a message to the resident goes: by the first safe channel for which there is a text and an address. */
    Decision toResident(Referral referral, MessageQueued message, MessageTemplates templates, Instant now) {
        SafeContact contact = referral.safeContact().orElse(null);
        boolean gone =
                referral.state() == ReferralState.CANCELLED || referral.state() == ReferralState.ENTERED_IN_ERROR;
        if (!message.recipient().equals(MessageQueued.RESIDENT)) {
            return Decision.no(Withheld.NO_ADDRESS);
        } else if (contact == null) {
            return Decision.no(Withheld.NO_SAFE_CONTACT_KNOWN);
        } else if (!contact.allowed() || hasDied(referral)) {
            return Decision.no(Withheld.MUST_NOT_CONTACT);
        } else if (gone) {
            return Decision.no(Withheld.OUT_OF_DATE);
        }
        Tone tone = tone(referral);
        LocalTime time = now.atZone(Referrals.LONDON).toLocalTime();
        Withheld best = Withheld.NO_SAFE_CHANNEL;
        boolean later = false;
        for (ConceptRef channel : contact.channels()) {
            if (templates
                    .find(message.template(), Audience.RESIDENT, channel, tone)
                    .isEmpty()) {
                continue;
            }
            if (contact.residentOnly() && channel.equals(POST)) {
                best = best == Withheld.NO_ADDRESS ? best : Withheld.NOT_FOR_OTHER_EYES;
                continue;
            }
            Sensitive<String> to = address(referral, channel).orElse(null);
            if (to == null) {
                best = Withheld.NO_ADDRESS;
            } else if (contact.allows(channel, time)) {
                return Decision.to(new Route(channel, to, tone));
            } else {
                later = true;
            }
        }
        return later ? Decision.later("outside-safe-hours") : Decision.no(best);
    }

    private Tone tone(Referral referral) {
        boolean named = ResidentView.isNameable(referral)
                && services.find(referral.service())
                        .filter(name -> !name.confidential())
                        .isPresent();
        return named ? Tone.PLAIN : Tone.NEUTRAL;
    }

    private static Optional<Sensitive<String>> address(Referral referral, ConceptRef channel) {
        if (channel.equals(EMAIL)) {
            return known(referral, SharedField.EMAIL);
        } else if (channel.equals(TELEPHONE) || channel.equals(MessageTemplates.TEXT_MESSAGE)) {
            return known(referral, SharedField.PHONE);
        } else if (channel.equals(POST)) {
            Sensitive<String> postcode = known(referral, SharedField.POSTCODE).orElse(Sensitive.of(""));
            return known(referral, SharedField.ADDRESS)
                    .map(address -> address.map(lines -> (lines + "\n" + postcode.reveal()).strip()));
        }
        return Optional.empty();
    }

    private static Optional<Sensitive<String>> known(Referral referral, SharedField field) {
        return referral.content().find(field).filter(value -> !value.reveal().isBlank());
    }

    private static boolean hasDied(Referral referral) {
        return referral.history().stream().map(h -> reasons(h.event())).anyMatch(reasons -> reasons.contains(DIED));
    }

    private static List<ConceptRef> reasons(ReferralEvent event) {
        if (event instanceof ReferralEvent.Rejected e) {
            return List.of(e.reason());
        } else if (event instanceof ReferralEvent.Held e) {
            return List.of(e.reason());
        } else if (event instanceof ReferralEvent.Failed e) {
            return List.of(e.reason());
        } else if (event instanceof ReferralEvent.Cancelled e) {
            return List.of(e.reason());
        }
        return List.of();
    }
}
