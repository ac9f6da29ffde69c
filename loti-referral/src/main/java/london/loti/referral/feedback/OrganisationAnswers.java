package london.loti.referral.feedback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import london.loti.model.disclosure.DisclosedCounts;
import london.loti.model.disclosure.DisclosureRule;

/**
 * How often organisations say yes. Beside the share as it is stands a steadied one: so many residents of everybody's rate
 * are mixed in (a beta-binomial mean with that prior), so that a few answers put nobody first or last. It is worked out
 * from what is shown, so that it tells nothing more.
 */
public final class OrganisationAnswers {
    private final List<Line> rows;
    private final int notShown;
    private final int prior;

    /**
     * One organisation.
     *
     * @param organisation its id
     * @param counts the residents whom it said yes and no to, all shown
     * @param steadied the steadied share of yes, 0 to 100
     */
    public record Line(String organisation, DisclosedCounts counts, double steadied) {
        /**
         * Checks that all is there.
         *
         * @param organisation its id
         * @param counts the residents whom it said yes and no to
         * @param steadied the steadied share of yes, 0 to 100
         */
        public Line {
            Objects.requireNonNull(organisation, "a row needs an 'organisation'");
            Objects.requireNonNull(counts, "a row needs 'counts'");
        }
    }

    private OrganisationAnswers(List<Line> rows, int notShown, int prior) {
        this.rows = List.copyOf(rows);
        this.notShown = notShown;
        this.prior = prior;
    }

    /** From resident and answer by organisation. */
    static OrganisationAnswers of(Map<String, Map<String, Boolean>> answers, DisclosureRule rule, int prior) {
        Map<String, DisclosedCounts> shown = new TreeMap<>();
        new TreeMap<>(answers).forEach((organisation, residents) -> {
            long yes = residents.values().stream().filter(answer -> answer).count();
            if (Measure.passes(rule, yes) && Measure.passes(rule, residents.size() - yes)) {
                Map<String, Long> counts = new LinkedHashMap<>();
                counts.put("Said yes", yes);
                counts.put("Said no", residents.size() - yes);
                shown.put(organisation, rule.apply(counts));
            }
        });
        double yes =
                shown.values().stream().mapToDouble(counts -> people(counts, 0)).sum();
        double all = shown.values().stream()
                .mapToDouble(counts -> people(counts, 0) + people(counts, 1))
                .sum();
        List<Line> rows = new ArrayList<>();
        shown.forEach((organisation, counts) -> {
            double own = people(counts, 0);
            double asked = own + people(counts, 1);
            rows.add(new Line(organisation, counts, 100 * (own + prior * yes / all) / (asked + prior)));
        });
        return new OrganisationAnswers(rows, answers.size() - shown.size(), prior);
    }

    private static double people(DisclosedCounts counts, int row) {
        Long people = counts.rows().get(row).people();
        return people == null ? 0 : people;
    }

    /** {@return the organisations that may be shown, by id} */
    public List<Line> rows() {
        return rows;
    }

    /** {@return how many organisations may not be shown} */
    public int notShown() {
        return notShown;
    }

    /** {@return who is counted, and how a share is steadied} */
    public String meaning() {
        return "Residents whom an organisation said yes or no to in the period, each once, by its latest answer to them. The"
                + " steadied share mixes in " + prior + " residents at the rate of all organisations shown.";
    }
}
