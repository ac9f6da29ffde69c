package london.loti.referral.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.model.governance.SharedField;
import london.loti.model.need.ConceptRef;
import london.loti.model.privacy.Sensitive;
import london.loti.referral.HandClock;
import london.loti.referral.journey.CommandOutcome.Done;
import london.loti.referral.journey.ReferralEvent.ResidentOutcome;
import london.loti.referral.store.InMemoryReferralStore;
import london.loti.referral.store.ReferralStore;

import static org.assertj.core.api.Assertions.assertThat;

/** Ten thousand residents to whom anything may happen, by anybody, in any order: what must always hold, holds. */
class RandomHistoriesTest {
    private static final int HISTORIES = 10_000;
    private static final int STEPS = 14;
    private static final List<Actor> ACTORS = List.of(
            Samples.REFERRER,
            Samples.LINK_WORKER,
            Samples.PROVIDER,
            Samples.PROVIDER,
            Samples.PROVIDER,
            Samples.OTHER_PROVIDER,
            Samples.SELF,
            Samples.LEAD,
            Samples.SUPERVISOR,
            Actor.SYSTEM);

    private final LongAdder done = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final Set<ReferralState> ends = ConcurrentHashMap.newKeySet();

    @Test
    void everyInvariantHoldsInTenThousandRandomHistories() {
        IntStream.range(0, HISTORIES).parallel().forEach(seed -> new Life(seed).live());
        assertThat(done.sum()).isGreaterThan(HISTORIES);
        assertThat(refused.sum()).isGreaterThan(HISTORIES);
        assertThat(ends).containsExactlyInAnyOrder(ReferralState.values());
    }

    /** One referral's life, and what must hold at each of its steps. */
    private final class Life {
        private final int seed;
        private final SplittableRandom random;
        private final HandClock clock = new HandClock(Samples.START);
        private final ReferralStore store = new InMemoryReferralStore();
        private final Referrals referrals = Referrals.in(store, Samples.sealer(store, clock), clock);

        Life(int seed) {
            this.seed = seed;
            this.random = new SplittableRandom(seed);
        }

        private void live() {
            Referral live = drafted();
            if (random.nextInt(4) > 0) {
                live = step(live, Samples.LINK_WORKER, Samples.permission(), -2);
                if (random.nextInt(4) > 0) {
                    live = step(live, Samples.REFERRER, referrals.request(live), -1);
                }
            }
            for (int i = 0; i < STEPS; i++) {
                clock.set(clock.instant().plus(Duration.ofHours(random.nextInt(60) - 5)));
                Actor actor = ACTORS.get(random.nextInt(ACTORS.size()));
                live = step(live, actor, event(live), i);
            }
            ends.add(live.state());
            assertThat(referrals.find(Samples.ID)).as("rebuilt, seed " + seed).contains(live);
        }

        private Referral drafted() {
            return ((Done) referrals.handle(new Command("draft", Samples.ID, 0, Samples.REFERRER, Samples.draft())))
                    .referral();
        }

        private Referral step(Referral before, Actor actor, ReferralEvent event, int number) {
            String what = "seed " + seed + ", step " + number + ", " + event.type() + " by " + actor.role();
            long length = store.head().sequence();
            CommandOutcome outcome =
                    referrals.handle(new Command("c" + number, Samples.ID, before.version(), actor, event));
            if (outcome instanceof CommandOutcome.Refused no) {
                refused.increment();
                assertThat(no.refusals()).as(what).isNotEmpty();
                assertThat(store.head().sequence()).as(what).isEqualTo(length);
                return before;
            }
            done.increment();
            Referral after = ((Done) outcome).referral();
            assertThat(Transitions.next(before.state(), event.type(), actor.role()))
                    .as(what)
                    .contains(after.state());
            check(before, after, actor, event, what);
            return after;
        }

