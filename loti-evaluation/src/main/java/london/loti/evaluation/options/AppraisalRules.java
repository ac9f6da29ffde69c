package london.loti.evaluation.options;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import london.loti.evaluation.options.AppraisedOption.Kind;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;

/** The rules between the parts of an options appraisal. */
final class AppraisalRules {
    enum Code implements Finding.Code {
        DUPLICATE_ID,
        TOO_FEW,
        NO_BASELINE,
        ZERO_WEIGHTS,
        UNKNOWN_ID,
        NOT_SCORED,
        OUT_OF_RANGE
    }

    private final Findings findings = new Findings();

    private AppraisalRules() {}

    static void check(List<Criterion> criteria, List<SuccessFactor> factors, List<AppraisedOption> options) {
        AppraisalRules rules = new AppraisalRules();
        List<String> criterionIds = criteria.stream().map(Criterion::id).toList();
        List<String> factorIds = factors.stream().map(SuccessFactor::id).toList();
        rules.unique("criteria", criterionIds);
        rules.unique("successFactors", factorIds);
        rules.unique("options", options.stream().map(AppraisedOption::id).toList());
        if (criteria.isEmpty() || options.size() < 2) {
            rules.broken(Code.TOO_FEW, "an appraisal needs a criterion and two options or more", "options");
        }
        if (!criteria.isEmpty() && criteria.stream().allMatch(c -> c.weight() == 0)) {
            rules.broken(Code.ZERO_WEIGHTS, "a criterion must have a weight above 0", "criteria");
        }
        if (options.stream().allMatch(o -> o.kind() == Kind.DO_SOMETHING)) {
            rules.broken(
                    Code.NO_BASELINE,
                    "an option must be DO_NOTHING or DO_MINIMUM, so that the others are set beside it",
                    "options");
        }
        for (int i = 0; i < options.size(); i++) {
            AppraisedOption option = options.get(i);
            String path = "options/" + i;
            rules.known(option.scores().keySet(), criterionIds, path + "/scores");
            rules.known(option.meets().keySet(), factorIds, path + "/meets");
            for (Criterion criterion : criteria) {
                Double score = option.scores().get(criterion.id());
                if (score != null && Double.isNaN(criterion.valueOf(score))) {
                    rules.broken(
                            Code.OUT_OF_RANGE,
                            "a score must be from 0 to 100\nMaybe the criterion needs a 'value' function.",
                            path + "/scores/" + criterion.id());
                }
            }
        }
        if (rules.findings.hasErrors()) {
            throw new FindingsException(rules.findings.toList());
        }
    }

    private void unique(String path, List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!seen.add(ids.get(i))) {
                broken(Code.DUPLICATE_ID, "an id must come once", path + "/" + i + "/id");
            }
        }
    }

    private void known(Collection<String> used, List<String> known, String path) {
        for (String id : used) {
            if (!known.contains(id)) {
                broken(Code.UNKNOWN_ID, "an id must be one of " + known + Nearest.hint(id, known), path);
            }
        }
        for (String id : known) {
            if (!used.contains(id)) {
                broken(Code.NOT_SCORED, "the option must say something of '" + id + "'", path);
            }
        }
    }

    private void broken(Code code, String message, String path) {
        findings.error(code, message, Where.column("appraisal", "/" + path));
    }
}
