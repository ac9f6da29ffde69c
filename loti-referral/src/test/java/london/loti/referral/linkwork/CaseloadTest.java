package london.loti.referral.linkwork;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import london.loti.model.governance.PermissionPolicy;
import london.loti.model.governance.SharedField;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.ResidentRef;
import london.loti.model.privacy.Sensitive;
import london.loti.referral.journey.Actor;
import london.loti.referral.journey.DeadlinePolicy;
import london.loti.referral.journey.Deadlines;
import london.loti.referral.journey.Happened;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralContent;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralId;
import london.loti.referral.journey.Role;
import london.loti.referral.journey.Route;
import london.loti.referral.journey.SafeContact;
import london.loti.referral.journey.UnsentMessage;
import london.loti.referral.linkwork.Supervision.Result;
import london.loti.referral.linkwork.Supervision.Reviewed;
import london.loti.referral.linkwork.WorkItem.Urgency;
import london.loti.referral.store.InMemoryReferralStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CaseloadTest {
    private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant NOW = START.plus(Duration.ofDays(10));
    private static final ConceptRef TELEPHONE = ConceptRef.parse("channels:telephone");
    private static final ConceptRef AT_CAPACITY = ConceptRef.parse("referral-reasons:at-capacity");
    private static final String CANARY = "Zanzibar Quill";
    /** Every day works. */
    private static final Deadlines DEADLINES =
            Deadlines.of(DeadlinePolicy.withDefaults(), (from, days) -> from.plus(Duration.ofDays(days)));

    private static Referral referral(String id, ReferralEvent... events) {
        return referral(id, null, "resident-" + id + "00000", Duration.ofHours(1), events);
    }

    private static Referral referral(
            String id, ReferralId basedOn, String resident, Duration step, ReferralEvent... events) {
        List<Happened> history = new ArrayList<>();
        ReferralEvent draft = new ReferralEvent.Drafted(
                new ResidentRef(resident),
                "svc-" + id,
                "org",
                Route.DIRECT,
                basedOn,
                List.of(ConceptRef.parse("barriers:no-device")),
                null,
                List.of(),
                ReferralContent.EMPTY.with(SharedField.NAME, CANARY),
                new SafeContact(true, List.of(TELEPHONE), LocalTime.of(8, 0), LocalTime.of(12, 0), true));
        history.add(new Happened(1, START, "worker-1", Role.LINK_WORKER, draft));
        for (ReferralEvent event : events) {
            history.add(new Happened(
                    history.size() + 1L,
                    START.plus(step.multipliedBy(history.size())),
                    "staff",
                    Role.LINK_WORKER,
                    event));
        }
        return Referral.rebuild(new ReferralId(id), history, PermissionPolicy.withDefaults());
    }

    private static ReferralEvent requested() {
        return new ReferralEvent.Requested(Set.of());
    }

    private static ReferralEvent contact(String outcome) {
        return new ReferralEvent.ContactAttempted(TELEPHONE, new ConceptRef("contact-outcomes", outcome), null);
    }

    private static List<Referral> everyUrgency() {
        return List.of(
                referral("risk", new ReferralEvent.SafeguardingRaised(null, NOW.plus(Duration.ofHours(2)), null)),
                referral("late", requested()),
                referral(
                        "promise",
                        requested(),
                        new ReferralEvent.Accepted(null),
                        new ReferralEvent.Started(),
                        contact("call-back-agreed"),
                        contact("no-answer")),
                referral(
                        "untold",
                        requested(),
                        new ReferralEvent.Accepted(null),
                        new ReferralEvent.Started(),
                        queued("m1", ReferralEvent.Audience.RESIDENT, "referral-accepted-resident"),
                        new ReferralEvent.MessageFailed("m1", "bad-number")),
                referral("today", requested(), new ReferralEvent.WaitListed(2, LocalDate.of(2026, 11, 12))),
                referral(
                        "unreached",
                        requested(),
                        new ReferralEvent.Accepted(null),
                        new ReferralEvent.Started(),
                        contact("no-answer"),
                        contact("message-left"),
                        contact("wrong-details")),
                referral("refused", requested(), new ReferralEvent.Rejected(AT_CAPACITY, null)),
                referral("later", requested(), new ReferralEvent.WaitListed(2, LocalDate.of(2026, 12, 12))),
                referral("open", requested(), new ReferralEvent.Accepted(null), new ReferralEvent.Started()));
    }

    @Test
    void riskComesBeforeWhatIsLateAndPromisesBeforeNewWork() {
        List<Referral> shuffled = new ArrayList<>(everyUrgency());
        Collections.shuffle(shuffled, new Random(3));
        Caseload caseload = Caseload.of("worker-1", shuffled, DEADLINES, WorkloadPolicy.withDefaults());
        List<WorkItem> open = caseload.open(NOW);
        assertThat(open).extracting(WorkItem::urgency).containsExactly(Urgency.values());
        assertThat(open)
                .extracting(item -> item.referral().value())
                .containsExactly("risk", "late", "promise", "untold", "today", "unreached", "refused", "later", "open");
        assertThat(open).allSatisfy(item -> assertThat(item.reasons()).isNotEmpty());
        assertThat(open.toString()).doesNotContain(CANARY);
        assertThat(caseload.dayList(NOW)).hasSize(7);
        assertThat(Caseload.of("worker-2", shuffled, DEADLINES, WorkloadPolicy.withDefaults())
                        .open(NOW))
                .isEmpty();
    }

    private static ReferralEvent queued(String id, ReferralEvent.Audience audience, String template) {
        String to = audience == ReferralEvent.Audience.RESIDENT ? ReferralEvent.MessageQueued.RESIDENT : "org";
        return new ReferralEvent.MessageQueued(id, audience, to, template);
    }

    private static List<WorkItem> work(ReferralEvent... events) {
        return Caseload.of("worker-1", List.of(referral("r", events)), DEADLINES, WorkloadPolicy.withDefaults())
                .open(NOW);
    }

    @Test
    void aMessageThatFailedIsWorkUntilItIsSentAgainOrHandled() {
        ReferralEvent accepted = new ReferralEvent.Accepted(null);
        ReferralEvent news = queued("m1", ReferralEvent.Audience.RESIDENT, "referral-accepted-resident");
        ReferralEvent failed = new ReferralEvent.MessageFailed("m1", "bad-number");
        WorkItem item = work(requested(), accepted, new ReferralEvent.Started(), news, failed)
                .get(0);
        assertThat(item.urgency()).isEqualTo(Urgency.NOT_TOLD);
        assertThat(item.reasons())
                .containsExactly("the message 'referral-accepted-resident' to the resident could not be sent: read how"
                        + " they may safely be reached, and tell them (bad-number)");
        assertThat(item.unsent())
                .extracting(unsent -> unsent.message().message())
                .containsExactly("m1");
        assertThat(item.toString()).doesNotContain(CANARY);

        ReferralEvent again = queued("m2", ReferralEvent.Audience.RESIDENT, "referral-accepted-resident");
        assertThat(work(requested(), accepted, new ReferralEvent.Started(), news, failed, again)
                        .get(0)
                        .unsent())
                .as("it waits again")
                .isEmpty();
        assertThat(work(
                                requested(),
                                accepted,
                                new ReferralEvent.Started(),
                                news,
                                failed,
                                again,
                                new ReferralEvent.MessageFailed("m2", "bad-number"))
                        .get(0)
                        .unsent())
                .as("and failed again")
                .hasSize(1);
        assertThat(work(
                                requested(),
                                accepted,
                                new ReferralEvent.Started(),
                                news,
                                failed,
                                new ReferralEvent.MessageHandled("m1", Sensitive.of(CANARY)))
                        .get(0)
                        .unsent())
                .isEmpty();
    }

    @Test
    void aRequestThatDidNotReachTheProviderIsWorkUntilTheProviderKnowsAnyway() {
        ReferralEvent request = queued("m1", ReferralEvent.Audience.PROVIDER, "referral-request");
        ReferralEvent nowhere = new ReferralEvent.MessageWithheld("m1", ReferralEvent.Withheld.NO_ADDRESS);
        assertThat(work(requested(), request, nowhere).get(0).unsent())
                .extracting(UnsentMessage::problem)
                .containsExactly("no-address");
        assertThat(work(requested(), request, nowhere, new ReferralEvent.Accepted(null))
                        .get(0)
                        .unsent())
                .isEmpty();
        ReferralEvent byRule = new ReferralEvent.MessageWithheld("m1", ReferralEvent.Withheld.NO_PERMISSION);
        assertThat(work(requested(), request, byRule).get(0).unsent())
                .as("what a rule forbids did not fail")
                .isEmpty();
    }

    @Test
    void aTaskThatDidNotReachTheSafeguardingLeadIsARiskUntilTheyLooked() {
        ReferralEvent raised = new ReferralEvent.SafeguardingRaised(null, NOW.plus(Duration.ofHours(2)), null);
        ReferralEvent task = queued("m1", ReferralEvent.Audience.SAFEGUARDING_LEAD, "safeguarding-task");
        ReferralEvent failed = new ReferralEvent.MessageFailed("m1", "mail-down");
        WorkItem item = work(requested(), raised, task, failed).get(0);
        assertThat(item.urgency()).isEqualTo(Urgency.RISK);
        assertThat(item.reasons()).anyMatch(words -> words.contains("call them now"));
        assertThat(work(requested(), raised, task, failed, new ReferralEvent.SafeguardingReleased(null))
                        .get(0)
                        .unsent())
                .isEmpty();
    }

    @Test
    void aNoticeToStopIsWorkAlsoAfterTheEndAndSoIsWhatNobodyHas() {
        ReferralEvent notice = queued("m1", ReferralEvent.Audience.PROVIDER, "referral-cancelled");
        ReferralEvent failed = new ReferralEvent.MessageFailed("m1", "mail-down");
        ReferralEvent mistake = new ReferralEvent.EnteredInError(ConceptRef.parse("referral-reasons:made-by-mistake"));
        assertThat(work(requested(), mistake)).isEmpty();
        assertThat(work(requested(), mistake, notice, failed)).hasSize(1);
        assertThat(work(requested(), mistake, notice, failed, new ReferralEvent.MessageHandled("m1", null)))
                .isEmpty();
        List<Referral> all = List.of(referral("r", requested()));
        assertThat(Caseload.ofNobody(all, DEADLINES, WorkloadPolicy.withDefaults())
                        .open(NOW))
                .as("it has a link worker")
                .isEmpty();
    }

    @Test
    void whoWasReferredOnIsNotWorkAnyMore() {
        Referral refused = referral("refused", requested(), new ReferralEvent.Rejected(AT_CAPACITY, null));
        Referral next = referral("next", refused.id(), "resident-refused00000", Duration.ofHours(1), requested());
        assertThat(Caseload.of("worker-1", List.of(refused, next), DEADLINES, WorkloadPolicy.withDefaults())
                        .open(NOW))
                .extracting(item -> item.referral().value())
                .containsExactly("next");
    }

    @Test
    void tooManyResidentsAreToldAndNobodyTurnedAway() {
        List<Referral> many = IntStream.range(0, 251)
                .mapToObj(i -> referral("r" + i, requested()))
                .toList();
        WorkloadPolicy policy = WorkloadPolicy.withDefaults();
        assertThat(Caseload.of("worker-1", many, DEADLINES, policy).warnings(NOW))
                .singleElement()
                .asString()
                .contains("251 residents", "200 to 250");
        assertThat(Caseload.of("worker-1", many.subList(0, 200), DEADLINES, policy)
                        .warnings(NOW))
                .singleElement()
                .asString()
                .contains("full load");
        assertThat(Caseload.of("worker-1", many.subList(0, 199), DEADLINES, policy)
                        .warnings(NOW))
                .isEmpty();
    }

    @Test
    void contactsAreCountedAndThoseThatWereNotSafeToo() {
        Referral referral = referral(
                "r", requested(), contact("no-answer"), contact("reached"), contact("no-answer"), contact("no-answer"));
        // By hand: at 11, 12, 13 and 14 o'clock in London; safe is 8 to 12.
        assertThat(ContactSummary.of(referral))
                .isEqualTo(new ContactSummary(4, 1, 2, START.plus(Duration.ofHours(5)), 2));
    }

    @Test
    void aHandoverTellsTheNextWorkerEverythingAndPrintsNothing() {
        Referral referral = referral("r", requested(), new ReferralEvent.Accepted(null), contact("call-back-agreed"));
        SupportPlan plan = SupportPlan.rebuild(
                new PlanId("p"),
                Stream.of(
                                new PlanEvent.PlanStarted(referral.resident()),
                                new PlanEvent.GoalSet("done", Sensitive.of(CANARY), LocalDate.of(2026, 12, 1)),
                                new PlanEvent.GoalSet("open", Sensitive.of(CANARY), LocalDate.of(2026, 12, 1)),
                                new PlanEvent.GoalReviewed("done", PlanEvent.Progress.DONE, null, null))
                        .map(event -> new PlanStep(START, "worker-1", Role.LINK_WORKER, event))
                        .toList());
        Handover handover = Handover.of(referral, Set.of("svc-r", "svc-before"), List.of(plan), DEADLINES);
        assertThat(handover.safeContact().residentOnly()).isTrue();
        assertThat(handover.tried()).containsExactly("svc-before");
        assertThat(handover.content().find(SharedField.NAME)).contains(Sensitive.of(CANARY));
        assertThat(handover.promised()).isEqualTo(START.plus(Duration.ofHours(3)));
        assertThat(handover.goals()).extracting(SupportPlan.Goal::id).containsExactly("open");
        assertThat(handover.toString()).doesNotContain(CANARY, "barriers");
    }

    @Test
    void aSupervisorLooksAtWhatIsOldAndAtSomeOthersByLot() {
        InMemoryReferralStore store = new InMemoryReferralStore();
        Clock clock = Clock.fixed(START.plus(Duration.ofDays(43)), ZoneOffset.UTC);
        Supervision supervision =
                new Supervision(store, Keys.sealer(store, clock), clock, WorkloadPolicy.withDefaults());
        List<Referral> referrals = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            referrals.add(
                    i < 2
                            ? referral("old" + i, requested())
                            : referral(
                                    "new" + i,
                                    null,
                                    "resident-new" + i + "0000",
                                    Duration.ofDays(20),
                                    requested(),
                                    new ReferralEvent.HandedOver("worker-1", null)));
        }
        Caseload caseload = Caseload.of("worker-1", referrals, DEADLINES, WorkloadPolicy.withDefaults());
        assertThat(supervision.due(caseload)).extracting(ReferralId::value).containsExactly("old0", "old1");
        List<ReferralId> drawn = supervision.sample(caseload, 3, 11);
        assertThat(drawn).hasSize(3).doesNotHaveDuplicates().doesNotContainAnyElementsOf(supervision.due(caseload));
        assertThat(supervision.sample(caseload, 3, 11)).isEqualTo(drawn);
        assertThat(supervision.sample(caseload, 99, 11)).hasSize(7);

        Actor supervisor = new Actor("staff-4", Role.SUPERVISOR, "council");
        Reviewed review = new Reviewed(Result.GOES_WELL, Sensitive.of(CANARY));
        supervision.record("c1", referrals.get(0), supervisor, review);
        assertThat(supervision.last(new ReferralId("old0"))).contains(review);
        assertThat(supervision.due(caseload)).extracting(ReferralId::value).containsExactly("old1");
        assertThat(store.read("review-old0").get(0).open()).doesNotContain("Zanzibar");
        store.erase("review-old0", referrals.get(0).resident().token());
        assertThat(supervision.last(new ReferralId("old0"))).contains(new Reviewed(Result.GOES_WELL, null));
        assertThatThrownBy(() -> supervision.record(
                        "c2", referrals.get(1), new Actor("staff-2", Role.LINK_WORKER, "council"), review))
                .hasMessageContaining("for a supervisor");
    }
}