        private void check(Referral before, Referral after, Actor actor, ReferralEvent event, String what) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), Referrals.LONDON);
            assertThat(after.history().subList(0, before.history().size()))
                    .as("history is only added to: " + what)
                    .isEqualTo(before.history());
            assertThat(after.history()).as(what).extracting(Happened::at).isSorted();
            if (event instanceof ReferralEvent.Requested request) {
                assertThat(before.permission().orElseThrow().fieldsFor(before.organisation(), today))
                        .as("sent only what is permitted: " + what)
                        .containsAll(request.sent());
                assertThat(before.isPausedForSafeguarding()).as(what).isFalse();
            }
            after.outgoing(today)
                    .ifPresent(leaves -> assertThat(
                                    after.permission().orElseThrow().request().fields())
                            .as(what)
                            .containsAll(leaves.content().values().keySet()));
            if (after.isPausedForSafeguarding() || after.isPermissionWithdrawn() || after.isErased()) {
                assertThat(after.outgoing(today)).as(what).isEmpty();
            }
            if (actor.role() == Role.PROVIDER) {
                assertThat(actor.organisation()).as(what).isEqualTo(after.organisation());
            }
            if (before.state().isFinal()) {
                assertThat(after.state()).as(what).isIn(before.state(), ReferralState.ENTERED_IN_ERROR);
            }
            assertThat(after.waitingPlace().isPresent()).as(what).isEqualTo(after.state() == ReferralState.WAITING);
            assertThat(after.openMessages()).as(what).doesNotHaveDuplicates();
            assertThat(after.unsentMessages())
                    .extracting(UnsentMessage::message)
                    .as("what waits has not failed: " + what)
                    .noneMatch(after.openMessages()::contains);
        }

        private ReferralEvent event(Referral live) {
            Instant now = clock.instant();
            LocalDate today = LocalDate.ofInstant(now, Referrals.LONDON);
            ConceptRef reason = Samples.AT_CAPACITY;
            List<ReferralEvent> choices = new ArrayList<>(List.of(
                    new ReferralEvent.Amended(List.of(), ReferralContent.EMPTY.with(SharedField.NAME, "Ash"), null),
                    Samples.permission(
                            Samples.RESIDENT,
                            Set.of("org-online"),
                            EnumSet.of(SharedField.NAME, SharedField.PHONE),
                            today),
                    new ReferralEvent.PermissionWithdrawn(null),
                    referrals.request(live),
                    new ReferralEvent.WaitListed(1 + random.nextInt(9), today.plusDays(random.nextInt(40) - 2)),
                    new ReferralEvent.Accepted(null),
                    new ReferralEvent.Rejected(reason, Sensitive.of("full until spring")),
                    new ReferralEvent.WaitExpired(),
                    new ReferralEvent.Started(),
                    new ReferralEvent.Held(reason, null),
                    new ReferralEvent.Resumed(),
                    new ReferralEvent.Completed(List.of(), null),
                    new ReferralEvent.Failed(reason, null),
                    new ReferralEvent.Split(List.of(new ReferralId("part-1"), new ReferralId("part-2"))),
                    new ReferralEvent.ContactAttempted(
                            Samples.TELEPHONE, ConceptRef.parse("contact-outcomes:no-answer"), null),
                    new ReferralEvent.OutcomeReported(
                            random.nextBoolean() ? ResidentOutcome.HELPED : ResidentOutcome.NOT_REACHED,
                            today,
                            Samples.TELEPHONE,
                            null),
                    new ReferralEvent.SafeguardingReleased(null),
                    new ReferralEvent.DeadlineMissed(Deadline.Kind.ANSWER, now),
                    new ReferralEvent.HandedOver("staff-77", null),
                    new ReferralEvent.LinkIssued("link-" + random.nextInt(3), now.plus(Duration.ofHours(30))),
                    new ReferralEvent.LinkUsed("link-" + random.nextInt(3)),
                    new ReferralEvent.LinkRevoked("link-" + random.nextInt(3)),
                    new ReferralEvent.LegalHoldPlaced("matter-1"),
                    new ReferralEvent.LegalHoldLifted("matter-1")));
            if (random.nextInt(3) == 0) {
                choices.addAll(List.of(
                        new ReferralEvent.Cancelled(reason, null),
                        new ReferralEvent.EnteredInError(reason),
                        new ReferralEvent.SafeguardingRaised(
                                ConceptRef.parse("safeguarding-concerns:self-neglect"),
                                now.plus(Duration.ofHours(4)),
                                null),
                        new ReferralEvent.PersonalDataErased("retention")));
            }
            live.openMessages().stream()
                    .findFirst()
                    .ifPresent(open -> choices.add(
                            switch (random.nextInt(3)) {
                                case 0 -> new ReferralEvent.MessageSent(open.message(), Samples.TELEPHONE);
                                case 1 -> new ReferralEvent.MessageFailed(open.message(), "bad-address");
                                default ->
                                    new ReferralEvent.MessageWithheld(
                                            open.message(), ReferralEvent.Withheld.NO_ADDRESS);
                            }));
            live.unsentMessages().stream()
                    .findFirst()
                    .ifPresent(unsent -> choices.add(
                            new ReferralEvent.MessageHandled(unsent.message().message(), null)));
            return choices.get(random.nextInt(choices.size()));
        }
    }
}
