package london.loti.evaluation.plan;

import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.evaluation.claims.StudyDesign;
import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;
import london.loti.model.outcome.Direction;
import london.loti.model.outcome.OutcomeMeasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class PlanLockTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);

    private static AnalysisPlan.Builder plan() {
        return AnalysisPlan.builder("tea_plan", "1", LocalDate.of(2026, 1, 20))
                .study("tea", StudyDesign.DIFFERENCE_IN_DIFFERENCES, 120)
                .question("Do people feel less lonely?")
                .primary(new PlannedAnalysis("loneliness", "did-2x2", new TreeMap<>(Map.of("errors", "CR1"))))
                .secondary(new PlannedAnalysis("skills", "welch-t", new TreeMap<>()))
                .missingData("complete cases");
    }

    private static OutcomeMeasure measure(String id) {
        return new OutcomeMeasure(id, id, id, "points", Direction.NEITHER, null, null, List.of(), null);
    }

    private static Effect effect(String method, long n, String errors) {
        return Effect.builder(method, n)
                .convention("errors", errors)
                .estimate(Estimate.of("difference", 1))
                .build();
    }

    private static LockedPlan locked(AnalysisPlan plan) {
        return PlanLock.lock(plan.json(), DAY).check(plan.json()).orElseThrow();
    }

    @Test
    void opensForTheBytesThatWereLocked(@TempDir Path folder) throws Exception {
        byte[] bytes = plan().build().json();
        PlanLock lock = PlanLock.lock(bytes, DAY);
        assertThat(lock.plan()).isEqualTo("tea_plan");
        assertThat(lock.sha256()).hasSize(64);
        assertThat(lock.check(bytes).orElseThrow().plan()).isEqualTo(plan().build());
        Path file = Files.writeString(folder.resolve("lock.json"), lock.json());
        assertThat(PlanLock.read(file).orElseThrow()).isEqualTo(lock);
    }

    @Test
    void staysShutForAPlanThatWasChanged() {
        byte[] bytes = plan().build().json();
        PlanLock lock = PlanLock.lock(bytes, DAY);
        byte[] changed = new String(bytes, StandardCharsets.UTF_8)
                .replace("\"people\" : 120", "\"people\" : 60")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(changed).isNotEqualTo(bytes);
        assertThatThrownBy(() -> lock.check(changed).orElseThrow())
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("the plan must be the one that was locked on 2026-02-01");
    }

    @Test
    void namesTheFileAndTellsAnotherPlanOrVersionFromAChangedOne(@TempDir Path folder) throws Exception {
        PlanLock lock = PlanLock.lock(plan().build().json(), DAY);
        String json = new String(plan().build().json(), StandardCharsets.UTF_8);
        byte[] other = json.replace("tea_plan", "coffee_plan").getBytes(StandardCharsets.UTF_8);
        byte[] later =
                json.replace("\"version\" : \"1\"", "\"version\" : \"2\"").getBytes(StandardCharsets.UTF_8);
        byte[] noPlan = "{}".getBytes(StandardCharsets.UTF_8);
        assertThat(lock.check("mine.json", other).findings())
                .extracting(Finding::code, finding -> finding.where().source())
                .containsExactly(tuple(PlanProblem.OTHER_PLAN, "mine.json"));
        assertThat(lock.check("mine.json", other).findings().toString())
                .contains("the plan's id must be 'tea_plan'", "another plan");
        assertThat(lock.check("mine.json", later).findings().toString())
                .contains("mine.json", "the plan's version must be the one that was locked on 2026-02-01");
        assertThat(lock.check("mine.json", noPlan).findings())
                .extracting(Finding::code)
                .containsExactly(PlanProblem.CHANGED_PLAN);
        assertThatThrownBy(() -> PlanLock.lock("mine.json", noPlan, DAY)).hasMessageContaining("mine.json");
        Path damaged =
                Files.writeString(folder.resolve("lock.json"), lock.json().replace(lock.sha256(), "abc"));
        assertThat(PlanLock.read(damaged).findings().toString()).contains("a lock's sha256 must be");
    }

    @Test
    void locksNothingThatIsNoPlan() {
        assertThatThrownBy(() -> PlanLock.lock("{}".getBytes(StandardCharsets.UTF_8), DAY))
                .isInstanceOf(FindingsException.class);
    }

    @Test
    void callsPrimaryOnlyWhatThePlanDoes() {
        LockedPlan plan = locked(plan().build());
        Effect effect = effect("did-2x2", 130, "CR1");
        assertThat(plan.primary(measure("loneliness"), effect).effect()).isEqualTo(effect);
        assertThatThrownBy(() -> plan.primary(measure("skills"), effect))
                .hasMessageContaining("a primary outcome must be one of the plan's [loneliness], but was 'skills'");
        assertThatThrownBy(() -> plan.primary(measure("loneliness"), effect("welch-t", 130, "CR1")))
                .hasMessageContaining("must be analysed by the planned method 'did-2x2', but was by 'welch-t'");
    }

    @Test
    void canNotBeMadeByAnybodyElse() {
        for (Class<?> proof : List.of(PrimaryOutcome.class, LockedPlan.class)) {
            assertThat(Arrays.stream(proof.getDeclaredConstructors()))
                    .noneMatch(constructor -> Modifier.isPublic(constructor.getModifiers()));
        }
    }

    @Test
    void listsEveryStepAwayFromThePlan() {
        LockedPlan plan = locked(plan().clusters("library").build());
        List<Deviation> deviations = plan.compare(
                        StudyDesign.BEFORE_AFTER,
                        List.of(
                                new MeasuredEffect(measure("loneliness"), effect("ols", 90, "HC3")),
                                new MeasuredEffect(measure("sleep"), effect("welch-t", 200, "none"))),
                        List.of())
                .deviations();
        assertThat(deviations)
                .extracting(Deviation::kind, Deviation::about, Deviation::planned, Deviation::done)
                .containsExactly(
                        tuple(Deviation.Kind.DESIGN, "study", "difference in differences", "before after"),
                        tuple(Deviation.Kind.METHOD, "loneliness", "did-2x2", "ols"),
                        tuple(Deviation.Kind.CONVENTION, "loneliness", "errors: CR1", "errors: HC3"),
                        tuple(Deviation.Kind.FEWER_PEOPLE, "loneliness", "120 people", "fewer people"),
                        tuple(
                                Deviation.Kind.CLUSTERS,
                                "loneliness",
                                "errors allow for library",
                                "errors do not allow for clusters"),
                        tuple(Deviation.Kind.OUTCOME_LEFT_OUT, "skills", "reported", "not reported"),
                        tuple(Deviation.Kind.OUTCOME_ADDED, "sleep", "not in the plan", "reported"));
    }

    @Test
    void namesWhatItCanNotCompareWhereNoDeviationIsFound() {
        PlanComparison comparison = locked(
                        plan().multiplicity("Holm").stopRule("never").build())
                .compare(
                        StudyDesign.DIFFERENCE_IN_DIFFERENCES,
                        List.of(
                                new MeasuredEffect(measure("loneliness"), effect("did-2x2", 120, "CR1")),
                                new MeasuredEffect(measure("skills"), effect("welch-t", 125, "none"))),
                        List.of());
        assertThat(comparison.deviations()).isEmpty();
        assertThat(comparison.notCompared())
                .containsExactly(
                        "loneliness: side of the test (the plan leaves it open)",
                        "loneliness: level of the interval (the plan leaves it open)",
                        "loneliness: number of people (the result counts rows)",
                        "skills: side of the test (the plan leaves it open)",
                        "skills: level of the interval (the plan leaves it open)",
                        "skills: errors (the plan leaves it open; done: none)",
                        "study: how missing data were handled (the plan says it in words)",
                        "study: what was done about several outcomes (the plan says it in words)",
                        "study: when the study was to stop (the plan says it in words)");
    }

    @Test
    void comparesSideLevelCovariatesClustersAndGroups() {
        AnalysisPlan plan = AnalysisPlan.builder("tea_plan", "1", LocalDate.of(2026, 1, 20))
                .study("tea", StudyDesign.DIFFERENCE_IN_DIFFERENCES, 120)
                .question("Do people feel less lonely?")
                .primary(new PlannedAnalysis(
                        "loneliness",
                        "ols",
                        new TreeMap<>(Map.of("alternative", "two-sided", "level", "0.950", "weights", "none"))))
                .covariate("age")
                .covariate("sex")
                .subgroup("Age")
                .missingData("complete cases")
                .build();
        Effect effect = Effect.builder("ols", 150)
                .clusters(20)
                .estimate(Inference.usual()
                        .withAlternative(Alternative.LESS)
                        .withLevel(0.9)
                        .normal("treated", -1, 0.2))
                .estimate(Estimate.of("sexf", 1))
                .estimate(Estimate.of("income", 1))
                .estimate(Estimate.of("(Intercept)", 4))
                .build();
        PlanComparison comparison = locked(plan)
                .compare(
                        StudyDesign.DIFFERENCE_IN_DIFFERENCES,
                        List.of(new MeasuredEffect(measure("loneliness"), effect)),
                        List.of("borough"));
        assertThat(comparison.deviations())
                .extracting(Deviation::kind, Deviation::planned, Deviation::done)
                .containsExactly(
                        tuple(Deviation.Kind.CONVENTION, "alternative: two-sided", "alternative: less"),
                        tuple(Deviation.Kind.CONVENTION, "level: 0.950", "level: 0.9"),
                        tuple(Deviation.Kind.CLUSTERS, "no clusters", "errors allow for clusters"),
                        tuple(Deviation.Kind.COVARIATES, "adjusted for age", "not adjusted for age"),
                        tuple(Deviation.Kind.GROUPS_LEFT_OUT, "groups by age", "not reported"),
                        tuple(Deviation.Kind.GROUPS_ADDED, "not in the plan", "groups by borough"));
        assertThat(comparison.notCompared())
                .contains(
                        "loneliness: weights (the result does not tell it)",
                        "loneliness: further terms of the model (the plan does not name them)");
    }

    @Test
    void staysShutForALockOfAnotherPlanOrVersion() {
        byte[] bytes = plan().build().json();
        PlanLock lock = PlanLock.lock(bytes, DAY);
        PlanLock other = new PlanLock("coffee_plan", "2", lock.sha256(), LocalDate.of(2026, 1, 1), lock.loti());
        assertThat(other.check(bytes).findings())
                .extracting(Finding::code)
                .containsOnly(PlanProblem.OTHER_PLAN)
                .hasSize(3);
        assertThatThrownBy(() -> other.check(bytes).orElseThrow())
                .hasMessageContaining("the plan's id must be as the lock says")
                .hasMessageContaining("the plan's version must be as the lock says");
    }

    @Test
    void refusesPlansThatCanNotBeHeldTo() {
        assertThatThrownBy(() -> plan().primary(new PlannedAnalysis("skills", "welch-t", new TreeMap<>()))
                        .build())
                .hasMessage("an outcome must come once in a plan, but 'skills' comes twice");
        assertThatThrownBy(() -> plan().primary(new PlannedAnalysis("sleep", "welch-t", new TreeMap<>()))
                        .build())
                .hasMessageContaining("multiplicity");
        assertThatThrownBy(() -> AnalysisPlan.builder("p", "1", DAY).build()).isInstanceOf(IllegalStateException.class);
    }
}
