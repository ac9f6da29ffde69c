package london.loti.referral;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import london.loti.model.codelist.AlsoAsk;
import london.loti.model.codelist.Codelists;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.governance.PermissionPolicy;
import london.loti.model.governance.PermissionRequest;
import london.loti.model.governance.RetentionRule;
import london.loti.model.json.LotiJson;
import london.loti.model.need.Answer;
import london.loti.model.need.AnswerDetail;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.NeedsComparison;
import london.loti.model.need.NeedsGrid;
import london.loti.model.need.NeedsSnapshot;
import london.loti.referral.audit.AccessLog;
import london.loti.referral.audit.AuditTrail;
import london.loti.referral.feedback.Period;
import london.loti.referral.feedback.ReferralReport;
import london.loti.referral.feedback.ReferralReports;
import london.loti.referral.feedback.ReportCsv;
import london.loti.referral.feedback.ReportPage;
import london.loti.referral.journey.Actor;
import london.loti.referral.journey.Command;
import london.loti.referral.journey.DeadlinePolicy;
import london.loti.referral.journey.DeadlineSweep;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralEvent.MessageQueued;
import london.loti.referral.journey.ReferralEvent.ResidentOutcome;
import london.loti.referral.journey.ReferralId;
import london.loti.referral.journey.Referrals;
import london.loti.referral.journey.Route;
import london.loti.referral.journey.SafeContact;
import london.loti.referral.linkwork.Caseload;
import london.loti.referral.linkwork.ContactSummary;
import london.loti.referral.linkwork.Handover;
import london.loti.referral.linkwork.PlanEvent;
import london.loti.referral.linkwork.PlanId;
import london.loti.referral.linkwork.PlanOutcome;
import london.loti.referral.linkwork.Supervision;
import london.loti.referral.linkwork.SupportPlan;
import london.loti.referral.linkwork.WorkloadPolicy;
import london.loti.referral.message.AskingPolicy;
import london.loti.referral.message.AskingSweep;
import london.loti.referral.message.EmergencyAdvice;
import london.loti.referral.message.Letterhead;
import london.loti.referral.message.MessageSender;
import london.loti.referral.message.MessageTemplates;
import london.loti.referral.message.Outbox;
import london.loti.referral.message.OutboxReport;
import london.loti.referral.message.ProviderLinks;
import london.loti.referral.message.ResidentView;
import london.loti.referral.message.ResidentWords;
import london.loti.referral.message.ServiceNames;
import london.loti.referral.message.TemplateSet;
import london.loti.referral.records.Erasure;
import london.loti.referral.records.Retention;
import london.loti.referral.records.SubjectAccess;
import london.loti.referral.store.InMemoryReferralStore;

import static london.loti.referral.Town.DAY;
import static london.loti.referral.Town.FULL;
import static london.loti.referral.Town.LEAD;
import static london.loti.referral.Town.LINK_WORKER;
import static london.loti.referral.Town.PROVIDER;
import static london.loti.referral.Town.PURPOSE;
import static london.loti.referral.Town.REFERRER;
import static london.loti.referral.Town.SELF;
import static london.loti.referral.Town.SMS;
import static london.loti.referral.Town.SUPERVISOR;
import static london.loti.referral.Town.safe;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Name, postcode, note, telephone and e-mail of a resident go through every path of a referral, one path a test, and show in
 * nothing that is printed, logged, thrown or said by an object of itself. {@link WatchTest} shows that a leak would be found;
 * {@link CanaryInputTest} and {@link CanaryStoreTest} are the same for what is read and for databases.
 */
class CanaryTest {
    private final Watch watch = new Watch();
    private final Town town = new Town(watch, new InMemoryReferralStore());

    @AfterEach
    void nothingCameToLight() {
        watch.look(town);
        town.store
                .after(0, 10_000)
                .forEach(event -> watch.text("what is kept in clear of " + event.type(), inClear(event.open())));
        watch.close();
        assertThat(watch.leaks()).isEmpty();
    }

