package london.loti.referral.message;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import london.loti.model.need.ConceptRef;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.Sensitive;
import london.loti.referral.journey.Actor;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralEvent.Audience;
import london.loti.referral.journey.ReferralEvent.MessageQueued;
import london.loti.referral.journey.SafeContact;

import static london.loti.referral.message.Council.EMAIL;
import static london.loti.referral.message.Council.ID;
import static london.loti.referral.message.Council.POST;
import static london.loti.referral.message.Council.SMS;
import static london.loti.referral.message.Council.TELEPHONE;
import static london.loti.referral.message.Council.safe;
import static org.assertj.core.api.Assertions.assertThat;

/** What is known of a resident goes through every template, audience, channel and failure, and shows nowhere. */
class CanaryTest {
    private static final String[] CANARIES = Council.CANARIES.toArray(new String[0]);
    private static final List<SafeContact> CONTACTS = List.of(
            safe(SMS),
            safe(EMAIL),
            safe(POST),
            safe(TELEPHONE),
            Council.residentOnly(SMS, EMAIL, TELEPHONE),
            SafeContact.NOT_AT_ALL,
            Council.onlyBetween(14, 16, SMS));

    /** Each of them fails in its own way, and says too much. */
    private static List<MessageSender> senders(Council council) {
        return List.of(
                message -> {
                    council.sent.add(message);
                    return new MessageSender.Accepted();
                },
                message -> {
                    throw new IllegalStateException("could not send to "
                            + message.to().reveal() + ": " + message.body().reveal() + " " + Council.NAME);
                },
                message -> new MessageSender.Failed(message.to().reveal(), false),
                message -> new MessageSender.Failed("busy", true),
                message -> new MessageSender.Failed("bad-address", false));
    }

    @Test
    void showsInNoTextOfOurs() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        StringBuilder shown = new StringBuilder();
        int handedOver = 0;
        System.setOut(both);
        System.setErr(both);
        try {
            for (int i = 0; i < CONTACTS.size(); i++) {
                handedOver += run(CONTACTS.get(i), 0, i % 2, shown);
            }
            for (int sender = 1; sender < 5; sender++) {
                handedOver += run(CONTACTS.get(0), sender, 1, shown);
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(handedOver).isGreaterThan(60);
        assertThat(shown.toString())
                .contains("OutboxReport[", "sender-exception")
                .doesNotContain(CANARIES)
                .doesNotContain("IllegalState");
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain(CANARIES);
    }

    private static int run(SafeContact contact, int sender, int kind, StringBuilder shown) {
        Council council = new Council();
        council.byLink = kind == 1;
        council.confidential = kind == 0;
        council.requested(contact);
        council.sender = senders(council).get(sender);
        queueAll(council);
        Outbox outbox = council.outbox();
        collect(shown, outbox::deliverAll);
        council.done(Council.LINK_WORKER, Council.concern());
        collect(shown, outbox::deliverAll);
        council.done(Council.LEAD, new ReferralEvent.SafeguardingReleased(Sensitive.of(Council.NOTE)));
        council.done(Council.LINK_WORKER, new ReferralEvent.PermissionWithdrawn(Sensitive.of(Council.NOTE)));
        collect(shown, outbox::deliverAll);
        council.done(Council.LINK_WORKER, new ReferralEvent.Cancelled(Council.MISTAKE, Sensitive.of(Council.NOTE)));
        collect(shown, outbox::deliverAll);
        council.store
                .after(0, 10_000)
                .forEach(event -> shown.append(
                        // The token is the one thing about a resident that a store holds in clear, and in one place.
                        event.type().equals("Drafted")
                                ? event.open().replace(Council.RESIDENT.token(), "token")
                                : event.open()));
        council.sent.forEach(message -> {
            shown.append(message).append(message.subject()).append(message.id());
            assertThat(message.body().reveal()).doesNotContain(CANARIES);
        });
        return council.sent.size();
    }

    /** Every template that there is. */
    private static void queueAll(Council council) {
        for (TemplateSet.Template template :
                MessageTemplates.withDefaults().set().templates()) {
            String recipient = switch (template.audience()) {
                case RESIDENT -> MessageQueued.RESIDENT;
                case PROVIDER -> "org-online";
                default -> "staff-1";
            };
            council.done(
                    Actor.SYSTEM,
                    new MessageQueued("q-" + template.name(), template.audience(), recipient, template.name()));
        }
    }

    private interface Step {
        Object run();
    }

    private static void collect(StringBuilder shown, Step step) {
        try {
            shown.append(step.run());
        } catch (RuntimeException e) {
            for (Throwable t = e; t != null; t = t.getCause()) {
                shown.append(t);
            }
        }
    }

    @Test
    void anAddressBookThatThrowsSaysNothingEither() {
        Council council = new Council().requested(safe(SMS));
        AddressBook throwing = (audience, id) -> {
            throw new IllegalStateException("no " + Council.TEAM_MAIL);
        };
        OutboxReport report = Outbox.of(
                        council.referrals,
                        council.sender,
                        throwing,
                        council.services,
                        new Letterhead("Hollowbrook Council", "01632 960999"),
                        council.clock)
                .deliverAll();
        assertThat(report.lines()).extracting(OutboxReport.Line::why).containsExactly("address-book-exception");
        assertThat(report.toString()).doesNotContain(CANARIES);
    }

    @Test
    void theAddressBookIsNeverAskedForAResident() {
        Council council = new Council().requested(safe(SMS));
        List<Audience> asked = new ArrayList<>();
        Outbox.of(
                        council.referrals,
                        council.sender,
                        (audience, id) -> {
                            asked.add(audience);
                            return Optional.empty();
                        },
                        council.services,
                        new Letterhead("Hollowbrook Council", "01632 960999"),
                        council.clock)
                .deliverAll();
        assertThat(asked).containsExactly(Audience.PROVIDER);
        assertThat(council.ends()).contains("NO_ADDRESS");
    }

    @Test
    void whatWePrintIsRedacted() {
        Council council = new Council().requested(safe(SMS));
        ProviderLinks.Link link = council.links()
                .issue("w", ID, ProviderLinks.Purpose.ANSWER, Actor.SYSTEM)
                .orElseThrow();
        OutgoingMessage message = new OutgoingMessage(
                "m", SMS, Sensitive.of(Council.PHONE), "From the council", false, Sensitive.of(Council.NOTE));
        AddressBook.Address address = new AddressBook.Address(EMAIL, Sensitive.of(Council.TEAM_MAIL), false);
        assertThat(message + " " + link + " " + address)
                .doesNotContain(CANARIES)
                .doesNotContain("https");
    }

    @Test
    void everyFieldThatHoldsAnAddressOrWordsIsClassified() {
        for (Class<?> type : List.of(OutgoingMessage.class, AddressBook.Address.class)) {
            for (RecordComponent component : type.getRecordComponents()) {
                Classified classified = component.getAnnotation(Classified.class);
                assertThat(classified).as(component.getName()).isNotNull();
                assertThat(classified.value().isSealed())
                        .as(component.getName())
                        .isEqualTo(component.getType().equals(Sensitive.class));
            }
        }
        assertThat(ConceptRef.parse("channels:post")).isEqualTo(POST);
    }
}
