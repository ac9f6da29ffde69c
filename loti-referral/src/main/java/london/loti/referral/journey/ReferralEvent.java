package london.loti.referral.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import london.loti.model.area.AreaCode;
import london.loti.model.finding.Require;
import london.loti.model.governance.PermissionRequest;
import london.loti.model.governance.SharedField;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.ResidentRef;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;
import london.loti.model.privacy.Sensitive;

/**
 * Something that happened to a referral. Events are only ever added. Each component says what kind of data it holds;
 * what is about the resident is sealed before it is kept, and is absent after an erasure, so that such components may be
 * null or empty.
 */
public sealed interface ReferralEvent {
    /** {@return the event's name, which is kept with it} */
    default String type() {
        return getClass().getSimpleName();
    }

    /** Whom a message is for. */
    enum Audience {
        /** The organisation that is asked to help. */
        PROVIDER,
        /** The resident. */
        RESIDENT,
        /** Who referred. */
        REFERRER,
        /** The link worker. */
        LINK_WORKER,
        /** The safeguarding lead. */
        SAFEGUARDING_LEAD
    }

    /** Why a message is not sent. */
    enum Withheld {
        /** Nobody asked how the resident may safely be reached. */
        NO_SAFE_CONTACT_KNOWN,
        /** The resident must not be contacted. */
        MUST_NOT_CONTACT,
        /** None of the channels is safe. */
        NO_SAFE_CHANNEL,
        /** The message would say more than others at home may read. */
        NOT_FOR_OTHER_EYES,
        /** A safeguarding concern is being looked into. */
        SAFEGUARDING,
        /** The permission was withdrawn, or has ended. */
        NO_PERMISSION,
        /** There is no address to send it to. */
        NO_ADDRESS,
        /** The data were erased. */
        ERASED,
        /** What it says is not so any more: the referral was stopped, or has come to an end. */
        OUT_OF_DATE
    }

    /** What a resident says of a referral. Completed is not helped. */
    enum ResidentOutcome {
        /** It helped. */
        HELPED,
        /** It helped in part. */
        PARTLY,
        /** It did not help. */
        NOT_HELPED,
        /** The resident could not be reached to ask. */
        NOT_REACHED
    }

    /**
     * Somebody begins to write a referral.
     *
     * @param resident whom it is about
     * @param service the id of the service that is asked
     * @param organisation the id of the organisation that gives it
     * @param route how it came about
     * @param basedOn the referral that it follows; null where it is the first
     * @param needs the needs that the service is asked to meet; none after an erasure
     * @param area where the resident lives, for equity of access; null where not known
     * @param groups groups that the resident belongs to, as they said, for equity of access
     * @param content what is known of the resident
     * @param safeContact how the resident may be reached; null where nobody asked
     */
    record Drafted(
            @Classified(DataClass.PSEUDONYM) ResidentRef resident,
            @Classified(DataClass.OPERATIONAL) String service,
            @Classified(DataClass.OPERATIONAL) String organisation,
            @Classified(DataClass.OPERATIONAL) Route route,
            @Classified(DataClass.OPERATIONAL) @Nullable ReferralId basedOn,
            @Classified(DataClass.SPECIAL_CATEGORY) List<ConceptRef> needs,
            @Classified(DataClass.PERSONAL) @Nullable AreaCode area,
            @Classified(DataClass.SPECIAL_CATEGORY) List<ConceptRef> groups,
            @Classified(DataClass.FREE_TEXT) ReferralContent content,
            @Classified(DataClass.PERSONAL) @Nullable SafeContact safeContact)
            implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param resident whom it is about
         * @param service the id of the service that is asked
         * @param organisation the id of the organisation that gives it
         * @param route how it came about
         * @param basedOn the referral that it follows; null where it is the first
         * @param needs the needs that the service is asked to meet; none after an erasure
         * @param area where the resident lives, for equity of access; null where not known
         * @param groups groups that the resident belongs to, as they said, for equity of access
         * @param content what is known of the resident
         * @param safeContact how the resident may be reached; null where nobody asked
         */
        public Drafted {
            Objects.requireNonNull(resident, "a draft needs a 'resident'");
            Require.code("a draft", "service", service);
            Require.code("a draft", "organisation", organisation);
            Objects.requireNonNull(route, "a draft needs a 'route'");
            needs = List.copyOf(Objects.requireNonNullElse(needs, List.of()));
            groups = List.copyOf(Objects.requireNonNullElse(groups, List.of()));
            content = Objects.requireNonNullElse(content, ReferralContent.EMPTY);
        }

