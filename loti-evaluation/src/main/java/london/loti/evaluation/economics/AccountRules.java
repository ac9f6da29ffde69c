package london.loti.evaluation.economics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;

/** The rules between the parts of a cost-benefit model. */
final class AccountRules {
    enum Code implements Finding.Code {
        OTHER_SCHEMA,
        NO_COST_OR_BENEFIT,
        BAD_LINE,
        UNKNOWN_SCHEDULE,
        UNUSED_INPUT
    }

    private static final String SOURCE = "model";

    private final Findings findings = new Findings();

    private AccountRules() {}

    static void schema(String schema) {
        if (!schema.equals(CostBenefitModel.SCHEMA)) {
            throw new FindingsException(List.of(Finding.error(
                    Code.OTHER_SCHEMA,
                    "a cost-benefit model's 'schema' must be " + CostBenefitModel.SCHEMA + ", but is another"
                            + "\nMaybe a newer loti reads it; a whole-life model has no 'schema'.",
                    at("schema"))));
        }
    }

    static void check(
            int priceYear,
            String schedule,
            String healthSchedule,
            List<AccountLine> lines,
            SortedMap<String, AccountInput> inputs,
            List<RankCorrelation> correlations) {
        AccountRules rules = new AccountRules();
        rules.schedule(schedule, "schedule");
        rules.schedule(healthSchedule, "healthSchedule");
        if (lines.stream().map(AccountLine::side).distinct().count() < 2) {
            rules.broken(Code.NO_COST_OR_BENEFIT, "a model needs a cost and a benefit", "lines");
        }
        SortedMap<String, Uncertain> quantities = new TreeMap<>();
        inputs.forEach((name, input) -> quantities.put(name, input.quantity()));
        rules.lines(priceYear, lines, quantities);
        try {
            new RankOrder(quantities, correlations);
        } catch (FindingsException e) {
            e.findings().forEach(f -> rules.findings.error(f.code(), f.message(), at("correlations")));
        }
        if (rules.findings.hasErrors()) {
            throw new FindingsException(rules.findings.toList());
        }
    }

    private void schedule(String id, String path) {
        List<String> known = DiscountSchedule.bundledIds();
        if (!known.contains(id)) {
            broken(Code.UNKNOWN_SCHEDULE, "'" + path + "' must be one of " + known + Nearest.hint(id, known), path);
        }
    }

    private void lines(int priceYear, List<AccountLine> lines, SortedMap<String, Uncertain> inputs) {
        EvidenceGrades grades = EvidenceGrades.bundled();
        List<Line> good = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        Set<String> used = new TreeSet<>();
        for (int i = 0; i < lines.size(); i++) {
            used.addAll(lines.get(i).inputs());
            String dropOff = lines.get(i).dropOffInput();
            if (dropOff != null) {
                used.add(dropOff);
            }
            try {
                good.add(lines.get(i).in(priceYear, grades));
                places.add(i);
            } catch (IllegalArgumentException e) {
                broken(Code.BAD_LINE, String.valueOf(e.getMessage()), "lines/" + i);
            }
        }
        IntFunction<Where> where = i -> at("lines/" + places.get(i));
        findings.addAll(LineRules.check(priceYear, good, where));
        findings.addAll(LineRules.checkInputs(good, inputs, where));
        for (String input : inputs.keySet()) {
            if (!used.contains(input)) {
                broken(
                        Code.UNUSED_INPUT,
                        "an input must be used by a line, but '" + input + "' is not" + Nearest.hint(input, used),
                        "inputs/" + input);
            }
        }
    }

    private void broken(Code code, String message, String path) {
        findings.error(code, message, at(path));
    }

    private static Where at(String path) {
        return Where.column(SOURCE, "/" + path);
    }
}
