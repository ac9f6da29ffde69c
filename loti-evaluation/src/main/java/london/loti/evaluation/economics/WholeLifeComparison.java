package london.loti.evaluation.economics;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What the options of a whole-life cost model cost, and when each is the cheapest. Chance is in the present values as its
 * expectation. It compares costs alone: an option that does more may be worth its difference.
 *
 * @param model the model's id
 * @param title its title
 * @param priceYear the year in whose prices all pounds are
 * @param schedule the discount schedule
 * @param timing when in its year an amount falls due
 * @param years how many years
 * @param council the council for which the sum is done
 * @param councils how many councils take part in the last year
 * @param options what each option costs, in the order of the model
 * @param cheapest the id of the option with the lowest present value
 * @param pairs each open source option against each other option
 * @param byCouncils for each open source option, how its cost depends on the number of councils
 * @param uncertainty how sure the order is
 * @param claims what others say, not used
 * @param words all of it in plain words, among them when open source is not best
 */
public record WholeLifeComparison(
        String model,
        String title,
        int priceYear,
        String schedule,
        Timing timing,
        int years,
        Council council,
        int councils,
        List<OptionResult> options,
        String cheapest,
        List<Pair> pairs,
        List<ByCouncils> byCouncils,
        WholeLifeUncertainty uncertainty,
        List<Claim> claims,
        List<String> words) {

    /**
     * What an option costs one council. The present value is the sum over the stages, coordination and maintainer risk.
     *
     * @param id its id
     * @param name its name
     * @param kind what kind of option it is
     * @param presentValue the present value of all its costs
     * @param perResident the same by resident
     * @param equivalentAnnualCost the same spread over as many years as the model has, year 0 being one of them: an annuity
     *     of the years 1 to n
     * @param cash the part that is money
     * @param staffTime the part that is staff time, which no budget releases
     * @param byStage the present value of each stage
     * @param coordination the present value of agreeing with others
     * @param maintainerRisk the expected present value of taking over from maintainers who stop
     * @param lockIn how much of the exit stage is for leaving early
     * @param grants the present value of what others pay, which is not taken off
     * @param netOfGrants the present value less the grants
     * @param exitMultiplier by what exit costs were multiplied for missing data access clauses
     * @param byYear undiscounted costs by year
     */
    public record OptionResult(
            String id,
            String name,
            WholeLifeOption.Kind kind,
            double presentValue,
            double perResident,
            double equivalentAnnualCost,
            double cash,
            double staffTime,
            SortedMap<Stage, Double> byStage,
            double coordination,
            double maintainerRisk,
            double lockIn,
            double grants,
            double netOfGrants,
            double exitMultiplier,
            List<Double> byYear) {
        /**
         * Copies the collections.
         *
         * @param id its id
         * @param name its name
         * @param kind what kind of option it is
         * @param presentValue the present value of all its costs
         * @param perResident the same by resident
         * @param equivalentAnnualCost the same as a yearly amount
         * @param cash the part that is money
         * @param staffTime the part that is staff time
         * @param byStage the present value of each stage
         * @param coordination the present value of agreeing with others
         * @param maintainerRisk the expected present value of taking over
         * @param lockIn how much is for leaving early
         * @param grants the present value of what others pay
         * @param netOfGrants the present value less the grants
         * @param exitMultiplier by what exit costs were multiplied
         * @param byYear undiscounted costs by year
         */
        public OptionResult {
            byStage = new TreeMap<>(Map.copyOf(byStage));
            byYear = List.copyOf(byYear);
        }

        /** {@return a copy of the present values by stage} */
        @Override
        public SortedMap<Stage, Double> byStage() {
            return new TreeMap<>(byStage);
        }
    }

    /**
     * An open source option against another.
     *
     * @param option the open source option
     * @param against the other
     * @param saving the other's present value less this one's
     * @param cumulativeSaving the discounted saving up to each year
     * @param breakEvenYear the first year by which more was saved than spent; null where there is none
     * @param staysAhead whether that holds in every later year
     * @param sharedCost F, the present value of what is shared, if one council bears it alone
     * @param ownCost V, the present value of what each council bears alone
     * @param alternativeCost A, the other option's present value for a council alone
     * @param breakEvenCouncils N*, the number of councils at which both cost the same: F / (A − V), or with coordination
     *     κ the lower root of V + F/N + κ·ln N = A; null where the other is cheaper for any number or shared itself, or
     *     where costs are split by population: the curve by councils tells it then
     * @param councilsNeeded the smallest whole number of councils for which it costs no more than the other; null as
     *     above, or where coordination makes it dearer again before the next whole number
     */
    public record Pair(
            String option,
            String against,
            double saving,
            List<Double> cumulativeSaving,
            @Nullable Integer breakEvenYear,
            boolean staysAhead,
            double sharedCost,
            double ownCost,
            double alternativeCost,
            @Nullable Double breakEvenCouncils,
            @Nullable Integer councilsNeeded) {
        /**
         * Copies the years.
         *
         * @param option the open source option
         * @param against the other
         * @param saving the saving
         * @param cumulativeSaving the saving up to each year
         * @param breakEvenYear a year, or null
         * @param staysAhead whether it stays ahead
         * @param sharedCost what is shared
         * @param ownCost what each council bears
         * @param alternativeCost what the other costs
         * @param breakEvenCouncils N*, or null
         * @param councilsNeeded the next whole number, or null
         */
        public Pair {
            cumulativeSaving = List.copyOf(cumulativeSaving);
        }
    }

    /**
     * How the cost of an open source option depends on how many councils take part, the same number in every year.
     *
     * @param option the open source option
     * @param bestFrom the smallest number for which it is the cheapest option; null where it is for none
     * @param bestTo the last number of that run; null where it goes on to the end, or there is none
     * @param points the present values for 1, 2, 3 and so on councils
     */
    public record ByCouncils(
            String option,
            @Nullable Integer bestFrom,
            @Nullable Integer bestTo,
            List<Point> points) {
        /**
         * One number of councils.
         *
         * @param councils how many
         * @param presentValue what the option then costs each
         * @param cheapest the id of the option that is then the cheapest
         */
        public record Point(int councils, double presentValue, String cheapest) {}

        /**
         * Copies the points.
         *
         * @param option the open source option
         * @param bestFrom a number, or null
         * @param bestTo a number, or null
         * @param points the present values
         */
        public ByCouncils {
            points = List.copyOf(points);
        }
    }

    /**
     * Copies the lists.
     *
     * @param model the model's id
     * @param title its title
     * @param priceYear the year in whose prices all pounds are
     * @param schedule the discount schedule
     * @param timing when in its year an amount falls due
     * @param years how many years
     * @param council the council
     * @param councils how many councils take part in the last year
     * @param options what each option costs
     * @param cheapest the id of the cheapest
     * @param pairs open source against others
     * @param byCouncils how costs depend on the number of councils
     * @param uncertainty how sure the order is
     * @param claims what others say
     * @param words all of it in plain words
     */
    public WholeLifeComparison {
        options = List.copyOf(options);
        pairs = List.copyOf(pairs);
        byCouncils = List.copyOf(byCouncils);
        claims = List.copyOf(claims);
        words = List.copyOf(words);
    }

    /**
     * {@return what an option costs}
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

    /**
     * {@return an open source option against another}
     *
     * @param open the open source option's id
     * @param against the other's id
     * @throws IllegalArgumentException if there is no such pair
     */
    public Pair pair(String open, String against) {
        return pairs.stream()
                .filter(p -> p.option().equals(open) && p.against().equals(against))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("a pair must be of an open source option and another, but"
                                + " was '" + open + "' and '" + against + "'"));
    }

    WholeLifeComparison withWords(List<String> newWords) {
        return new WholeLifeComparison(
                model,
                title,
                priceYear,
                schedule,
                timing,
                years,
                council,
                councils,
                options,
                cheapest,
                pairs,
                byCouncils,
                uncertainty,
                claims,
                newWords);
    }
}
