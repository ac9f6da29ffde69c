package london.loti.model.validation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.Mod10Check;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import london.loti.model.area.AreaType;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Where;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LotiValidationTest {
    private static final Clock CLOCK = clock("2026-11-23T12:00:00Z");

    private record Person(
            @NotBlank @Nullable String name,
            @UkPostcode @Nullable String postcode) {}

    @SuppressWarnings("MultipleNullnessAnnotations") // may be null until it is checked
    private record Form(
            @NotNull @PlausibleBirthDate @Nullable LocalDate born,
            @PlausibleAge @Nullable Integer age,
            @NotEmpty List<@Valid Person> people) {}

    @Test
    void tellsAllProblemsAtOnceInTheOrderOfTheirPaths() {
        List<Person> people = Collections.nCopies(11, new Person("Ada", "nonsense"));
        List<Finding> findings = LotiValidation.with(CLOCK).check("person form", new Form(null, 121, people));

        assertThat(findings.get(0)).hasToString("person form, age: must be an age from 0 to 120");
        assertThat(findings.get(1).where()).isEqualTo(Where.column("person form", "born"));
        assertThat(findings.get(1).message()).isEqualTo("must not be null");
        assertThat(findings.get(1).code()).isEqualTo(LotiValidation.Code.MISSING_VALUE);
        assertThat(findings.get(2).code()).isEqualTo(LotiValidation.Code.INVALID_VALUE);
        assertThat(findings)
                .hasSize(13)
                .allMatch(Finding::isError)
                .extracting(finding -> finding.where().column())
                .startsWith("age", "born", "people[0].postcode", "people[1].postcode", "people[2].postcode")
                .endsWith("people[9].postcode", "people[10].postcode");
    }

    private record Canaries(
            Map<@UkPostcode String, @UkPostcode String> byName,

            @Size(max = 3, message = "${validatedValue} is too long")
            String note) {}

    @Test
    void whatWasTypedShowsInNoFinding() {
        String canary = "Zanzibar Quillfeather";
        assertThat(LotiValidation.with(CLOCK).check("form", new Canaries(Map.of(canary, canary), canary)))
                .hasSize(3)
                .extracting(Finding::toString)
                .noneMatch(told -> told.contains("Zanzibar"));
    }

    @Test
    void aGoodFormHasNoFindings() {
        Form form = new Form(LocalDate.of(1990, 1, 1), 36, List.of(new Person("Ada", "AA1 1AA")));
        assertThat(LotiValidation.with(CLOCK).check("form", form)).isEmpty();
    }

    private record Several(@Size(min = 5) @UkPostcode String text) {}

    @Test
    void ordersTheProblemsOfOneFieldByTheirMessages() {
        assertThat(LotiValidation.with(CLOCK).check("form", new Several("x")))
                .extracting(Finding::message)
                .containsExactly("must be a UK postcode, for example AA1 1AA", "size must be between 5 and 2147483647");
    }

    private record Containers(
            List<@UkPostcode String> list,
            Map<String, @UkPostcode String> byName,
            Map<AreaType, @Valid Person> byType) {}

    @Test
    void leavesThePersonalKeysOfMapsOutOfThePath() {
        Containers form = new Containers(
                List.of("AA1 1AA", "Secret Street"),
                Map.of("Secret Name", "x"),
                Map.of(AreaType.LSOA, new Person("Ada", "x")));

        List<Finding> findings = LotiValidation.with(CLOCK).check("form", form);

        assertThat(findings)
                .extracting(finding -> finding.where().column())
                .containsExactly("byName[]", "byType[LSOA].postcode", "list[1]");
        assertThat(findings).noneMatch(finding -> finding.toString().contains("Secret"));
    }

    private record Messages(
            @DecimalMin("0.5") BigDecimal least,
            @DecimalMin(value = "0.5", inclusive = false) BigDecimal above,
            @DecimalMax("2") BigDecimal most,
            @DecimalMax(value = "2", inclusive = false) BigDecimal below,

            @DecimalMax(value = "2", message = "is too much for ${validatedValue}")
            BigDecimal own,

            @Mod10Check String check) {}

    @Test
    void speaksPlainEnglishWithoutTheValueWhateverTheMachinesLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            BigDecimal low = new BigDecimal("0.25");
            BigDecimal high = new BigDecimal("33.33");
            List<Finding> findings =
                    LotiValidation.with(CLOCK).check("form", new Messages(low, low, high, high, high, "4444"));
            assertThat(findings)
                    .extracting(Finding::message)
                    .containsExactly(
                            "must be more than 0.5",
                            "must be less than 2",
                            "the check digit for the value is invalid, Modulo 10 checksum failed",
                            "must be 0.5 or more",
                            "must be 2 or less",
                            "is too much for the value");
            assertThat(LotiValidation.with(CLOCK).check("form", new Form(null, null, List.of())))
                    .extracting(Finding::message)
                    .containsExactly("must not be null", "must not be empty");
        } finally {
            Locale.setDefault(before);
        }
    }

    private record Born(@PlausibleBirthDate @Nullable LocalDate born) {}

    private record Passed(@Past LocalDate day) {}

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23", "2026-11-22", "1906-11-23", "1990-02-28"})
    void aBirthDateIsUpTo120YearsAgo(LocalDate born) {
        assertThat(LotiValidation.with(CLOCK).check("form", new Born(born))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24", "1906-11-22", "0199-01-01", "+999999999-12-31", "-999999999-01-01"})
    void aBirthDateIsNeitherInTheFutureNorTooLongAgo(LocalDate born) {
        assertThat(LotiValidation.with(CLOCK).check("form", new Born(born)))
                .extracting(Finding::message)
                .containsExactly("must not be in the future or more than 120 years ago");
    }

    @Test
    void aBirthDateOnALeapDayDoesNotBreakTheSum() {
        Clock leap = clock("2024-02-29T12:00:00Z");
        assertThat(LotiValidation.with(leap).check("form", new Born(LocalDate.of(1904, 2, 29))))
                .isEmpty();
        assertThat(LotiValidation.with(leap).check("form", new Born(LocalDate.of(1904, 2, 28))))
                .hasSize(1);
    }

    @Test
    void todayIsTheClocksInItsZone() {
        Instant summerNight = Instant.parse("2026-06-30T23:30:00Z");
        Born first = new Born(LocalDate.of(2026, 7, 1));
        assertThat(LotiValidation.with(Clock.fixed(summerNight, ZoneId.of("Europe/London")))
                        .check("form", first))
                .isEmpty();
        assertThat(LotiValidation.with(Clock.fixed(summerNight, ZoneOffset.UTC)).check("form", first))
                .hasSize(1);
    }

    @Test
    void twoClocksDoNotDisturbEachOther() {
        LotiValidation early = LotiValidation.with(clock("2000-01-01T00:00:00Z"));
        LotiValidation late = LotiValidation.with(clock("2020-01-01T00:00:00Z"));
        for (int round = 0; round < 3; round++) {
            assertThat(early.check("form", new Born(LocalDate.of(2010, 1, 1)))).hasSize(1);
            assertThat(late.check("form", new Born(LocalDate.of(2010, 1, 1)))).isEmpty();
            assertThat(early.check("form", new Passed(LocalDate.of(2010, 1, 1))))
                    .hasSize(1);
            assertThat(late.check("form", new Passed(LocalDate.of(2010, 1, 1)))).isEmpty();
        }
    }

    private record Dates(
            @PlausibleDate @Nullable LocalDate date,

            @PlausibleDate(earliest = "2020-03-01", yearsAhead = 2) @Nullable
            LocalDate planned,

            @PlausibleDate @Nullable Instant moment,

            @PlausibleDate(yearsAhead = 1, message = "look at the year") @Nullable
            Instant later) {}

    @Test
    void takesDatesAndMomentsWithinTheLimits() {
        for (Dates form : List.of(
                new Dates(null, null, null, null),
                new Dates(
                        LocalDate.of(2026, 11, 23),
                        LocalDate.of(2028, 11, 23),
                        Instant.parse("2026-11-23T12:00:00Z"),
                        Instant.parse("2027-11-23T12:00:00Z")),
                new Dates(
                        LocalDate.of(1900, 1, 1),
                        LocalDate.of(2020, 3, 1),
                        Instant.parse("1900-01-01T00:00:00Z"),
                        Instant.parse("1900-01-01T00:00:00Z")))) {
            assertThat(LotiValidation.with(CLOCK).check("form", form)).isEmpty();
        }
    }

    @Test
    void refusesDatesAndMomentsBeyondTheLimits() {
        for (Dates form : List.of(
                new Dates(
                        LocalDate.of(2026, 11, 24),
                        LocalDate.of(2028, 11, 24),
                        Instant.parse("2026-11-23T12:00:00.001Z"),
                        Instant.parse("2027-11-23T12:00:00.001Z")),
                new Dates(
                        LocalDate.of(1899, 12, 31),
                        LocalDate.of(2020, 2, 29),
                        Instant.parse("1899-12-31T23:59:59Z"),
                        Instant.MIN),
                new Dates(LocalDate.MAX, LocalDate.MAX, Instant.MAX, Instant.MAX))) {
            assertThat(LotiValidation.with(CLOCK).check("form", form))
                    .extracting(Finding::message)
                    .containsExactly(
                            "must not be before 1900-01-01 or in the future",
                            "look at the year",
                            "must not be before 1900-01-01 or in the future",
                            "must not be before 2020-03-01 or more than 2 years in the future");
        }
    }

    private record NextYear(@PlausibleDate(yearsAhead = 1) LocalDate date) {}

    @Test
    void saysAYearAndNotOneYears() {
        assertThat(LotiValidation.with(CLOCK).check("form", new NextYear(LocalDate.of(2027, 11, 24))))
                .extracting(Finding::message)
                .containsExactly("must not be before 1900-01-01 or more than a year in the future");
    }

    private record WrongEarliest(
            @PlausibleDate(earliest = "1.3.2020") LocalDate date) {}

    private record WrongYears(
            @PlausibleDate(yearsAhead = -1) LocalDate date) {}

    @Test
    void refusesAConstraintThatMakesNoSense() {
        LocalDate date = LocalDate.of(2020, 1, 1);
        assertThatThrownBy(() -> LotiValidation.with(CLOCK).check("form", new WrongEarliest(date)))
                .isInstanceOf(ConstraintDeclarationException.class)
                .hasMessageContaining("earliest must be a date like 1900-01-01")
                .hasMessageContaining("1.3.2020");
        assertThatThrownBy(() -> LotiValidation.with(CLOCK).check("form", new WrongYears(date)))
                .isInstanceOf(ConstraintDeclarationException.class)
                .hasMessageContaining("yearsAhead");
    }

    private record Ages(
            @PlausibleAge @Nullable Integer whole,
            @PlausibleAge double fraction,
            @PlausibleAge @Nullable BigDecimal exact,
            @PlausibleAge @Nullable Long big) {}

    @Test
    void anAgeIsFromNoughtTo120() {
        LotiValidation validation = LotiValidation.with(CLOCK);
        assertThat(validation.check("form", new Ages(null, -0.0, null, null))).isEmpty();
        assertThat(validation.check("form", new Ages(0, 119.5, BigDecimal.ZERO, 120L)))
                .isEmpty();
        assertThat(validation.check(
                        "form", new Ages(-1, Double.NaN, new BigDecimal("120.00000000000000001"), 1L << 40)))
                .hasSize(4)
                .extracting(Finding::message)
                .containsOnly("must be an age from 0 to 120");
        assertThat(validation.check("form", new Ages(121, Double.POSITIVE_INFINITY, new BigDecimal("-1e-400"), -1L)))
                .hasSize(4);
    }

    private record Codes(
            @GssCode @Nullable String any,
            @GssCode(type = AreaType.LSOA) @Nullable String lsoa,

            @GssCode(type = {AreaType.LONDON_BOROUGH, AreaType.OTHER_AUTHORITY}) @Nullable
            String authority,

            @GssCode(type = AreaType.WARD, message = "choose a ward") @Nullable
            String ward) {}

    @Test
    void takesCodesOfTheWantedTypes() {
        LotiValidation validation = LotiValidation.with(CLOCK);
        assertThat(validation.check("form", new Codes(null, null, null, null))).isEmpty();
        assertThat(validation.check("form", new Codes("K04000001", "E01000001", "E09000012", "E05000026")))
                .isEmpty();
        assertThat(validation.check("form", new Codes("E01000001", "W01000001", "S12000033", "N08000101")))
                .isEmpty();
    }

    @Test
    void refusesCodesOfAnotherShapeOrType() {
        LotiValidation validation = LotiValidation.with(CLOCK);
        for (Codes form : List.of(
                new Codes("e01000001", "E02000001", "E01000001", "E01000001"),
                new Codes("E0100000", "E0100000A", "", "E01000001 "),
                new Codes("E01000001\n", "\u212a01000001", "E0900001\u0662", "ward"))) {
            assertThat(validation.check("form", form))
                    .extracting(Finding::message)
                    .containsExactly(
                            "must be an area code: a letter E, K, N, S or W and eight digits",
                            "must be the code of a London borough or a local authority",
                            "must be the code of an LSOA",
                            "choose a ward");
        }
    }

    @Test
    void takesTheValidatorOfAnApplication() {
        LotiValidation validation =
                LotiValidation.using(LotiValidation.with(CLOCK).validator());
        assertThat(validation.check("form", new Form(null, null, List.of()))).hasSize(2);
    }

    @Test
    void handsOutTheValidatorWithItsViolations() {
        assertThat(LotiValidation.with(CLOCK).validator().validate(new Person("Ada", "x")))
                .extracting(ConstraintViolation::getMessage)
                .containsExactly("must be a UK postcode, for example AA1 1AA");
    }

    private static Clock clock(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }
}
