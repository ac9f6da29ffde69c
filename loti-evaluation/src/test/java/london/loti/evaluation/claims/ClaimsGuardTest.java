package london.loti.evaluation.claims;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

class ClaimsGuardTest {
    private final ClaimsGuard guard = ClaimsGuard.withDefaults();

    @Test
    void givesEveryDesignItsLevelVerbAndCodeWhereNothingWentWrong() {
        Map<StudyDesign, String> table = new LinkedHashMap<>();
        for (StudyDesign design : StudyDesign.values()) {
            Claim claim = guard.judge(design, Samples.good(400));
            assertThat(claim.faults()).as(design.name()).isEmpty();
            table.put(design, claim.level() + " " + claim.verb().words() + " " + claim.registryCode());
        }
        // What Works Growth 2016: 1 and 2 without a comparison over time, 3 with one, 4 natural chance, 5 drawn by
        // chance.
        assertThat(table)
                .containsExactly(
                        entry(StudyDesign.BEFORE_AFTER, "1 is associated with other_quasi_experimental"),
                        entry(StudyDesign.BEFORE_AFTER_WITH_CONTROLS, "2 is associated with other_quasi_experimental"),
                        entry(StudyDesign.CROSS_SECTION, "1 is associated with other_quasi_experimental"),
                        entry(StudyDesign.CROSS_SECTION_WITH_CONTROLS, "2 is associated with other_quasi_experimental"),
                        entry(StudyDesign.INTERRUPTED_TIME_SERIES, "2 is associated with interrupted"),
                        entry(StudyDesign.COMPARATIVE_TIME_SERIES, "3 is consistent with interrupted"),
                        entry(StudyDesign.DIFFERENCE_IN_DIFFERENCES, "3 is consistent with difference"),
                        entry(StudyDesign.STAGGERED_ADOPTION, "3 is consistent with difference"),
                        entry(StudyDesign.EVENT_STUDY, "3 is consistent with difference"),
                        entry(StudyDesign.MATCHED_COMPARISON, "3 is consistent with propensity"),
                        entry(StudyDesign.SYNTHETIC_CONTROL, "3 is consistent with synthetic"),
                        entry(StudyDesign.REGRESSION_DISCONTINUITY, "4 is consistent with regression"),
                        entry(StudyDesign.INSTRUMENTAL_VARIABLE, "4 is consistent with instrumental"),
                        entry(StudyDesign.RANDOMISED_ENCOURAGEMENT, "5 caused red"),
                        entry(StudyDesign.RANDOMISED_INDIVIDUALS, "5 caused individual_rct"),
                        entry(StudyDesign.RANDOMISED_CLUSTERS, "5 caused cluster"),
                        entry(StudyDesign.STEPPED_WEDGE, "5 caused stepped"),
                        entry(StudyDesign.RANDOMISED_WAITING_LIST, "5 caused waitlist"));
    }

    @Test
    void neverAllowsAStrongerVerbToAWorseStudy() {
        for (StudyDesign design : StudyDesign.values()) {
            Claim good = guard.judge(design, Samples.good(400));
            for (StudyQuality worse : List.of(
                    Samples.good(400).withAttrition(0.5, 0.02),
                    Samples.good(400).withAttrition(0.1, 0.3),
                    Samples.good(400).withClustersPerArm(2),
                    Samples.good(400).withLargestImbalance(0.6),
                    Samples.good(400).withPreTrend(0.001),
                    Samples.good(400).withSelectionOnLowScores(true),
                    Samples.good(400).withPlan(false, true),
                    Samples.good(20),
                    StudyQuality.of(400))) {
                Claim claim = guard.judge(design, worse);
                assertThat(claim.level()).as(design + " " + worse).isBetween(1, good.level());
                assertThat(claim.verb()).as(design + " " + worse).isLessThanOrEqualTo(good.verb());
            }
        }
    }

