package london.loti.evaluation.instrument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;

/** Applies the rules of an instrument to the answers of one person. */
final class Scorer {
    private Scorer() {}

    static Scores score(Instrument instrument, Map<String, Double> answers) {
        List<String> ids = instrument.items().stream().map(Item::id).toList();
        Findings findings = new Findings();
        double[] inOrder = new double[ids.size()];
        Arrays.fill(inOrder, Double.NaN);
        new TreeMap<>(answers).forEach((id, answer) -> {
            if (ids.contains(id)) {
                inOrder[ids.indexOf(id)] = answer;
            } else {
                findings.error(
                        ResponseProblem.UNKNOWN_ITEM,
                        "an answer must be to an item of the instrument, but is not" + Nearest.hint(id, ids),
                        Where.column(instrument.id(), id));
            }
        });
        return score(instrument, inOrder, findings);
    }

    static Scores score(Instrument instrument, double[] answers) {
        if (answers.length != instrument.items().size()) {
            throw new IllegalArgumentException(
                    "answers must be as many as items, " + instrument.items().size() + ", but were " + answers.length
                            + "\nMaybe give NaN where there is no answer.");
        }
        return score(instrument, answers, new Findings());
    }

    private static Scores score(Instrument instrument, double[] answers, Findings findings) {
        for (int i = 0; i < answers.length; i++) {
            Item item = instrument.items().get(i);
            if (!Double.isNaN(answers[i]) && !item.accepts(answers[i])) {
                findings.error(
                        ResponseProblem.NOT_AN_ANSWER, item.notAnAnswer(), Where.column(instrument.id(), item.id()));
            }
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
        List<Score> scores = new ArrayList<>();
        for (ScoringRule rule : instrument.scores()) {
            List<Item> items = rule.items().stream().map(instrument::item).toList();
            double[] coded = rule.items().stream()
                    .mapToDouble(id -> instrument.item(id).coded(answers[instrument.position(id)]))
                    .toArray();
            scores.add(score(rule, items, coded));
        }
        List<SafeguardingRule> flags = instrument.safeguarding().stream()
                .filter(flag -> answers[instrument.position(flag.item())] >= flag.atLeast())
                .toList();
        return new Scores(scores, flags);
    }

    private static Score score(ScoringRule rule, List<Item> items, double[] coded) {
        int absent = (int) Arrays.stream(coded).filter(Double::isNaN).count();
        double number = switch (rule.method()) {
            case ALL -> all(items, coded);
            case ANY_PER_SUBSCALE -> anyPerSubscale(items, coded);
            case ITEM, SUM, MEAN -> summary(rule, coded, absent);
        };
        if (Double.isNaN(number)) {
            return new Score(rule.id(), Double.NaN, null, whyMissing(rule, absent));
        }
        double value = rule.table().isEmpty()
                ? number * (rule.factor() == null ? 1 : rule.factor()) + (rule.offset() == null ? 0 : rule.offset())
                : rule.table().getOrDefault((int) number, Double.NaN);
        return new Score(
                rule.id(), value, rule.bands() == null ? null : rule.bands().label(value), null);
    }

    private static double summary(ScoringRule rule, double[] coded, int absent) {
        int allowed = rule.missing() == null ? 0 : rule.missing().allowed();
        if (absent > allowed) {
            return Double.NaN;
        }
        double sum =
                Arrays.stream(coded).filter(answer -> !Double.isNaN(answer)).sum();
        int given = coded.length - absent;
        if (rule.method() == ScoringMethod.MEAN) {
            return sum / given;
        }
        return rule.missing() != null && rule.missing().prorated() ? sum * coded.length / given : sum;
    }

    private static double all(List<Item> items, double[] coded) {
        double all = 1;
        for (int i = 0; i < coded.length; i++) {
            all = and(all, met(items.get(i), coded[i]));
        }
        return all;
    }

    private static double anyPerSubscale(List<Item> items, double[] coded) {
        SortedMap<String, Double> met = new TreeMap<>();
        for (int i = 0; i < coded.length; i++) {
            met.merge(String.valueOf(items.get(i).subscale()), met(items.get(i), coded[i]), Scorer::or);
        }
        return met.values().stream().mapToDouble(Double::doubleValue).reduce(1, Scorer::and);
    }

    /** 1 for yes, 0 for no, NaN where nobody knows. */
    private static double met(Item item, double coded) {
        if (Double.isNaN(coded)) {
            return Double.NaN;
        }
        return coded == item.high() ? 1 : 0;
    }

    private static double or(double a, double b) {
        return a == 1 || b == 1 ? 1 : a + b; // one unknown leaves it unknown
    }

    private static double and(double a, double b) {
        return a == 0 || b == 0 ? 0 : a * b;
    }

    private static String whyMissing(ScoringRule rule, int absent) {
        int allowed = rule.missing() == null ? 0 : rule.missing().allowed();
        return absent + " of " + rule.items().size() + (absent == 1 ? " answers is" : " answers are")
                + " missing, where " + (allowed == 0 ? "none" : String.valueOf(allowed)) + " may be";
    }
}