    /** The resident's token is the one thing about a resident that a store holds in clear. */
    private static String inClear(String open) {
        return open.replace(Canary.RESIDENT.token(), "token");
    }

    private static ReferralEvent contact(String outcome) {
        return new ReferralEvent.ContactAttempted(SMS, new ConceptRef("contact-outcomes", outcome), Canary.note());
    }

    private static ReferralEvent outcome(ResidentOutcome said) {
        return new ReferralEvent.OutcomeReported(said, DAY, SMS, Canary.note());
    }

    @Test
    void aConversation() {
        NeedsGrid grid = Codelists.needsGrid();
        NeedsSnapshot before =
                NeedsSnapshot.begin(Canary.RESIDENT, grid, DAY.minusDays(30), ConceptRef.parse("roles:link-worker"));
        NeedsSnapshot after = NeedsSnapshot.begin(Canary.RESIDENT, grid, DAY, ConceptRef.parse("roles:link-worker"));
        for (NeedsGrid.Group group : grid.groups()) {
            for (var concept : group.needs()) {
                before = before.with(grid, concept.code(), Answer.YES);
                after = after.with(grid, concept.code(), Answer.NO, AnswerDetail.NONE);
            }
        }
        NeedsSnapshot one = before;
        NeedsSnapshot two = after;
        watch.look(List.of(one, two));
        watch.run(() -> NeedsComparison.of(one, two, grid, Codelists.bundled("severity")));
        watch.run(() -> AlsoAsk.bundled().suggest(one, List.of()));
        watch.run(() -> one.with(grid, Canary.NAME, Answer.YES));
        watch.text("a snapshot as JSON", LotiJson.write(one).replace(Canary.RESIDENT.token(), "token"));
    }

    @Test
    void fromDraftToOutcome() {
        town.requested("r1", safe(SMS));
        town.done("r1", PROVIDER, new ReferralEvent.WaitListed(3, DAY.plusDays(20)));
        town.done("r1", PROVIDER, new ReferralEvent.Accepted(DAY.plusDays(2)));
        town.done("r1", LINK_WORKER, contact("no-answer"));
        town.done("r1", PROVIDER, contact("reached"));
        town.done("r1", PROVIDER, new ReferralEvent.Started());
        town.done("r1", PROVIDER, new ReferralEvent.Held(FULL, Canary.note()));
        town.done("r1", PROVIDER, new ReferralEvent.Resumed());
        town.done("r1", PROVIDER, new ReferralEvent.Completed(List.of(), Canary.note()));
        town.done("r1", SELF, outcome(ResidentOutcome.PARTLY));
        watch.run(() -> town.referrals.view("look-1", new ReferralId("r1"), LINK_WORKER, PURPOSE));
        watch.run(() -> town.referrals.viewOutgoing("look-2", new ReferralId("r1"), PROVIDER, PURPOSE));
        watch.run(() -> town.find("r1").outgoing(DAY));
        watch.run(town.referrals::all);
    }

    @Test
    void everyOtherEnd() {
        List<ReferralEvent> ends = List.of(
                new ReferralEvent.Rejected(FULL, Canary.note()),
                new ReferralEvent.Cancelled(FULL, Canary.note()),
                new ReferralEvent.EnteredInError(FULL));
        for (int i = 0; i < ends.size(); i++) {
            String id = "end-" + i;
            town.requested(id, safe(SMS));
            town.done(id, i == 0 ? PROVIDER : REFERRER, ends.get(i));
        }
        town.requested("failed", safe(SMS));
        town.done("failed", PROVIDER, new ReferralEvent.Accepted(null));
        town.done("failed", PROVIDER, new ReferralEvent.Failed(FULL, Canary.note()));
        town.requested("late", safe(SMS));
        town.pass(Duration.ofDays(9));
        watch.run(() -> new DeadlineSweep(town.referrals, town.deadlines).run());
    }

