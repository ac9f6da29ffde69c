package london.loti.referral.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import london.loti.model.governance.SharedField;
import london.loti.model.privacy.Sensitive;
import london.loti.referral.journey.Actor;
import london.loti.referral.journey.Command;
import london.loti.referral.journey.CommandOutcome;
import london.loti.referral.journey.Happened;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralEvent.Audience;
import london.loti.referral.journey.ReferralEvent.MessageFailed;
import london.loti.referral.journey.ReferralEvent.MessageQueued;
import london.loti.referral.journey.ReferralEvent.MessageSent;
import london.loti.referral.journey.ReferralEvent.MessageWithheld;
import london.loti.referral.journey.ReferralId;
import london.loti.referral.journey.Referrals;
import london.loti.referral.journey.Refusal;
import london.loti.referral.journey.UnsentMessage;
import london.loti.referral.message.OutboxReport.Line;
import london.loti.referral.message.OutboxReport.State;
import london.loti.referral.message.Screening.Decision;
import london.loti.referral.message.TemplateSet.Text;
import london.loti.referral.message.TemplateSet.Tone;
import london.loti.referral.store.ConcurrentChangeException;

/**
 * Sends the messages that wait, and keeps what became of each.
 *
 * <p><b>What is promised.</b> Each message is looked at again just before it is handed over, on the referral as it is then:
 * permission, safeguarding, safe contact, erasure. What must not be sent is kept as withheld, with the reason; what may be
 * sent later stays in the queue: outside the resident's safe hours, while a safeguarding concern is being looked into, or
 * when the sender asks to try again. A message is handed over at least once and always under the same id, also when a
 * process dies or two run at a time; its end is kept once. What changes in the moment between the look and the hand-over is
 * not seen.
 *
 * <p>Two notices to a provider, that a permission was withdrawn and that a referral was cancelled, need no permission and
 * outlast an erasure: they hold nothing about anybody, and tell the provider to stop. While a concern is being looked into,
 * only the safeguarding lead and the link worker are written to.
 *
 * <p>Nothing of a message or an address is logged, thrown or reported, and exceptions of the sender are dropped. A {@link
 * london.loti.referral.store.StoreException} passes through: run it again. Immutable and thread-safe.
 */
public final class Outbox {
    private static final Duration THREE_DAYS = Duration.ofDays(3);
    private static final int ATTEMPTS = 50;
    private static final String NO_TEMPLATE = "no-template";

    private final Referrals referrals;
    private final MessageSender sender;
    private final AddressBook addresses;
    private final ServiceNames services;
    private final Letterhead letterhead;
    private final Clock clock;
    private final Screening screening;
    private final Map<String, MessageTemplates> templates;
    private final String language;
    private final @Nullable ProviderLinks links;
    private final Duration patience;

    private Outbox(
            Outbox from,
            Map<String, MessageTemplates> templates,
            String language,
            @Nullable ProviderLinks links,
            Duration patience) {
        this.referrals = from.referrals;
        this.sender = from.sender;
        this.addresses = from.addresses;
        this.services = from.services;
        this.letterhead = from.letterhead;
        this.clock = from.clock;
        this.screening = from.screening;
        this.templates = templates;
        this.language = language;
        this.links = links;
        this.patience = patience;
    }

    private Outbox(
            Referrals referrals,
            MessageSender sender,
            AddressBook addresses,
            ServiceNames services,
            Letterhead letterhead,
            Clock clock) {
        this.referrals = referrals;
        this.sender = sender;
        this.addresses = addresses;
        this.services = services;
        this.letterhead = letterhead;
        this.clock = clock;
        this.screening = new Screening(services);
        MessageTemplates english = MessageTemplates.withDefaults();
        this.language = english.set().language();
        this.templates = Map.of(language, english);
        this.links = null;
        this.patience = THREE_DAYS;
    }

    /**
     * {@return an outbox with the bundled words and without links, that gives up on a sender after three days}
     *
     * @param referrals the referrals
     * @param sender hands messages over
     * @param addresses knows how staff and organisations are reached
     * @param services knows what residents call a service
     * @param letterhead who writes
     * @param clock tells the time
     */
    public static Outbox of(
            Referrals referrals,
            MessageSender sender,
            AddressBook addresses,
            ServiceNames services,
            Letterhead letterhead,
            Clock clock) {
        return new Outbox(referrals, sender, addresses, services, letterhead, clock);
    }

    /**
     * {@return the same with the words of one more language, or other words for one that it has} Staff and providers are
     * written to in the default language, and residents whose {@link SharedField#LANGUAGE} is another's code in that.
     *
     * @param words the words
     * @param byDefault whether their language becomes the default
     */
    public Outbox with(MessageTemplates words, boolean byDefault) {
        Map<String, MessageTemplates> more = new TreeMap<>(templates);
        more.put(words.set().language(), words);
        return new Outbox(this, Map.copyOf(more), byDefault ? words.set().language() : language, links, patience);
    }

    /**
     * {@return the same with links for providers without a system}
     *
     * @param toProviders makes the links
     */
    public Outbox with(ProviderLinks toProviders) {
        return new Outbox(this, templates, language, toProviders, patience);
    }

