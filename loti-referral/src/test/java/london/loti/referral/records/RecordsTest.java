package london.loti.referral.records;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;

import london.loti.model.area.AreaCode;
import london.loti.model.governance.LawfulBasis;
import london.loti.model.governance.PermissionRequest;
import london.loti.model.governance.RetentionRule;
import london.loti.model.governance.SharedField;
import london.loti.model.governance.SpecialCategoryCondition;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.ResidentRef;
import london.loti.model.privacy.Sensitive;
import london.loti.referral.audit.AccessLog;
import london.loti.referral.audit.AuditTrail;
import london.loti.referral.journey.Actor;
import london.loti.referral.journey.Command;
import london.loti.referral.journey.CommandOutcome;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralContent;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralId;
import london.loti.referral.journey.ReferralState;
import london.loti.referral.journey.Referrals;
import london.loti.referral.journey.Refusal;
import london.loti.referral.journey.Role;
import london.loti.referral.journey.Route;
import london.loti.referral.linkwork.PlanEvent;
import london.loti.referral.linkwork.PlanId;
import london.loti.referral.linkwork.PlanOutcome;
import london.loti.referral.linkwork.Supervision;
import london.loti.referral.linkwork.SupportPlan;
import london.loti.referral.linkwork.SupportPlans;
import london.loti.referral.linkwork.WorkloadPolicy;
import london.loti.referral.seal.KeyWrapper;
import london.loti.referral.seal.Sealer;
import london.loti.referral.store.InMemoryReferralStore;

import static org.assertj.core.api.Assertions.assertThat;

class RecordsTest {
    private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final String NAME = "Zanzibar Quill";
    private static final String NOTE = "afraid of the neighbour's heron";
    private static final String GOAL = "write to my sister in Lisbon";
    private static final String ACTION = "practise on the library's tablet";
    private static final String PROGRESS = "the keyboard is too small";
    private static final String REVIEW = "it goes better with the pen";
    private static final Actor WORKER = new Actor("staff-2", Role.LINK_WORKER, "council");
    private static final Actor REFERRER = new Actor("staff-1", Role.REFERRER, "council");
    private static final Actor PROVIDER = new Actor("staff-9", Role.PROVIDER, "org-online");
    private static final Actor SUPERVISOR = new Actor("staff-4", Role.SUPERVISOR, "council");
    private static final ConceptRef REASON = ConceptRef.parse("referral-reasons:at-capacity");

    private final InMemoryReferralStore store = new InMemoryReferralStore();
    private final Clock clock = Clock.fixed(START, ZoneOffset.UTC);
    private final Sealer sealer = sealer();
    private final Referrals referrals = Referrals.in(store, sealer, clock);
    private final SupportPlans plans = new SupportPlans(store, sealer, clock);
    private final Supervision supervision = new Supervision(store, sealer, clock, WorkloadPolicy.withDefaults());
    private final Erasure erasure = new Erasure(referrals, plans, store, sealer, clock);
    private final RetentionRule rule = RetentionRule.withDefaults();
    private final AtomicInteger commands = new AtomicInteger();

    private Sealer sealer() {
        SecureRandom random = new SecureRandom();
        byte[] master = new byte[32];
        random.nextBytes(master);
        return Sealer.of(store, KeyWrapper.aes("test", new SecretKeySpec(master, "AES"), random), random);
    }

    private Referral done(String id, Actor actor, ReferralEvent event) {
        ReferralId referral = new ReferralId(id);
        long version = referrals.find(referral).map(Referral::version).orElse(0L);
        return referrals
                .handle(new Command("c" + commands.incrementAndGet(), referral, version, actor, event))
                .fold(CommandOutcome.Done::referral, refused -> {
                    throw new AssertionError(refused.refusals().toString());
                });
    }

    private Referral draft(String id, String resident) {
        return done(
                id,
                REFERRER,
                new ReferralEvent.Drafted(
                        new ResidentRef(resident),
                        "svc-" + id,
                        "org-online",
                        Route.DIRECT,
                        null,
                        List.of(ConceptRef.parse("barriers:no-device")),
                        new AreaCode("E01000001"),
                        List.of(),
                        ReferralContent.EMPTY.with(SharedField.NAME, NAME),
                        null));
    }

