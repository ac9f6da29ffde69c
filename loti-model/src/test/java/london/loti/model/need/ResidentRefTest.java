package london.loti.model.need;

import java.util.SplittableRandom;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import london.loti.model.json.LotiJson;

import static london.loti.model.need.Samples.TOKEN;
import static london.loti.model.need.Samples.aResident;
import static london.loti.model.need.Samples.read;
import static london.loti.model.need.Samples.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ResidentRefTest {
    record Letter(ResidentRef to) {}

    @Test
    void neverShowsItsToken() {
        assertThat(aResident()).hasToString("ResidentRef[redacted]");
        assertThat(new Letter(aResident()).toString()).doesNotContain(TOKEN);
    }

    @Test
    void isATextInJson() {
        assertThat(LotiJson.writeCompact(new Letter(aResident()))).isEqualTo("{\"to\":\"" + TOKEN + "\"}");
        assertThat(read("{\"to\": \"" + TOKEN + "\"}", Letter.class).orElseThrow())
                .isEqualTo(new Letter(aResident()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"case_0001", "A1b2C3d4", "2026-11-23-0007", "9434765918", "housing-4711-a"})
    void takesAnOpaqueToken(String token) {
        // 9434765918 is the number below with a wrong check digit
        assertThat(new ResidentRef(token).token()).isEqualTo(token);
    }

    // Check digit of 943476591 by hand: 90+36+24+28+42+30+20+27+2 = 299; 299 mod 11 = 2; 11 - 2 = 9.
    // Telephone numbers are from Ofcom's ranges for drama; AB123456C is a made-up National Insurance number.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "9434765919",
                "943-476-5919",
                "NHS-9434765919",
                "AB123456C",
                "ab_12_34_56_c",
                "AB123456",
                "ni-AB123456C",
                "02079460000",
                "020-7946-0000",
                "07700900000",
                "447700900000",
                "00447700900000",
                "4402079460000"
            })
    void refusesANumberThatTellsWhoItIs(String number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResidentRef(number))
                .withMessage("a resident's reference must be an opaque token, and no number that tells who it is: no"
                        + " telephone, NHS or National Insurance number\nMaybe use a random UUID.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jo.bloggs@example.org",
                "SW1A 1AA",
                "SW1A1AA",
                "SW1A-1AA",
                "943 476 5919",
                "+447700900000",
                "Jo Bloggs",
                "J\u00f6-Bloggs",
                "",
                "1234567",
                "a-b-c-d-e",
                "--------",
                "line\nbreak"
            })
    void refusesAnAddressANameAndWhatIsTooShort(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResidentRef(text))
                .withMessageContaining("must be an opaque token of 8 to 64 letters, digits, hyphens and underscores")
                .withMessageContaining("Maybe use a random UUID; never a name or an address.");
        assertThatIllegalArgumentException().isThrownBy(() -> new ResidentRef("x".repeat(65)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jo.bloggs@example.org", "9434765919", "AB123456C", "SW1A 1AA", "Jo Bloggs-4711"})
    void noMessageRepeatsWhatWasGiven(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResidentRef(text))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(text));
        assertThat(told(read("{\"to\": \"" + text + "\"}", Letter.class)))
                .singleElement()
                .asString()
                .contains("own.json", "/to", "a resident's reference must be an opaque token")
                .doesNotContain(text);
    }

    @Test
    void takesAnyRandomUuidWithAndWithoutHyphens() {
        long seed = 20261123;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 100_000; i++) {
            UUID uuid = new UUID(random.nextLong(), random.nextLong());
            assertThatCode(() -> new ResidentRef(uuid.toString()))
                    .as("seed %d", seed)
                    .doesNotThrowAnyException();
            assertThatCode(() -> new ResidentRef(uuid.toString().replace("-", "")))
                    .as("seed %d", seed)
                    .doesNotThrowAnyException();
        }
    }
}