    /**
     * {@return the same with another patience}
     *
     * @param time how long after it was queued a message is given up on that the sender did not take
     */
    public Outbox givingUpAfter(Duration time) {
        return new Outbox(this, templates, language, links, time);
    }

    /**
     * Queues the question to the resident whether it helped, where it was never asked. It is for a person who knows that
     * it is time; {@link AskingSweep} asks by a policy, and knows when not to.
     *
     * @param id the referral
     * @return the referral as it is now, or why not
     * @throws ConcurrentChangeException if somebody else changed the referral at the same time; try again
     */
    public CommandOutcome askResident(ReferralId id) {
        Referral referral = referrals.find(id).orElse(null);
        if (referral == null) {
            return unknown();
        }
        return AskingSweep.questions(referral).isEmpty() ? ask(referral) : new CommandOutcome.Done(referral, true);
    }

    /**
     * Queues a message again that could not be sent, once for each time that it failed.
     *
     * @param id the referral
     * @param message the id of a message of {@link Referral#unsentMessages}
     * @return the referral as it is now, or why not
     * @throws ConcurrentChangeException if somebody else changed the referral at the same time; try again
     */
    public CommandOutcome sendAgain(ReferralId id, String message) {
        Referral referral = referrals.find(id).orElse(null);
        if (referral == null) {
            return unknown();
        }
        String again = Command.idFrom("again", id.value(), message);
        Optional<MessageQueued> unsent = referral.unsentMessages().stream()
                .map(UnsentMessage::message)
                .filter(one -> one.message().equals(message))
                .findFirst();
        boolean before = referral.history().stream()
                .anyMatch(h -> h.event() instanceof MessageQueued queued
                        && queued.message().equals(again));
        if (unsent.isEmpty() && !before) {
            return new CommandOutcome.Refused(List.of(
                    new Refusal(Refusal.Rule.MESSAGE_NOT_OPEN, "only a message that could not be sent is sent again")));
        }
        return unsent.<CommandOutcome>map(one ->
                        queue(referral, new MessageQueued(again, one.audience(), one.recipient(), one.template())))
                .orElseGet(() -> new CommandOutcome.Done(referral, true));
    }

    /** Whether the resident may be asked by a message, be it only later on the day. */
    boolean mayAsk(Referral referral) {
        Instant now = now();
        MessageQueued question = AskingSweep.question(referral);
        return !referral.isPausedForSafeguarding()
                && screening.refuse(referral, question, now).isEmpty()
                && screening
                                .toResident(referral, question, words(referral), now)
                                .withheld()
                        == null;
    }

    /** Puts the next question. Wherever it is put, it has the same id. */
    CommandOutcome ask(Referral referral) {
        return queue(referral, AskingSweep.question(referral));
    }

    Instant now() {
        return Objects.requireNonNull(clock.instant());
    }

    private CommandOutcome queue(Referral referral, MessageQueued message) {
        return referrals.handle(
                new Command(message.message(), referral.id(), referral.version(), Actor.SYSTEM, message));
    }

    private static CommandOutcome unknown() {
        return new CommandOutcome.Refused(
                List.of(new Refusal(Refusal.Rule.UNKNOWN_REFERRAL, "there is no such referral")));
    }

    /** {@return what became of the messages of all referrals that wait; it reads every referral} */
    public OutboxReport deliverAll() {
        List<ReferralId> waiting = referrals.all().stream()
                .filter(referral -> !referral.openMessages().isEmpty())
                .map(Referral::id)
                .toList();
        return deliver(waiting);
    }

    /**
     * {@return what became of the messages of some referrals that wait}
     *
     * @param ids the referrals
     */
    public OutboxReport deliver(List<ReferralId> ids) {
        int sent = 0;
        List<Line> lines = new ArrayList<>();
        for (ReferralId id : ids) {
            List<MessageQueued> open =
                    referrals.find(id).map(Referral::openMessages).orElse(List.of());
            for (MessageQueued message : open) {
                Line line = deliver(id, message);
                if (line == null) {
                    sent++;
                } else {
                    lines.add(line);
                }
            }
        }
        return new OutboxReport(sent, lines);
    }

    /** Null where it was handed over, now or by somebody else. */
    private @Nullable Line deliver(ReferralId id, MessageQueued message) {
        Referral referral = referrals.find(id).orElse(null);
        if (referral == null || !referral.openMessages().contains(message)) {
            return null;
        }
        Instant now = clock.instant();
        Decision refused = screening.refuse(referral, message, now).orElse(null);
        if (refused != null) {
            return end(referral, message, refused);
        }
        if (message.audience() == Audience.RESIDENT) {
            MessageTemplates words = words(referral);
            Decision decision = screening.toResident(referral, message, words, now);
            return decision.route() == null
                    ? end(referral, message, decision)
                    : send(referral, message, message.template(), decision.route(), words, now);
        }
        return deliverToOthers(referral, message, now);
    }

