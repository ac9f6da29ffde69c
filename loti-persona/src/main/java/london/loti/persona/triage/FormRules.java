package london.loti.persona.triage;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;
import london.loti.persona.triage.Question.Skip;
import london.loti.persona.triage.TriageForm.Code;

/** The rules that hold between the questions of a form. */
final class FormRules {
    private final Findings findings = new Findings();
    private final String form;
    private final Map<String, Question> questions = new LinkedHashMap<>();

    private FormRules(String form) {
        this.form = form;
    }

    static void check(String form, int mostQuestions, List<Question> questions) {
        FormRules rules = new FormRules(form);
        if (questions.isEmpty()) {
            rules.findings.error(Code.NO_QUESTION, "a form must have a question, but has none", Where.file(form));
        }
        if (questions.size() > mostQuestions) {
            rules.findings.error(
                    Code.TOO_MANY_QUESTIONS,
                    "a form must have at most " + mostQuestions + " questions as its 'mostQuestions' says, but has "
                            + questions.size() + "\nMaybe leave out what no offer depends on.",
                    Where.file(form));
        }
        questions.forEach(rules::add);
        rules.questions.values().forEach(rules::checkSkips);
        Set<String> done = new HashSet<>();
        rules.questions.keySet().forEach(id -> rules.findCycle(id, new LinkedHashSet<>(), done));
        if (rules.findings.hasErrors()) {
            throw new FindingsException(rules.findings.toList());
        }
    }

    private void add(Question question) {
        if (questions.putIfAbsent(question.id(), question) != null) {
            findings.error(Code.DUPLICATE_ID, "an id must come once, but comes twice", where(question.id()));
        }
        if (question.yes().isNone() && question.no().isNone()) {
            findings.error(
                    Code.NO_EFFECT,
                    "something must follow from a question, but from this one nothing does, so there is no reason to"
                            + " ask it",
                    where(question.id()));
        }
    }

    private void checkSkips(Question question) {
        for (Skip skip : question.skipWhen()) {
            if (!questions.containsKey(skip.question())) {
                findings.error(
                        Code.UNKNOWN_REFERENCE,
                        "it is skipped after '" + skip.question() + "', which is no question of the form"
                                + Nearest.hint(skip.question(), questions.keySet()),
                        where(question.id()));
            }
        }
    }

    private void findCycle(String id, Set<String> path, Set<String> done) {
        Question question = questions.get(id);
        if (question == null || done.contains(id)) {
            return;
        }
        if (!path.add(id)) {
            List<String> circle =
                    path.stream().dropWhile(step -> !step.equals(id)).toList();
            done.addAll(circle);
            findings.error(
                    Code.SKIP_CYCLE,
                    "a question must not be skipped because of itself, but here is a circle: "
                            + String.join(" -> ", circle) + " -> " + id,
                    where(id));
            return;
        }
        question.skipWhen().forEach(skip -> findCycle(skip.question(), path, done));
        path.remove(id);
        done.add(id);
    }

    private Where where(String question) {
        return Where.column(form, "question '" + question + "'");
    }
}
