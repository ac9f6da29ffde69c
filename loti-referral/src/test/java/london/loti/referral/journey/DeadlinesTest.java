package london.loti.referral.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import london.loti.model.need.ConceptRef;
import london.loti.referral.HandClock;
import london.loti.referral.journey.Deadline.Kind;
import london.loti.referral.journey.ReferralEvent.ResidentOutcome;
import london.loti.referral.store.InMemoryReferralStore;

import static london.loti.referral.journey.Samples.ID;
import static london.loti.referral.journey.Samples.LEAD;
import static london.loti.referral.journey.Samples.LINK_WORKER;
import static london.loti.referral.journey.Samples.PROVIDER;
import static london.loti.referral.journey.Samples.REFERRER;
import static london.loti.referral.journey.Samples.SELF;
import static london.loti.referral.journey.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;

class DeadlinesTest {
    /** Every day is a working day here, and ends at its 24 hours. */
    private static final WorkingTime EVERY_DAY = (from, days) -> from.plus(Duration.ofDays(days));

    private final InMemoryReferralStore store = new InMemoryReferralStore();
    private final HandClock clock = new HandClock(Samples.START);
    private final Referrals referrals = Referrals.in(store, Samples.sealer(store, clock), clock);
    private final Deadlines deadlines = Deadlines.of(DeadlinePolicy.withDefaults(), EVERY_DAY);
    private final DeadlineSweep sweep = new DeadlineSweep(referrals, deadlines);
    private final AtomicInteger commands = new AtomicInteger();

    private Referral done(Actor actor, ReferralEvent event) {
        long version = referrals.find(ID).map(Referral::version).orElse(0L);
        return referrals
                .handle(new Command("c" + commands.incrementAndGet(), ID, version, actor, event))
                .fold(CommandOutcome.Done::referral, refused -> {
                    throw new AssertionError(refused.refusals().toString());
                });
    }

    private Referral requested() {
        done(REFERRER, Samples.draft());
        return done(REFERRER, referrals.request(done(LINK_WORKER, Samples.permission())));
    }

    private List<Deadline> open() {
        return deadlines.open(referrals.find(ID).orElseThrow());
    }

    private static Deadline due(Kind kind, int days) {
        return new Deadline(kind, START.plus(Duration.ofDays(days)));
    }

    @Test
    void everyStepHasItsDeadlineAndNoMore() {
        done(REFERRER, Samples.draft());
        assertThat(open()).isEmpty();
        done(REFERRER, referrals.request(done(LINK_WORKER, Samples.permission())));
        assertThat(open()).containsExactly(due(Kind.ANSWER, 3));
        done(PROVIDER, new ReferralEvent.Accepted(null));
        assertThat(open()).containsExactly(due(Kind.FIRST_CONTACT, 5));
        done(
                PROVIDER,
                new ReferralEvent.ContactAttempted(
                        Samples.TELEPHONE, ConceptRef.parse("contact-outcomes:no-answer"), null));
        assertThat(open()).as("nobody answered").containsExactly(due(Kind.FIRST_CONTACT, 5));
        done(
                PROVIDER,
                new ReferralEvent.ContactAttempted(
                        Samples.TELEPHONE, ConceptRef.parse("contact-outcomes:reached"), null));
        assertThat(open()).isEmpty();
        done(PROVIDER, new ReferralEvent.Completed(List.of(), null));
        assertThat(open()).containsExactly(due(Kind.ASK_RESIDENT, 10));
        done(SELF, new ReferralEvent.OutcomeReported(ResidentOutcome.NOT_HELPED, Samples.DAY, Samples.TELEPHONE, null));
        assertThat(open()).isEmpty();
    }

    @Test
    void theMostUrgentComesFirstAndSafetyDoesNotWaitForWorkingDays() {
        requested();
        done(
                REFERRER,
                new ReferralEvent.SafeguardingRaised(
                        ConceptRef.parse("safeguarding-concerns:self-neglect"), START.plus(Duration.ofHours(4)), null));
        assertThat(open()).extracting(Deadline::kind).containsExactly(Kind.SAFEGUARDING, Kind.ANSWER);
        done(LEAD, new ReferralEvent.SafeguardingReleased(null));
        assertThat(open()).extracting(Deadline::kind).containsExactly(Kind.ANSWER);
    }

    @Test
    void whatIsLateIsToldToTheLinkWorkerOnce() {
        requested();
        clock.set(START.plus(Duration.ofDays(3)).minusMillis(1));
        assertThat(sweep.run()).isZero();
        clock.set(START.plus(Duration.ofDays(3)));
        assertThat(sweep.run()).isEqualTo(1);
        assertThat(sweep.run()).isZero();
        Referral late = referrals.find(ID).orElseThrow();
        assertThat(late.state()).as("late, and not lost").isEqualTo(ReferralState.REQUESTED);
        assertThat(late.openMessages())
                .filteredOn(message -> message.template().equals("deadline-missed"))
                .extracting(ReferralEvent.MessageQueued::audience)
                .containsExactly(ReferralEvent.Audience.LINK_WORKER);
    }

    @Test
    void aPlaceOnAWaitingListEndsWithItsLastDay() {
        requested();
        LocalDate last = Samples.DAY.plusDays(20);
        done(PROVIDER, new ReferralEvent.WaitListed(7, last));
        Instant midnight = last.plusDays(1).atStartOfDay(Referrals.LONDON).toInstant();
        clock.set(midnight.minusMillis(1));
        assertThat(sweep.run()).isZero();
        clock.set(midnight);
        assertThat(sweep.run()).isEqualTo(1);
        Referral ended = referrals.find(ID).orElseThrow();
        assertThat(ended.state()).isEqualTo(ReferralState.REJECTED);
        assertThat(sweep.run()).isZero();
    }

    @Test
    void firstContactIsTalkOrHelpAndNotAnAcceptance() {
        requested();
        assertThat(Deadlines.firstContact(done(PROVIDER, new ReferralEvent.Accepted(null))))
                .isEmpty();
        clock.set(START.plus(Duration.ofDays(2)));
        assertThat(Deadlines.firstContact(done(PROVIDER, new ReferralEvent.Started())))
                .contains(START.plus(Duration.ofDays(2)));
    }
}
