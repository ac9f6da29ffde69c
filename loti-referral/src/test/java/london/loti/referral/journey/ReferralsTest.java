package london.loti.referral.journey;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import london.loti.model.governance.SharedField;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.ResidentRef;
import london.loti.referral.HandClock;
import london.loti.referral.journey.CommandOutcome.Done;
import london.loti.referral.journey.CommandOutcome.Refused;
import london.loti.referral.journey.ReferralEvent.Audience;
import london.loti.referral.journey.ReferralEvent.ResidentOutcome;
import london.loti.referral.journey.Refusal.Rule;
import london.loti.referral.seal.Sealer;
import london.loti.referral.store.ConcurrentChangeException;
import london.loti.referral.store.InMemoryReferralStore;
import london.loti.referral.store.ReferralStore;

import static london.loti.referral.journey.Samples.ID;
import static london.loti.referral.journey.Samples.LEAD;
import static london.loti.referral.journey.Samples.LINK_WORKER;
import static london.loti.referral.journey.Samples.OTHER_PROVIDER;
import static london.loti.referral.journey.Samples.PROVIDER;
import static london.loti.referral.journey.Samples.REFERRER;
import static london.loti.referral.journey.Samples.SELF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class ReferralsTest {
    private final InMemoryReferralStore store = new InMemoryReferralStore();
    private final HandClock clock = new HandClock(Samples.START);
    private final Sealer sealer = Samples.sealer(store, clock);
    private final Referrals referrals = Referrals.in(store, sealer, clock);
    private final AtomicInteger commands = new AtomicInteger();

    private CommandOutcome handle(ReferralId id, Actor actor, ReferralEvent event) {
        long version = referrals.find(id).map(Referral::version).orElse(0L);
        return referrals.handle(new Command("c" + commands.incrementAndGet(), id, version, actor, event));
    }

    private Referral done(Actor actor, ReferralEvent event) {
        return done(ID, actor, event);
    }

    private Referral done(ReferralId id, Actor actor, ReferralEvent event) {
        return handle(id, actor, event).fold(Done::referral, refused -> {
            throw new AssertionError(refused.refusals().toString());
        });
    }

    private List<Rule> refused(Actor actor, ReferralEvent event) {
        return handle(ID, actor, event)
                .fold(
                        done -> List.of(),
                        refused ->
                                refused.refusals().stream().map(Refusal::rule).toList());
    }

    private Referral requested() {
        done(REFERRER, Samples.draft());
        Referral permitted = done(LINK_WORKER, Samples.permission());
        return done(REFERRER, referrals.request(permitted));
    }

    @Test
    void goesFromADraftToAResidentWhoWasHelped() {
        assertThat(requested().state()).isEqualTo(ReferralState.REQUESTED);
        assertThat(done(PROVIDER, new ReferralEvent.Accepted(null)).state()).isEqualTo(ReferralState.ACCEPTED);
        assertThat(done(PROVIDER, new ReferralEvent.Started()).state()).isEqualTo(ReferralState.IN_PROGRESS);
        Referral completed = done(PROVIDER, new ReferralEvent.Completed(List.of(), null));
        assertThat(completed.state()).isEqualTo(ReferralState.COMPLETED);
        assertThat(completed.residentOutcome()).as("completed is not helped").isEmpty();
        Referral closed = done(
                SELF, new ReferralEvent.OutcomeReported(ResidentOutcome.PARTLY, Samples.DAY, Samples.TELEPHONE, null));
        assertThat(closed.residentOutcome().orElseThrow().outcome()).isEqualTo(ResidentOutcome.PARTLY);
        assertThat(referrals.find(ID)).contains(closed);
    }

    @Test
    void nothingLeavesWithoutAPermission() {
        done(REFERRER, Samples.draft());
        assertThat(refused(REFERRER, new ReferralEvent.Requested(Set.of()))).containsExactly(Rule.NO_PERMISSION);
        done(
                LINK_WORKER,
                Samples.permission(Samples.RESIDENT, Set.of("org-other"), EnumSet.of(SharedField.NAME), Samples.DAY));
        assertThat(refused(REFERRER, new ReferralEvent.Requested(Set.of())))
                .as("a permission for another organisation")
                .containsExactly(Rule.NO_PERMISSION);
        assertThat(store.head().sequence()).isEqualTo(2);
    }

    @Test
    void aPermissionThatEndedSharesNothing() {
        requested();
        assertThat(referrals.find(ID).orElseThrow().outgoing(Samples.DAY.plusDays(90)))
                .isPresent();
        assertThat(referrals.find(ID).orElseThrow().outgoing(Samples.DAY.plusDays(91)))
                .isEmpty();
    }

    @Test
    void whatLeavesIsCutDownToThePermission() {
        Referral referral = requested();
        OutgoingReferral leaves = referral.outgoing(Samples.DAY).orElseThrow();
        assertThat(leaves.content().values().keySet()).containsExactly(SharedField.NAME);
        assertThat(leaves.needs()).containsExactly(ConceptRef.parse("barriers:no-device"));
        assertThat(leaves.safeContact()).isNull();
        assertThat(referral.sent()).containsExactly(SharedField.NAME, SharedField.NEEDS);
    }

    @Test
    void aRequestSaysOnlyWhatThePermissionCovers() {
        done(REFERRER, Samples.draft());
        done(LINK_WORKER, Samples.permission());
        assertThat(refused(REFERRER, new ReferralEvent.Requested(EnumSet.of(SharedField.NAME, SharedField.NOTES))))
                .containsExactly(Rule.NO_PERMISSION);
    }

    @Test
    void aPermissionMustPassThePolicyAndBeAboutTheResident() {
        done(REFERRER, Samples.draft());
        assertThat(refused(
                        LINK_WORKER,
                        Samples.permission(
                                new ResidentRef("resident-token-2"),
                                Set.of("org-online"),
                                EnumSet.of(SharedField.NAME),
                                Samples.DAY.plusDays(2))))
                .containsExactly(Rule.OTHER_RESIDENT, Rule.PERMISSION_REFUSED);
    }

    @Test
    void withdrawalStopsSharingAndTellsWhoGotSomething() {
        requested();
        Referral withdrawn = done(SELF, new ReferralEvent.PermissionWithdrawn(null));
        assertThat(withdrawn.outgoing(Samples.DAY)).isEmpty();
        assertThat(withdrawn.isPermissionWithdrawn()).isTrue();
        assertThat(withdrawn.openMessages())
                .filteredOn(message -> message.template().equals("permission-withdrawn"))
                .extracting(ReferralEvent.MessageQueued::audience, ReferralEvent.MessageQueued::recipient)
                .containsExactly(tuple(Audience.PROVIDER, "org-online"));
    }

    @Test
    void aConcernPausesSendingUntilTheLeadReleasesIt() {
        done(REFERRER, Samples.draft());
        Referral permitted = done(LINK_WORKER, Samples.permission());
        ReferralEvent.SafeguardingRaised concern = new ReferralEvent.SafeguardingRaised(
                ConceptRef.parse("safeguarding-concerns:domestic-abuse"),
                Samples.START.plus(Duration.ofHours(4)),
                null);
        Referral paused = done(REFERRER, concern);
        assertThat(paused.openMessages())
                .extracting(ReferralEvent.MessageQueued::audience)
                .containsExactly(Audience.SAFEGUARDING_LEAD);
        assertThat(refused(REFERRER, referrals.request(permitted))).containsExactly(Rule.SAFEGUARDING);
        assertThat(refused(LINK_WORKER, new ReferralEvent.SafeguardingReleased(null)))
                .containsExactly(Rule.NOT_THIS_ROLE);
        done(LEAD, new ReferralEvent.SafeguardingReleased(null));
        assertThat(refused(LEAD, new ReferralEvent.SafeguardingReleased(null))).containsExactly(Rule.NO_CONCERN);
        assertThat(done(REFERRER, referrals.request(permitted)).outgoing(Samples.DAY))
                .isPresent();
        assertThat(done(PROVIDER, concern).outgoing(Samples.DAY))
                .as("paused again")
                .isEmpty();
    }

    @Test
    void onlyTheOrganisationThatWasAskedAnswers() {
        requested();
        assertThat(refused(OTHER_PROVIDER, new ReferralEvent.Accepted(null))).containsExactly(Rule.OTHER_ORGANISATION);
        assertThat(refused(REFERRER, new ReferralEvent.Accepted(null))).containsExactly(Rule.NOT_THIS_ROLE);
        assertThat(refused(PROVIDER, new ReferralEvent.Started())).containsExactly(Rule.NOT_NOW);
    }

    @Test
    void aCommandThatComesTwiceHappensOnce() {
        Command command = new Command("same", ID, 0, REFERRER, Samples.draft());
        assertThat(referrals.handle(command)).isInstanceOf(Done.class);
        Done again = (Done) referrals.handle(command);
        assertThat(again.before()).isTrue();
        assertThat(store.head().sequence()).isEqualTo(1);
        CommandOutcome elsewhere = referrals.handle(
                new Command("same", new ReferralId("ref-2"), 0, REFERRER, Samples.draft("svc-2", "org-2")));
        assertThat(elsewhere).isInstanceOf(Refused.class);
        assertThat(store.head().sequence()).isEqualTo(1);
    }

    @Test
    void whoDecidesOnAnOldVersionMustReadAgain() {
        requested();
        assertThatThrownBy(
                        () -> referrals.handle(new Command("late", ID, 1, PROVIDER, new ReferralEvent.Accepted(null))))
                .isInstanceOf(ConcurrentChangeException.class)
                .hasMessageContaining("must have version 1");
    }

    @Test
    void theSameServiceIsNotAskedTwiceForTheSameResident() {
        requested();
        CommandOutcome second = handle(new ReferralId("ref-2"), REFERRER, Samples.draft());
        assertThat(((Refused) second).refusals()).extracting(Refusal::rule).containsExactly(Rule.DUPLICATE);
        done(PROVIDER, Samples.rejected());
        assertThat(handle(new ReferralId("ref-2"), REFERRER, Samples.draft())).isInstanceOf(Done.class);
    }

    @Test
    void aWaitingListHasAPlaceAndAnEnd() {
        requested();
        Referral waiting = done(PROVIDER, new ReferralEvent.WaitListed(4, Samples.DAY.plusDays(30)));
        assertThat(waiting.waitingPlace()).contains(new Referral.WaitingPlace(4, Samples.DAY.plusDays(30)));
        assertThat(done(PROVIDER, new ReferralEvent.WaitListed(2, Samples.DAY.plusDays(30)))
                        .waitingPlace()
                        .orElseThrow()
                        .position())
                .isEqualTo(2);
        assertThat(refused(PROVIDER, new ReferralEvent.WaitListed(1, Samples.DAY.minusDays(1))))
                .containsExactly(Rule.WRONG_TIME);
        assertThat(done(PROVIDER, new ReferralEvent.Accepted(null)).waitingPlace())
                .isEmpty();
    }

    @Test
    void afterARejectionTheStoryIsTakenAlongAndWhatWasTriedIsLeftOut() {
        requested();
        Referral rejected = done(PROVIDER, Samples.rejected());
        ReferralId next = new ReferralId("ref-2");
        Referral second = done(
                next, LINK_WORKER, Referrals.draftFrom(rejected, "svc-home-visits", "org-other", Route.RE_REFERRAL));
        assertThat(second.content()).isEqualTo(rejected.content());
        assertThat(second.permission()).as("asked for anew").isEmpty();
        assertThat(referrals.tried(second)).containsExactlyInAnyOrder("svc-classes", "svc-home-visits");
        assertThat(referrals.suggestNext(
                        second, (needs, tried) -> List.of("svc-classes", "svc-library", "svc-home-visits", "svc-sims")))
                .containsExactly("svc-library", "svc-sims");
    }

    @Test
    void aLinkWorkerSplitsAReferralToSeveralServicesAndCanSendItAgain() {
        requested();
        done(PROVIDER, new ReferralEvent.Accepted(null));
        Referral whole = referrals.find(ID).orElseThrow();
        Map<String, String> services = new TreeMap<>(Map.of("svc-library", "org-library", "svc-sims", "org-sims"));
        Referral split = referrals
                .split("split-1", whole, LINK_WORKER, services)
                .fold(Done::referral, refused -> {
                    throw new AssertionError(refused.refusals().toString());
                });
        assertThat(split.state()).isEqualTo(ReferralState.IN_PROGRESS);
        assertThat(split.parts()).containsExactly(new ReferralId("split-1-1"), new ReferralId("split-1-2"));
        long events = store.head().sequence();
        assertThat(referrals.split("split-1", whole, LINK_WORKER, services)).isInstanceOf(Done.class);
        assertThat(store.head().sequence()).isEqualTo(events);
        Referral part = referrals.find(new ReferralId("split-1-2")).orElseThrow();
        assertThat(part.route()).isEqualTo(Route.SPLIT);
        assertThat(part.content()).isEqualTo(whole.content());
        assertThat(referrals.tried(part)).containsExactlyInAnyOrder("svc-classes", "svc-library", "svc-sims");
        assertThat(refused(
                        LINK_WORKER,
                        new ReferralEvent.Split(List.of(new ReferralId("split-1-1"), new ReferralId("elsewhere")))))
                .containsExactly(Rule.UNKNOWN_REFERRAL);
    }

    @Test
    void aResidentRefersThemselvesAndNobodyElseDoesItForThem() {
        ReferralEvent.Drafted staff = Samples.draft();
        ReferralEvent.Drafted self = new ReferralEvent.Drafted(
                staff.resident(),
                staff.service(),
                staff.organisation(),
                Route.SELF,
                null,
                staff.needs(),
                null,
                List.of(),
                staff.content(),
                staff.safeContact());
        assertThat(refused(SELF, staff)).containsExactly(Rule.NOT_THIS_ROLE);
        assertThat(refused(REFERRER, self)).containsExactly(Rule.NOT_THIS_ROLE);
        Referral draft = done(SELF, self);
        assertThat(draft.route()).isEqualTo(Route.SELF);
        assertThat(done(SELF, referrals.request(done(SELF, Samples.permission())))
                        .state())
                .isEqualTo(ReferralState.REQUESTED);
    }

    @Test
    void aLinkIsGoodForOneAnswer() {
        requested();
        done(LINK_WORKER, new ReferralEvent.LinkIssued("link-1", Samples.START.plus(Duration.ofDays(14))));
        clock.set(Samples.START.plus(Duration.ofDays(1)));
        done(PROVIDER, new ReferralEvent.LinkUsed("link-1"));
        assertThat(refused(PROVIDER, new ReferralEvent.LinkUsed("link-1"))).containsExactly(Rule.LINK_NOT_GOOD);
        done(LINK_WORKER, new ReferralEvent.LinkIssued("link-2", Samples.START.plus(Duration.ofDays(2))));
        clock.set(Samples.START.plus(Duration.ofDays(2)));
        assertThat(refused(PROVIDER, new ReferralEvent.LinkUsed("link-2"))).containsExactly(Rule.LINK_NOT_GOOD);
    }

    @Test
    void aClockThatGoesBackDoesNotTurnTheHistoryRound() {
        requested();
        clock.set(Samples.START.minus(Duration.ofDays(1)));
        Referral accepted = done(PROVIDER, new ReferralEvent.Accepted(null));
        assertThat(accepted.history()).extracting(Happened::at).isSorted();
    }

    @Test
    void reasonsAreCodesAndNothingElse() {
        requested();
        assertThat(refused(PROVIDER, new ReferralEvent.Rejected(ConceptRef.parse("referral-reasons:mood"), null)))
                .containsExactly(Rule.UNKNOWN_CODE);
        assertThat(refused(PROVIDER, new ReferralEvent.Rejected(ConceptRef.parse("roles:manager"), null)))
                .containsExactly(Rule.UNKNOWN_CODE);
    }

    @Test
    void nothingAboutTheResidentShowsOrIsKeptInClear() {
        requested();
        done(PROVIDER, Samples.rejected());
        Referral referral = referrals.find(ID).orElseThrow();
        StringBuilder shown = new StringBuilder(referral.toString()).append(referral.content());
        referral.history().forEach(happened -> shown.append(happened).append(happened.event()));
        store.after(0, 1_000)
                .forEach(event ->
                        shown.append(event.open()).append(event.sealed()).append(event));
        assertThat(shown.toString())
                .doesNotContain(Samples.CANARY_NAME, Samples.CANARY_NOTE, "01632", "no-device", "carers", "E01000001");
    }

    @Test
    void everythingOfAllReferralsIsFound() {
        requested();
        done(new ReferralId("ref-2"), REFERRER, Samples.draft("svc-library", "org-library"));
        assertThat(referrals.all()).extracting(Referral::id).containsExactly(ID, new ReferralId("ref-2"));
        assertThat(referrals.of(Samples.RESIDENT)).hasSize(2);
        assertThat(referrals.of(new ResidentRef("resident-token-9"))).isEmpty();
    }

    /** The same command on its way twice: the second is overtaken, at each question that it asks the store. */
    @Test
    void aCommandThatIsUnderWayTwiceHappensOnceAndIsNoConflict() {
        requested();
        Command draft = new Command(
                "twice-1", new ReferralId("ref-2"), 0, REFERRER, Samples.draft("svc-library", "org-library"));
        Command accept = new Command(
                "twice-2", ID, referrals.find(ID).orElseThrow().version(), PROVIDER, new ReferralEvent.Accepted(null));
        for (Command command : List.of(draft, accept)) {
            long before = store.head().sequence();
            AtomicInteger questions = new AtomicInteger();
            ReferralStore overtaken = (ReferralStore) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {ReferralStore.class}, (proxy, method, arguments) -> {
                        Object answer = null;
                        boolean first = questions.incrementAndGet() == 1;
                        if (first) {
                            answer = method.invoke(store, arguments);
                            assertThat(referrals.handle(command)).isInstanceOf(Done.class);
                        }
                        return first ? answer : method.invoke(store, arguments);
                    });
            CommandOutcome outcome = Referrals.in(overtaken, sealer, clock).handle(command);
            long after = store.head().sequence();
            assertThat(after).isGreaterThan(before);
            assertThat(outcome).isInstanceOf(Done.class);
            assertThat(((Done) outcome).referral().version())
                    .isEqualTo(referrals.find(command.referral()).orElseThrow().version());
            assertThat(referrals.handle(command)).isInstanceOf(Done.class);
            assertThat(store.head().sequence()).isEqualTo(after);
        }
    }

    @Test
    void aCommandIdThatWasUsedForAnotherReferralIsRefused() {
        requested();
        ReferralId other = new ReferralId("ref-2");
        done(other, REFERRER, Samples.draft("svc-library", "org-library"));
        long events = store.head().sequence();
        for (ReferralId id : List.of(other, new ReferralId("ref-3"))) {
            long version = referrals.find(id).map(Referral::version).orElse(0L);
            ReferralEvent event = id.equals(other) ? Samples.permission() : Samples.draft("svc-sims", "org-sims");
            assertThat(referrals.handle(new Command("c1", id, version, REFERRER, event)))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusals())
                                    .extracting(Refusal::rule)
                                    .containsExactly(Rule.UNKNOWN_REFERRAL));
        }
        assertThat(store.head().sequence()).isEqualTo(events);
    }
}