    @Test
    void splitReferredOnAndReferredBySelf() {
        town.requested("whole", safe(SMS));
        Referral accepted = town.done("whole", PROVIDER, new ReferralEvent.Accepted(null));
        watch.run(
                () -> town.referrals.split("split", accepted, LINK_WORKER, Map.of("svc-a", "org-a", "svc-b", "org-b")));
        town.requested("full", safe(SMS));
        Referral rejected = town.done("full", PROVIDER, new ReferralEvent.Rejected(FULL, Canary.note()));
        watch.run(() -> town.referrals.suggestNext(rejected, (needs, tried) -> List.of("svc-a", "svc-next")));
        ReferralEvent.Drafted next = Referrals.draftFrom(rejected, "svc-next", "org-next", Route.RE_REFERRAL);
        town.done("next", LINK_WORKER, next);
        town.done("own", SELF, Town.draft(Route.SELF, "svc-own", safe(SMS)));
    }

    @Test
    void permissionsGrantedRefusedAndWithdrawn() {
        PermissionRequest request = Town.permission();
        watch.look(request);
        watch.run(() -> PermissionPolicy.withDefaults().decide(request, DAY));
        watch.run(() -> PermissionPolicy.withDefaults().decide(request, DAY.minusDays(1)));
        town.requested("r1", safe(SMS));
        town.done("r1", SELF, new ReferralEvent.PermissionWithdrawn(Canary.note()));
        town.handle("r1", REFERRER, new ReferralEvent.PermissionRecorded(null));
    }

    @Test
    void safeguarding() {
        town.requested("r1", safe(SMS));
        ConceptRef concern = ConceptRef.parse("safeguarding-concerns:domestic-abuse");
        town.done(
                "r1",
                LINK_WORKER,
                new ReferralEvent.SafeguardingRaised(concern, Town.START.plus(Duration.ofHours(4)), Canary.note()));
        watch.run(() -> EmergencyAdvice.withDefaults().forStaff(LINK_WORKER, concern));
        watch.run(() -> town.outbox(false).deliverAll());
        town.handle("r1", LINK_WORKER, new ReferralEvent.SafeguardingReleased(Canary.note()));
        town.done("r1", LEAD, new ReferralEvent.SafeguardingReleased(Canary.note()));
    }

    @Test
    void whatIsRefusedComesTwiceOrTooLate() {
        town.requested("r1", safe(SMS));
        town.handle("r1", PROVIDER, new ReferralEvent.Amended(List.of(), Canary.content(), safe(SMS)));
        town.handle("r1", REFERRER, new ReferralEvent.Rejected(ConceptRef.parse("barriers:no-device"), Canary.note()));
        town.handle("r2", REFERRER, Town.draft(Route.DIRECT, "svc-r1", safe(SMS)));
        town.handle("nobody", REFERRER, new ReferralEvent.Cancelled(FULL, Canary.note()));
        ReferralId id = new ReferralId("r1");
        ReferralEvent cancelled = new ReferralEvent.Cancelled(FULL, Canary.note());
        watch.run(() -> town.referrals.handle(new Command("late", id, 1, REFERRER, cancelled)));
        long version = town.find("r1").version();
        watch.run(() -> town.referrals.handle(new Command("twice", id, version, REFERRER, cancelled)));
        watch.run(() -> town.referrals.handle(new Command("twice", id, version, REFERRER, cancelled)));
        watch.run(() -> town.referrals.handle(new Command("twice", new ReferralId("other"), 0, REFERRER, cancelled)));
    }

