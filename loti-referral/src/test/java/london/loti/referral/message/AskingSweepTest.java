package london.loti.referral.message;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import london.loti.model.need.ConceptRef;
import london.loti.referral.journey.Actor;
import london.loti.referral.journey.CommandOutcome;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralEvent.MessageQueued;
import london.loti.referral.journey.ReferralEvent.ResidentOutcome;
import london.loti.referral.journey.SafeContact;
import london.loti.referral.journey.UnsentMessage;

import static london.loti.referral.message.Council.ID;
import static london.loti.referral.message.Council.LINK_WORKER;
import static london.loti.referral.message.Council.MISTAKE;
import static london.loti.referral.message.Council.POST;
import static london.loti.referral.message.Council.PROVIDER;
import static london.loti.referral.message.Council.SELF;
import static london.loti.referral.message.Council.SMS;
import static london.loti.referral.message.Council.START;
import static london.loti.referral.message.Council.safe;
import static org.assertj.core.api.Assertions.assertThat;

class AskingSweepTest {
    private static final AskingPolicy POLICY = AskingPolicy.withDefaults();
    private static final ReferralEvent COMPLETED = new ReferralEvent.Completed(List.of(), null);

    private Council council = new Council();

    /** Every day is a working day here, and ends at its 24 hours. */
    private AskingSweep sweep() {
        return new AskingSweep(
                council.referrals, council.outbox(), POLICY, (from, days) -> from.plus(Duration.ofDays(days)));
    }

    private int sweepAfter(int days) {
        council.clock.set(START.plus(Duration.ofDays(days)));
        int asked = sweep().run();
        council.outbox().deliverAll();
        return asked;
    }

    private Council ended(SafeContact contact, ReferralEvent end) {
        council = new Council();
        council.requested(contact);
        council.done(PROVIDER, new ReferralEvent.Accepted(null));
        council.done(PROVIDER, end);
        council.outbox().deliverAll();
        council.sent.clear();
        return council;
    }

    private long questions() {
        return council.referral().history().stream()
                .filter(happened -> happened.event() instanceof MessageQueued queued
                        && queued.template().equals("ask-outcome"))
                .count();
    }

    @Test
    void theResidentIsAskedOnItsDayOnceMoreAndNoMore() {
        ended(safe(SMS), COMPLETED);
        assertThat(sweepAfter(POLICY.firstDays() - 1)).isZero();
        assertThat(sweepAfter(POLICY.firstDays())).isEqualTo(1);
        assertThat(council.to(Council.PHONE))
                .singleElement()
                .satisfies(message -> assertThat(message.body().reveal()).contains("Did it help?"));
        assertThat(sweepAfter(POLICY.firstDays())).as("a rerun").isZero();
        assertThat(sweepAfter(POLICY.firstDays() + POLICY.againDays() - 1)).isZero();
        assertThat(sweepAfter(POLICY.firstDays() + POLICY.againDays())).isEqualTo(1);
        assertThat(sweepAfter(59)).as("twice is enough").isZero();
        assertThat(council.to(Council.PHONE)).hasSize(POLICY.times());
    }

    @Test
    void whoHasAnsweredIsNotAskedAgain() {
        ended(safe(SMS), COMPLETED);
        sweepAfter(POLICY.firstDays());
        council.done(SELF, new ReferralEvent.OutcomeReported(ResidentOutcome.PARTLY, Council.DAY, SMS, null));
        assertThat(sweepAfter(30)).isZero();
        assertThat(questions()).isEqualTo(1);
    }

    @Test
    void aClockThatGoesBackAsksNobodyTwice() {
        ended(safe(SMS), COMPLETED);
        assertThat(sweepAfter(POLICY.firstDays())).isEqualTo(1);
        assertThat(sweepAfter(1)).isZero();
        assertThat(sweepAfter(POLICY.firstDays())).isZero();
        assertThat(sweepAfter(-400)).isZero();
        assertThat(sweepAfter(POLICY.firstDays() + 1)).isZero();
        assertThat(council.to(Council.PHONE)).hasSize(1);
    }

    @Test
    void manySweepsAtATimePutOneQuestion() {
        ended(safe(SMS), COMPLETED);
        council.clock.set(START.plus(Duration.ofDays(POLICY.firstDays())));
        int asked = java.util.stream.IntStream.range(0, 16)
                .parallel()
                .map(i -> sweep().run())
                .sum();
        assertThat(asked).isEqualTo(1);
        assertThat(questions()).isEqualTo(1);
    }

    @Test
    void aSweepThatDiesBeforeTheMessagesLeaveIsRunAgain() {
        ended(safe(SMS), COMPLETED);
        council.clock.set(START.plus(Duration.ofDays(POLICY.firstDays())));
        assertThat(sweep().run()).isEqualTo(1);
        assertThat(sweep().run()).isZero();
        council.outbox().deliverAll();
        council.outbox().deliverAll();
        assertThat(council.to(Council.PHONE)).hasSize(1);
    }

