package london.loti.model.governance;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import london.loti.model.governance.Permission.Reason;
import london.loti.model.governance.PermissionRequest.Ground;
import london.loti.model.json.LotiJson;
import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.ResidentRef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PermissionPolicyTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final PermissionPolicy POLICY = PermissionPolicy.withDefaults();
    private static final Set<SharedField> ORDINARY = EnumSet.of(SharedField.NAME, SharedField.PHONE);

    private static PermissionRequest request(
            Ground ground,
            LawfulBasis basis,
            Set<SharedField> fields,
            @Nullable SpecialCategoryCondition condition,
            LocalDate until,
            Answer informed,
            Answer capacity,
            @Nullable LocalDate assessedOn,
            @Nullable String reference) {
        return new PermissionRequest(
                new ResidentRef("resident-token-1"),
                ConceptRef.parse("sharing-purposes:referral"),
                List.of("org-b", "org-a", "org-a"),
                fields,
                ground,
                basis,
                condition,
                TODAY,
                until,
                ConceptRef.parse("roles:link-worker"),
                informed,
                capacity,
                assessedOn,
                reference);
    }

    private static PermissionRequest agreed(Set<SharedField> fields, @Nullable SpecialCategoryCondition condition) {
        return request(
                Ground.AGREEMENT,
                LawfulBasis.PUBLIC_TASK,
                fields,
                condition,
                TODAY.plusDays(90),
                Answer.YES,
                Answer.NOT_ASKED,
                null,
                null);
    }

    private static List<Reason> reasons(PermissionRequest request) {
        return POLICY.decide(request, TODAY).fold(granted -> List.of(), Permission.Refused::reasons);
    }

    private static Permission.Granted granted(PermissionRequest request) {
        return POLICY.decide(request, TODAY).fold(granted -> granted, refused -> {
            throw new AssertionError(refused.reasons().toString());
        });
    }

    @Test
    void anInformedResidentWhoAgreesGivesPermissionForWhatWasAskedAndNothingElse() {
        Permission.Granted permission = granted(agreed(ORDINARY, null));
        assertThat(permission.fieldsFor("org-a", TODAY)).containsExactly(SharedField.NAME, SharedField.PHONE);
        assertThat(permission.fieldsFor("org-a", TODAY.plusDays(90))).isNotEmpty();
        assertThat(permission.fieldsFor("org-a", TODAY.plusDays(91))).isEmpty();
        assertThat(permission.fieldsFor("org-a", TODAY.minusDays(1))).isEmpty();
        assertThat(permission.fieldsFor("org-c", TODAY)).isEmpty();
        assertThat(permission.request().recipients()).containsExactly("org-a", "org-b");
    }

    @Test
    void capacityIsPresumedAndAResidentFoundWithoutItCannotAgree() {
        for (Answer capacity : List.of(Answer.NOT_ASKED, Answer.UNKNOWN, Answer.YES)) {
            assertThat(reasons(request(
                            Ground.AGREEMENT,
                            LawfulBasis.PUBLIC_TASK,
                            ORDINARY,
                            null,
                            TODAY,
                            Answer.YES,
                            capacity,
                            null,
                            null)))
                    .isEmpty();
        }
        assertThat(reasons(request(
                        Ground.AGREEMENT,
                        LawfulBasis.PUBLIC_TASK,
                        ORDINARY,
                        null,
                        TODAY,
                        Answer.YES,
                        Answer.NO,
                        TODAY,
                        null)))
                .containsExactly(Reason.CANNOT_AGREE);
    }

    @Test
    void othersDecideOnlyAfterAnAssessmentAndWithWhatTheySaw() {
        for (Ground ground : List.of(Ground.BEST_INTERESTS, Ground.ATTORNEY, Ground.DEPUTY)) {
            assertThat(reasons(request(
                            ground,
                            LawfulBasis.PUBLIC_TASK,
                            ORDINARY,
                            null,
                            TODAY,
                            Answer.YES,
                            Answer.UNKNOWN,
                            null,
                            null)))
                    .containsExactly(Reason.CAPACITY_NOT_ASSESSED, Reason.NO_REFERENCE);
            assertThat(reasons(request(
                            ground,
                            LawfulBasis.PUBLIC_TASK,
                            ORDINARY,
                            null,
                            TODAY,
                            Answer.YES,
                            Answer.NO,
                            TODAY.minusDays(3),
                            "record-17")))
                    .isEmpty();
        }
    }

    @Test
    void anEmergencyNeedsNoAgreementAndIsSoonOver() {
        assertThat(reasons(request(
                        Ground.VITAL_INTERESTS,
                        LawfulBasis.VITAL_INTERESTS,
                        ORDINARY,
                        null,
                        TODAY.plusDays(7),
                        Answer.NO,
                        Answer.UNKNOWN,
                        null,
                        null)))
                .isEmpty();
        assertThat(reasons(request(
                        Ground.VITAL_INTERESTS,
                        LawfulBasis.VITAL_INTERESTS,
                        ORDINARY,
                        null,
                        TODAY.plusDays(8),
                        Answer.NO,
                        Answer.UNKNOWN,
                        null,
                        null)))
                .containsExactly(Reason.PERIOD);
    }

    @Test
    void aStatutoryDutyNamesTheStatute() {
        assertThat(reasons(request(
                        Ground.STATUTORY_DUTY,
                        LawfulBasis.LEGAL_OBLIGATION,
                        ORDINARY,
                        null,
                        TODAY,
                        Answer.NO,
                        Answer.NOT_ASKED,
                        null,
                        null)))
                .containsExactly(Reason.NO_REFERENCE);
    }

    @Test
    void aCouncilCannotRelyOnLegitimateInterests() {
        for (LawfulBasis basis :
                List.of(LawfulBasis.LEGITIMATE_INTERESTS, LawfulBasis.RECOGNISED_LEGITIMATE_INTEREST)) {
            PermissionRequest request =
                    request(Ground.AGREEMENT, basis, ORDINARY, null, TODAY, Answer.YES, Answer.NOT_ASKED, null, null);
            assertThat(reasons(request)).containsExactly(Reason.BASIS_BARRED);
            PermissionPolicy charity = new PermissionPolicy(
                    "charity", "1", "2026-11-25", POLICY.source(), false, 365, 7, "a charity is no public authority");
            assertThat(charity.decide(request, TODAY)).isInstanceOf(Permission.Granted.class);
        }
        assertThat(LawfulBasis.RECOGNISED_LEGITIMATE_INTEREST.isInForce(LocalDate.of(2026, 2, 4)))
                .isFalse();
        assertThat(LawfulBasis.RECOGNISED_LEGITIMATE_INTEREST.isInForce(LocalDate.of(2026, 2, 5)))
                .isTrue();
    }

    @Test
    void whatMayHoldSpecialCategoryDataNeedsACondition() {
        Set<SharedField> withNeeds = EnumSet.of(SharedField.NAME, SharedField.NEEDS);
        assertThat(reasons(agreed(withNeeds, null))).containsExactly(Reason.NO_CONDITION);
        assertThat(reasons(agreed(withNeeds, SpecialCategoryCondition.HEALTH_OR_SOCIAL_CARE)))
                .isEmpty();
    }

    @Test
    void tellsEveryBrokenRuleAtOnce() {
        assertThat(reasons(request(
                        Ground.BEST_INTERESTS,
                        LawfulBasis.CONSENT,
                        EnumSet.noneOf(SharedField.class),
                        null,
                        TODAY.minusDays(1),
                        Answer.NO,
                        Answer.YES,
                        null,
                        null)))
                .containsExactly(
                        Reason.NOTHING_ASKED,
                        Reason.PERIOD,
                        Reason.NOT_INFORMED,
                        Reason.CAPACITY_NOT_ASSESSED,
                        Reason.NO_REFERENCE,
                        Reason.CONSENT_WITHOUT_AGREEMENT);
        assertThat(POLICY.decide(agreed(ORDINARY, null), TODAY.minusDays(1)))
                .isEqualTo(new Permission.Refused(List.of(Reason.NOT_YET), "loti-permission 1"));
    }

    @Test
    void aPermissionCannotBeReadFromAFile() {
        Permission.Granted permission = granted(agreed(ORDINARY, null));
        assertThat(Permission.Granted.class.getConstructors()).isEmpty();
        assertThatThrownBy(() -> LotiJson.write(permission)).isInstanceOf(IllegalArgumentException.class);
        assertThat(permission.toString() + permission.request()).doesNotContain("resident-token-1", "NAME");
    }

    @Test
    void foldCoversEveryAnswer() {
        assertThat(Permission.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(Permission.Granted.class, Permission.Refused.class);
    }
}