    @Test
    void aLinkForAProviderWithoutASystem() {
        town.requested("r1", safe(SMS));
        ProviderLinks links = town.links();
        ProviderLinks.Link link = links.issue("wish", new ReferralId("r1"), ProviderLinks.Purpose.ANSWER, Actor.SYSTEM)
                .orElseThrow();
        watch.look(link);
        watch.text("a link", link.address().reveal());
        String token = link.address().reveal().replaceFirst(".*#", "");
        watch.run(() -> links.open("look", token));
        watch.run(() -> links.open("look", Canary.NAME));
        watch.run(() -> links.answer(Canary.NOTE, new ReferralEvent.Accepted(null)));
        watch.run(() -> links.answer(token, new ReferralEvent.Rejected(FULL, Canary.note())));
        watch.run(() -> links.answer(token, new ReferralEvent.Rejected(FULL, Canary.note())));
    }

    @Test
    void everyMessageByEveryWay() {
        List<SafeContact> contacts = List.of(
                safe(SMS),
                safe(ConceptRef.parse("channels:email")),
                safe(ConceptRef.parse("channels:post")),
                safe(ConceptRef.parse("channels:telephone")),
                new SafeContact(true, List.of(SMS), null, null, true),
                new SafeContact(true, List.of(SMS), LocalTime.of(14, 0), LocalTime.of(16, 0), false),
                SafeContact.NOT_AT_ALL);
        for (int i = 0; i < contacts.size(); i++) {
            town.requested("r" + i, contacts.get(i));
            queueEveryTemplate("r" + i);
            boolean byLink = i % 2 == 0;
            watch.run(() -> town.outbox(byLink).deliverAll());
        }
        assertThat(town.sent).hasSizeGreaterThan(60);
        town.sent.forEach(message -> {
            watch.look(message);
            watch.text("a message's words", message.body().reveal());
            watch.text("a message's subject and id", message.subject() + " " + message.id());
        });
    }

    private void queueEveryTemplate(String id) {
        for (TemplateSet.Template template :
                MessageTemplates.withDefaults().set().templates()) {
            String recipient = switch (template.audience()) {
                case RESIDENT -> MessageQueued.RESIDENT;
                case PROVIDER -> "org-online";
                default -> "staff-1";
            };
            town.done(
                    id,
                    Actor.SYSTEM,
                    new MessageQueued("q-" + template.name(), template.audience(), recipient, template.name()));
        }
    }

    @Test
    void sendersThatFailAndSayTooMuch() {
        List<MessageSender> senders = List.of(
                message -> {
                    throw new IllegalStateException(
                            "could not send to " + message.to().reveal() + ": " + Canary.NAME + ", " + Canary.NOTE);
                },
                message -> new MessageSender.Failed(message.to().reveal(), false),
                message -> new MessageSender.Failed(message.to().reveal().replaceAll("[^0-9]", ""), false),
                message -> new MessageSender.Failed("bad-address", false));
        for (int i = 0; i < senders.size(); i++) {
            String id = "r" + i;
            town.sender = senders.get(i);
            town.requested(id, safe(i == 1 ? ConceptRef.parse("channels:email") : SMS));
            watch.run(() -> town.outbox(true).deliverAll());
            watch.run(() -> town.find(id).unsentMessages());
        }
        town.pass(Duration.ofDays(4));
        watch.run(() -> town.outbox(true).deliverAll());
        Referral failed = town.find("r3");
        assertThat(failed.unsentMessages()).isNotEmpty();
        String message = failed.unsentMessages().get(0).message().message();
        town.done("r3", LINK_WORKER, new ReferralEvent.MessageHandled(message, Canary.note()));
        watch.run(() -> Caseload.of("staff-2", town.referrals.all(), town.deadlines, WorkloadPolicy.withDefaults())
                .open(town.clock.instant()));
    }

    @Test
    void anAddressBookAndServicesThatSayTooMuch() {
        town.requested("r1", safe(SMS));
        Outbox outbox = Outbox.of(
                town.referrals,
                town.sender,
                (audience, id) -> {
                    throw new IllegalStateException("no address for " + Canary.NAME);
                },
                service -> Optional.of(new ServiceNames.Name(Canary.NAME, true)),
                new Letterhead("Hollowbrook Council", "01632 960999"),
                town.clock);
        assertThat(watch.run(outbox::deliverAll).lines())
                .extracting(OutboxReport.Line::why)
                .containsExactly("address-book-exception");
        town.sent.forEach(
                message -> watch.text("a message's words", message.body().reveal()));
    }