    @Test
    void nobodyIsAskedWhoMustNotBeOrWithoutAnEnd() {
        List<ReferralEvent> others = List.of(
                new ReferralEvent.Cancelled(MISTAKE, null),
                new ReferralEvent.Started(),
                new ReferralEvent.Failed(ConceptRef.parse("referral-reasons:resident-died"), null));
        for (ReferralEvent end : others) {
            ended(safe(SMS), end);
            assertThat(sweepAfter(20)).as(end.type()).isZero();
        }
        for (SafeContact contact : new SafeContact[] {
            null,
            SafeContact.NOT_AT_ALL,
            safe(),
            Council.residentOnly(POST),
            safe(ConceptRef.parse("channels:in-person"))
        }) {
            ended(contact, COMPLETED);
            assertThat(sweepAfter(20)).as(String.valueOf(contact)).isZero();
            assertThat(questions())
                    .as("nothing is queued that never can be sent")
                    .isZero();
        }
        ended(safe(SMS), COMPLETED);
        council.done(LINK_WORKER, new ReferralEvent.EnteredInError(MISTAKE));
        assertThat(sweepAfter(20)).isZero();
        ended(safe(SMS), COMPLETED);
        council.done(Council.SUPERVISOR, new ReferralEvent.PersonalDataErased("retention"));
        assertThat(sweepAfter(20)).isZero();
        ended(safe(SMS), new ReferralEvent.Failed(ConceptRef.parse("referral-reasons:at-capacity"), null));
        assertThat(sweepAfter(20)).as("that it failed is worth asking about").isEqualTo(1);
    }

    @Test
    void aConcernStopsTheQuestionUntilTheLeadReleasesIt() {
        ended(safe(SMS), COMPLETED);
        council.done(LINK_WORKER, Council.concern());
        assertThat(sweepAfter(POLICY.firstDays())).isZero();
        assertThat(questions()).isZero();
        council.done(Council.LEAD, new ReferralEvent.SafeguardingReleased(null));
        assertThat(sweepAfter(POLICY.firstDays())).isEqualTo(1);
        assertThat(council.to(Council.PHONE)).hasSize(1);
    }

    @Test
    void aQuestionWaitsForTheSafeHours() {
        ended(Council.onlyBetween(14, 16, SMS), COMPLETED);
        assertThat(sweepAfter(POLICY.firstDays())).isEqualTo(1);
        assertThat(council.to(Council.PHONE)).isEmpty();
        council.clock.set(START.plus(Duration.ofDays(POLICY.firstDays())).plus(Duration.ofHours(5)));
        assertThat(sweep().run()).as("it waits already").isZero();
        council.outbox().deliverAll();
        assertThat(council.to(Council.PHONE)).hasSizeGreaterThanOrEqualTo(1);
        assertThat(questions()).isEqualTo(1);
    }

    @Test
    void afterTheLastDayNobodyIsAsked() {
        ended(safe(SMS), COMPLETED);
        assertThat(sweepAfter(POLICY.stopDays())).isZero();
        assertThat(sweepAfter(POLICY.stopDays() - 1)).isEqualTo(1);
    }

    @Test
    void aQuestionThatFailedIsTheLinkWorkersAndCanBeSentAgain() {
        ended(safe(SMS), COMPLETED);
        MessageSender works = council.sender;
        council.sender = message -> new MessageSender.Failed("bad-number", false);
        assertThat(sweepAfter(POLICY.firstDays())).isEqualTo(1);
        assertThat(sweepAfter(30)).as("it would fail again").isZero();
        UnsentMessage unsent = council.referral().unsentMessages().get(0);
        assertThat(unsent.problem()).isEqualTo("bad-number");
        council.sender = works;
        String id = unsent.message().message();
        assertThat(council.outbox().sendAgain(ID, id)).isInstanceOf(CommandOutcome.Done.class);
        assertThat(council.referral().unsentMessages()).isEmpty();
        council.outbox().deliverAll();
        assertThat(council.outbox().sendAgain(ID, id))
                .as("pressed twice")
                .isEqualTo(new CommandOutcome.Done(council.referral(), true));
        council.outbox().deliverAll();
        assertThat(council.to(Council.PHONE)).hasSize(1);
        assertThat(council.outbox().sendAgain(ID, "never-failed")).isInstanceOf(CommandOutcome.Refused.class);
        assertThat(council.handle(LINK_WORKER, new ReferralEvent.MessageHandled(id, null)))
                .as("nothing is left to handle")
                .isInstanceOf(CommandOutcome.Refused.class);
    }

    @Test
    void whatWasHandledIsNoWorkAndAnAnswerHandlesTheQuestion() {
        ended(safe(SMS), COMPLETED);
        council.sender = message -> new MessageSender.Failed("bad-number", false);
        sweepAfter(POLICY.firstDays());
        assertThat(council.referral().unsentMessages()).hasSize(1);
        council.done(LINK_WORKER, new ReferralEvent.OutcomeReported(ResidentOutcome.HELPED, Council.DAY, SMS, null));
        assertThat(council.referral().unsentMessages()).isEmpty();
        council.done(
                Actor.SYSTEM, new MessageQueued("m", ReferralEvent.Audience.LINK_WORKER, "staff-2", "deadline-missed"));
        council.outbox().deliverAll();
        council.done(LINK_WORKER, new ReferralEvent.MessageHandled("m", null));
        assertThat(council.referral().unsentMessages()).isEmpty();
    }
}