    private Referral rejected(String id, String resident) {
        draft(id, resident);
        Referral permitted = done(
                id,
                REFERRER,
                new ReferralEvent.PermissionRecorded(PermissionRequest.agreed(
                        new ResidentRef(resident),
                        ConceptRef.parse("sharing-purposes:referral"),
                        List.of("org-online"),
                        EnumSet.of(SharedField.NAME),
                        LawfulBasis.PUBLIC_TASK,
                        SpecialCategoryCondition.HEALTH_OR_SOCIAL_CARE,
                        DAY,
                        DAY.plusDays(30),
                        ConceptRef.parse("roles:link-worker"))));
        done(id, REFERRER, referrals.request(permitted));
        return done(id, PROVIDER, new ReferralEvent.Rejected(REASON, Sensitive.of(NOTE)));
    }

    private Retention.Plan due(LocalDate day) {
        return Retention.plan(rule, referrals.all(), plans.all(), day);
    }

    private SupportPlan planned(String id, Actor actor, PlanEvent event) {
        PlanId plan = new PlanId(id);
        long version = plans.find(plan).map(SupportPlan::version).orElse(0L);
        return plans.handle("p" + commands.incrementAndGet(), plan, version, actor, event)
                .fold(PlanOutcome.Done::plan, refused -> {
                    throw new AssertionError(refused.reasons().toString());
                });
    }

    /** Begun, with words everywhere, and never agreed to. */
    private SupportPlan draftPlan(String id, String resident) {
        planned(id, WORKER, new PlanEvent.PlanStarted(new ResidentRef(resident)));
        planned(id, WORKER, new PlanEvent.GoalSet("g1", Sensitive.of(GOAL), DAY.plusDays(10)));
        planned(
                id,
                WORKER,
                new PlanEvent.ActionSet("a1", "g1", PlanEvent.Doer.RESIDENT, Sensitive.of(ACTION), DAY.plusDays(5)));
        planned(id, WORKER, new PlanEvent.ActionUpdated("a1", PlanEvent.Progress.BEGUN, Sensitive.of(PROGRESS)));
        return planned(
                id,
                WORKER,
                new PlanEvent.GoalReviewed("g1", PlanEvent.Progress.BEGUN, Sensitive.of(REVIEW), DAY.plusDays(20)));
    }

    private SupportPlan agreedPlan(String id, String resident) {
        draftPlan(id, resident);
        return planned(id, WORKER, new PlanEvent.PlanAgreed(DAY));
    }

    private SupportPlan closedPlan(String id, String resident) {
        agreedPlan(id, resident);
        return planned(id, WORKER, new PlanEvent.PlanClosed());
    }

    private PlanId plan(String id) {
        return new PlanId(id);
    }

    private ReferralId id(String id) {
        return new ReferralId(id);
    }

    @Test
    void aPlanNamesWhatIsOverAndNeverWhatIsOpenOrHeld() {
        rejected("ended", "resident-a1");
        rejected("held", "resident-a2");
        done("held", SUPERVISOR, new ReferralEvent.LegalHoldPlaced("matter-1"));
        draft("draft", "resident-a3");
        rejected("late", "resident-a4");
        LocalDate over = DAY.plusMonths(rule.closedMonths());
        assertThat(due(DAY.plusDays(29)).due()).isEmpty();
        assertThat(due(DAY.plusDays(30)).due()).containsExactly(id("draft"));
        Retention.Plan plan = due(over);
        assertThat(plan.due()).containsExactly(id("ended"), id("draft"), id("late"));
        assertThat(plan.held()).containsExactly(id("held"));
        assertThat(due(over.minusDays(1)).due()).as("due once, due for ever").isSubsetOf(plan.due());
    }