    @Test
    void asked() {
        town.requested("r1", safe(SMS));
        town.done("r1", PROVIDER, new ReferralEvent.Accepted(null));
        town.done("r1", PROVIDER, new ReferralEvent.Completed(List.of(), Canary.note()));
        town.pass(Duration.ofDays(5));
        AskingSweep sweep =
                new AskingSweep(town.referrals, town.outbox(false), AskingPolicy.withDefaults(), Town.everyDay());
        assertThat(watch.run(sweep::run)).isEqualTo(1);
        watch.run(() -> town.outbox(false).deliverAll());
        town.done("r1", LINK_WORKER, outcome(ResidentOutcome.NOT_HELPED));
    }

    @Test
    void whatAResidentSees() {
        for (SafeContact contact : List.of(safe(SMS), SafeContact.NOT_AT_ALL)) {
            String id = "r" + contact.channels().size();
            town.requested(id, contact);
            town.done(id, PROVIDER, new ReferralEvent.Rejected(FULL, Canary.note()));
            ResidentView view =
                    watch.run(() -> ResidentView.of(town.find(id), town.services(), ResidentWords.withDefaults()));
            watch.text("a resident's page", LotiJson.write(view));
        }
    }

    private PlanOutcome plan(Actor actor, PlanEvent event) {
        PlanId id = new PlanId("p1");
        long version = town.plans.find(id).map(SupportPlan::version).orElse(0L);
        watch.look(event);
        return watch.run(() -> town.plans.handle("plan-" + version + event.type(), id, version, actor, event));
    }

    private void wholePlan() {
        plan(LINK_WORKER, new PlanEvent.PlanStarted(Canary.RESIDENT));
        plan(LINK_WORKER, new PlanEvent.GoalSet("g1", Canary.note(), DAY.plusDays(9)));
        plan(LINK_WORKER, new PlanEvent.GoalSet("g2", null, DAY.minusDays(9)));
        plan(
                LINK_WORKER,
                new PlanEvent.ActionSet("a1", "g1", PlanEvent.Doer.SOMEBODY_ELSE, Canary.note(), DAY.plusDays(3)));
        plan(LINK_WORKER, new PlanEvent.PlanAgreed(DAY));
        plan(LINK_WORKER, new PlanEvent.ActionUpdated("a1", PlanEvent.Progress.BEGUN, Canary.note()));
        plan(SUPERVISOR, new PlanEvent.GoalReviewed("g1", PlanEvent.Progress.BEGUN, Canary.note(), null));
        plan(PROVIDER, new PlanEvent.PlanClosed());
    }

    @Test
    void theLinkWorkersWork() {
        Referral referral = town.requested("r1", safe(SMS));
        wholePlan();
        watch.run(() -> town.plans.view("look", new PlanId("p1"), LINK_WORKER, PURPOSE));
        town.done("r1", LINK_WORKER, contact("call-back-agreed"));
        watch.run(() -> ContactSummary.of(town.find("r1")));
        List<Referral> all = town.referrals.all();
        Caseload caseload = Caseload.of("staff-2", all, town.deadlines, WorkloadPolicy.withDefaults());
        watch.run(() -> caseload.open(town.clock.instant()));
        watch.run(() -> caseload.warnings(town.clock.instant()));
        watch.run(() -> Caseload.ofNobody(all, town.deadlines, WorkloadPolicy.withDefaults())
                .dayList(town.clock.instant()));
        watch.run(() ->
                Handover.of(town.find("r1"), Set.of("svc-before"), town.plans.of(Canary.RESIDENT), town.deadlines));
        Supervision.Reviewed review = new Supervision.Reviewed(Supervision.Result.CHANGE, Canary.note());
        watch.run(() -> {
            town.supervision.record("review", referral, SUPERVISOR, review);
            return town.supervision.of(referral.id());
        });
        watch.run(() -> {
            town.supervision.record("review-2", referral, LINK_WORKER, review);
            return "never";
        });
        watch.run(() -> town.supervision.due(caseload));
    }

