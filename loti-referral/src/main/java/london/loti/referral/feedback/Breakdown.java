package london.loti.referral.feedback;

import java.util.ArrayList;
import java.util.Collections;
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
        private boolean together;

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
         * The same, to be shown with what is small put together, so that the rest need not be hidden for its sake. A
         * category that nobody is in is put together with the small ones: that it is empty tells something too.
         */
        Raw puttingSmallTogether() {
            together = true;
            return this;
        }

        /** Breaks a category down; its parts add up to it. */
        Raw with(String category, Raw part) {
            parts.put(category, part);
            return this;
        }

        Breakdown disclose(DisclosureRule rule) {
            DisclosedCounts shown = rule.apply(together ? together(rule) : counts);
            List<Breakdown> children = new ArrayList<>();
            for (DisclosedCounts.Count row : shown.rows()) {
                Raw part = parts.get(row.category());
                if (part != null && row.people() != null) {
                    children.add(part.disclose(rule));
                }
            }
            return new Breakdown(id, title, meaning, shown, children);
        }

        /** Small ones together, and the smallest of the others with them until the rule shows them. */
        private Map<String, Long> together(DisclosureRule rule) {
            Map<String, Long> shown = new LinkedHashMap<>(counts);
            Map<String, Long> small = new LinkedHashMap<>();
            counts.forEach((category, people) -> {
                if (!Measure.passes(rule, people)) {
                    small.put(category, people);
                    shown.remove(category);
                }
            });
            while (!small.isEmpty() && !Measure.passes(rule, sum(small)) && !shown.isEmpty()) {
                String smallest = Collections.min(shown.entrySet(), Map.Entry.comparingByValue())
                        .getKey();
                small.put(smallest, shown.getOrDefault(smallest, 0L));
                shown.remove(smallest);
            }
            if (!small.isEmpty()) {
                List<String> names =
                        counts.keySet().stream().filter(small::containsKey).toList();
                shown.put(names.size() == 1 ? names.get(0) : "Together: " + String.join("; ", names), sum(small));
            }
            return shown;
        }

        private static long sum(Map<String, Long> some) {
            return some.values().stream().mapToLong(Long::longValue).sum();
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
