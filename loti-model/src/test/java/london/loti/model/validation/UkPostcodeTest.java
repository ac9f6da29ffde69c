package london.loti.model.validation;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import london.loti.model.finding.Finding;

import static org.assertj.core.api.Assertions.assertThat;

class UkPostcodeTest {
    private record Form(@UkPostcode @Nullable String postcode) {}

    private static final LotiValidation VALIDATION = LotiValidation.with(Clock.systemUTC());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M1 1AA",
                "B1 1BB",
                "G1 2ZZ",
                "E1 9XX", // A9
                "M60 9ZZ",
                "B33 8TT",
                "E10 0AA",
                "L40 5DD", // A99
                "W1A 0AX",
                "E1W 9ZZ",
                "N1C 4ZZ",
                "N1P 9ZZ",
                "W1T 7QQ", // A9A
                "CR2 6XX",
                "SR5 9YY",
                "BS0 9ZZ",
                "SS0 7PP",
                "YO1 9ZZ", // AA9
                "DN55 1PT",
                "AB10 9ZZ",
                "BR88 9ZZ",
                "JE2 3ZZ",
                "BF1 9ZZ", // AA99 and neighbours
                "EC1A 1BB",
                "SW1A 9ZZ",
                "WC2H 9ZZ",
                "SE1P 9ZZ",
                "NW1W 9ZZ",
                "EC4Y 9ZZ", // AA9A
                "GIR 0AA"
            })
    void takesTheSixFormsInEveryWriting(String postcode) {
        assertThat(problems(postcode)).isEmpty();
        assertThat(problems(postcode.replace(" ", ""))).isEmpty();
        assertThat(problems(postcode.toLowerCase(Locale.ROOT))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "M1",
                "1AA",
                "SW1A",
                "12345",
                "hello",
                "Q1 1AA",
                "V1 1AA",
                "X1 1AA",
                "QA1 1AA", // first letter
                "AI1 1AA",
                "AJ1 1AA",
                "AZ1 1AA",
                "ZZ99 3VZ", // second letter
                "W1I 1AA",
                "W1L 1AA",
                "W1V 1AA",
                "W1Z 1AA", // third letter of A9A
                "EC1C 1AA",
                "EC1D 1AA",
                "EC1Z 1AA", // fourth letter of AA9A
                "M1 1CA",
                "M1 1AI",
                "M1 1KA",
                "M1 1AM",
                "M1 1OA",
                "M1 1AV", // inward letters
                "M1 AAA",
                "M1 11A",
                "M1 1A1",
                "M1 1A",
                "M1 1AAA",
                "AAA1 1AA",
                "A111 1AA",
                "AA1AA 1AA",
                "AA11A 1AA",
                "SW01 1AA",
                "M01 1AA",
                "W0A 1AA", // a nought that begins
                "M1  1AA",
                " M1 1AA",
                "M1 1AA ",
                "M1 1AA\n",
                "M1\t1AA",
                "M1\u00a01AA",
                "M1-1AA",
                "M 11AA",
                "M11 AA",
                "GIR 0AB",
                "GIR 1AA",
                "BFPO 1",
                "ASCN 1ZZ",
                "SW1A 1AA, SW1A 2AA",
                "M\u0661 1AA",
                "\u212a1 1AA",
                "\u017fW1 1AA" // digits and letters of other scripts
            })
    void refusesWhatNoPostcodeLooksLike(String postcode) {
        assertThat(problems(postcode))
                .extracting(Finding::message)
                .containsExactly("must be a UK postcode, for example AA1 1AA");
    }

    @Test
    void takesItsOwnExample() {
        assertThat(problems("AA1 1AA")).isEmpty();
    }

    @Test
    void nullIsValid() {
        assertThat(problems(null)).isEmpty();
    }

    private static List<Finding> problems(@Nullable String postcode) {
        return VALIDATION.check("form", new Form(postcode));
    }
}
