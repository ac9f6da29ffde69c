package london.loti.referral.device.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import london.loti.model.governance.Safeguard;
import london.loti.model.need.ConceptRef;
import london.loti.referral.device.allocation.AllocationOutcome.FloorsConflict;
import london.loti.referral.device.allocation.AllocationOutcome.Proposed;
import london.loti.referral.device.allocation.Samples.Scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FloorsTest {
    private static AllocationOutcome propose(Scheme scheme, List<Floor> floors) {
        return Allocation.withSeed(1)
                .propose(scheme.stock(), scheme.needs(), floors)
                .orElseThrow();
    }

    @Test
    void floorsOfAreasOrOfGroupsAgreeWithTryingEverything() {
        for (long seed = 0; seed < 1_200; seed++) {
            check(seed, Scheme.of(seed, seed % 2 == 0, seed % 2 == 1));
        }
    }

    @Test
    void floorsThatCrossAgreeWithTryingEverything() {
        for (long seed = 5_000; seed < 5_500; seed++) {
            check(seed, Scheme.of(seed, true, true));
        }
    }

    private static void check(long seed, Scheme scheme) {
        PlainTransport plain = scheme.plainly(scheme.floors());
        AllocationOutcome outcome = propose(scheme, scheme.floors());
        if (!plain.isPossible()) {
            assertThat(outcome).as("seed %d", seed).isInstanceOf(FloorsConflict.class);
            List<Floor> conflict = ((FloorsConflict) outcome).floors();
            assertThat(scheme.plainly(conflict).isPossible())
                    .as("conflict, seed %d", seed)
                    .isFalse();
            for (Floor one : conflict) {
                List<Floor> others = new ArrayList<>(conflict);
                others.remove(one);
                assertThat(scheme.plainly(others).isPossible())
                        .as("a smallest conflict, seed %d", seed)
                        .isTrue();
            }
            return;
        }
        AllocationProposal proposal = ((Proposed) outcome).proposal();
        assertThat(proposal.points()).as("points, seed %d", seed).isEqualTo(plain.points());
        assertThat(proposal.unmet()).as("unmet, seed %d", seed).hasSize((int) plain.unmet());
        assertThat(proposal.floors())
                .allSatisfy(use -> assertThat(use.met())
                        .as("floor, seed %d", seed)
                        .isGreaterThanOrEqualTo(use.floor().atLeast()));
        if (scheme.needs().get(0).unmetPoints() == null) {
            assertThat(proposal.offers().stream().mapToLong(Offer::points).sum())
                    .as("the lottery keeps the total, seed %d", seed)
                    .isEqualTo(plain.points());
        }
        PlainTransport free = scheme.plainly(List.of());
        assertThat(proposal.pointsWithoutFloors()).isEqualTo(free.points());
        assertThat(proposal.metWithoutFloors()).isEqualTo(scheme.needs().size() - (int) free.unmet());
        shadowPrices(seed, scheme, plain, proposal);
    }

    private static void shadowPrices(long seed, Scheme scheme, PlainTransport plain, AllocationProposal proposal) {
        for (int k = 0; k < scheme.stock().size(); k++) {
            List<StockClass> more = new ArrayList<>(scheme.stock());
            more.set(k, more.get(k).withCount(more.get(k).count() + 1));
            PlainTransport after = new Scheme(more, scheme.needs(), scheme.floors()).plainly(scheme.floors());
            StockUse use = proposal.stock().get(k);
            assertThat(use.oneMoreMeets())
                    .as("one more of %d meets, seed %d", k, seed)
                    .isEqualTo(plain.unmet() - after.unmet());
            assertThat(use.oneMoreSaves())
                    .as("one more of %d saves, seed %d", k, seed)
                    .isEqualTo(plain.points() - after.points());
        }
        for (FloorUse use : proposal.floors()) {
            Floor floor = use.floor();
            List<Floor> lower = new ArrayList<>(scheme.floors());
            lower.remove(floor);
            if (floor.atLeast() > 1) {
                lower.add(Floor.of(floor.scope(), floor.of(), floor.atLeast() - 1));
            }
            PlainTransport after = scheme.plainly(lower);
            assertThat(use.oneLessSaves())
                    .as("floor one lower, seed %d", seed)
                    .isEqualTo(plain.points() - after.points());
            assertThat(use.oneLessMeets()).isEqualTo(plain.unmet() - after.unmet());
        }
    }

    @Test
    void conflictIsNamedInWordsAndNoFloorGivesWay() {
        List<StockClass> stock = List.of(Samples.stock("laptop", 2));
        List<DeviceNeed> needs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            needs.add(Samples.need("invented-" + i, i < 4 ? "families" : "jobseekers", "mill", "laptop", 1));
        }
        List<Floor> floors = List.of(
                Floor.of(Floor.Scope.GROUP, "families", 2),
                Floor.of(Floor.Scope.GROUP, "jobseekers", 1),
                Floor.of(Floor.Scope.AREA, "mill", 1));
        AllocationOutcome outcome =
                Allocation.withSeed(1).propose(stock, needs, floors).orElseThrow();

        assertThat(outcome.<String>fold(proposal -> "proposed", FloorsConflict::words))
                .startsWith("these floors can't hold together")
                .contains("at least 2 for the group families (alone it could reach 2)")
                .contains("at least 1 for the group jobseekers (alone it could reach 2)")
                .doesNotContain("mill")
                .endsWith("none is lowered by itself.");
    }

    @Test
    void priceOfTheFloorsIsShown() {
        List<StockClass> stock = List.of(Samples.stock("laptop", 1));
        List<DeviceNeed> needs = List.of(
                Samples.need("invented-1", "families", "mill", "laptop", 1),
                Samples.need("invented-2", "jobseekers", "mill", "laptop", 5));
        AllocationProposal proposal = ((Proposed) Allocation.withSeed(1)
                        .propose(stock, needs, List.of(Floor.of(Floor.Scope.GROUP, "jobseekers", 1)))
                        .orElseThrow())
                .proposal();

        assertThat(proposal.points()).isEqualTo(5);
        assertThat(proposal.pointsWithoutFloors()).isEqualTo(1);
        assertThat(proposal.lines())
                .contains("  Price of the floors: as many needs met, 4 points more.")
                .contains("  At least 1 for the group jobseekers: 1 offered; 0 without any floors."
                        + " One fewer would save 4 points.");
    }

    @Test
    void floorOnAProtectedCharacteristicNeedsItsJustification() {
        ConceptRef age = ConceptRef.parse("protected-characteristics:age");
        assertThatThrownBy(() -> new Floor(Floor.Scope.GROUP, "older", 3, age, null))
                .hasMessageContaining("must have its justification")
                .hasMessageContaining("legal basis");
        Floor justified = new Floor(
                Floor.Scope.GROUP,
                "older",
                1,
                age,
                new Floor.Justification(
                        "Fewest of them were reached last year.",
                        "Equality Act 2010, section 158",
                        LocalDate.of(2026, 10, 1),
                        ConceptRef.parse("roles:manager")));
        AllocationProposal proposal = ((Proposed) Allocation.withSeed(1)
                        .propose(
                                List.of(Samples.stock("tablet", 1)),
                                List.of(Samples.need("invented-1", "older", "mill", "tablet", 1)),
                                List.of(justified))
                        .orElseThrow())
                .proposal();
        assertThat(proposal.safeguards()).contains(Safeguard.SPECIAL_CATEGORY_DATA);
        assertThat(String.join("\n", proposal.lines()))
                .contains("section 158", "2026-10-01", "roles:manager", "Fewest of them");
    }
}