    @Test
    void namesTheCheapestUpgradeFirst() {
        Claim claim = guard.judge(StudyDesign.BEFORE_AFTER_WITH_CONTROLS, Samples.good(120));
        assertThat(claim.cheapestUpgrade().orElseThrow().words())
                .isEqualTo("add a comparison borough or group, asked at the same times: level 2 to 3");
        assertThat(guard.judge(StudyDesign.BEFORE_AFTER, Samples.good(120)).upgrades())
                .extracting(Upgrade::cost)
                .isSorted()
                .hasSize(4);
        assertThat(guard.judge(StudyDesign.RANDOMISED_INDIVIDUALS, Samples.good(120))
                        .cheapestUpgrade())
                .isEmpty();
    }

    @Test
    void asksForEvidenceThatTheGroupsWereAlike() {
        StudyQuality quality = StudyQuality.of(200).withAttrition(0.1, 0).withPlan(true, true);
        Claim claim = guard.judge(StudyDesign.DIFFERENCE_IN_DIFFERENCES, quality);
        assertThat(claim.level()).isEqualTo(2);
        assertThat(claim.faults()).containsExactly("comparability");
        assertThat(claim.cheapestUpgrade().orElseThrow())
                .isEqualTo(new Upgrade(
                        "show a balance table or the time before the start", 1, 2, 3, Verb.IS_CONSISTENT_WITH));
    }

    @Test
    void doesNotSayCausedWithoutALockedPlan() {
        Claim claim = guard.judge(
                StudyDesign.RANDOMISED_INDIVIDUALS, Samples.good(400).withPlan(true, false));
        assertThat(claim.level()).isEqualTo(5);
        assertThat(claim.verb()).isEqualTo(Verb.IS_CONSISTENT_WITH);
        assertThat(claim.cheapestUpgrade().orElseThrow().words()).endsWith("then 'caused' may be said");
    }

    @Test
    void tellsThatLowScoresRiseByThemselves() {
        Claim claim = guard.judge(StudyDesign.BEFORE_AFTER, Samples.good(400).withSelectionOnLowScores(true));
        assertThat(claim.reasons())
                .contains("People were chosen because they scored badly; on average such scores rise by themselves.");
    }

    @Test
    void refusesFactsOutOfRange() {
        assertThatThrownBy(() -> StudyQuality.of(5).withAttrition(20, 0))
                .hasMessage("a study's 'attrition' must be from 0 to 1, but was 20.0\nMaybe 0.2 was meant for 20 per"
                        + " cent.");
        assertThatThrownBy(() -> StudyQuality.of(-1)).hasMessage("a study's 'n' must be 0 or more, but was -1.0");
    }

    @Test
    void filesDesignsUnderTheRegistrysTree() {
        RegistryDesigns designs = RegistryDesigns.bundled();
        assertThat(designs.types()).hasSize(53);
        assertThat(designs.path("difference"))
                .extracting(RegistryDesigns.Type::code)
                .containsExactly("impact", "quasi_experimental", "difference");
        assertThatThrownBy(() -> designs.path("diference"))
                .hasMessageStartingWith("a design code must be one of the registry's, but was 'diference'");
    }

    @Test
    void refusesAPolicyWhoseVerbsGetWeaker() {
        ClaimsPolicy policy = ClaimsPolicy.bundled();
        List<Verb> verbs = List.of(Verb.CAUSED, Verb.CAUSED, Verb.CAUSED, Verb.CAUSED, Verb.IS_ASSOCIATED_WITH);
        assertThatThrownBy(() -> new ClaimsPolicy(
                        "own", "1", "2026-11-26", "own", false, verbs, 30, policy.designs(), policy.rules()))
                .hasMessageContaining("none weaker than the one before");
        assertThatThrownBy(() -> new ClaimsPolicy(
                        "own",
                        "1",
                        "2026-11-26",
                        "own",
                        false,
                        policy.verbs(),
                        30,
                        policy.designs().subList(1, 18),
                        policy.rules()))
                .hasMessage("every design must have a rule, but BEFORE_AFTER has none");
    }
}
