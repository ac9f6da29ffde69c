package london.loti.referral.journey;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import london.loti.model.governance.PermissionPolicy;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.ResidentRef;
import london.loti.referral.audit.AccessLog;
import london.loti.referral.journey.CommandOutcome.Done;
import london.loti.referral.journey.CommandOutcome.Refused;
import london.loti.referral.journey.Refusal.Rule;
import london.loti.referral.seal.Sealer;
import london.loti.referral.store.Append;
import london.loti.referral.store.Appended;
import london.loti.referral.store.ConcurrentChangeException;
import london.loti.referral.store.KeyDestroyedException;
import london.loti.referral.store.NewEvent;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.StoredEvent;

/**
 * Takes commands and keeps what happens. Everything that a command leads to is kept at once or not at all: the event
 * itself and the messages that follow from it. A command that comes twice happens once; a command that expects another
 * version than there is changes nothing.
 *
 * <p>Immutable and thread-safe, as far as its store is.
 */
public final class Referrals {
    /** Where days begin and end. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final int PAGE = 1_000;

    private static final List<Refusal> NO_SUCH_REFERRAL =
            List.of(new Refusal(Rule.UNKNOWN_REFERRAL, "there is no such referral"));

    private final ReferralStore store;
    private final EventCodec codec;
    private final Clock clock;
    private final PermissionPolicy policy;
    private final Guards guards;

    private Referrals(ReferralStore store, EventCodec codec, Clock clock, PermissionPolicy policy) {
        this.store = store;
        this.codec = codec;
        this.clock = clock;
        this.policy = policy;
        this.guards = new Guards(policy);
    }

    /**
     * {@return referrals in a store, under the bundled permission policy}
     *
     * @param store where events are kept
     * @param sealer seals what is about residents before it is kept
     * @param clock tells the time of every event
     */
    public static Referrals in(ReferralStore store, Sealer sealer, Clock clock) {
        return new Referrals(store, new EventCodec(sealer), clock, PermissionPolicy.withDefaults());
    }

    /**
     * {@return the same under another permission policy}
     *
     * @param other the policy
     */
    public Referrals withPolicy(PermissionPolicy other) {
        return new Referrals(store, codec, clock, other);
    }

    /**
     * Does what a command wants, or says why not.
     *
     * @param command what is wanted
     * @return the referral as it is now, or every rule that forbids it
     * @throws ConcurrentChangeException if the referral has another version than the command expects
     * @throws london.loti.referral.store.StoreException if the store failed; send the same command again
     */
    public CommandOutcome handle(Command command) {
        EventCodec task = codec.forOneTask();
        List<StoredEvent> events = store.read(command.referral().value());
        Referral known = rebuild(command.referral(), events, task).orElse(null);
        if (known != null && events.stream().anyMatch(event -> event.command().equals(command.id()))) {
            return new Done(known, true);
        }
        long version = known == null ? 0 : known.version();
        Instant now = clock.instant();
        List<Refusal> refusals = check(command, known, now);
        if (refusals.isEmpty() && version == command.expectedVersion()) {
            return keep(command, known, now, task);
        }
        // The same command may have come twice at once, and the other be kept by now.
        List<StoredEvent> kept = store.ofCommand(command.id());
        if (!kept.isEmpty()) {
            return again(command, kept);
        }
        if (version != command.expectedVersion() && !refusals.equals(NO_SUCH_REFERRAL)) {
            throw new ConcurrentChangeException(command.expectedVersion(), version);
        }
        return new Refused(refusals);
    }

    /**
     * {@return a referral; empty where there is none}
     *
     * @param id its id
     */
    public Optional<Referral> find(ReferralId id) {
        return rebuild(id, store.read(id.value()), codec.forOneTask());
    }

    /**
     * {@return a referral for somebody to look at, after it was kept that they do; empty where there is none, or where
     * they are a provider, who gets {@link #viewOutgoing} only}
     *
     * @param look an id of this look; the same id is kept once
     * @param id a referral's id
     * @param actor who looks
     * @param purpose what for, for example {@code sharing-purposes:referral}
     */
    public Optional<Referral> view(String look, ReferralId id, Actor actor, ConceptRef purpose) {
        return actor.role() == Role.PROVIDER ? Optional.empty() : logged(look, find(id), actor, purpose);
    }

    /**
     * {@return what a provider may see of a referral, after it was kept that they look; empty where there is no such
     * referral, where another organisation was asked, or where nothing may be shared now}
     *
     * @param look an id of this look; the same id is kept once
     * @param id a referral's id
     * @param provider who looks
     * @param purpose what for, for example {@code sharing-purposes:referral}
     */
    public Optional<OutgoingReferral> viewOutgoing(String look, ReferralId id, Actor provider, ConceptRef purpose) {
        return logged(
                        look,
                        find(id).filter(known -> known.organisation().equals(provider.organisation())),
                        provider,
                        purpose)
                .flatMap(known -> known.outgoing(LocalDate.ofInstant(clock.instant(), LONDON)));
    }