    @Test
    void whatWasErasedIsGoneAndTheChainHolds() {
        rejected("ended", "resident-a1");
        Referral other = rejected("other", "resident-b1");
        Erasure.Outcome outcome = erasure.carryOut(
                new Retention.Plan(rule.id(), DAY, List.of(id("ended")), List.of(), List.of(), List.of()),
                Actor.SYSTEM);
        assertThat(outcome.erased()).containsExactly(id("ended"));
        Referral erased = referrals.find(id("ended")).orElseThrow();
        assertThat(erased.isErasureDone()).isTrue();
        assertThat(erased.state()).as("what happened stays").isEqualTo(ReferralState.REJECTED);
        assertThat(erased.content().values()).isEmpty();
        assertThat(erased.needs()).isEmpty();
        assertThat(erased.area()).isEmpty();
        assertThat(store.read("ended")).allMatch(event -> event.sealed() == null);
        assertThat(referrals.find(id("other"))).contains(other);
        assertThat(AuditTrail.verify(store, List.of()).findings()).isEmpty();
        assertThat(due(DAY.plusYears(9)).due()).containsExactly(id("other"));
    }

    @Test
    void anErasureThatBrokeOffIsDoneAgain() {
        rejected("ended", "resident-a1");
        done("ended", SUPERVISOR, new ReferralEvent.PersonalDataErased(rule.id()));
        Referral half = referrals.find(id("ended")).orElseThrow();
        assertThat(half.isErased()).isTrue();
        assertThat(half.isErasureDone()).isFalse();
        Retention.Plan plan = due(DAY.plusYears(9));
        assertThat(plan.due()).containsExactly(id("ended"));
        erasure.carryOut(plan, Actor.SYSTEM);
        erasure.carryOut(plan, Actor.SYSTEM);
        assertThat(referrals.find(id("ended")).orElseThrow().isErasureDone()).isTrue();
        assertThat(AuditTrail.verify(store, List.of()).findings()).isEmpty();
    }

    @Test
    void aLegalHoldStopsAnErasureThatWasPlannedBefore() {
        rejected("ended", "resident-a1");
        Retention.Plan plan = due(DAY.plusYears(9));
        done("ended", SUPERVISOR, new ReferralEvent.LegalHoldPlaced("matter-1"));
        Erasure.Outcome outcome = erasure.carryOut(plan, Actor.SYSTEM);
        assertThat(outcome.erased()).isEmpty();
        assertThat(outcome.refused()).extracting(Refusal::rule).containsExactly(Refusal.Rule.LEGAL_HOLD);
        done("ended", SUPERVISOR, new ReferralEvent.LegalHoldLifted("matter-1"));
        assertThat(erasure.carryOut(plan, Actor.SYSTEM).erased()).containsExactly(id("ended"));
    }

    @Test
    void aResidentsRequestErasesAllOfItAndDestroysTheKey() {
        rejected("one", "resident-a1");
        rejected("two", "resident-a1");
        draft("three", "resident-a1");
        AccessLog log = new AccessLog(store, clock);
        log.record("look", "one", "resident-a1", "staff-1", "REFERRER", ConceptRef.parse("sharing-purposes:referral"));
        ResidentRef resident = new ResidentRef("resident-a1");
        assertThat(erasure.everything(resident, "request-1", SUPERVISOR).erased())
                .containsExactly(id("one"), id("two"), id("three"));
        assertThat(store.key("resident-a1")).isEmpty();
        assertThat(store.after(0, 1_000)).allMatch(event -> event.sealed() == null);
        assertThat(AuditTrail.verify(store, List.of()).findings()).isEmpty();
        CommandOutcome more = referrals.handle(new Command(
                "after",
                id("one"),
                referrals.find(id("one")).orElseThrow().version(),
                REFERRER,
                new ReferralEvent.EnteredInError(REASON)));
        assertThat(more).isInstanceOf(CommandOutcome.Refused.class);
    }

    @Test
    void nothingIsErasedWhileSomethingIsOpen() {
        rejected("one", "resident-a1");
        Referral open = draft("two", "resident-a1");
        done("two", REFERRER, permissionOf(open));
        done("two", REFERRER, referrals.request(referrals.find(id("two")).orElseThrow()));
        Erasure.Outcome outcome = erasure.everything(new ResidentRef("resident-a1"), "request-1", SUPERVISOR);
        assertThat(outcome.erased()).isEmpty();
        assertThat(outcome.refused()).extracting(Refusal::rule).containsExactly(Refusal.Rule.NOT_NOW);
        assertThat(referrals.find(id("one")).orElseThrow().content().values()).isNotEmpty();
    }