    @Test
    void reports() {
        for (int i = 0; i < 3; i++) {
            town.requested("r" + i, safe(SMS));
            town.done("r" + i, PROVIDER, new ReferralEvent.Rejected(FULL, Canary.note()));
            town.done("r" + i, SELF, outcome(ResidentOutcome.NOT_HELPED));
        }
        ReferralReport report = watch.run(
                () -> ReferralReports.of(DisclosureRule.withDefaults(), DeadlinePolicy.withDefaults(), Town.everyDay())
                        .report(town.referrals.all(), List.of(), new Period(DAY.minusDays(9), DAY.plusDays(9))));
        watch.text("the report as a page", ReportPage.html(report, "Referrals"));
        watch.text("the report as a table", ReportCsv.of(report));
        watch.text("the report's headlines", report.headlines() + report.statement());
    }

    @Test
    void auditAndWhoLooked() {
        town.requested("r1", safe(SMS));
        AccessLog log = new AccessLog(town.store, town.clock);
        watch.run(() -> town.referrals.view("look", new ReferralId("r1"), REFERRER, PURPOSE));
        watch.run(() -> log.about(Canary.RESIDENT.token()));
        watch.run(() -> {
            log.record("look", Canary.NAME, Canary.RESIDENT.token(), "staff-1", "REFERRER", PURPOSE);
            return "never";
        });
        watch.run(() -> AuditTrail.verify(town.store, List.of()));
        watch.look(town.store.after(0, 1_000));
        town.store.erase("r1", Canary.RESIDENT.token());
        watch.run(() -> AuditTrail.verify(town.store, List.of()));
    }

    @Test
    void erasureAndTheCopyForTheResidentAlone() {
        Referral referral = town.requested("r1", safe(SMS));
        wholePlan();
        plan(LINK_WORKER, new PlanEvent.PlanClosed());
        town.supervision.record(
                "review", referral, SUPERVISOR, new Supervision.Reviewed(Supervision.Result.CHANGE, Canary.note()));
        SubjectAccess access =
                new SubjectAccess(town.referrals, town.plans, town.supervision, new AccessLog(town.store, town.clock));
        String copy = access.export(Canary.RESIDENT);
        assertThat(copy).as("here it belongs").contains(Canary.all());
        watch.look(access);
        Erasure erasure = new Erasure(town.referrals, town.plans, town.store, town.sealer, town.clock);
        watch.run(() -> erasure.everything(Canary.RESIDENT, "request-1", SUPERVISOR));
        town.done("r1", SUPERVISOR, new ReferralEvent.LegalHoldPlaced("matter-1"));
        town.done("r1", PROVIDER, new ReferralEvent.Rejected(FULL, Canary.note()));
        RetentionRule rule = RetentionRule.withDefaults();
        watch.run(() -> Retention.plan(rule, town.referrals.all(), town.plans.all(), DAY.plusYears(9)));
        watch.run(() -> erasure.everything(Canary.RESIDENT, "request-2", SUPERVISOR));
        town.done("r1", SUPERVISOR, new ReferralEvent.LegalHoldLifted("matter-1"));
        watch.run(() -> erasure.carryOut(
                Retention.plan(rule, town.referrals.all(), town.plans.all(), DAY.plusYears(9)), Actor.SYSTEM));
        watch.run(() -> erasure.everything(Canary.RESIDENT, "request-3", SUPERVISOR));
        assertThat(town.store.key(Canary.RESIDENT.token())).isEmpty();
        watch.text("the copy after", inClear(access.export(Canary.RESIDENT)));
        town.handle("new", REFERRER, Town.draft(Route.DIRECT, "svc-new", safe(SMS)));
    }
}
