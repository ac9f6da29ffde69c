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
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
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
        List<Deviation> deviations = plan.deviations(
                StudyDesign.BEFORE_AFTER,
                List.of(
                        new MeasuredEffect(measure("loneliness"), effect("ols", 90, "HC3")),
                        new MeasuredEffect(measure("sleep"), effect("welch-t", 200, "none"))));
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
    void hasNothingToListWhereThePlanWasKept() {
        assertThat(locked(plan().build())
                        .deviations(
                                StudyDesign.DIFFERENCE_IN_DIFFERENCES,
                                List.of(
                                        new MeasuredEffect(measure("loneliness"), effect("did-2x2", 120, "CR1")),
                                        new MeasuredEffect(measure("skills"), effect("welch-t", 125, "none")))))
                .isEmpty();
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
