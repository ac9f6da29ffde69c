package london.loti.referral.device.allocation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import london.loti.model.finding.Finding;
import london.loti.model.governance.DecisionRecord;
import london.loti.model.governance.DecisionRecord.Decision;
import london.loti.model.governance.Safeguard;
import london.loti.model.need.AccessItem;
import london.loti.model.need.AccessPackage;
import london.loti.model.need.AccessState;
import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.ResidentRef;
import london.loti.referral.device.DeviceEvent;
import london.loti.referral.device.DeviceId;
import london.loti.referral.device.LedgerEntry;
import london.loti.referral.device.allocation.AllocationOutcome.Proposed;
import london.loti.referral.device.allocation.Samples.Scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class AllocationTest {
    private static final int SEEDS = 1_000;

    private static AllocationProposal propose(long seed, List<StockClass> stock, List<DeviceNeed> needs) {
        return ((Proposed) Allocation.withSeed(seed)
                        .propose(stock, needs, List.of())
                        .orElseThrow())
                .proposal();
    }

    private static Set<String> served(AllocationProposal proposal) {
        return proposal.offers().stream()
                .map(offer -> offer.resident().token())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void orderOfTheInputChangesNothing() {
        for (long seed = 0; seed < 300; seed++) {
            Scheme scheme = Scheme.of(seed, seed % 3 == 0, seed % 3 == 1);
            AllocationOutcome outcome = Allocation.withSeed(seed)
                    .propose(scheme.stock(), scheme.needs(), scheme.floors())
                    .orElseThrow();
            List<StockClass> stock = new ArrayList<>(scheme.stock());
            List<DeviceNeed> needs = new ArrayList<>(scheme.needs());
            List<Floor> floors = new ArrayList<>(scheme.floors());
            Collections.shuffle(stock, new Random(seed));
            Collections.shuffle(needs, new Random(seed));
            Collections.shuffle(floors, new Random(seed));
            assertThat(Allocation.withSeed(seed).propose(stock, needs, floors).orElseThrow())
                    .as("seed %d", seed)
                    .isEqualTo(outcome);
        }
    }

    @Test
    void equalNeedsHaveEqualChances() {
        List<StockClass> stock = List.of(Samples.stock("laptop", 2));
        List<DeviceNeed> needs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            needs.add(Samples.need("invented-" + i, "families", "mill", "laptop", 1));
        }
        Map<String, Integer> wins = new TreeMap<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            served(propose(seed, stock, needs)).forEach(token -> wins.merge(token, 1, Integer::sum));
        }
        // 2 of 5; four standard errors of a share over 1,000 draws are 0.062
        assertThat(wins).hasSize(5);
        assertThat(wins.values())
                .allSatisfy(won -> assertThat((double) won / SEEDS).isCloseTo(0.4, within(0.062)));
    }

    /** The oracle's household table, in which two matchings of five are best: one leaves out h1, the other h6. */
    @Test
    void unequalNeedsThatAreEquallyGoodForTheWholeHaveEqualChances() {
        long[][] points = {
            {7, 4, -1, 3, 9}, {5, -1, 8, 6, 2}, {-1, 3, 4, 7, -1}, {6, 8, 2, -1, 5}, {4, 5, 6, 1, -1}, {-1, -1, 9, 8, 3}
        };
        List<StockClass> stock = new ArrayList<>();
        List<DeviceNeed> needs = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            stock.add(Samples.stock("device-" + k, 1));
        }
        for (int i = 0; i < 6; i++) {
            List<Object> row = new ArrayList<>();
            for (int k = 0; k < 5; k++) {
                if (points[i][k] >= 0) {
                    row.add("device-" + k);
                    row.add(points[i][k]);
                }
            }
            needs.add(Samples.need("household-" + (i + 1), "families", "mill", null, row.toArray()));
        }
        int withoutFirst = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            AllocationProposal proposal = propose(seed, stock, needs);
            assertThat(proposal.points()).isEqualTo(14);
            assertThat(served(proposal)).hasSize(5).contains("household-2", "household-5");
            withoutFirst += served(proposal).contains("household-1") ? 0 : 1;
        }
        assertThat((double) withoutFirst / SEEDS).isCloseTo(0.5, within(0.064)); // four standard errors
    }

    @Test
    void whoGetsTheBetterDeviceIsDrawnToo() {
        List<StockClass> stock = List.of(Samples.stock("laptop", 1), Samples.stock("tablet", 1));
        List<DeviceNeed> needs = List.of(
                Samples.need("invented-1", "families", "mill", "laptop", 1, "tablet", 5),
                Samples.need("invented-2", "families", "mill", "laptop", 1, "tablet", 5));
        int first = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Offer laptop = propose(seed, stock, needs).offers().get(0);
            assertThat(laptop.stockClass()).isEqualTo("laptop");
            first += laptop.resident().token().equals("invented-1") ? 1 : 0;
        }
        assertThat((double) first / SEEDS).isCloseTo(0.5, within(0.064));
    }

    @Test
    void everyDrawIsAmongTheBestAndAllOfTheBestAreDrawn() {
        for (long seed = 0; seed < 60; seed++) {
            Scheme scheme = Scheme.of(seed, false, false);
            Set<Set<String>> best = new HashSet<>();
            for (int[][] flow : scheme.plainly(List.of()).optima()) {
                Set<String> met = new TreeSet<>();
                for (int i = 0; i < flow.length; i++) {
                    if (Arrays.stream(flow[i]).sum() > 0) {
                        met.add(scheme.needs().get(i).resident().token());
                    }
                }
                best.add(met);
            }
            Set<Set<String>> drawn = new HashSet<>();
            for (long draw = 0; draw < 150; draw++) {
                drawn.add(served(propose(draw, scheme.stock(), scheme.needs())));
            }
            assertThat(best).as("seed %d", seed).containsAll(drawn);
            if (best.size() <= 6) {
                assertThat(drawn).as("seed %d", seed).isEqualTo(best);
            }
        }
    }

    @Test
    void theDrawIsWrittenDown() {
        List<StockClass> stock = List.of(Samples.stock("laptop", 1));
        List<DeviceNeed> needs = List.of(Samples.need("invented-1", "families", "mill", "laptop", 1));
        Draw draw = propose(7, stock, needs).draw();
        assertThat(draw.seed()).isEqualTo(7);
        assertThat(draw.algorithm()).contains("SHA-256");
        assertThat(draw.inputSha256()).matches("[0-9a-f]{64}");
        assertThat(propose(8, stock, needs).draw().inputSha256()).isEqualTo(draw.inputSha256());
        assertThat(propose(7, List.of(Samples.stock("laptop", 2)), needs).draw().inputSha256())
                .isNotEqualTo(draw.inputSha256());
    }

    private static DeviceNeed at(String token, Map<String, Answer> home, Answer wifi, Object... points) {
        DeviceNeed need = Samples.need(token, "families", "mill", points);
        return new DeviceNeed(need.resident(), "families", "mill", need.points(), null, home, wifi);
    }

    @Test
    void temporaryHomeRulesOutAContractAndSaysWhy() {
        StockClass desktop = new StockClass("desktop", "desktop with broadband", 1, false, true, null);
        List<StockClass> stock = List.of(desktop, Samples.stock("tablet", 1));
        AllocationProposal proposal = propose(
                1,
                stock,
                List.of(
                        at("hostel-resident", Map.of("temporary-home", Answer.YES), Answer.YES, "desktop", 0),
                        at("unasked-resident", Map.of(), Answer.YES, "desktop", 3, "tablet", 9)));

        assertThat(proposal.unmet()).singleElement().satisfies(need -> {
            assertThat(need.resident().token()).isEqualTo("hostel-resident");
            assertThat(need.reasons())
                    .contains("Nothing in stock suits.")
                    .anyMatch(why -> why.contains("Desktop with broadband: A broadband contract runs for a year"));
        });
        assertThat(proposal.offers()).singleElement().satisfies(offer -> {
            assertThat(offer.stockClass()).isEqualTo("desktop");
            assertThat(offer.askFirst())
                    .anyMatch(ask -> ask.contains("Find out first about the home: the home is for now only?"));
        });
    }

    @Test
    void deviceFollowsThePerson() {
        AllocationProposal proposal = propose(
                1,
                List.of(Samples.stock("tablet", 1)),
                List.of(at("hostel-resident", Map.of("temporary-home", Answer.YES), Answer.YES, "tablet", 0)));
        assertThat(proposal.offers().get(0).reasons())
                .contains("The device goes with the person when they move, also to another borough.");
    }

    @Test
    void wifiAloneIsOfNoUseWhereThereIsNone() {
        StockClass wifi = new StockClass("tablet", "tablet", 3, true, false, null);
        AllocationProposal proposal = propose(
                1,
                List.of(wifi),
                List.of(
                        at("without-wifi", Map.of(), Answer.NO, "tablet", 0),
                        at("perhaps-wifi", Map.of(), Answer.NOT_ASKED, "tablet", 0),
                        at("with-a-wifi", Map.of(), Answer.YES, "tablet", 0)));
        assertThat(served(proposal)).containsExactly("perhaps-wifi", "with-a-wifi");
        assertThat(proposal.unmet().get(0).reasons())
                .contains("Tablet: It is online with wifi alone, and there is none to use.");
    }

    @Test
    void deviceWhoseUpdatesEndSoonGoesToNobody() {
        StockClass old = new StockClass("laptop", "laptop", 1, false, false, LocalDate.of(2027, 11, 24));
        List<DeviceNeed> needs = List.of(Samples.need("invented-1", "families", "mill", "laptop", 1));
        Allocation allocation = Allocation.withSeed(1);
        assertThat(allocation.propose(List.of(old), needs, List.of()).findings())
                .extracting(Finding::message)
                .anyMatch(words -> words.contains("Maybe say for which day"));
        AllocationProposal late = ((Proposed) allocation
                        .on(LocalDate.of(2026, 11, 25))
                        .propose(List.of(old), needs, List.of())
                        .orElseThrow())
                .proposal();
        assertThat(late.offers()).isEmpty();
        assertThat(late.stock().get(0).words()).contains("security updates end on 24 November 2027");
        AllocationProposal inTime = ((Proposed) allocation
                        .on(LocalDate.of(2026, 11, 24))
                        .propose(List.of(old), needs, List.of())
                        .orElseThrow())
                .proposal();
        assertThat(inTime.offers()).hasSize(1);
    }

    @Test
    void offersAndUnmetNeedsSayWhy() {
        List<StockClass> stock = List.of(Samples.stock("laptop", 1), Samples.stock("tablet", 1));
        AllocationProposal proposal = propose(
                1,
                stock,
                List.of(
                        Samples.need("invented-1", "families", "mill", "laptop", 1, "tablet", 2),
                        Samples.need("invented-2", "families", "mill", "laptop", 0, "tablet", 9),
                        Samples.need("invented-3", "families", "mill", "laptop", 30)));
        assertThat(proposal.points()).isEqualTo(2);
        assertThat(proposal.lines())
                .contains(
                        AllocationProposal.NOTICE,
                        "Offers: 2 of 3 needs, 2 points in all.",
                        "  Laptop: 1 of 1 offered. One more would meet 1 more need and add 30 points.")
                .anyMatch(line -> line.contains("Laptop would suit better (1 in place of 2 points)"))
                .anyMatch(line ->
                        line.contains("Next best: Tablet (9 points); the whole would be worse by 8 points then."));
    }

    /** Forced into the runner-up, everybody else is allocated anew: by trying everything. */
    @Test
    void lossOfTheRunnerUpIsExact() {
        int compared = 0;
        for (long seed = 0; seed < 600; seed++) {
            Scheme scheme = Scheme.of(seed, false, false);
            PlainTransport plain = scheme.plainly(List.of());
            for (Offer offer : propose(seed, scheme.stock(), scheme.needs()).offers()) {
                if (offer.runnerUp() == null) {
                    continue;
                }
                List<DeviceNeed> forced = new ArrayList<>(scheme.needs());
                forced.replaceAll(need -> !need.resident().equals(offer.resident())
                        ? need
                        : Samples.need(
                                need.resident().token(), need.group(), need.area(), need.unmetPoints(), new Object[] {
                                    offer.runnerUp(), need.points().get(offer.runnerUp())
                                }));
                int must = forced.stream().map(DeviceNeed::resident).toList().indexOf(offer.resident());
                PlainTransport without = new Scheme(scheme.stock(), forced, List.of()).plainly(List.of(), must);
                String words = offer.reasons().get(1);
                long loss = without.points() - plain.points();
                if (scheme.needs().get(0).unmetPoints() == null && without.unmet() > plain.unmet()) {
                    assertThat(words).as("seed %d", seed).contains("one need fewer");
                } else if (loss > 0) {
                    assertThat(words).as("seed %d", seed).contains("worse by " + loss + " point");
                } else if (without.unmet() == plain.unmet()) {
                    assertThat(words).as("seed %d", seed).contains("as good for the whole");
                }
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(300);
    }

    @Test
    void inputThatContradictsItselfIsToldAtOnce() {
        List<Finding> findings = Allocation.withSeed(1)
                .propose(
                        List.of(Samples.stock("laptop", 1), Samples.stock("laptop", 2)),
                        List.of(
                                Samples.need("invented-1", "families", "mill", 4L, new Object[] {"laptp", 1}),
                                Samples.need("invented-1", "families", "mill", "laptop", 1)),
                        List.of(
                                Floor.of(Floor.Scope.AREA, "mil", 1),
                                Floor.of(Floor.Scope.GROUP, "families", 1),
                                Floor.of(Floor.Scope.GROUP, "families", 2)))
                .findings();
        assertThat(findings)
                .extracting(Finding::toString)
                .anyMatch(f -> f.contains("stock, laptop: a class must come once"))
                .anyMatch(f -> f.contains("points for going unmet must be there for every need or for none"))
                .anyMatch(f -> f.contains("needs, need 1: points must be for a class in stock")
                        && f.contains("Maybe 'laptop' is meant"))
                .anyMatch(f -> f.contains("needs, need 2: a resident must come once"))
                .anyMatch(f -> f.contains("floors, area mil: a floor must count some need")
                        && f.contains("Maybe 'mill' is meant"))
                .anyMatch(f -> f.contains("floors, group families: a floor must come once"))
                .noneMatch(f -> f.contains("invented-1"));
    }

    @Test
    void onlyADecisionReserves() {
        AllocationProposal proposal = propose(
                1,
                List.of(Samples.stock("laptop", 1)),
                List.of(Samples.need("invented-1", "families", "mill", "laptop", 1)));
        Offer offer = proposal.offers().get(0);
        DeviceId device = new DeviceId("HB-0001");
        AccessPackage given = AccessPackage.unknown().with(AccessItem.DEVICE, AccessState.OFFERED);

        LedgerEntry entry = OfferConfirmation.reserve(offer, decision("invented-1", Decision.FOLLOWED, given), device);
        assertThat(entry.event())
                .isEqualTo(new DeviceEvent.Reserved(offer.id(), "decision-1", new ResidentRef("invented-1")));

        assertThatThrownBy(() ->
                        OfferConfirmation.reserve(offer, decision("invented-2", Decision.FOLLOWED, given), device))
                .hasMessageContaining("about the resident of the offer");
        assertThatThrownBy(() ->
                        OfferConfirmation.reserve(offer, decision("invented-1", Decision.DEFERRED, given), device))
                .hasMessageContaining("must be to give a device");
        assertThatThrownBy(() -> OfferConfirmation.reserve(
                        offer, decision("invented-1", Decision.FOLLOWED, AccessPackage.unknown()), device))
                .hasMessageContaining("must be to give a device");
    }

    private static DecisionRecord decision(String resident, Decision decision, AccessPackage decided) {
        return new DecisionRecord(
                "decision-1",
                new ResidentRef(resident),
                Instant.parse("2026-11-25T10:00:00Z"),
                ConceptRef.parse("roles:digital-inclusion-officer"),
                decision,
                decided,
                decided,
                ConceptRef.parse("decision-reasons:agrees-with-resident"),
                Safeguard.required(false),
                Safeguard.required(false));
    }

    @Test
    void textsTellNothingOfResidents() {
        DeviceNeed need = Samples.need("invented-1", "families", "mill", "laptop", 1);
        AllocationProposal proposal = propose(1, List.of(Samples.stock("laptop", 0)), List.of(need));
        assertThat(List.of(
                                need,
                                proposal,
                                proposal.unmet(),
                                propose(1, List.of(Samples.stock("laptop", 1)), List.of(need))
                                        .offers())
                        .toString())
                .doesNotContain("invented-1")
                .doesNotContain("families");
    }

    @Test
    void foldCoversEveryOutcome() {
        assertThat(AllocationOutcome.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(Proposed.class, AllocationOutcome.FloorsConflict.class);
    }
}