    private static ReferralEvent.PermissionRecorded permissionOf(Referral referral) {
        return new ReferralEvent.PermissionRecorded(PermissionRequest.agreed(
                referral.resident(),
                ConceptRef.parse("sharing-purposes:referral"),
                List.of("org-online"),
                Set.of(SharedField.NAME),
                LawfulBasis.PUBLIC_TASK,
                null,
                DAY,
                DAY.plusDays(30),
                ConceptRef.parse("roles:link-worker")));
    }

    @Test
    void aResidentGetsEverythingButWhatSomebodyMustLookAtFirst() {
        rejected("one", "resident-a1");
        rejected("other", "resident-b1");
        done(
                "one",
                REFERRER,
                new ReferralEvent.SafeguardingRaised(
                        ConceptRef.parse("safeguarding-concerns:domestic-abuse"),
                        START.plus(Duration.ofHours(4)),
                        Sensitive.of("seen by a neighbour")));
        referrals.view("look-1", id("one"), REFERRER, ConceptRef.parse("sharing-purposes:referral"));
        SubjectAccess access = new SubjectAccess(referrals, plans, supervision, new AccessLog(store, clock));
        String export = access.export(new ResidentRef("resident-a1"));
        assertThat(export)
                .contains(NAME, NOTE, "at-capacity", "no-device", "\"leftOutForReview\" : 2", "\"REFERRER\"")
                .doesNotContain("domestic-abuse", "neighbour\"", "resident-b1");
        assertThat(access.export(new ResidentRef("resident-a1"))).isEqualTo(export);
    }

    @Test
    void aProviderLooksOnlyAtWhatMayBeShared() {
        rejected("one", "resident-a1");
        ConceptRef purpose = ConceptRef.parse("sharing-purposes:referral");
        assertThat(referrals.view("l1", id("one"), PROVIDER, purpose)).isEmpty();
        assertThat(referrals.viewOutgoing("l2", id("one"), PROVIDER, purpose)).isPresent();
        Actor stranger = new Actor("staff-8", Role.PROVIDER, "org-other");
        assertThat(referrals.viewOutgoing("l3", id("one"), stranger, purpose)).isEmpty();
        assertThat(new AccessLog(store, clock).about("resident-a1"))
                .extracting(AccessLog.Entry::actor)
                .containsExactly("staff-9");
    }

    @Test
    void aSupportPlanIsOverAsAReferralIsAndNeverWhileSomebodyWorksByIt() {
        closedPlan("closed", "resident-a1");
        agreedPlan("agreed", "resident-a2");
        agreedPlan("changed", "resident-a3");
        planned("changed", WORKER, new PlanEvent.GoalSet("g2", Sensitive.of(GOAL), DAY.plusDays(1)));
        draftPlan("abandoned", "resident-a4");
        closedPlan("held", "resident-a5");
        planned("held", SUPERVISOR, new PlanEvent.PlanHeld("matter-1"));
        closedPlan("matter", "resident-a6");
        rejected("of-matter", "resident-a6");
        done("of-matter", SUPERVISOR, new ReferralEvent.LegalHoldPlaced("matter-2"));
        LocalDate lastNamed = DAY.plusDays(20);
        assertThat(due(lastNamed.plusDays(rule.abandonedDraftDays()).minusDays(1))
                        .plansDue())
                .isEmpty();
        assertThat(due(lastNamed.plusDays(rule.abandonedDraftDays())).plansDue())
                .containsExactly(plan("abandoned"));
        LocalDate over = DAY.plusMonths(rule.closedMonths());
        assertThat(due(over.minusDays(1)).plansDue()).doesNotContain(plan("closed"));
        assertThat(due(over).plansDue()).containsExactly(plan("closed"), plan("abandoned"));
        assertThat(due(over).plansHeld()).containsExactly(plan("held"), plan("matter"));
        assertThat(due(DAY.plusYears(50)).plansDue()).containsExactly(plan("closed"), plan("abandoned"));
    }