    private @Nullable Line deliverToOthers(Referral referral, MessageQueued message, Instant now) {
        Optional<AddressBook.Address> found;
        try {
            found = addresses.find(message.audience(), message.recipient());
        } catch (RuntimeException e) {
            return again(referral, message, "address-book-exception", now); // dropped: it may quote an address
        }
        if (found.isEmpty()) {
            return end(referral, message, Decision.no(ReferralEvent.Withheld.NO_ADDRESS));
        }
        AddressBook.Address address = found.get();
        MessageTemplates words = defaultWords();
        String byLink = message.template() + Placeholder.BY_LINK;
        boolean link = address.byLink()
                && words.find(byLink, message.audience(), address.channel(), Tone.PLAIN)
                        .isPresent();
        Screening.Route route = new Screening.Route(address.channel(), address.to(), Tone.PLAIN);
        return send(referral, message, link ? byLink : message.template(), route, words, now);
    }

    private @Nullable Line send(
            Referral referral,
            MessageQueued message,
            String template,
            Screening.Route route,
            MessageTemplates words,
            Instant now) {
        Text text = words.find(template, message.audience(), route.channel(), route.tone())
                .orElse(null);
        if (text == null) {
            return fail(referral, message, NO_TEMPLATE);
        }
        Map<Placeholder, String> values = values(referral);
        if (template.endsWith(Placeholder.BY_LINK)) {
            Optional<ProviderLinks.Link> link = links == null
                    ? Optional.empty()
                    : links.issue(message.message(), referral.id(), ProviderLinks.Purpose.ANSWER, Actor.SYSTEM);
            if (link.isEmpty()) {
                return fail(referral, message, "no-link");
            }
            values.put(Placeholder.LINK, link.get().address().reveal());
        }
        Sensitive<String> body = Sensitive.of(MessageTemplates.fill(text, values));
        MessageSender.Outcome outcome;
        try {
            outcome = sender.send(new OutgoingMessage(
                    message.message(),
                    route.channel(),
                    route.to(),
                    text.subject(),
                    text.format() == TemplateSet.Format.HTML,
                    body));
        } catch (RuntimeException e) {
            return again(referral, message, "sender-exception", now); // dropped: it may quote the message
        }
        if (outcome instanceof MessageSender.Failed failed) {
            return failed.again()
                    ? again(referral, message, failed.problem(), now)
                    : fail(referral, message, failed.problem());
        }
        boolean kept = keep(referral, message, new MessageSent(message.message(), route.channel()));
        return kept ? null : new Line(referral.id(), message.message(), State.WAITING, "busy");
    }

    private Map<Placeholder, String> values(Referral referral) {
        Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
        values.put(Placeholder.COUNCIL, letterhead.council());
        values.put(Placeholder.PHONE, letterhead.phone());
        values.put(Placeholder.REFERENCE, referral.id().value());
        services.find(referral.service()).ifPresent(name -> values.put(Placeholder.SERVICE, name.words()));
        return values;
    }

    private MessageTemplates defaultWords() {
        return Objects.requireNonNull(templates.get(language));
    }

    private MessageTemplates words(Referral referral) {
        return referral.content()
                .find(SharedField.LANGUAGE)
                .map(value -> value.reveal().strip().toLowerCase(Locale.ROOT))
                .map(templates::get)
                .orElse(defaultWords());
    }

    private @Nullable Line end(Referral referral, MessageQueued message, Decision decision) {
        ReferralEvent.Withheld because = decision.withheld();
        if (because == null) {
            String why = decision.waiting() == null ? "later" : decision.waiting();
            return new Line(referral.id(), message.message(), State.WAITING, why);
        }
        boolean kept = keep(referral, message, new MessageWithheld(message.message(), because));
        return new Line(referral.id(), message.message(), kept ? State.WITHHELD : State.WAITING, because.name());
    }

    private Line again(Referral referral, MessageQueued message, String problem, Instant now) {
        Instant queued = referral.history().stream()
                .filter(happened -> happened.event().equals(message))
                .map(Happened::at)
                .findFirst()
                .orElse(now);
        return now.isBefore(queued.plus(patience))
                ? new Line(referral.id(), message.message(), State.WAITING, problem)
                : fail(referral, message, problem);
    }

    private Line fail(Referral referral, MessageQueued message, String problem) {
        boolean kept = keep(referral, message, new MessageFailed(message.message(), problem));
        return new Line(referral.id(), message.message(), kept ? State.FAILED : State.WAITING, problem);
    }

    /** A message has one end: its command has one id, whatever the end is. */
    private boolean keep(Referral seen, MessageQueued message, ReferralEvent event) {
        ReferralId id = seen.id();
        Referral referral = seen;
        String command = Command.idFrom("outbox", id.value(), message.message());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (!referral.openMessages().contains(message)) {
                return true;
            }
            try {
                CommandOutcome outcome =
                        referrals.handle(new Command(command, id, referral.version(), Actor.SYSTEM, event));
                if (outcome instanceof CommandOutcome.Done) {
                    return true;
                }
            } catch (ConcurrentChangeException e) {
                referral = referrals.find(id).orElse(referral); // somebody else was quicker
            }
        }
        return false;
    }
}
