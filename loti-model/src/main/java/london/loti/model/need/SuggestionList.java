package london.loti.model.need;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what several rules suggest to ask into one suggestion a question. */
final class SuggestionList {
    private final Map<Object, Draft> drafts = new LinkedHashMap<>();

    private record Draft(AlsoAskRules.Rule first, boolean askedBefore, List<AlsoAskRules.Rule> rules) {}

    /** Rules without a question stay by themselves. */
    void add(AlsoAskRules.Rule rule, boolean askedBefore) {
        Object key = rule.ask() == null ? rule.code() : rule.ask();
        drafts.computeIfAbsent(key, k -> new Draft(rule, askedBefore, new ArrayList<>()))
                .rules()
                .add(rule);
    }

    List<Suggestion> toList() {
        return drafts.values().stream().map(SuggestionList::suggestion).toList();
    }

    private static Suggestion suggestion(Draft draft) {
        Set<String> prompts = new LinkedHashSet<>();
        Set<String> cautions = new LinkedHashSet<>();
        List<Suggestion.Reason> reasons = new ArrayList<>();
        for (AlsoAskRules.Rule rule : draft.rules()) {
            prompts.addAll(rule.prompts());
            if (rule.caution() != null) {
                cautions.add(rule.caution());
            }
            reasons.add(new Suggestion.Reason(rule.code(), rule.because()));
        }
        return new Suggestion(
                draft.first().ask(), draft.askedBefore(), List.copyOf(prompts), reasons, List.copyOf(cautions));
    }
}