    @Test
    void thePlansWordsAreErasedItsChainHoldsAndOthersStay() {
        closedPlan("closed", "resident-a1");
        SupportPlan other = closedPlan("other", "resident-b1");
        Erasure.Outcome outcome = erasure.carryOut(
                new Retention.Plan(rule.id(), DAY, List.of(), List.of(), List.of(plan("closed")), List.of()),
                Actor.SYSTEM);
        assertThat(outcome.plans()).containsExactly(plan("closed"));
        assertThat(outcome.refused()).isEmpty();
        SupportPlan erased = plans.find(plan("closed")).orElseThrow();
        assertThat(erased.isErasureDone()).isTrue();
        assertThat(erased.goals()).extracting(SupportPlan.Goal::words).containsOnlyNulls();
        assertThat(erased.actions()).extracting(SupportPlan.Action::words).containsOnlyNulls();
        assertThat(erased.goals().get(0).progress()).as("what happened stays").isEqualTo(PlanEvent.Progress.BEGUN);
        assertThat(store.read(plan("closed").stream())).allMatch(event -> event.sealed() == null);
        assertThat(plans.find(plan("other"))).contains(other);
        assertThat(AuditTrail.verify(store, List.of()).findings()).isEmpty();
        assertThat(due(DAY.plusYears(9)).plansDue()).containsExactly(plan("other"));
    }

    @Test
    void anErasureOfAPlanThatBrokeOffIsDoneAgainAndAHoldStopsIt() {
        closedPlan("closed", "resident-a1");
        Retention.Plan due = due(DAY.plusYears(9));
        planned("closed", SUPERVISOR, new PlanEvent.PlanHeld("matter-1"));
        assertThat(erasure.carryOut(due, Actor.SYSTEM).refused())
                .extracting(Refusal::rule)
                .containsExactly(Refusal.Rule.LEGAL_HOLD);
        PlanId id = plan("closed");
        assertThat(plans.handle("by-hand", id, 8, SUPERVISOR, new PlanEvent.PlanErased("by-hand")))
                .isInstanceOf(PlanOutcome.Refused.class);
        planned("closed", SUPERVISOR, new PlanEvent.PlanHoldLifted("matter-1"));
        planned("closed", SUPERVISOR, new PlanEvent.PlanErased(rule.id()));
        assertThat(plans.find(id).orElseThrow().isErasureDone()).as("half").isFalse();
        assertThat(due(DAY.plusYears(9)).plansDue()).containsExactly(id);
        erasure.carryOut(due, Actor.SYSTEM);
        erasure.carryOut(due, Actor.SYSTEM);
        assertThat(plans.find(id).orElseThrow().isErasureDone()).isTrue();
        assertThat(AuditTrail.verify(store, List.of()).findings()).isEmpty();
    }

    @Test
    void aRequestErasesPlansAndReviewsTooAndWaitsForAnOpenPlan() {
        Referral referral = rejected("one", "resident-a1");
        supervision.record(
                "review", referral, SUPERVISOR, new Supervision.Reviewed(Supervision.Result.END, Sensitive.of(REVIEW)));
        agreedPlan("p1", "resident-a1");
        draftPlan("p2", "resident-a1");
        ResidentRef resident = new ResidentRef("resident-a1");
        Erasure.Outcome no = erasure.everything(resident, "request-1", SUPERVISOR);
        assertThat(no.refused()).extracting(Refusal::rule).containsExactly(Refusal.Rule.NOT_NOW);
        assertThat(plans.find(plan("p2")).orElseThrow().isErased())
                .as("all or nothing")
                .isFalse();
        planned("p1", WORKER, new PlanEvent.PlanClosed());
        Erasure.Outcome outcome = erasure.everything(resident, "request-1", SUPERVISOR);
        assertThat(outcome.plans()).containsExactly(plan("p1"), plan("p2"));
        assertThat(outcome.erased()).containsExactly(id("one"));
        assertThat(store.key("resident-a1")).isEmpty();
        assertThat(store.after(0, 1_000)).allMatch(event -> event.sealed() == null);
        assertThat(supervision.last(id("one"))).contains(new Supervision.Reviewed(Supervision.Result.END, null));
        assertThat(AuditTrail.verify(store, List.of()).findings()).isEmpty();
        assertThat(due(DAY.plusYears(9)).plansDue()).isEmpty();
        PlanOutcome more = plans.handle(
                "after",
                plan("p2"),
                plans.find(plan("p2")).orElseThrow().version(),
                WORKER,
                new PlanEvent.PlanClosed());
        assertThat(more).isInstanceOf(PlanOutcome.Refused.class);
    }

