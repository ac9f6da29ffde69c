package london.loti.evaluation.economics;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

import london.loti.evaluation.economics.WholeLifeOption.Kind;
import london.loti.evaluation.options.DataAccessChecklist;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;

/** The rules between the parts of a whole-life cost model. */
final class ModelRules {
    enum Code implements Finding.Code {
        NO_YEARS,
        UNKNOWN_SCHEDULE,
        ADOPTION_NOT_IN_ORDER,
        FEWER_RESIDENTS_THAN_THE_COUNCIL,
        TOO_FEW_OPTIONS,
        DUPLICATE_NAME,
        NOT_ONE_DO_NOTHING,
        AFTER_THE_LAST_YEAR,
        UNKNOWN_CLAUSE,
        TOO_LARGE
    }

    private static final String SOURCE = "model";

    private final Findings findings = new Findings();

    private ModelRules() {}

    static void check(
            int years, String schedule, Council council, List<Adoption> adoption, List<WholeLifeOption> options) {
        ModelRules rules = new ModelRules();
        if (years < 1) {
            rules.broken(Code.NO_YEARS, "'years' must be 1 or more", "years");
        }
        if (!DiscountSchedule.bundledIds().contains(schedule)) {
            rules.broken(
                    Code.UNKNOWN_SCHEDULE,
                    "'schedule' must be one of " + DiscountSchedule.bundledIds()
                            + Nearest.hint(schedule, DiscountSchedule.bundledIds()),
                    "schedule");
        }
        rules.adoption(years, council, adoption);
        rules.options(years, options);
        if (rules.findings.hasErrors()) {
            throw new FindingsException(rules.findings.toList());
        }
    }

    private void adoption(int years, Council council, List<Adoption> adoption) {
        int before = -1;
        for (int i = 0; i < adoption.size(); i++) {
            Adoption step = adoption.get(i);
            String path = "adoption/" + i;
            if (step.from() <= before || (i == 0 && step.from() != 0)) {
                broken(Code.ADOPTION_NOT_IN_ORDER, "adoption must begin in year 0, and its years must ascend", path);
            }
            if (years >= 1 && step.from() >= years) {
                broken(
                        Code.AFTER_THE_LAST_YEAR,
                        "a step of adoption must begin by the last year of the model, which is " + (years - 1),
                        path + "/from");
            }
            boolean alone = step.councils() == 1;
            if (alone ? step.residents() != council.residents() : step.residents() <= council.residents()) {
                broken(
                        Code.FEWER_RESIDENTS_THAN_THE_COUNCIL,
                        "the residents of all councils must be the council's own where it is alone, and more where it is"
                                + " not",
                        path);
            }
            before = step.from();
        }
        if (adoption.isEmpty()) {
            broken(
                    Code.ADOPTION_NOT_IN_ORDER,
                    "adoption must say how many councils take part in year 0\nMaybe 1, with the council's own residents.",
                    "adoption");
        }
    }

    private void options(int years, List<WholeLifeOption> options) {
        if (options.size() < 2) {
            broken(Code.TOO_FEW_OPTIONS, "a model needs two options or more", "options");
        }
        if (options.stream().filter(o -> o.kind() == Kind.DO_NOTHING).count() != 1) {
            broken(
                    Code.NOT_ONE_DO_NOTHING,
                    "just one option must be DO_NOTHING\nMaybe add what it costs to go on as now.",
                    "options");
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < options.size(); i++) {
            WholeLifeOption option = options.get(i);
            String path = "options/" + i;
            if (!ids.add(option.id())) {
                broken(Code.DUPLICATE_NAME, "an option's id must come once", path + "/id");
            }
            lines(years, option.lines(), path + "/lines/");
            for (int g = 0; g < option.grants().size(); g++) {
                if (option.grants().get(g).amounts().size() > years) {
                    broken(
                            Code.AFTER_THE_LAST_YEAR,
                            "a grant must end with the last year of the model",
                            path + "/grants/" + g);
                }
            }
            SortedMap<String, Boolean> answers = option.dataAccess();
            List<String> clauses = DataAccessChecklist.bundled().ids();
            for (String clause : answers == null ? List.<String>of() : List.copyOf(answers.keySet())) {
                if (!clauses.contains(clause)) {
                    broken(
                            Code.UNKNOWN_CLAUSE,
                            "a clause must be one of " + clauses + Nearest.hint(clause, clauses),
                            path + "/dataAccess");
                }
            }
        }
    }

    private void lines(int years, List<CostLine> lines, String path) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            CostLine line = lines.get(i);
            if (!names.add(line.name())) {
                broken(Code.DUPLICATE_NAME, "a cost's name must come once in an option", path + i + "/name");
            }
            if (!(line.furthest(Math.max(years, 1) - 1) <= Amounts.LARGEST_PRODUCT)) {
                broken(
                        Code.TOO_LARGE,
                        "a cost must be at most 1e100 in every year and every draw, with its growth and users"
                                + "\nMaybe a growth of 0.02 was meant for 2 per cent a year.",
                        path + i);
            }
            Integer to = line.to();
            if (line.from() >= years || (to != null && to >= years)) {
                broken(
                        Code.AFTER_THE_LAST_YEAR,
                        "a cost must fall due by the last year of the model, which is " + (years - 1),
                        path + i);
            }
        }
    }

    private void broken(Code code, String message, String path) {
        findings.error(code, message, Where.column(SOURCE, "/" + path));
    }
}
