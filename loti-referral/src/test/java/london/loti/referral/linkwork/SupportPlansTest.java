package london.loti.referral.linkwork;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import london.loti.model.need.ResidentRef;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.Sensitive;
import london.loti.referral.journey.Actor;
import london.loti.referral.journey.Role;
import london.loti.referral.linkwork.PlanEvent.Doer;
import london.loti.referral.linkwork.PlanEvent.Progress;
import london.loti.referral.store.ConcurrentChangeException;
import london.loti.referral.store.InMemoryReferralStore;
import london.loti.referral.store.StoredEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SupportPlansTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final ResidentRef RESIDENT = new ResidentRef("resident-token-1");
    private static final PlanId ID = new PlanId("p1");
    private static final Actor WORKER = new Actor("staff-2", Role.LINK_WORKER, "council");
    private static final Actor PROVIDER = new Actor("staff-9", Role.PROVIDER, "org-online");
    private static final String CANARY = "to read to my Zanzibar grandson by video";

    private final InMemoryReferralStore store = new InMemoryReferralStore();
    private final SupportPlans plans = new SupportPlans(store, Keys.sealer(store, CLOCK), CLOCK);
    private int commands;

    private PlanOutcome handle(Actor actor, PlanEvent event) {
        long version = plans.find(ID).map(SupportPlan::version).orElse(0L);
        return plans.handle("c" + ++commands, ID, version, actor, event);
    }

    private SupportPlan done(PlanEvent event) {
        return handle(WORKER, event).fold(PlanOutcome.Done::plan, refused -> {
            throw new AssertionError(refused.reasons().toString());
        });
    }

    private List<String> refused(Actor actor, PlanEvent event) {
        return handle(actor, event).fold(done -> List.of(), PlanOutcome.Refused::reasons);
    }

    private static PlanEvent.GoalSet goal(String id) {
        return new PlanEvent.GoalSet(id, Sensitive.of(CANARY), TODAY.plusDays(28));
    }

    private static PlanEvent.ActionSet action(String id, String goal) {
        return new PlanEvent.ActionSet(id, goal, Doer.RESIDENT, Sensitive.of(CANARY), TODAY.plusDays(7));
    }

    @Test
    void isAgreedByTheResidentAndAgreedAnewAfterAChange() {
        done(new PlanEvent.PlanStarted(RESIDENT));
        done(goal("video"));
        done(goal("letters"));
        done(action("buy-tablet", "video"));
        assertThat(done(new PlanEvent.PlanAgreed(TODAY)).agreedOn()).contains(TODAY);
        SupportPlan begun = done(new PlanEvent.ActionUpdated("buy-tablet", Progress.DONE, null));
        assertThat(begun.state()).isEqualTo(PlanState.AGREED);
        SupportPlan reviewed = done(new PlanEvent.GoalReviewed("video", Progress.BEGUN, null, TODAY.plusDays(56)));
        assertThat(reviewed.toReview(TODAY.plusDays(30)))
                .extracting(SupportPlan.Goal::id)
                .containsExactly("letters");
        SupportPlan changed = done(goal("third"));
        assertThat(changed.state()).isEqualTo(PlanState.DRAFT);
        assertThat(changed.agreedOn()).as("it was changed since").isEmpty();
        assertThat(plans.find(ID)).as("rebuilt from the store").contains(changed);
        assertThat(plans.of(RESIDENT)).containsExactly(changed);
        assertThat(changed.goals().get(0).words().reveal()).isEqualTo(CANARY);
    }

    @Test
    void whatIsOverdueIsTold() {
        done(new PlanEvent.PlanStarted(RESIDENT));
        done(goal("video"));
        SupportPlan plan = done(action("a", "video"));
        assertThat(plan.overdue(TODAY.plusDays(7))).isEmpty();
        assertThat(plan.overdue(TODAY.plusDays(8)))
                .extracting(SupportPlan.Action::id)
                .containsExactly("a");
        assertThat(done(new PlanEvent.PlanClosed()).overdue(TODAY.plusDays(8))).isEmpty();
    }

    @Test
    void everyRuleThatForbidsIsTold() {
        assertThat(refused(WORKER, goal("a"))).hasSize(1).first().asString().contains("not begun");
        done(new PlanEvent.PlanStarted(RESIDENT));
        assertThat(refused(WORKER, new PlanEvent.PlanAgreed(TODAY.plusDays(1)))).hasSize(2);
        assertThat(refused(PROVIDER, new PlanEvent.ActionSet("a", "none", Doer.PROVIDER, null, TODAY.minusDays(1))))
                .hasSize(4);
        assertThat(refused(WORKER, new PlanEvent.ActionUpdated("none", Progress.DONE, null)))
                .hasSize(1);
        assertThat(store.read(ID.stream())).hasSize(1);
    }

    @Test
    void aCommandThatComesTwiceHappensOnceAndAnOldVersionChangesNothing() {
        PlanEvent started = new PlanEvent.PlanStarted(RESIDENT);
        plans.handle("same", ID, 0, WORKER, started);
        PlanOutcome again = plans.handle("same", ID, 0, WORKER, started);
        assertThat(again.<Boolean>fold(PlanOutcome.Done::before, refused -> false))
                .isTrue();
        assertThat(store.read(ID.stream())).hasSize(1);
        assertThatThrownBy(() -> plans.handle("other", ID, 0, WORKER, goal("a")))
                .isInstanceOf(ConcurrentChangeException.class);
        assertThat(plans.handle("same", new PlanId("p2"), 0, WORKER, started)
                        .<Boolean>fold(done -> false, refused -> true))
                .as("the command was about another plan")
                .isTrue();
    }

    @Test
    void wordsAreSealedAndGoneAfterAnErasure() {
        done(new PlanEvent.PlanStarted(RESIDENT));
        SupportPlan plan = done(goal("video"));
        assertThat(store.read(ID.stream()).stream().map(StoredEvent::open))
                .noneMatch(open -> open.contains("Zanzibar"));
        assertThat(plan + " " + plan.goals() + goal("video")).doesNotContain("Zanzibar");
        store.erase(ID.stream(), RESIDENT.token());
        SupportPlan erased = plans.find(ID).orElseThrow();
        assertThat(erased.goals().get(0).words()).isNull();
        assertThat(erased.goals().get(0).reviewOn()).isEqualTo(TODAY.plusDays(28));
    }

    /** Every state, event and role: what the table says, and nothing else. */
    @Test
    void theTableIsWholeAndEveryEventIsClassified() {
        Set<String> allowed = new TreeSet<>();
        for (Class<?> type : PlanEvent.class.getPermittedSubclasses()) {
            for (Role role : Role.values()) {
                for (PlanState state : new PlanState[] {null, PlanState.DRAFT, PlanState.AGREED, PlanState.CLOSED}) {
                    PlanTransitions.next(state, type.getSimpleName(), role)
                            .ifPresent(next -> allowed.add(type.getSimpleName() + " " + state + " " + role));
                }
            }
            assertThat(Arrays.stream(type.getRecordComponents()))
                    .allMatch(component -> component.isAnnotationPresent(Classified.class));
        }
        assertThat(allowed).hasSize(2 * 1 + 2 * 2 + 2 * 2 + 2 * 1 + 2 * 2 + 3 * 2 + 2 * 2 + 3 + 3 + 2 * 2);
        assertThat(allowed)
                .filteredOn(row -> row.contains("CLOSED"))
                .as("what is closed is only held or erased")
                .allMatch(row -> row.matches("Plan(Held|HoldLifted|Erased) .*"));
        assertThat(PlanTransitions.next(null, "PlanStarted", Role.LINK_WORKER)).contains(PlanState.DRAFT);
    }
}
