package london.loti.referral.message;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;

import london.loti.model.finding.Require;
import london.loti.model.need.ConceptRef;
import london.loti.model.privacy.Sensitive;
import london.loti.referral.journey.Actor;
import london.loti.referral.journey.Command;
import london.loti.referral.journey.CommandOutcome;
import london.loti.referral.journey.DeadlinePolicy;
import london.loti.referral.journey.OutgoingReferral;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralId;
import london.loti.referral.journey.ReferralState;
import london.loti.referral.journey.Referrals;
import london.loti.referral.journey.Refusal;
import london.loti.referral.journey.Role;
import london.loti.referral.store.ConcurrentChangeException;

/**
 * Links for providers without a system: whoever has one sees what the permission lets the provider see, and can answer
 * once. A link holds opaque ids, its purpose, its end and a signature, and nothing about anybody; it is kept nowhere, only
 * that it was made.
 *
 * <p><b>What makes it safe.</b> A link that was guessed, changed, spent, taken back or is too old, and one whose permission
 * was withdrawn or whose referral is paused, are refused alike, with {@link #REFUSED}. The signature has 256 bits, so that
 * guessing is hopeless at any rate. Whoever has the link is taken for the provider: send it to one mailbox, and have the
 * page ask for nothing that the link does not tell.
 *
 * <p><b>One answer.</b> An answer is two commands: the link is spent, then the answer is kept. Both have ids made from the
 * link's, so that of any number of answers, also at one time, one is kept at most. Where the process dies between the two,
 * or the answer breaks a rule, the link stays good for the answer that is still owing, until it expires.
 *
 * <p>Immutable and thread-safe.
 */
public final class ProviderLinks {
    /** What whoever brings a link that does not work is told, whatever the reason. */
    public static final String REFUSED =
            "This link does not work any more. Please ask the council for a new one if you need it.";

    private static final ConceptRef REFERRAL = ConceptRef.parse("sharing-purposes:referral");
    private static final int ATTEMPTS = 50;

    private final Referrals referrals;
    private final LinkKeys keys;
    private final Clock clock;
    private final String page;
    private final Duration life;

    private ProviderLinks(Referrals referrals, LinkKeys keys, Clock clock, String page, Duration life) {
        this.referrals = referrals;
        this.keys = keys;
        this.clock = clock;
        this.page = page;
        this.life = life;
    }

    /** What a link is good for. */
    public enum Purpose {
        /** To say whether the provider will help. */
        ANSWER,
        /** To say what became of it. */
        REPORT;

        /** {@return the kinds of event that can be answered} */
        public Set<Class<? extends ReferralEvent>> answers() {
            return this == ANSWER
                    ? Set.of(ReferralEvent.Accepted.class, ReferralEvent.Rejected.class, ReferralEvent.WaitListed.class)
                    : Set.of(ReferralEvent.Started.class, ReferralEvent.Completed.class, ReferralEvent.Failed.class);
        }
    }

    /**
     * A link.
     *
     * @param id its id, by which it can be taken back
     * @param expires when it stops working
     * @param address the address of the page with the link's token; whoever has it can use it
     */
    public record Link(String id, Instant expires, Sensitive<String> address) {}

