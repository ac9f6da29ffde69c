package london.loti.evaluation.instrument;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;
import london.loti.model.provenance.Source;

/** Checks what the parts of an instrument must keep among each other; tells all that is wrong at once. */
final class InstrumentRules {
    private final String source;
    private final Findings findings = new Findings();
    private final Map<String, Item> items = new LinkedHashMap<>();

    private InstrumentRules(String source) {
        this.source = source;
    }

    static InstrumentRules of(String instrument, List<Item> items) {
        InstrumentRules rules = new InstrumentRules(instrument);
        for (int i = 0; i < items.size(); i++) {
            if (rules.items.put(items.get(i).id(), items.get(i)) != null) {
                rules.twice("items[" + i + "].id");
            }
            if (ResponseReader.ABOUT.contains(items.get(i).id())) {
                rules.error(
                        InstrumentProblem.RESERVED_ID,
                        "an item's id must be none of " + ResponseReader.ABOUT
                                + ", which name other columns of a file of responses, but is one",
                        "items[" + i + "].id");
            }
        }
        if (items.isEmpty()) {
            rules.error(InstrumentProblem.NOTHING_THERE, "an instrument must have an item, but has none", "items");
        }
        return rules;
    }

    InstrumentRules sources(List<Source> sources) {
        if (sources.isEmpty()) {
            error(InstrumentProblem.NOTHING_THERE, "an instrument must have a source, but has none", "sources");
        }
        return this;
    }

    InstrumentRules licence(LicenceGate gate, @Nullable String acknowledgement) {
        if (gate != LicenceGate.FREE && acknowledgement == null) {
            error(
                    InstrumentProblem.NO_ACKNOWLEDGEMENT,
                    "an instrument that is not free must say what its owner wants, but does not",
                    "acknowledgement");
        }
        boolean worded = items.values().stream().anyMatch(item -> item.wording() != null);
        if (worded && gate == LicenceGate.LICENSED_IMPORT_ONLY) {
            error(
                    InstrumentProblem.WORDING_NOT_ALLOWED,
                    "an instrument for import only must have no wording, but has some",
                    "items");
        }
        return this;
    }

    InstrumentRules scores(List<ScoringRule> scores) {
        if (scores.isEmpty()) {
            error(InstrumentProblem.NOTHING_THERE, "an instrument must have a score, but has none", "scores");
        }
        Set<String> seen = new HashSet<>();
        Set<String> scored = new HashSet<>();
        for (int i = 0; i < scores.size(); i++) {
            ScoringRule rule = scores.get(i);
            String at = "scores[" + i + "]";
            if (!seen.add(rule.id())) {
                twice(at + ".id");
            }
            boolean known = true;
            for (String item : rule.items()) {
                known &= checkItem(item, at + ".items");
            }
            if (known) {
                checkMethod(rule, at);
            }
            scored.addAll(rule.items());
        }
        int at = 0;
        for (String item : items.keySet()) {
            if (!scored.contains(item)) {
                error(InstrumentProblem.UNUSED_ITEM, "an item must be in a score, but is in none", "items[" + at + "]");
            }
            at++;
        }
        return this;
    }

    void orElseThrow() {
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
    }

    private void checkMethod(ScoringRule rule, String at) {
        List<Item> of = rule.items().stream().map(items::get).toList();
        if (rule.method() == ScoringMethod.ANY_PER_SUBSCALE && of.stream().anyMatch(item -> item.subscale() == null)) {
            error(
                    InstrumentProblem.NO_SUBSCALE,
                    "a score by subscale must have only items with a 'subscale', but one has none",
                    at + ".items");
        }
        if (!rule.table().isEmpty()) {
            checkTable(rule, of, at + ".table");
        }
    }

    private void checkTable(ScoringRule rule, List<Item> of, String at) {
        if (of.stream().anyMatch(item -> Boolean.TRUE.equals(item.decimals()))) {
            error(
                    InstrumentProblem.TABLE_INCOMPLETE,
                    "a table must be of items with whole numbers, but one has decimals",
                    at);
            return;
        }
        double highest = of.stream().mapToDouble(Item::high).sum();
        int sum = (int) of.stream().mapToDouble(Item::low).sum();
        while (rule.table().containsKey(sum)) {
            sum++;
        }
        if (sum <= highest) {
            error(
                    InstrumentProblem.TABLE_INCOMPLETE,
                    "a table must have every number that answers can add up to, but lacks " + sum,
                    at);
        }
    }

    InstrumentRules flags(List<SafeguardingRule> flags) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < flags.size(); i++) {
            SafeguardingRule flag = flags.get(i);
            String at = "safeguarding[" + i + "]";
            if (!seen.add(flag.id())) {
                twice(at + ".id");
            }
            Item item = items.get(flag.item());
            if (checkItem(flag.item(), at + ".item") && item != null) {
                boolean raised = item.options().isEmpty()
                        ? flag.atLeast() <= item.high()
                        : item.options().stream().anyMatch(option -> option.code() >= flag.atLeast());
                if (!raised) {
                    error(
                            InstrumentProblem.NEVER_RAISED,
                            "a flag must be raised by an answer of its item, but 'atLeast' is above them all",
                            at + ".atLeast");
                }
            }
        }
        return this;
    }

    private boolean checkItem(String id, String at) {
        if (items.containsKey(id)) {
            return true;
        }
        error(
                InstrumentProblem.UNKNOWN_ITEM,
                "an item that is named must be there, but '" + id + "' is not" + Nearest.hint(id, items.keySet()),
                at);
        return false;
    }

    private void twice(String at) {
        error(InstrumentProblem.DUPLICATE_ID, "an id must come once, but comes twice", at);
    }

    private void error(InstrumentProblem code, String message, String at) {
        findings.error(code, message, Where.column(source, at));
    }
}
