package london.loti.referral.device.allocation;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Findings;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;
import london.loti.model.need.TemporaryAccommodationRule;

/** What stock, needs and floors must have in common. No message names a resident. */
final class InputCheck {
    private static final String STOCK = "stock";
    private static final String NEEDS = "needs";
    private static final String FLOORS = "floors";

    private final Findings findings;
    private final TemporaryAccommodationRule rule;
    private final @Nullable LocalDate on;

    InputCheck(Findings findings, TemporaryAccommodationRule rule, @Nullable LocalDate on) {
        this.findings = findings;
        this.rule = rule;
        this.on = on;
    }

    void check(List<StockClass> stock, List<DeviceNeed> needs, List<Floor> floors) {
        Set<String> classes = new TreeSet<>();
        for (StockClass each : stock) {
            Where where = Where.column(STOCK, each.code());
            if (!classes.add(each.code())) {
                findings.error(Allocation.Code.DUPLICATE, "a class must come once, but comes twice", where);
            }
            if (each.supportEnds() != null && on == null) {
                findings.error(
                        Allocation.Code.NO_DAY,
                        "an end of support can only be held against a day, but none was given\nMaybe say for which day"
                                + " the offers are.",
                        where);
            }
        }
        checkNeeds(needs, classes);
        checkFloors(floors, needs);
    }

    private void checkNeeds(List<DeviceNeed> needs, Set<String> classes) {
        Set<String> residents = new HashSet<>();
        List<String> conditions = rule.conditionCodes();
        long penalties =
                needs.stream().filter(need -> need.unmetPoints() != null).count();
        if (penalties > 0 && penalties < needs.size()) {
            findings.error(
                    Allocation.Code.UNMET_POINTS,
                    "points for going unmet must be there for every need or for none, but are for " + penalties + " of "
                            + needs.size(),
                    Where.file(NEEDS));
        }
        for (int i = 0; i < needs.size(); i++) {
            DeviceNeed need = needs.get(i);
            Where where = Where.column(NEEDS, "need " + (i + 1));
            if (!residents.add(need.resident().token())) {
                findings.error(Allocation.Code.DUPLICATE, "a resident must come once, but comes twice", where);
            }
            for (String code : need.points().keySet()) {
                if (!classes.contains(code)) {
                    findings.error(
                            Allocation.Code.UNKNOWN_CODE,
                            "points must be for a class in stock, but '" + code + "' is none"
                                    + Nearest.hint(code, classes),
                            where);
                }
            }
            for (String code : need.home().keySet()) {
                if (!conditions.contains(code)) {
                    findings.error(
                            Allocation.Code.UNKNOWN_CONDITION,
                            "a condition of a home must be one of " + conditions + Nearest.hint(code, conditions),
                            where);
                }
            }
        }
    }

    private void checkFloors(List<Floor> floors, List<DeviceNeed> needs) {
        Set<String> seen = new HashSet<>();
        for (Floor floor : floors) {
            Where where = Where.column(FLOORS, floor.scope().word() + " " + floor.of());
            if (!seen.add(floor.scope() + ":" + floor.of())) {
                findings.error(Allocation.Code.DUPLICATE, "a floor must come once, but comes twice", where);
            }
            if (needs.stream().noneMatch(floor::counts)) {
                Set<String> known = needs.stream()
                        .map(need -> floor.scope() == Floor.Scope.AREA ? need.area() : need.group())
                        .collect(Collectors.toCollection(TreeSet::new));
                findings.error(
                        Allocation.Code.UNKNOWN_CODE,
                        "a floor must count some need, but counts none" + Nearest.hint(floor.of(), known),
                        where);
            }
        }
    }
}
