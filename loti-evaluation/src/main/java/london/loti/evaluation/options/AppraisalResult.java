package london.loti.evaluation.options;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The ranking of options, and how far it can be trusted.
 *
 * @param appraisal the appraisal's id
 * @param title its title
 * @param weights the weight of each criterion, by id; they sum to 1
 * @param options the options, the highest total first, equal ones in the order of the appraisal
 * @param preferred the id of the option with the highest total of those that meet every success factor; null where
 *     none does
 * @param dominances which option is at least as good as which other on every criterion
 * @param sensitivities for each criterion, at which weight the first place changes
 * @param draws how many random weights were drawn
 * @param seed their seed
 * @param standing the barriers that are not closed, the highest score first
 * @param warnings what a reader should look at, in plain words
 */
public record AppraisalResult(
        String appraisal,
        String title,
        SortedMap<String, Double> weights,
        List<OptionResult> options,
        @Nullable String preferred,
        List<Dominance> dominances,
        List<Sensitivity> sensitivities,
        int draws,
        long seed,
        List<Barrier> standing,
        List<String> warnings) {

    /**
     * What an option reaches.
     *
     * @param id its id
     * @param name its name
     * @param kind what it is set beside
     * @param total its weighted sum, from 0 to 100
     * @param rank its rank, 1 for the highest total; equal totals share the better one
     * @param values its value on each criterion, from 0 to 100, by id
     * @param failed the success factors that it does not meet
     * @param rankAcceptability how often it takes rank 1, 2 and so on over random weights, each weighting as likely as
     *     the others; equal totals share their ranks
     */
    public record OptionResult(
            String id,
            String name,
            AppraisedOption.Kind kind,
            double total,
            int rank,
            SortedMap<String, Double> values,
            List<String> failed,
            List<Double> rankAcceptability) {
        /**
         * Copies the collections.
         *
         * @param id its id
         * @param name its name
         * @param kind what it is set beside
         * @param total its weighted sum
         * @param rank its rank
         * @param values its value on each criterion
         * @param failed the success factors that it does not meet
         * @param rankAcceptability how often it takes each rank
         */
        public OptionResult {
            values = new TreeMap<>(Map.copyOf(values));
            failed = List.copyOf(failed);
            rankAcceptability = List.copyOf(rankAcceptability);
        }

        /** {@return a copy of the values, by criterion} */
        @Override
        public SortedMap<String, Double> values() {
            return new TreeMap<>(values);
        }
    }

    /**
     * An option that is at least as good on every criterion and better on one, so that no weighting puts the other before
     * it.
     *
     * @param option the better one
     * @param dominated the other
     * @param strict whether it is better on every criterion
     */
    public record Dominance(String option, String dominated, boolean strict) {}

    /**
     * At which weight of a criterion the first place changes, all others keeping their proportions to each other.
     *
     * @param criterion its id
     * @param weight its weight now
     * @param lower the nearest lower weight below which another option is first; null where there is none down to 0
     * @param firstBelow the option that is first below it, or null
     * @param upper the nearest higher weight above which another option is first; null where there is none up to 1
     * @param firstAbove the option that is first above it, or null
     */
    public record Sensitivity(
            String criterion,
            double weight,
            @Nullable Double lower,
            @Nullable String firstBelow,
            @Nullable Double upper,
            @Nullable String firstAbove) {}

    /**
     * Copies the collections.
     *
     * @param appraisal the appraisal's id
     * @param title its title
     * @param weights the weight of each criterion
     * @param options the options, the highest total first
     * @param preferred an id, or null
     * @param dominances which option is at least as good as which
     * @param sensitivities at which weights the first place changes
     * @param draws how many random weights were drawn
     * @param seed their seed
     * @param standing the barriers that are not closed
     * @param warnings what a reader should look at
     */
    public AppraisalResult {
        weights = new TreeMap<>(Map.copyOf(weights));
        options = List.copyOf(options);
        dominances = List.copyOf(dominances);
        sensitivities = List.copyOf(sensitivities);
        standing = List.copyOf(standing);
        warnings = List.copyOf(warnings);
    }

    /** {@return a copy of the weights, by criterion} */
    @Override
    public SortedMap<String, Double> weights() {
        return new TreeMap<>(weights);
    }

    /**
     * {@return what an option reaches}
     *
     * @param id its id
     * @throws IllegalArgumentException if there is none
     */
    public OptionResult option(String id) {
        return options.stream()
                .filter(o -> o.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an option must be one of "
                        + options.stream().map(OptionResult::id).toList() + ", but was '" + id + "'"));
    }
}