    /** {@return every referral in the store, in the order of their drafts} */
    public List<Referral> all() {
        Map<String, List<StoredEvent>> streams = new LinkedHashMap<>();
        long last = 0;
        List<StoredEvent> page = store.after(last, PAGE);
        while (!page.isEmpty()) {
            for (StoredEvent event : page) {
                streams.computeIfAbsent(event.stream(), s -> new ArrayList<>()).add(event);
                last = event.sequence();
            }
            page = store.after(last, PAGE);
        }
        List<Referral> all = new ArrayList<>(streams.size());
        streams.forEach((stream, events) ->
                rebuild(new ReferralId(stream), events, codec.forOneTask()).ifPresent(all::add));
        return List.copyOf(all);
    }

    /**
     * {@return the referrals of a resident, in the order of their drafts}
     *
     * @param resident the resident
     */
    public List<Referral> of(ResidentRef resident) {
        return store.streamsOf(resident.token()).stream()
                .map(stream -> find(new ReferralId(stream)))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * {@return the ids of the services that were asked for the same need before: by this referral, by those that it
     * follows, and by those that follow the same}
     *
     * @param referral a referral
     */
    public Set<String> tried(Referral referral) {
        Set<String> tried = new LinkedHashSet<>();
        List<Referral> ofResident = of(referral.resident());
        Set<ReferralId> family = family(referral, ofResident);
        for (Referral other : ofResident) {
            if (family.contains(other.id())) {
                tried.add(other.service());
            }
        }
        return tried;
    }

    /**
     * {@return services to ask next, the best first, without those that were tried}
     *
     * @param referral a referral that did not lead to help
     * @param directory finds services for needs
     */
    public List<String> suggestNext(Referral referral, ServiceSuggestions directory) {
        Set<String> tried = tried(referral);
        return directory.suggest(referral.needs(), tried).stream()
                .filter(service -> !tried.contains(service))
                .toList();
    }

    /**
     * {@return the draft of a referral to another service that says what this one said, so that the resident tells the
     * story once} What may be shared with the other organisation has to be asked for anew.
     *
     * @param referral a referral
     * @param service the id of the other service
     * @param organisation the id of the organisation that gives it
     * @param route {@link Route#RE_REFERRAL}, {@link Route#SPLIT} or {@link Route#FURTHER_ASSESSMENT}
     */
    public static ReferralEvent.Drafted draftFrom(Referral referral, String service, String organisation, Route route) {
        return new ReferralEvent.Drafted(
                referral.resident(),
                service,
                organisation,
                route,
                referral.id(),
                referral.needs(),
                referral.area().orElse(null),
                referral.groups(),
                referral.content(),
                referral.safeContact().orElse(null));
    }

    /**
     * Splits a referral to several services: a draft for each that says what this one said, and the split itself. Where it
     * breaks off, send it again with the same command id: what is done already is not done twice.
     *
     * @param command an id of this split; the drafts' ids are made from it
     * @param referral the referral to split, accepted or in progress
     * @param linkWorker who splits it
     * @param services ids of the services, each with the id of the organisation that gives it, at least two
     * @return the referral after the split, or every rule that forbids it
     */
    public CommandOutcome split(String command, Referral referral, Actor linkWorker, Map<String, String> services) {
        List<ReferralId> parts = new ArrayList<>();
        for (Map.Entry<String, String> service : services.entrySet()) {
            ReferralId part = new ReferralId(command + "-" + (parts.size() + 1));
            ReferralEvent draft = draftFrom(referral, service.getKey(), service.getValue(), Route.SPLIT);
            CommandOutcome outcome = handle(new Command("draft-" + part, part, 0, linkWorker, draft));
            if (outcome instanceof Refused) {
                return outcome;
            }
            parts.add(part);
        }
        return handle(
                new Command(command, referral.id(), referral.version(), linkWorker, new ReferralEvent.Split(parts)));
    }

    /**
     * {@return the event that sends a draft, with the fields that leave by its permission; empty fields where there is
     * no permission, which {@link #handle} then refuses}
     *
     * @param draft a draft
     */
    public ReferralEvent.Requested request(Referral draft) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), LONDON);
        return new ReferralEvent.Requested(draft.permission()
                .map(granted -> granted.fieldsFor(draft.organisation(), today))
                .orElse(Set.of()));
    }

    /** Every rule that forbids a command, whatever version it expects. */
    private List<Refusal> check(Command command, @Nullable Referral known, Instant now) {
        if (known == null && !(command.event() instanceof ReferralEvent.Drafted)) {
            return NO_SUCH_REFERRAL;
        }
        List<Refusal> refusals = new ArrayList<>(guards.check(known, command.actor(), command.event(), now));
        if (command.event() instanceof ReferralEvent.Drafted draft) {
            refusals.addAll(checkDuplicate(draft));
        } else if (command.event() instanceof ReferralEvent.Split split) {
            refusals.addAll(checkParts(command.referral(), split));
        }
        return refusals;
    }

    private CommandOutcome keep(Command command, @Nullable Referral known, Instant now, EventCodec task) {
        Happened first = happened(command.actor(), known == null ? 1 : known.version() + 1, now, command.event());
        Referral changed = known == null
                ? Referral.rebuild(command.referral(), List.of(first), policy)
                : known.with(List.of(first));
        String subject = changed.resident().token();
        List<ReferralEvent> all = new ArrayList<>(List.of(command.event()));
        all.addAll(Reactions.to(changed, command.id(), command.event()));
        List<NewEvent> events = new ArrayList<>();
        try {
            for (ReferralEvent event : all) {
                Actor actor = events.isEmpty() ? command.actor() : Actor.SYSTEM;
                events.add(task.encode(command.referral(), subject, actor, now, event));
            }
        } catch (KeyDestroyedException e) {
            return refused(Rule.ERASED, "the resident's data were erased, so that nothing can be added");
        }
        Appended kept =
                store.append(new Append(command.referral().value(), command.expectedVersion(), command.id(), events));
        if (kept.before()) {
            return again(command, kept.events());
        }
        List<Happened> more = IntStream.range(0, all.size())
                .mapToObj(i -> EventCodec.kept(kept.events().get(i), all.get(i)))
                .toList();
        return new Done(known == null ? Referral.rebuild(command.referral(), more, policy) : known.with(more), false);
    }

    private Optional<Referral> logged(String look, Optional<Referral> found, Actor actor, ConceptRef purpose) {
        found.ifPresent(referral -> new AccessLog(store, clock)
                .record(
                        look,
                        referral.id().value(),
                        referral.resident().token(),
                        actor.id(),
                        actor.role().name(),
                        purpose));
        return found;
    }

    private CommandOutcome again(Command command, List<StoredEvent> kept) {
        return find(command.referral())
                .filter(known -> kept.get(0).stream().equals(known.id().value()))
                .<CommandOutcome>map(known -> new Done(known, true))
                .orElseGet(() -> refused(
                        Rule.UNKNOWN_REFERRAL,
                        "the command's id was used for another referral; every command needs its own"));
    }

    private List<Refusal> checkDuplicate(ReferralEvent.Drafted draft) {
        boolean same = of(draft.resident()).stream()
                .anyMatch(other -> other.service().equals(draft.service())
                        && !other.state().isFinal());
        String words = "the same service is asked for the same resident already, in a referral that is open";
        return same ? List.of(new Refusal(Rule.DUPLICATE, words)) : List.of();
    }

    private List<Refusal> checkParts(ReferralId whole, ReferralEvent.Split split) {
        boolean all = split.parts().stream()
                .allMatch(part -> find(part).flatMap(Referral::basedOn).equals(Optional.of(whole)));
        String words = "every part of a split must be a referral that is based on the whole";
        return all ? List.of() : List.of(new Refusal(Rule.UNKNOWN_REFERRAL, words));
    }

    private Optional<Referral> rebuild(ReferralId id, List<StoredEvent> events, EventCodec task) {
        boolean isReferral =
                !events.isEmpty() && events.get(0).type().equals(ReferralEvent.Drafted.class.getSimpleName());
        return isReferral
                ? Optional.of(
                        Referral.rebuild(id, events.stream().map(task::decode).toList(), policy))
                : Optional.empty();
    }

    /** All that hang together by {@code basedOn}, in both directions. */
    private static Set<ReferralId> family(Referral referral, List<Referral> all) {
        Set<ReferralId> family = new LinkedHashSet<>(Set.of(referral.id()));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Referral other : all) {
                ReferralId before = other.basedOn().orElse(null);
                boolean related = family.contains(other.id()) || (before != null && family.contains(before));
                if (related) {
                    grew |= family.add(other.id());
                    grew |= before != null && family.add(before);
                }
            }
        }
        return family;
    }

    private static Happened happened(Actor actor, long version, Instant at, ReferralEvent event) {
        return new Happened(version, at, actor.id(), actor.role(), event);
    }

    private static CommandOutcome refused(Rule rule, String words) {
        return new Refused(List.of(new Refusal(rule, words)));
    }

    /** What it is now. */
    Instant now() {
        return Objects.requireNonNull(clock.instant());
    }
}