        /** Says nothing about whom or what. */
        @Override
        public String toString() {
            return "Drafted[redacted]";
        }
    }

    /**
     * What a draft says is changed.
     *
     * @param needs the needs that the service is asked to meet
     * @param content what is known of the resident
     * @param safeContact how the resident may be reached; null where nobody asked
     */
    record Amended(
            @Classified(DataClass.SPECIAL_CATEGORY) List<ConceptRef> needs,
            @Classified(DataClass.FREE_TEXT) ReferralContent content,
            @Classified(DataClass.PERSONAL) @Nullable SafeContact safeContact)
            implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param needs the needs that the service is asked to meet
         * @param content what is known of the resident
         * @param safeContact how the resident may be reached; null where nobody asked
         */
        public Amended {
            needs = List.copyOf(Objects.requireNonNullElse(needs, List.of()));
            content = Objects.requireNonNullElse(content, ReferralContent.EMPTY);
        }

        /** Says nothing about whom or what. */
        @Override
        public String toString() {
            return "Amended[redacted]";
        }
    }

    /**
     * Somebody recorded that data may be shared, and the policy granted it.
     *
     * @param permission what may be shared, with whom, until when; null after an erasure
     */
    record PermissionRecorded(
            @Classified(DataClass.PERSONAL) @Nullable PermissionRequest permission) implements ReferralEvent {

        /** Says nothing about whom or what. */
        @Override
        public String toString() {
            return "PermissionRecorded[redacted]";
        }
    }

    /**
     * The resident does not want data shared any more.
     *
     * @param note more, in words; null for nothing
     */
    record PermissionWithdrawn(
            @Classified(DataClass.FREE_TEXT) @Nullable Sensitive<String> note) implements ReferralEvent {

        /** Says nothing about whom or what. */
        @Override
        public String toString() {
            return "PermissionWithdrawn[redacted]";
        }
    }

    /**
     * The referral leaves for the provider.
     *
     * @param sent the fields that left
     */
    record Requested(@Classified(DataClass.OPERATIONAL) Set<SharedField> sent) implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param sent the fields that left
         */
        public Requested {
            Set<SharedField> copy = EnumSet.noneOf(SharedField.class);
            copy.addAll(Objects.requireNonNull(sent, "a request needs what was 'sent'"));
            sent = Collections.unmodifiableSet(copy);
        }
    }

    /**
     * The provider puts the resident on a waiting list, or moves them there.
     *
     * @param position the place, from 1 on
     * @param expires the last day on which the place holds
     */
    record WaitListed(
            @Classified(DataClass.OPERATIONAL) int position,
            @Classified(DataClass.OPERATIONAL) LocalDate expires) implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param position the place, from 1 on
         * @param expires the last day on which the place holds
         */
        public WaitListed {
            if (position < 1) {
                throw new IllegalArgumentException("a place on a waiting list must be at least 1");
            }
            Objects.requireNonNull(expires, "a place on a waiting list needs the day on which it 'expires'");
        }
    }

    /**
     * The provider will help.
     *
     * @param firstContactBy when the provider means to be in touch; null where not said
     */
    record Accepted(
            @Classified(DataClass.OPERATIONAL) @Nullable LocalDate firstContactBy) implements ReferralEvent {}

    /**
     * The provider will not help.
     *
     * @param reason why, a concept of {@code referral-reasons}
     * @param note more, in words; null for nothing
     */
    record Rejected(
            @Classified(DataClass.OPERATIONAL) ConceptRef reason,
            @Classified(DataClass.FREE_TEXT) @Nullable Sensitive<String> note)
            implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param reason why, a concept of {@code referral-reasons}
         * @param note more, in words; null for nothing
         */
        public Rejected {
            Objects.requireNonNull(reason, "an event needs its 'reason'");
        }

        /** Says nothing about whom or what. */
        @Override
        public String toString() {
            return "Rejected[redacted]";
        }
    }

    /**
     * The place on the waiting list ran out.
     */
    record WaitExpired() implements ReferralEvent {}

    /**
     * The provider begins to help.
     */
    record Started() implements ReferralEvent {}

    /**
     * The provider pauses.
     *
     * @param reason why, a concept of {@code referral-reasons}
     * @param note more, in words; null for nothing
     */
    record Held(
            @Classified(DataClass.OPERATIONAL) ConceptRef reason,
            @Classified(DataClass.FREE_TEXT) @Nullable Sensitive<String> note)
            implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param reason why, a concept of {@code referral-reasons}
         * @param note more, in words; null for nothing
         */
        public Held {
            Objects.requireNonNull(reason, "an event needs its 'reason'");
        }

        /** Says nothing about whom or what. */
        @Override
        public String toString() {
            return "Held[redacted]";
        }
    }

    /**
     * The provider goes on.
     */
    record Resumed() implements ReferralEvent {}

    /**
     * The provider has done what was asked. Whether it helped, the resident says.
     *
     * @param done what was done, concepts of a codelist of services; may be empty
     * @param note more, in words; null for nothing
     */
    record Completed(
            @Classified(DataClass.OPERATIONAL) List<ConceptRef> done,
            @Classified(DataClass.FREE_TEXT) @Nullable Sensitive<String> note)
            implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param done what was done, concepts of a codelist of services; may be empty
         * @param note more, in words; null for nothing
         */
        public Completed {
            done = List.copyOf(Objects.requireNonNullElse(done, List.of()));
        }

        /** Says nothing about whom or what. */
        @Override
        public String toString() {
            return "Completed[redacted]";
        }
    }

    /**
     * The provider could not do what was asked.
     *
     * @param reason why, a concept of {@code referral-reasons}
     * @param note more, in words; null for nothing
     */
    record Failed(
            @Classified(DataClass.OPERATIONAL) ConceptRef reason,
            @Classified(DataClass.FREE_TEXT) @Nullable Sensitive<String> note)
            implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param reason why, a concept of {@code referral-reasons}
         * @param note more, in words; null for nothing
         */
        public Failed {
            Objects.requireNonNull(reason, "an event needs its 'reason'");
        }

        /** Says nothing about whom or what. */
        @Override
        public String toString() {
            return "Failed[redacted]";
        }
    }

    /**
     * Somebody stops the referral.
     *
     * @param reason why, a concept of {@code referral-reasons}
     * @param note more, in words; null for nothing
     */
    record Cancelled(
            @Classified(DataClass.OPERATIONAL) ConceptRef reason,
            @Classified(DataClass.FREE_TEXT) @Nullable Sensitive<String> note)
            implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param reason why, a concept of {@code referral-reasons}
         * @param note more, in words; null for nothing
         */
        public Cancelled {
            Objects.requireNonNull(reason, "an event needs its 'reason'");
        }

        /** Says nothing about whom or what. */
        @Override
        public String toString() {
            return "Cancelled[redacted]";
        }
    }

    /**
     * The referral should never have been.
     *
     * @param reason why, a concept of {@code referral-reasons}
     */
    record EnteredInError(@Classified(DataClass.OPERATIONAL) ConceptRef reason) implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param reason why, a concept of {@code referral-reasons}
         */
        public EnteredInError {
            Objects.requireNonNull(reason, "an event needs its 'reason'");
        }
    }

    /**
     * The referral was split to several services.
     *
     * @param parts the referrals to the services, at least two
     */
    record Split(@Classified(DataClass.OPERATIONAL) List<ReferralId> parts) implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param parts the referrals to the services, at least two
         */
        public Split {
            parts = List.copyOf(Objects.requireNonNull(parts, "a split needs its 'parts'"));
            if (parts.size() < 2 || Set.copyOf(parts).size() < parts.size()) {
                throw new IllegalArgumentException("a referral is split into at least two, each named once");
            }
        }
    }

    /**
     * Somebody tried to reach the resident.
     *
     * @param channel how, a concept of the codelist of channels
     * @param outcome what came of it, a concept of {@code contact-outcomes}
     * @param note more, in words; null for nothing
     */
    record ContactAttempted(
            @Classified(DataClass.OPERATIONAL) ConceptRef channel,
            @Classified(DataClass.OPERATIONAL) ConceptRef outcome,
            @Classified(DataClass.FREE_TEXT) @Nullable Sensitive<String> note)
            implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param channel how, a concept of the codelist of channels
         * @param outcome what came of it, a concept of {@code contact-outcomes}
         * @param note more, in words; null for nothing
         */
        public ContactAttempted {
            Objects.requireNonNull(channel, "an event needs its 'channel'");
            Objects.requireNonNull(outcome, "an event needs its 'outcome'");
        }

        /** Says nothing about whom or what. */
        @Override
        public String toString() {
            return "ContactAttempted[redacted]";
        }
    }

    /**
     * The resident said whether it helped.
     *
     * @param outcome what the resident said
     * @param askedOn the day
     * @param channel how they were asked, a concept of the codelist of channels
     * @param note more, in words; null for nothing
     */
    record OutcomeReported(
            @Classified(DataClass.OPERATIONAL) ResidentOutcome outcome,
            @Classified(DataClass.OPERATIONAL) LocalDate askedOn,
            @Classified(DataClass.OPERATIONAL) ConceptRef channel,
            @Classified(DataClass.FREE_TEXT) @Nullable Sensitive<String> note)
            implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param outcome what the resident said
         * @param askedOn the day
         * @param channel how they were asked, a concept of the codelist of channels
         * @param note more, in words; null for nothing
         */
        public OutcomeReported {
            Objects.requireNonNull(outcome, "an event needs its 'outcome'");
            Objects.requireNonNull(askedOn, "an event needs its 'askedOn'");
            Objects.requireNonNull(channel, "an event needs its 'channel'");
        }

        /** Says nothing about whom or what. */
        @Override
        public String toString() {
            return "OutcomeReported[redacted]";
        }
    }

    /**
     * Somebody may be at risk. Nothing is sent until a person releases it.
     *
     * @param concern a concept of {@code safeguarding-concerns}; null after an erasure
     * @param due when the safeguarding lead must have looked
     * @param note more, in words; null for nothing
     */
    record SafeguardingRaised(
            @Classified(DataClass.SPECIAL_CATEGORY) @Nullable
            ConceptRef concern,

            @Classified(DataClass.OPERATIONAL) Instant due,
            @Classified(DataClass.FREE_TEXT) @Nullable Sensitive<String> note)
            implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param concern a concept of {@code safeguarding-concerns}; null after an erasure
         * @param due when the safeguarding lead must have looked
         * @param note more, in words; null for nothing
         */
        public SafeguardingRaised {
            Objects.requireNonNull(due, "an event needs its 'due'");
        }

        /** Says nothing about whom or what. */
        @Override
        public String toString() {
            return "SafeguardingRaised[redacted]";
        }
    }

    /**
     * The safeguarding lead has looked, and the referral may go on.
     *
     * @param note more, in words; null for nothing
     */
    record SafeguardingReleased(
            @Classified(DataClass.FREE_TEXT) @Nullable Sensitive<String> note) implements ReferralEvent {

        /** Says nothing about whom or what. */
        @Override
        public String toString() {
            return "SafeguardingReleased[redacted]";
        }
    }

    /**
     * Something was not done in time; the link worker is told.
     *
     * @param kind what was late
     * @param due when it was due
     */
    record DeadlineMissed(
            @Classified(DataClass.OPERATIONAL) Deadline.Kind kind,
            @Classified(DataClass.OPERATIONAL) Instant due) implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param kind what was late
         * @param due when it was due
         */
        public DeadlineMissed {
            Objects.requireNonNull(kind, "an event needs its 'kind'");
            Objects.requireNonNull(due, "an event needs its 'due'");
        }
    }

    /**
     * Another link worker takes over.
     *
     * @param to the opaque id of the link worker who takes over
     * @param note more, in words; null for nothing
     */
    record HandedOver(
            @Classified(DataClass.OPERATIONAL) String to,
            @Classified(DataClass.FREE_TEXT) @Nullable Sensitive<String> note)
            implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param to the opaque id of the link worker who takes over
         * @param note more, in words; null for nothing
         */
        public HandedOver {
            Require.code("an event", "to", to);
        }

        /** Says nothing about whom or what. */
        @Override
        public String toString() {
            return "HandedOver[redacted]";
        }
    }

    /**
     * A link that is good for one answer was made for a provider without a system.
     *
     * @param link the id of the link; the link itself is kept nowhere
     * @param expires when it stops working
     */
    record LinkIssued(
            @Classified(DataClass.OPERATIONAL) String link,
            @Classified(DataClass.OPERATIONAL) Instant expires) implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param link the id of the link; the link itself is kept nowhere
         * @param expires when it stops working
         */
        public LinkIssued {
            Require.code("an event", "link", link);
            Objects.requireNonNull(expires, "an event needs its 'expires'");
        }
    }

    /**
     * The provider answered through the link, which is now spent.
     *
     * @param link the id of the link
     */
    record LinkUsed(@Classified(DataClass.OPERATIONAL) String link) implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param link the id of the link
         */
        public LinkUsed {
            Require.code("an event", "link", link);
        }
    }

    /**
     * The link was taken back.
     *
     * @param link the id of the link
     */
    record LinkRevoked(@Classified(DataClass.OPERATIONAL) String link) implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param link the id of the link
         */
        public LinkRevoked {
            Require.code("an event", "link", link);
        }
    }

    /**
     * A message is to be sent.
     *
     * @param message its id
     * @param audience whom it is for
     * @param recipient the opaque id of the person or organisation; for the resident {@link #RESIDENT}
     * @param template the name of its template
     */
    record MessageQueued(
            @Classified(DataClass.OPERATIONAL) String message,
            @Classified(DataClass.OPERATIONAL) Audience audience,
            @Classified(DataClass.OPERATIONAL) String recipient,
            @Classified(DataClass.OPERATIONAL) String template)
            implements ReferralEvent {
        /** Stands for the referral's own resident, whose token belongs nowhere else. */
        public static final String RESIDENT = "resident";

        /** Stands for whoever looks after referrals that have no link worker. */
        public static final String TEAM = "link-work-team";

        /** The template by which a provider is asked to take a referral. */
        public static final String REQUEST = "referral-request";

        /** The template by which a resident is asked whether it helped. */
        public static final String QUESTION = "ask-outcome";

        /**
         * Checks what must be there.
         *
         * @param message its id
         * @param audience whom it is for
         * @param recipient the opaque id of the person or organisation; for the resident {@link #RESIDENT}
         * @param template the name of its template
         */
        public MessageQueued {
            Require.code("an event", "message", message);
            Objects.requireNonNull(audience, "an event needs its 'audience'");
            Require.code("an event", "recipient", recipient);
            Require.code("an event", "template", template);
        }
    }

    /**
     * A message was handed over to be delivered.
     *
     * @param message its id
     * @param channel how, a concept of the codelist of channels
     */
    record MessageSent(
            @Classified(DataClass.OPERATIONAL) String message,
            @Classified(DataClass.OPERATIONAL) ConceptRef channel) implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param message its id
         * @param channel how, a concept of the codelist of channels
         */
        public MessageSent {
            Require.code("an event", "message", message);
            Objects.requireNonNull(channel, "an event needs its 'channel'");
        }
    }

    /**
     * A message could not be handed over.
     *
     * @param message its id
     * @param problem what went wrong, a code of the sender
     */
    record MessageFailed(
            @Classified(DataClass.OPERATIONAL) String message,
            @Classified(DataClass.OPERATIONAL) String problem) implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param message its id
         * @param problem what went wrong, a code of the sender
         */
        public MessageFailed {
            Require.code("an event", "message", message);
            Require.code("an event", "problem", problem);
        }
    }

    /**
     * A message must not be sent, and never will.
     *
     * @param message its id
     * @param because why
     */
    record MessageWithheld(
            @Classified(DataClass.OPERATIONAL) String message,
            @Classified(DataClass.OPERATIONAL) Withheld because) implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param message its id
         * @param because why
         */
        public MessageWithheld {
            Require.code("an event", "message", message);
            Objects.requireNonNull(because, "an event needs its 'because'");
        }
    }

    /**
     * Somebody took care of a message that could not be sent: told the recipient in another way, or found that there is no
     * need.
     *
     * @param message its id
     * @param note more, in words; null for nothing
     */
    record MessageHandled(
            @Classified(DataClass.OPERATIONAL) String message,
            @Classified(DataClass.FREE_TEXT) @Nullable Sensitive<String> note)
            implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param message its id
         * @param note more, in words; null for nothing
         */
        public MessageHandled {
            Require.code("an event", "message", message);
        }

        /** Says nothing about whom or what. */
        @Override
        public String toString() {
            return "MessageHandled[redacted]";
        }
    }

    /**
     * Nothing may be erased, because of a claim or an inquiry.
     *
     * @param reference an opaque reference to the matter
     */
    record LegalHoldPlaced(
            @Classified(DataClass.OPERATIONAL) String reference) implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param reference an opaque reference to the matter
         */
        public LegalHoldPlaced {
            Require.code("an event", "reference", reference);
        }
    }

    /**
     * The claim or inquiry is over.
     *
     * @param reference an opaque reference to the matter
     */
    record LegalHoldLifted(
            @Classified(DataClass.OPERATIONAL) String reference) implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param reference an opaque reference to the matter
         */
        public LegalHoldLifted {
            Require.code("an event", "reference", reference);
        }
    }

    /**
     * What is about the resident was erased. Dates and states stay.
     *
     * @param rule the id of the retention rule, or of the request
     */
    record PersonalDataErased(
            @Classified(DataClass.OPERATIONAL) String rule) implements ReferralEvent {
        /**
         * Checks what must be there.
         *
         * @param rule the id of the retention rule, or of the request
         */
        public PersonalDataErased {
            Require.code("an event", "rule", rule);
        }
    }
}
