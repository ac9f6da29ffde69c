package london.loti.referral.message;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import london.loti.model.governance.PermissionPolicy;
import london.loti.model.governance.SharedField;
import london.loti.model.need.ConceptRef;
import london.loti.model.privacy.Sensitive;
import london.loti.referral.journey.Deadline;
import london.loti.referral.journey.Happened;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralContent;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralEvent.Audience;
import london.loti.referral.journey.ReferralId;
import london.loti.referral.journey.ReferralState;
import london.loti.referral.journey.Role;
import london.loti.referral.journey.Route;
import london.loti.referral.journey.SafeContact;
import london.loti.referral.journey.Transitions;

import static london.loti.referral.message.Council.SMS;
import static london.loti.referral.message.Council.safe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ResidentViewTest {
    private static final ResidentWords WORDS = ResidentWords.withDefaults();
    private static final ConceptRef REASON = ConceptRef.parse("referral-reasons:safeguarding");
    private static final Sensitive<String> NOTE = Sensitive.of(Council.NOTE);
    private static final LocalDate DAY = Council.DAY;
    private static final Instant DUE = Council.START.plus(Duration.ofHours(4));
    private static final ServiceNames NAMES = service -> Optional.of(new ServiceNames.Name("Online Basics", false));

    /** One of every kind, with a canary wherever one fits: names of people in codes, too. */
    private static Map<String, ReferralEvent> everyEvent(SafeContact contact) {
        ReferralContent content = ReferralContent.EMPTY.with(SharedField.NOTES, Council.NOTE);
        List<ReferralEvent> all = List.of(
                Council.draft(Route.DIRECT, contact),
                new ReferralEvent.Amended(List.of(ConceptRef.parse("barriers:canary-need")), content, contact),
                Council.permission(),
                new ReferralEvent.PermissionWithdrawn(NOTE),
                new ReferralEvent.Requested(EnumSet.of(SharedField.NAME)),
                new ReferralEvent.WaitListed(77_123, DAY.plusDays(30)),
                new ReferralEvent.Accepted(DAY.plusDays(3)),
                new ReferralEvent.Rejected(REASON, NOTE),
                new ReferralEvent.WaitExpired(),
                new ReferralEvent.Started(),
                new ReferralEvent.Held(REASON, NOTE),
                new ReferralEvent.Resumed(),
                new ReferralEvent.Completed(List.of(ConceptRef.parse("done:canary-done")), NOTE),
                new ReferralEvent.Failed(REASON, NOTE),
                new ReferralEvent.Cancelled(REASON, NOTE),
                new ReferralEvent.EnteredInError(REASON),
                new ReferralEvent.Split(List.of(new ReferralId("canary-1"), new ReferralId("canary-2"))),
                new ReferralEvent.ContactAttempted(SMS, ConceptRef.parse("contact-outcomes:canary"), NOTE),
                new ReferralEvent.OutcomeReported(ReferralEvent.ResidentOutcome.NOT_HELPED, DAY, SMS, NOTE),
                Council.concern(),
                new ReferralEvent.SafeguardingReleased(NOTE),
                new ReferralEvent.DeadlineMissed(Deadline.Kind.SAFEGUARDING, DUE),
                new ReferralEvent.HandedOver("canary-worker", NOTE),
                new ReferralEvent.LinkIssued("canary-link", DUE),
                new ReferralEvent.LinkUsed("canary-link"),
                new ReferralEvent.LinkRevoked("canary-link"),
                new ReferralEvent.MessageQueued(
                        "canary-m", Audience.SAFEGUARDING_LEAD, "canary-lead", "safeguarding-task"),
                new ReferralEvent.MessageSent("canary-m", SMS),
                new ReferralEvent.MessageFailed("canary-m", "canary-problem"),
                new ReferralEvent.MessageWithheld("canary-m", ReferralEvent.Withheld.SAFEGUARDING),
                new ReferralEvent.MessageHandled("canary-m", NOTE),
                new ReferralEvent.LegalHoldPlaced("canary-hold"),
                new ReferralEvent.LegalHoldLifted("canary-hold"),
                new ReferralEvent.PersonalDataErased("canary-rule"));
        Map<String, ReferralEvent> byType = new LinkedHashMap<>();
        all.forEach(event -> byType.put(event.type(), event));
        return byType;
    }

    private static String shown(ResidentView view) {
        return view.service() + view.state() + view.next() + view.history();
    }

    /** Depth first over the table: every event in every state that can be reached by at most seven events. */
    private static void walk(List<Happened> history, ReferralState state, Set<String> seen, List<Referral> found) {
        for (Map.Entry<String, ReferralEvent> entry : everyEvent(safe(SMS)).entrySet()) {
            for (Role role : Role.values()) {
                ReferralState next =
                        Transitions.next(state, entry.getKey(), role).orElse(null);
                if (next == null || !seen.add(state + ">" + entry.getKey())) {
                    continue;
                }
                List<Happened> more = new ArrayList<>(history);
                more.add(new Happened(more.size() + 1L, Council.START, "canary-actor", role, entry.getValue()));
                found.add(Referral.rebuild(Council.ID, more, PermissionPolicy.withDefaults()));
                walk(more, next, seen, found);
            }
        }
    }

    @Test
    void ofEveryEventInEveryStateNothingShowsThatMustNot() {
        assertThat(everyEvent(safe(SMS)).keySet())
                .as("one of every kind")
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ReferralEvent.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
        List<Happened> draft = List.of(
                new Happened(1, Council.START, "canary-actor", Role.REFERRER, Council.draft(Route.DIRECT, safe(SMS))));
        List<Referral> found = new ArrayList<>();
        walk(draft, ReferralState.DRAFT, new HashSet<>(), found);
        assertThat(found).hasSizeGreaterThan(150);
        assertThat(found.stream().map(Referral::state).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(ReferralState.values());
        for (Referral referral : found) {
            ResidentView view = ResidentView.of(referral, NAMES, WORDS);
            assertThat(shown(view))
                    .doesNotContain(Council.CANARIES.toArray(new String[0]))
                    .doesNotContain("canary", "77123", "svc-online", "org-online", "no-device", "staff")
                    .doesNotContainIgnoringCase("safeguard")
                    .doesNotContainIgnoringCase("abuse")
                    .doesNotContainIgnoringCase("concern");
            assertThat(view.toString()).isEqualTo("ResidentView[redacted]");
        }
    }

    @Test
    void aConcernChangesNothingThatShows() {
        Council council = new Council().requested(safe(SMS));
        ResidentView before = ResidentView.of(council.referral(), NAMES, WORDS);
        council.done(Council.LINK_WORKER, Council.concern());
        assertThat(ResidentView.of(council.referral(), NAMES, WORDS)).isEqualTo(before);
        council.outbox().deliverAll();
        assertThat(ResidentView.of(council.referral(), NAMES, WORDS)).isEqualTo(before);
        council.done(Council.LEAD, new ReferralEvent.SafeguardingReleased(NOTE));
        assertThat(ResidentView.of(council.referral(), NAMES, WORDS)).isEqualTo(before);
    }

    @Test
    void saysHowThingsStandAndWhatComesNext() {
        Council council = new Council().requested(safe(SMS));
        council.done(Council.PROVIDER, new ReferralEvent.Accepted(null));
        ResidentView view = ResidentView.of(council.referral(), NAMES, WORDS);
        assertThat(view.service()).isEqualTo("Online Basics");
        assertThat(view.state()).isEqualTo("They can help you.");
        assertThat(view.next()).contains("They will get in touch with you soon.");
        assertThat(view.history())
                .extracting(ResidentView.Line::words)
                .containsExactly("We began to write down what would help you.", "We asked for help.", "They said yes.");
        assertThat(view.history()).extracting(ResidentView.Line::day).containsOnly(DAY);
    }

    @Test
    void aServiceIsNotNamedWhereItsNameOrThePageCouldTell() {
        for (SafeContact contact : new SafeContact[] {null, Council.residentOnly(SMS), SafeContact.NOT_AT_ALL}) {
            Council council = new Council().requested(contact);
            assertThat(ResidentView.of(council.referral(), NAMES, WORDS).service())
                    .isEqualTo("a local service");
        }
        Council council = new Council().requested(safe(SMS));
        ServiceNames refuge = service -> Optional.of(new ServiceNames.Name("Heron House Refuge", true));
        assertThat(ResidentView.of(council.referral(), refuge, WORDS).service()).isEqualTo("a local service");
        assertThat(ResidentView.of(council.referral(), service -> Optional.empty(), WORDS)
                        .service())
                .isEqualTo("a local service");
    }

    @Test
    void aChildOfNineCanReadIt() {
        WORDS.states()
                .forEach((state, words) -> assertThat(MessageTemplatesTest.ReadingAge.of(String.join(" ", words)))
                        .as(state.name())
                        .satisfiesAnyOf(
                                age -> assertThat(age).isLessThanOrEqualTo(9),
                                age -> assertThat(age).isNaN()));
        assertThat(MessageTemplatesTest.ReadingAge.of(
                        String.join(" ", WORDS.events().values())))
                .isLessThanOrEqualTo(9);
        assertThat(MessageTemplatesTest.ReadingAge.of(
                        WORDS.states().values().stream().flatMap(List::stream).collect(Collectors.joining(" "))))
                .isLessThanOrEqualTo(9);
    }

    @Test
    void wordsCanHideAnEventAndShowNoOther() {
        Map<String, String> more = new LinkedHashMap<>(WORDS.events());
        more.put("SafeguardingRaised", "Somebody worries about you.");
        assertThatThrownBy(() -> new ResidentWords(
                        "own", "1", "2026-11-25", WORDS.source(), "en", "a service", WORDS.states(), more))
                .hasMessageStartingWith("only these events show to a resident");
        ResidentWords fewer = new ResidentWords(
                "own", "1", "2026-11-25", WORDS.source(), "en", "a service", WORDS.states(), Map.of());
        Council council = new Council().requested(safe(SMS));
        assertThat(ResidentView.of(council.referral(), NAMES, fewer).history()).isEmpty();
    }
}