    /**
     * What became of an answer through a link that works.
     *
     * @param state how things stand now
     * @param refusals why the answer was not kept; none where it was
     */
    public record Answered(ReferralState state, List<Refusal> refusals) {
        /**
         * Copies the list.
         *
         * @param state how things stand now
         * @param refusals why the answer was not kept; none where it was
         */
        public Answered {
            Objects.requireNonNull(state, "an answer needs a 'state'");
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * {@return links to a page}
     *
     * @param referrals the referrals
     * @param keys the keys to sign with
     * @param clock tells when a link is too old
     * @param page the page that shows a referral by a link, over https; the token follows it directly, so that it ends in
     *     {@code /}, {@code =} or {@code #}
     * @param policy says how long a link works
     * @throws IllegalArgumentException if the page is another kind of address
     */
    public static ProviderLinks of(
            Referrals referrals, LinkKeys keys, Clock clock, String page, DeadlinePolicy policy) {
        Require.text(page, "links need a 'page'");
        boolean good = page.startsWith("https://")
                && page.matches("\\S+[/=#]")
                && URI.create(page).getHost() != null;
        if (!good) {
            throw new IllegalArgumentException("the page of links must be an https address that ends in /, = or #");
        }
        return new ProviderLinks(referrals, keys, clock, page, Duration.ofDays(policy.linkDays()));
    }

    /**
     * Makes a link. The same command makes the same link.
     *
     * @param command an id of this wish
     * @param id the referral
     * @param purpose what it is good for
     * @param actor who makes it: a referrer, a link worker, or {@link Actor#SYSTEM}
     * @return the link; empty where there is no open referral, its link was used up already, or the actor may not
     */
    public Optional<Link> issue(String command, ReferralId id, Purpose purpose, Actor actor) {
        String link = Command.idFrom("link", command, id.value(), purpose.name());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Referral referral = referrals.find(id).orElse(null);
            if (referral == null) {
                return Optional.empty();
            }
            Instant expires = referral.openLinks().get(link);
            if (expires != null) {
                return Optional.of(written(link, id, purpose, expires));
            }
            if (isIssued(referral, link)) {
                return Optional.empty();
            }
            Instant until = clock.instant().plus(life).truncatedTo(ChronoUnit.SECONDS);
            ReferralEvent event = new ReferralEvent.LinkIssued(link, until);
            try {
                Command wish = new Command(link + ".made", id, referral.version(), actor, event);
                if (referrals.handle(wish) instanceof CommandOutcome.Refused) {
                    return Optional.empty();
                }
            } catch (ConcurrentChangeException e) {
                // Somebody else was quicker: read again.
            }
        }
        return Optional.empty();
    }

    /**
     * Takes a link back.
     *
     * @param command an id of this wish
     * @param id the referral
     * @param link the link's id
     * @param actor who takes it back
     * @return the referral as it is now, or why not
     * @throws ConcurrentChangeException if somebody else changed the referral at the same time; try again
     */
    public CommandOutcome revoke(String command, ReferralId id, String link, Actor actor) {
        long version = referrals.find(id).map(Referral::version).orElse(0L);
        return referrals.handle(new Command(command, id, version, actor, new ReferralEvent.LinkRevoked(link)));
    }

    /**
     * {@return what the provider may see; empty where the link does not work, whatever the reason} That somebody looked is
     * kept first.
     *
     * @param look an id of this look
     * @param token the token, as it came from outside
     */
    public Optional<OutgoingReferral> open(String look, String token) {
        return good(token).flatMap(good -> referrals.viewOutgoing(look, good.referral(), actor(good), REFERRAL));
    }

    /**
     * Answers through a link, once.
     *
     * @param token the token, as it came from outside
     * @param answer one of the kinds of event that the link is good for
     * @return what became of it; empty where the link does not work, whatever the reason
     */
    public Optional<Answered> answer(String token, ReferralEvent answer) {
        LinkToken good = good(token).orElse(null);
        if (good == null || !good.purpose().answers().contains(answer.getClass())) {
            return Optional.empty();
        }
        CommandOutcome spent = handle(good, ".used", new ReferralEvent.LinkUsed(good.link()));
        if (spent instanceof CommandOutcome.Refused) {
            return Optional.empty();
        }
        return handle(good, ".answer", answer)
                .fold(
                        done -> Optional.of(new Answered(done.referral().state(), List.of()))
                                .filter(kept -> done.referral().history().stream()
                                        .anyMatch(happened -> happened.actor().equals(actorId(good.link()))
                                                && happened.event().equals(answer))),
                        refused -> referrals
                                .find(good.referral())
                                .map(now -> new Answered(now.state(), refused.refusals())));
    }

    private CommandOutcome handle(LinkToken token, String suffix, ReferralEvent event) {
        ConcurrentChangeException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long version =
                    referrals.find(token.referral()).map(Referral::version).orElse(0L);
            try {
                return referrals.handle(
                        new Command(token.link() + suffix, token.referral(), version, actor(token), event));
            } catch (ConcurrentChangeException e) {
                last = e;
            }
        }
        throw Objects.requireNonNull(last);
    }

    /** A token that works now. */
    private Optional<LinkToken> good(String text) {
        return LinkToken.read(text, keys)
                .filter(token -> clock.instant().isBefore(token.expires()))
                .filter(token -> referrals
                        .find(token.referral())
                        .filter(referral -> works(referral, token))
                        .isPresent());
    }

    private boolean works(Referral referral, LinkToken token) {
        boolean open = token.expires().equals(referral.openLinks().get(token.link()));
        boolean visible = referral.outgoing(
                        clock.instant().atZone(Referrals.LONDON).toLocalDate())
                .isPresent();
        return visible && (open || isOwing(referral, token.link()));
    }

    /** Whether the link was spent, and its answer was not kept. */
    private static boolean isOwing(Referral referral, String link) {
        boolean used = referral.history().stream()
                .anyMatch(happened -> happened.event() instanceof ReferralEvent.LinkUsed e
                        && e.link().equals(link));
        boolean answered = referral.history().stream()
                .anyMatch(happened -> happened.actor().equals(actorId(link))
                        && !(happened.event() instanceof ReferralEvent.LinkUsed));
        return used && !answered;
    }

    private static boolean isIssued(Referral referral, String link) {
        return referral.history().stream()
                .anyMatch(happened -> happened.event() instanceof ReferralEvent.LinkIssued e
                        && e.link().equals(link));
    }

    private Link written(String link, ReferralId id, Purpose purpose, Instant expires) {
        String current = keys.current();
        SecretKey secret = keys.find(current)
                .orElseThrow(() -> new IllegalStateException("the current link key must be among the link keys"));
        String token = new LinkToken(current, purpose, expires, link, id).write(secret);
        return new Link(link, expires, Sensitive.of(page + token));
    }

    private Actor actor(LinkToken token) {
        String organisation =
                referrals.find(token.referral()).map(Referral::organisation).orElse(null);
        return new Actor(actorId(token.link()), Role.PROVIDER, organisation);
    }

    private static String actorId(String link) {
        return "by." + link;
    }
}
