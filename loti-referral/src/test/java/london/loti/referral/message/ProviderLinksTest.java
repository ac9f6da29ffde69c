package london.loti.referral.message;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import london.loti.model.governance.SharedField;
import london.loti.model.need.ConceptRef;
import london.loti.model.privacy.Sensitive;
import london.loti.referral.journey.Actor;
import london.loti.referral.journey.Command;
import london.loti.referral.journey.DeadlinePolicy;
import london.loti.referral.journey.Happened;
import london.loti.referral.journey.ReferralContent;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralId;
import london.loti.referral.journey.ReferralState;
import london.loti.referral.journey.Role;
import london.loti.referral.journey.Route;
import london.loti.referral.message.ProviderLinks.Answered;
import london.loti.referral.message.ProviderLinks.Link;
import london.loti.referral.message.ProviderLinks.Purpose;

import static london.loti.referral.message.Council.ID;
import static london.loti.referral.message.Council.LINK_WORKER;
import static london.loti.referral.message.Council.key;
import static london.loti.referral.message.Council.keys;
import static london.loti.referral.message.Council.safe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProviderLinksTest {
    private static final ReferralEvent YES = new ReferralEvent.Accepted(null);
    private static final ReferralEvent NO =
            new ReferralEvent.Rejected(ConceptRef.parse("referral-reasons:at-capacity"), Sensitive.of(Council.NOTE));

    private final Council council = new Council();
    private final ProviderLinks links = council.links();
    private final AtomicInteger looks = new AtomicInteger();

    @BeforeEach
    void request() {
        council.requested(safe(Council.SMS));
    }

    private Link issue(Purpose purpose) {
        return links.issue("wish-1", ID, purpose, Actor.SYSTEM).orElseThrow();
    }

    private static String token(Link link) {
        return link.address().reveal().replaceFirst(".*#", "");
    }

    private boolean opens(String token) {
        return links.open("look-" + looks.incrementAndGet(), token).isPresent();
    }

    @Test
    void showsWhatThePermissionCoversAndKeepsThatSomebodyLooked() {
        String token = token(issue(Purpose.ANSWER));
        long before = council.store.head().sequence();
        assertThat(links.open("look", token).orElseThrow().content().values().keySet())
                .containsExactly(SharedField.NAME);
        assertThat(council.store.head().sequence()).isGreaterThan(before);
        assertThat(opens(token)).as("viewing is possible until it is spent").isTrue();
    }

    @Test
    void isGoodForOneAnswer() {
        String token = token(issue(Purpose.ANSWER));
        assertThat(links.answer(token, YES)).contains(new Answered(ReferralState.ACCEPTED, List.of()));
        assertThat(links.answer(token, NO)).isEmpty();
        assertThat(links.answer(token, YES)).isEmpty();
        assertThat(opens(token)).isFalse();
        assertThat(council.referral().openLinks()).isEmpty();
        assertThat(council.referral().state()).isEqualTo(ReferralState.ACCEPTED);
        assertThat(links.issue("wish-1", ID, Purpose.ANSWER, Actor.SYSTEM))
                .as("the same wish makes no second one")
                .isEmpty();
    }

    @Test
    void aRejectionAndAPlaceInTheQueueGoThroughALinkToo() {
        assertThat(links.answer(
                        token(issue(Purpose.ANSWER)), new ReferralEvent.WaitListed(3, Council.DAY.plusDays(30))))
                .contains(new Answered(ReferralState.WAITING, List.of()));
        Link second = links.issue("wish-2", ID, Purpose.ANSWER, LINK_WORKER).orElseThrow();
        assertThat(links.answer(token(second), NO)).contains(new Answered(ReferralState.REJECTED, List.of()));
    }

    @Test
    void aLinkForOnePurposeIsNotForAnother() {
        String answer = token(issue(Purpose.ANSWER));
        String report = token(issue(Purpose.REPORT));
        assertThat(links.answer(report, YES)).isEmpty();
        assertThat(links.answer(answer, new ReferralEvent.Started())).isEmpty();
        assertThat(links.answer(answer, new ReferralEvent.PermissionWithdrawn(null)))
                .isEmpty();
        assertThat(links.answer(answer, YES)).isPresent();
        assertThat(links.answer(report, new ReferralEvent.Completed(List.of(), null)))
                .contains(new Answered(ReferralState.COMPLETED, List.of()));
    }

    @Test
    void aLinkForOneReferralIsNotForAnother() {
        ReferralId other = new ReferralId("ref-2");
        council.referrals.handle(new Command(
                "other",
                other,
                0,
                Council.REFERRER,
                new ReferralEvent.Drafted(
                        Council.RESIDENT,
                        "svc-2",
                        "org-2",
                        Route.DIRECT,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        ReferralContent.EMPTY,
                        null)));
        Link link = issue(Purpose.ANSWER);
        LinkToken read = LinkToken.read(token(link), keys("k1")).orElseThrow();
        LinkToken moved = new LinkToken(read.key(), read.purpose(), read.expires(), read.link(), other);
        assertThat(opens(moved.write(key("another"))))
                .as("signed by somebody else")
                .isFalse();
        assertThat(opens(moved.write(key("k1"))))
                .as("even if we signed it: it was not made for it")
                .isFalse();
        String claims = moved.write(key("k1")).replaceFirst("\\..*", "");
        String signature = token(link).replaceFirst(".*\\.", "");
        assertThat(opens(claims + "." + signature)).isFalse();
        LinkToken longer = new LinkToken(
                read.key(), read.purpose(), read.expires().plusSeconds(86_400), read.link(), read.referral());
        assertThat(opens(longer.write(key("k1")))).as("not its end").isFalse();
    }

    @Test
    void anyChangedBitIsRefused() {
        String token = token(issue(Purpose.ANSWER));
        for (int i = 0; i < token.length(); i++) {
            for (int bit = 0; bit < 8; bit++) {
                char changed = (char) (token.charAt(i) ^ (1 << bit));
                String other = token.substring(0, i) + changed + token.substring(i + 1);
                assertThat(LinkToken.read(other, keys("k1"))).as(i + "/" + bit).isEmpty();
            }
            assertThat(LinkToken.read(token.substring(0, i), keys("k1"))).isEmpty();
        }
        assertThat(LinkToken.read(token + "A", keys("k1"))).isEmpty();
        assertThat(LinkToken.read(token + "=", keys("k1"))).isEmpty();
        assertThat(opens(token)).isTrue();
    }

    @Test
    void rubbishIsRefusedLikeAnythingElse() {
        SplittableRandom random = new SplittableRandom(2021);
        String alphabet = "ABCabc019-_.|=+/ \u0000é";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(80); j > 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(links.open("rubbish", text.toString())).isEmpty();
        }
        assertThat(links.open("rubbish", "x".repeat(100_000))).isEmpty();
        assertThat(ProviderLinks.REFUSED).doesNotContainIgnoringCase("expired").doesNotContainIgnoringCase("used");
    }

    @Test
    void stopsByTime() {
        Link link = issue(Purpose.ANSWER);
        council.clock.set(link.expires().minusSeconds(1));
        assertThat(opens(token(link))).isTrue();
        council.clock.set(link.expires());
        assertThat(opens(token(link))).isFalse();
        assertThat(links.answer(token(link), YES)).isEmpty();
    }

    @Test
    void canBeTakenBack() {
        Link link = issue(Purpose.ANSWER);
        links.revoke("revoke-1", ID, link.id(), LINK_WORKER);
        assertThat(opens(token(link))).isFalse();
        assertThat(links.answer(token(link), YES)).isEmpty();
        assertThat(links.issue("wish-1", ID, Purpose.ANSWER, Actor.SYSTEM)).isEmpty();
    }

    @Test
    void stopsWithThePermissionAndPausesForAConcern() {
        String token = token(issue(Purpose.ANSWER));
        council.done(LINK_WORKER, Council.concern());
        assertThat(opens(token)).isFalse();
        assertThat(links.answer(token, YES)).isEmpty();
        council.done(Council.LEAD, new ReferralEvent.SafeguardingReleased(null));
        assertThat(opens(token)).isTrue();
        council.done(LINK_WORKER, new ReferralEvent.PermissionWithdrawn(null));
        assertThat(opens(token)).isFalse();
        assertThat(links.answer(token, YES)).isEmpty();
    }

    @Test
    void stopsWithAnErasure() {
        String token = token(issue(Purpose.ANSWER));
        council.done(LINK_WORKER, new ReferralEvent.Cancelled(Council.MISTAKE, null));
        council.done(Council.SUPERVISOR, new ReferralEvent.PersonalDataErased("rule-1"));
        assertThat(opens(token)).isFalse();
    }

    @Test
    void keysChangeAndCanBeTakenAway() {
        String old = token(issue(Purpose.ANSWER));
        ProviderLinks both = council.links(keys("k2", "k1"));
        assertThat(both.open("l1", old)).isPresent();
        Link fresh = both.issue("wish-2", ID, Purpose.ANSWER, Actor.SYSTEM).orElseThrow();
        ProviderLinks without = council.links(keys("k2"));
        assertThat(without.open("l2", old)).isEmpty();
        assertThat(without.open("l3", token(fresh))).isPresent();
    }

    /** The process died after the link was spent and before the answer was kept. */
    @Test
    void whoWasCutOffCanFinishAndNobodyCanAnswerTwice() {
        Link link = issue(Purpose.ANSWER);
        Actor byLink = new Actor("by." + link.id(), Role.PROVIDER, "org-online");
        council.referrals.handle(new Command(
                link.id() + ".used", ID, council.referral().version(), byLink, new ReferralEvent.LinkUsed(link.id())));
        assertThat(council.referral().openLinks()).isEmpty();
        assertThat(opens(token(link))).isTrue();
        assertThat(links.answer(token(link), NO)).contains(new Answered(ReferralState.REJECTED, List.of()));
        assertThat(links.answer(token(link), YES)).isEmpty();
    }

    @Test
    void anAnswerThatBreaksARuleCanBePutRight() {
        String token = token(issue(Purpose.ANSWER));
        Answered wrong = links.answer(token, new ReferralEvent.Rejected(ConceptRef.parse("roles:manager"), null))
                .orElseThrow();
        assertThat(wrong.state()).isEqualTo(ReferralState.REQUESTED);
        assertThat(wrong.refusals()).isNotEmpty();
        assertThat(links.answer(token, NO)).contains(new Answered(ReferralState.REJECTED, List.of()));
    }

    @Test
    void ofManyAnswersAtATimeOneIsKeptAndTheOthersAreRefused() throws Exception {
        String token = token(issue(Purpose.ANSWER));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<Optional<Answered>>> answers = new ArrayList<>();
        try {
            for (int i = 0; i < 12; i++) {
                ReferralEvent answer = i % 2 == 0 ? YES : NO;
                answers.add(pool.submit(() -> links.answer(token, answer)));
            }
            for (Future<Optional<Answered>> answer : answers) {
                answer.get(20, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
        List<ReferralEvent> kept = council.referral().history().stream()
                .map(Happened::event)
                .filter(event -> event instanceof ReferralEvent.Accepted || event instanceof ReferralEvent.Rejected)
                .toList();
        assertThat(kept).hasSize(1);
        for (int i = 0; i < answers.size(); i++) {
            ReferralEvent answer = i % 2 == 0 ? YES : NO;
            Optional<Answered> said = answers.get(i).get();
            assertThat(said.isPresent() && said.get().refusals().isEmpty())
                    .as("nobody is told that an answer was kept that was not")
                    .isIn(false, answer.equals(kept.get(0)));
        }
    }

    @Test
    void nobodyMakesALinkForWhatIsNotOpenOrWhoMayNot() {
        assertThat(links.issue("w", new ReferralId("nobody"), Purpose.ANSWER, Actor.SYSTEM))
                .isEmpty();
        assertThat(links.issue("w", ID, Purpose.ANSWER, Council.PROVIDER)).isEmpty();
        council.done(LINK_WORKER, new ReferralEvent.Cancelled(Council.MISTAKE, null));
        assertThat(links.issue("w", ID, Purpose.ANSWER, Actor.SYSTEM)).isEmpty();
    }

    @Test
    void aLinkSaysNothingAboutAnybody() {
        Link link = issue(Purpose.ANSWER);
        String token = token(link);
        String claims =
                new String(Base64.getUrlDecoder().decode(token.replaceFirst("\\..*", "")), StandardCharsets.UTF_8);
        assertThat(claims)
                .isEqualTo("k1|ANSWER|" + link.expires().getEpochSecond() + "|" + link.id() + "|ref-1")
                .doesNotContain(Council.CANARIES.toArray(new String[0]));
        assertThat(link.toString()).doesNotContain(token);
        assertThat(token).matches("[A-Za-z0-9_.-]{80,400}");
        assertThat(link.expires())
                .isEqualTo(Council.START.plus(
                        Duration.ofDays(DeadlinePolicy.withDefaults().linkDays())));
    }

    @Test
    void weakKeysAndOtherAddressesAreRefused() {
        assertThatThrownBy(() -> LinkKeys.of("k", Map.of("k", new SecretKeySpec(new byte[16], "HmacSHA256"))))
                .hasMessage("a link key must have at least 256 bits");
        assertThatThrownBy(() -> LinkKeys.of("k", Map.of())).hasMessageContaining("current");
        for (String page : List.of("http://referrals.example/", "https://referrals.example/r", "https:///r/")) {
            assertThatThrownBy(() -> ProviderLinks.of(
                            council.referrals, keys("k1"), council.clock, page, DeadlinePolicy.withDefaults()))
                    .hasMessageContaining("https address");
        }
    }
}
