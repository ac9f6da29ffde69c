package london.loti.referral.feedback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import london.loti.model.disclosure.DisclosedCounts;
import london.loti.model.disclosure.DisclosureRule;

/**
 * Residents by what became of them, each in one category, as far as the disclosure rule lets it out. A category may be
 * broken down further; where it is not shown itself, neither is what it is made of.
 */
public final class Breakdown {
    private final String id;
    private final String title;
    private final String meaning;
    private final DisclosedCounts counts;
    private final List<Breakdown> parts;

    private Breakdown(String id, String title, String meaning, DisclosedCounts counts, List<Breakdown> parts) {
        this.id = id;
        this.title = title;
        this.meaning = meaning;
        this.counts = counts;
        this.parts = List.copyOf(parts);
    }

    /** Counts of residents on their way to the rule; they leave it only through {@link #disclose}. */
    static final class Raw {
        private final String id;
        private final String title;
        private final String meaning;
        private final Map<String, Long> counts = new LinkedHashMap<>();
        private final Map<String, Raw> parts = new LinkedHashMap<>();

        Raw(String id, String title, String meaning, List<String> categories) {
            this.id = id;
            this.title = title;
            this.meaning = meaning;
            categories.forEach(category -> counts.put(category, 0L));
        }

        void add(String category) {
            counts.merge(category, 1L, Long::sum);
        }

        /**
         * Without categories that nobody is in, where that tells nothing: a rule that hides noughts would count them among
         * the small ones, and hide others for their sake.
         */
        Raw withoutNoughts() {
            counts.values().removeIf(count -> count == 0);
            return this;
        }

        /** Breaks a category down; its parts add up to it. */
        Raw with(String category, Raw part) {
            parts.put(category, part);
            return this;
        }

        Breakdown disclose(DisclosureRule rule) {
            DisclosedCounts shown = rule.apply(counts);
            List<Breakdown> children = new ArrayList<>();
            for (DisclosedCounts.Count row : shown.rows()) {
                Raw part = parts.get(row.category());
                if (part != null && row.people() != null) {
                    children.add(part.disclose(rule));
                }
            }
            return new Breakdown(id, title, meaning, shown, children);
        }
    }

    /** {@return a short name, for files} */
    public String id() {
        return id;
    }

    /** {@return what it is called} */
    public String title() {
        return title;
    }

    /** {@return who is counted, when, and as what} */
    public String meaning() {
        return meaning;
    }

    /** {@return the residents by category} */
    public DisclosedCounts counts() {
        return counts;
    }

    /** {@return the categories that are broken down further, as far as they are shown} */
    public List<Breakdown> parts() {
        return parts;
    }

    /**
     * {@return a part; empty where it is not shown}
     *
     * @param part its short name
     */
    public Optional<Breakdown> part(String part) {
        return parts.stream().filter(other -> other.id().equals(part)).findFirst();
    }
}
