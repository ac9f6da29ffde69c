package london.loti.referral.message;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import london.loti.model.privacy.Classified;
import london.loti.model.privacy.Sensitive;
import london.loti.referral.journey.ReferralEvent.Audience;

import static london.loti.referral.message.Council.SMS;
import static london.loti.referral.message.Council.safe;
import static org.assertj.core.api.Assertions.assertThat;

/** Who may ask an address book, and what comes of one that says too much. */
class AddressBookTest {
    private static final String[] CANARIES = Council.CANARIES.toArray(new String[0]);

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
    }
}
