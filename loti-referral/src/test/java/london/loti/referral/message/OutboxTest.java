package london.loti.referral.message;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import london.loti.model.need.ConceptRef;
import london.loti.referral.journey.Actor;
import london.loti.referral.journey.CommandOutcome;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralEvent.Audience;
import london.loti.referral.journey.ReferralEvent.MessageQueued;
import london.loti.referral.journey.ReferralId;
import london.loti.referral.journey.Route;
import london.loti.referral.journey.SafeContact;
import london.loti.referral.message.OutboxReport.State;
import london.loti.referral.store.StoreException;

import static london.loti.referral.message.Council.ID;
import static london.loti.referral.message.Council.LEAD;
import static london.loti.referral.message.Council.LINK_WORKER;
import static london.loti.referral.message.Council.MISTAKE;
import static london.loti.referral.message.Council.POST;
import static london.loti.referral.message.Council.PROVIDER;
import static london.loti.referral.message.Council.REFERRER;
import static london.loti.referral.message.Council.SMS;
import static london.loti.referral.message.Council.START;
import static london.loti.referral.message.Council.SUPERVISOR;
import static london.loti.referral.message.Council.TELEPHONE;
import static london.loti.referral.message.Council.safe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OutboxTest {
    private final Council council = new Council();

    private static String body(OutgoingMessage message) {
        return message.body().reveal();
    }

    private OutboxReport deliver() {
        return council.outbox().deliverAll();
    }

    @Test
    void sendsWhatWaitsAndKeepsThatItDid() {
        council.requested(safe(SMS));
        OutboxReport report = deliver();
        assertThat(report.sent()).isEqualTo(2);
        assertThat(report.lines()).isEmpty();
        assertThat(council.referral().openMessages()).isEmpty();
        assertThat(council.ends()).containsExactly("sent");
        assertThat(council.to(Council.PHONE)).hasSize(1).allSatisfy(message -> {
            assertThat(message.channel()).isEqualTo(SMS);
            assertThat(body(message)).contains("Online Basics", "Hollowbrook Council");
        });
        assertThat(deliver().sent()).as("nothing twice").isZero();
        assertThat(council.sent).hasSize(2);
    }

    @Test
    void aProviderReadsNothingAboutTheResident() {
        council.byLink = true;
        council.requested(safe(SMS));
        deliver();
        council.done(LINK_WORKER, new ReferralEvent.Cancelled(MISTAKE, null));
        deliver();
        assertThat(council.to(Council.TEAM_MAIL)).hasSize(2).allSatisfy(message -> {
            assertThat(body(message)).doesNotContain(Council.CANARIES.toArray(new String[0]));
            assertThat(body(message)).doesNotContain("no-device", "svc-online");
        });
        assertThat(body(council.to(Council.TEAM_MAIL).get(0))).contains("https://referrals.example/r#");
    }

    @Test
    void theFirstSafeChannelThatCanBeUsedIsUsed() {
        council.requested(safe(ConceptRef.parse("channels:in-person"), POST, SMS));
        deliver();
        assertThat(council.to(Council.STREET))
                .hasSize(1)
                .allSatisfy(message ->
                        assertThat(message.to().reveal()).isEqualTo(Council.STREET + "\n" + Council.POSTCODE));
        assertThat(council.to(Council.PHONE)).isEmpty();
    }

    @Test
    void whereNobodyAskedNobodyWrites() {
        council.requested(null);
        assertThat(deliver().lines()).extracting(OutboxReport.Line::why).containsExactly("NO_SAFE_CONTACT_KNOWN");
        assertThat(council.sent).hasSize(1);
    }

    @Test
    void whoMustNotBeContactedIsNot() {
        council.requested(SafeContact.NOT_AT_ALL);
        deliver();
        assertThat(council.ends()).containsExactly("MUST_NOT_CONTACT", "sent");
    }

    @Test
    void whereNoChannelIsSafeNothingIsSent() {
        council.requested(safe(ConceptRef.parse("channels:home-visit")));
        deliver();
        assertThat(council.ends()).containsExactly("NO_SAFE_CHANNEL", "sent");
    }

    @Test
    void aLetterIsNotForWhoeverOpensIt() {
        council.requested(Council.residentOnly(POST));
        deliver();
        assertThat(council.ends()).containsExactly("NOT_FOR_OTHER_EYES", "sent");
    }

    /** London is an hour ahead of UTC until 25 October 2026, and not in November. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-02T13:59:00Z, false",
        "2026-11-02T14:00:00Z, true",
        "2026-11-02T16:00:00Z, true",
        "2026-11-02T16:01:00Z, false",
        "2027-06-02T12:59:00Z, false",
        "2027-06-02T13:00:00Z, true",
        "2027-06-02T15:00:00Z, true",
        "2027-06-02T15:01:00Z, false"
    })
    void outsideTheSafeHoursItWaits(Instant at, boolean goes) {
        council.requested(Council.onlyBetween(14, 16, SMS));
        council.clock.set(at);
        OutboxReport report = deliver();
        assertThat(council.to(Council.PHONE)).hasSize(goes ? 1 : 0);
        if (!goes) {
            assertThat(report.lines()).extracting(OutboxReport.Line::why).contains("outside-safe-hours");
            assertThat(council.referral().openMessages())
                    .extracting(MessageQueued::audience)
                    .containsExactly(Audience.RESIDENT);
        }
    }

    @Test
    void withdrawalStopsWhatWaitsAndTellsTheProviderToStop() {
        council.requested(safe(SMS));
        council.done(LINK_WORKER, new ReferralEvent.PermissionWithdrawn(null));
        deliver();
        assertThat(council.ends()).containsExactly("NO_PERMISSION", "sent");
        assertThat(council.to(Council.TEAM_MAIL))
                .hasSize(1)
                .allSatisfy(message -> assertThat(body(message)).contains("can no longer share", "ref-1"));
    }

    @Test
    void aPermissionThatEndedBeforeSendingSharesNothing() {
        council.requested(safe(SMS));
        council.clock.set(START.plus(Duration.ofDays(91)));
        deliver();
        assertThat(council.ends()).containsExactly("NO_PERMISSION", "sent");
        assertThat(council.to(Council.TEAM_MAIL)).isEmpty();
    }

    @Test
    void aConcernStopsAllButTheLeadUntilTheLeadReleasesIt() {
        council.requested(safe(SMS));
        council.done(LINK_WORKER, Council.concern());
        OutboxReport paused = deliver();
        assertThat(paused.sent()).isEqualTo(1);
        assertThat(council.sent)
                .hasSize(1)
                .allSatisfy(message -> assertThat(body(message)).contains("urgent"));
        assertThat(paused.lines()).extracting(OutboxReport.Line::why).containsExactly("safeguarding", "safeguarding");
        council.done(LEAD, new ReferralEvent.SafeguardingReleased(null));
        assertThat(deliver().sent()).isEqualTo(2);
        assertThat(council.to(Council.PHONE)).hasSize(1);
    }

    @Test
    void afterAnErasureOnlyTheNoticeToStopGoes() {
        council.requested(safe(SMS));
        council.done(LINK_WORKER, new ReferralEvent.Cancelled(MISTAKE, null));
        council.done(SUPERVISOR, new ReferralEvent.PersonalDataErased("rule-1"));
        deliver();
        assertThat(council.ends()).containsExactly("ERASED", "sent");
        assertThat(council.sent)
                .hasSize(1)
                .allSatisfy(message -> assertThat(body(message)).contains("has stopped"));
    }

    @Test
    void whatWasEnteredInErrorIsNotToldToTheResidentAndTheProviderIsToldToStop() {
        council.requested(safe(SMS));
        council.done(REFERRER, new ReferralEvent.EnteredInError(MISTAKE));
        deliver();
        assertThat(council.referral().openMessages()).isEmpty();
        assertThat(council.ends()).containsExactly("OUT_OF_DATE", "sent");
        assertThat(council.to(Council.TEAM_MAIL)).hasSize(1);
        assertThat(council.to(Council.PHONE)).isEmpty();
    }

    @Test
    void nobodyWritesToTheDead() {
        council.requested(safe(POST));
        council.done(PROVIDER, new ReferralEvent.Rejected(ConceptRef.parse("referral-reasons:resident-died"), null));
        council.outbox().askResident(ID);
        deliver();
        assertThat(council.to(Council.STREET)).isEmpty();
        assertThat(council.ends()).contains("MUST_NOT_CONTACT");
    }

    @Test
    void aResidentWhoReferredThemselvesIsReachedByWhatIsSafeOnly() {
        council.done(Council.SELF, Council.draft(Route.SELF, SafeContact.NOT_AT_ALL));
        council.done(LINK_WORKER, Council.permission());
        council.done(Council.SELF, council.referrals.request(council.referral()));
        council.done(PROVIDER, new ReferralEvent.Accepted(null));
        council.done(Actor.SYSTEM, new MessageQueued("own-1", Audience.REFERRER, "resident", "referral-accepted"));
        deliver();
        assertThat(council.sent).as("the provider alone").hasSize(1);
        assertThat(council.ends()).containsExactly("MUST_NOT_CONTACT", "NO_ADDRESS", "sent");
    }

    @Test
    void residentIsAskedOnce() {
        council.requested(safe(TELEPHONE));
        deliver();
        assertThat(council.outbox().askResident(ID)).isInstanceOf(CommandOutcome.Done.class);
        assertThat(council.outbox().askResident(ID)).isEqualTo(new CommandOutcome.Done(council.referral(), true));
        deliver();
        assertThat(council.to(Council.PHONE)).hasSize(2);
        assertThat(body(council.to(Council.PHONE).get(1))).contains("Did it help?", "Leave no message");
        assertThat(council.outbox().askResident(new ReferralId("nobody"))).isInstanceOf(CommandOutcome.Refused.class);
    }

    @Test
    void neutralWordsNameNoService() {
        council.requested(Council.residentOnly(SMS));
        deliver();
        assertThat(council.to(Council.PHONE))
                .hasSize(1)
                .allSatisfy(message -> assertThat(body(message)).doesNotContain("Online Basics"));
        Council confidential = new Council();
        confidential.confidential = true;
        confidential.requested(safe(SMS));
        confidential.outbox().deliverAll();
        assertThat(body(confidential.to(Council.PHONE).get(0)))
                .isEqualTo(body(council.to(Council.PHONE).get(0)));
    }

    @Test
    void aSenderThatIsDownIsTriedAgainWithTheSameWordsAndGivenUpOnInTheEnd() {
        council.byLink = true;
        council.requested(safe(SMS));
        List<OutgoingMessage> seen = new ArrayList<>();
        council.sender = message -> {
            seen.add(message);
            return new MessageSender.Failed("busy", true);
        };
        assertThat(deliver().count(State.WAITING)).isEqualTo(2);
        council.clock.set(START.plus(Duration.ofDays(1)));
        assertThat(deliver().count(State.WAITING)).isEqualTo(2);
        assertThat(seen.subList(2, 4)).as("same ids, same words, same link").isEqualTo(seen.subList(0, 2));
        council.clock.set(START.plus(Duration.ofDays(3)));
        OutboxReport last = deliver();
        assertThat(last.count(State.FAILED)).isEqualTo(2);
        assertThat(council.ends()).containsExactly("busy");
    }

    @Test
    void aFinalFailureIsKept() {
        council.requested(safe(SMS));
        council.sender = message -> new MessageSender.Failed("bad-address", false);
        assertThat(deliver().count(State.FAILED)).isEqualTo(2);
        assertThat(council.ends()).containsExactly("bad-address");
    }

    @Test
    void aMessageWithoutAKnownTemplateIsAFailureThatSomebodySees() {
        council.requested(safe(SMS));
        deliver();
        council.done(Actor.SYSTEM, new MessageQueued("own-1", Audience.LINK_WORKER, "staff-2", "of-our-own"));
        assertThat(deliver().lines()).extracting(OutboxReport.Line::why).containsExactly("no-template");
    }

    @Test
    void aProcessThatDiesAfterHandingOverSendsAgainUnderTheSameId() {
        council.requested(safe(SMS));
        council.sender = message -> {
            council.sent.add(message);
            throw new StoreException("the process dies here", null);
        };
        deliver();
        council.sender = message -> {
            council.sent.add(message);
            return new MessageSender.Accepted();
        };
        deliver();
        assertThat(council.sent.subList(0, 2)).isEqualTo(council.sent.subList(2, 4));
        assertThat(council.referral().openMessages()).isEmpty();
    }

    @Test
    void twoOutboxesAtATimeKeepOneEndForEachMessage() throws Exception {
        council.requested(safe(SMS));
        CountDownLatch both = new CountDownLatch(2);
        council.sender = message -> {
            synchronized (council.sent) {
                council.sent.add(message);
            }
            both.countDown();
            try {
                both.await(2, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new MessageSender.Accepted();
        };
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<OutboxReport>> reports = List.of(two.submit(this::deliver), two.submit(this::deliver));
            for (Future<OutboxReport> report : reports) {
                report.get(10, TimeUnit.SECONDS);
            }
        } finally {
            two.shutdownNow();
        }
        assertThat(council.referral().history().stream().filter(h -> h.event() instanceof ReferralEvent.MessageSent))
                .hasSize(2);
        assertThat(council.sent.stream().map(OutgoingMessage::id).distinct()).hasSize(2);
    }

    @Test
    void lettersOfTheReportAreCodes() {
        assertThatThrownBy(() -> new OutboxReport.Line(ID, "m", State.FAILED, "to zq@example.org"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MessageSender.Failed("could not reach Zanzibar", true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Zanzibar");
    }
}
