package london.loti.model.need;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import london.loti.model.json.LotiJson;
import london.loti.model.need.Dyad.Permission;

import static london.loti.model.need.Samples.DAY;
import static london.loti.model.need.Samples.TOKEN;
import static london.loti.model.need.Samples.aResident;
import static london.loti.model.need.Samples.another;
import static london.loti.model.need.Samples.read;
import static london.loti.model.need.Samples.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DyadTest {
    private static final ConceptRef NEED = ConceptRef.parse("barriers:no-device");
    private static final Permission YES = new Permission(Answer.YES, DAY);

    private static Dyad dyad(Permission carer, Permission caredFor) {
        return new Dyad(aResident(), another(), NEED, carer, caredFor);
    }

    @ParameterizedTest
    @EnumSource(Answer.class)
    void nothingIsAgreedUntilBothSayYes(Answer answer) {
        Permission said = new Permission(answer, answer.isKnown() ? DAY : null);
        assertThat(dyad(YES, said).bothAgree()).isEqualTo(answer == Answer.YES);
        assertThat(dyad(said, YES).bothAgree()).isEqualTo(answer == Answer.YES);
    }

    @Test
    void neitherSpeaksForTheOther() {
        assertThat(dyad(YES, Permission.NOT_ASKED).bothAgree()).isFalse();
        assertThat(dyad(YES, Permission.NOT_ASKED).carerSays()).isEqualTo(YES);
    }

    @Test
    void aYesOrANoHasItsDayAndNothingElseHas() {
        for (Answer answer : Answer.values()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Permission(answer, answer.isKnown() ? null : DAY))
                    .withMessage("a yes or a no needs the day 'saidOn', and nothing else has one");
        }
    }

    @Test
    void twoAreTwo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dyad(aResident(), aResident(), NEED, YES, YES))
                .withMessage("a dyad must be two residents, but has one twice");
    }

    @Test
    void namesNeitherOfTheTwo() {
        assertThat(dyad(YES, YES)).hasToString("Dyad[redacted, both agree: true]");
        assertThat(dyad(YES, Permission.NOT_ASKED)).hasToString("Dyad[redacted, both agree: false]");
    }

    @Test
    void readsBackFromJson() {
        Dyad dyad = dyad(YES, Permission.NOT_ASKED);
        String json = LotiJson.write(dyad);
        assertThat(json).contains("\"saidOn\" : \"2026-11-23\"", "\"answer\" : \"NOT_ASKED\"");
        assertThat(read(json, Dyad.class).orElseThrow()).isEqualTo(dyad);
        assertThat(told(read(json.replace(another().token(), TOKEN), Dyad.class)))
                .containsExactly("own.json: a dyad must be two residents");
    }
}