    @Test
    void retentionErasesTheReviewsOfAReferralWithIt() {
        Referral referral = rejected("one", "resident-a1");
        supervision.record(
                "review", referral, SUPERVISOR, new Supervision.Reviewed(Supervision.Result.END, Sensitive.of(REVIEW)));
        erasure.carryOut(due(DAY.plusYears(9)), Actor.SYSTEM);
        assertThat(supervision.last(id("one"))).contains(new Supervision.Reviewed(Supervision.Result.END, null));
        assertThat(AuditTrail.verify(store, List.of()).findings()).isEmpty();
    }

    @Test
    void aResidentGetsTheirPlansAndReviewsAndWhoLooked() {
        Referral referral = rejected("one", "resident-a1");
        supervision.record(
                "review",
                referral,
                SUPERVISOR,
                new Supervision.Reviewed(Supervision.Result.CHANGE, Sensitive.of("call in the morning")));
        closedPlan("p1", "resident-a1");
        closedPlan("p2", "resident-b1");
        ConceptRef purpose = ConceptRef.parse("sharing-purposes:referral");
        assertThat(plans.view("look", plan("p1"), WORKER, purpose)).isPresent();
        assertThat(plans.view("look-2", plan("p1"), PROVIDER, purpose)).isEmpty();
        SubjectAccess access = new SubjectAccess(referrals, plans, supervision, new AccessLog(store, clock));
        ResidentRef resident = new ResidentRef("resident-a1");
        String export = access.export(resident);
        assertThat(export)
                .contains(GOAL, ACTION, PROGRESS, REVIEW, "call in the morning", "\"plan-p1\"", "\"LINK_WORKER\"")
                .doesNotContain("\"p2\"", "resident-b1");
        assertThat(access.export(resident)).isEqualTo(export);
        erasure.everything(resident, "request-1", SUPERVISOR);
        assertThat(access.export(resident))
                .contains("\"p1\"", "PlanClosed", "\"erased\" : true")
                .doesNotContain(GOAL, ACTION, PROGRESS, REVIEW, "call in the morning");
    }

    @Test
    void nothingInTheCopyTellsThatSomebodyWasWorried() {
        Referral referral = rejected("one", "resident-a1");
        done("one", REFERRER, new ReferralEvent.SafeguardingRaised(null, START.plus(Duration.ofHours(4)), null));
        String task = referrals.find(id("one")).orElseThrow().openMessages().stream()
                .filter(message -> message.audience() == ReferralEvent.Audience.SAFEGUARDING_LEAD)
                .map(ReferralEvent.MessageQueued::message)
                .findFirst()
                .orElseThrow();
        done("one", Actor.SYSTEM, new ReferralEvent.MessageFailed(task, "mail-down"));
        supervision.record(
                "review",
                referral,
                SUPERVISOR,
                new Supervision.Reviewed(Supervision.Result.CHANGE, Sensitive.of(NOTE)));
        Actor lead = new Actor("staff-3", Role.SAFEGUARDING_LEAD, "council");
        referrals.view("look", id("one"), lead, ConceptRef.parse("sharing-purposes:referral"));
        done("one", lead, new ReferralEvent.SafeguardingReleased(null));
        assertThat(new SubjectAccess(referrals, plans, supervision, new AccessLog(store, clock))
                        .export(new ResidentRef("resident-a1")))
                .doesNotContainIgnoringCase("safeguarding")
                .doesNotContain("mail-down", "CHANGE", task)
                .contains("\"leftOutForReview\" : 6");
    }
}
