package london.loti.persona.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * How the groups of an attribute fare under a selection.
 *
 * <p><b>Small counts</b> of people with a protected characteristic may point at somebody: the lines are for those who
 * audit, {@link #words()} gives no count of a group that is too small to compare, and what leaves the council goes
 * through its disclosure rule.
 *
 * @param attribute the attribute's name for readers
 * @param groups one line a group, in the order of the attribute's levels; groups without anybody stay in
 * @param notRecorded the line of those whose group is not recorded; they take no part in comparisons
 * @param smallest the smallest number of people that a compared rate rests on
 */
public record FairnessReport(String attribute, List<Group> groups, Group notRecorded, int smallest) {
    /** The name of the line of those whose group is not recorded. */
    public static final String NOT_RECORDED = "not recorded";

    private static final String CAVEAT =
            "The four-fifths rule is a rule of thumb of United States employment guidelines,"
                    + " not UK law: section 149 of the Equality Act 2010 asks for due regard, which no ratio shows.";

    /**
     * Copies the list.
     *
     * @param attribute the attribute's name for readers
     * @param groups one line a group
     * @param notRecorded the line of those whose group is not recorded
     * @param smallest the smallest number of people that a compared rate rests on
     */
    public FairnessReport {
        groups = List.copyOf(groups);
    }

    /**
     * One line of the audit.
     *
     * @param label the group's name for readers
     * @param selected how many of the group's people were selected
     * @param outcomes how often rightly; null where no outcome was given
     */
    public record Group(
            String label, Proportion selected, @Nullable Outcomes outcomes) {
        /** {@return how many people are in the group} */
        public int people() {
            return selected.total();
        }
    }

    /**
     * How often the selection was right. Each share has its own total, and no estimate where that is 0.
     *
     * @param unknown of how many people it is not known whether it was
     * @param truePositiveRate of those who needed it, how many were selected (sensitivity, recall)
     * @param falsePositiveRate of those who did not, how many were selected
     * @param positivePredictiveValue of those who were selected, how many needed it (precision)
     * @param falseNegativeRate of those who needed it, how many were passed over
     * @param accuracy of all, how many were selected rightly or passed over rightly
     */
    public record Outcomes(
            int unknown,
            Proportion truePositiveRate,
            Proportion falsePositiveRate,
            Proportion positivePredictiveValue,
            Proportion falseNegativeRate,
            Proportion accuracy) {}

    /** A rate over the groups that are large enough, or that fewer than two are. */
    public sealed interface Comparison {
        /** {@return what is compared, for readers} */
        String rate();

        /** {@return the groups whose rate rests on too few people, in the order of the report} */
        List<String> leftOut();

        /** {@return the smallest number of people that a compared rate rests on} */
        int smallest();

        /**
         * {@return what one of the two functions makes of this comparison}
         *
         * @param <R> what they make
         * @param compared for two groups or more
         * @param tooFew for fewer
         */
        default <R> R fold(
                Function<? super Compared, ? extends R> compared, Function<? super TooFew, ? extends R> tooFew) {
            return this instanceof Compared there ? compared.apply(there) : tooFew.apply((TooFew) this);
        }

        /** {@return one sentence in plain words, without a count} */
        default String words() {
            String without = leftOut().isEmpty()
                    ? ""
                    : "; not compared, because the rate rests on fewer than " + smallest() + " people: "
                            + String.join(", ", leftOut());
            return rate() + ": "
                    + fold(
                            Compared::sentence,
                            few -> "nothing is concluded, because fewer than two groups are large enough")
                    + without + ".";
        }
    }

    /**
     * The groups with the lowest and the highest rate; of equal ones, the first in the report.
     *
     * @param rate what is compared, for readers
     * @param lowest the name of the group with the lowest rate
     * @param low its rate
     * @param highest the name of the group with the highest rate
     * @param high its rate
     * @param leftOut the groups whose rate rests on too few people
     * @param smallest the smallest number of people that a compared rate rests on
     */
    public record Compared(
            String rate,
            String lowest,
            Proportion low,
            String highest,
            Proportion high,
            List<String> leftOut,
            int smallest)
            implements Comparison {
        /**
         * Copies the list.
         *
         * @param rate what is compared, for readers
         * @param lowest the name of the group with the lowest rate
         * @param low its rate
         * @param highest the name of the group with the highest rate
         * @param high its rate
         * @param leftOut the groups whose rate rests on too few people
         * @param smallest the smallest number of people that a compared rate rests on
         */
        public Compared {
            leftOut = List.copyOf(leftOut);
        }

        /** {@return the highest rate less the lowest, from 0 (alike) to 1} */
        public double difference() {
            return high.estimate() - low.estimate();
        }

        /** {@return whether there is a ratio: somebody in some group counts} */
        public boolean hasRatio() {
            return high.count() > 0;
        }

        /**
         * {@return the lowest rate over the highest, from 0 to 1 (alike)}
         *
         * @throws IllegalStateException if there is none
         */
        public double ratio() {
            if (!hasRatio()) {
                throw new IllegalStateException(
                        "a ratio must be of rates above 0, but every rate is 0\nMaybe ask hasRatio() first.");
            }
            return low.estimate() / high.estimate();
        }

        /** {@return whether the ratio is below four fifths, worked out in whole numbers; false where there is none} */
        public boolean isBelowFourFifths() {
            return 5L * low.count() * high.total() < 4L * high.count() * low.total();
        }

        private String sentence() {
            if (!hasRatio()) {
                return "0 % in every group";
            }
            return Percent.of(low.estimate()) + " % (" + lowest + ") to " + Percent.of(high.estimate()) + " % ("
                    + highest + "), a difference of " + Percent.of(difference())
                    + " percentage points, the lower being "
                    + Percent.of(ratio()) + " % of the higher";
        }
    }

    /**
     * Fewer than two groups have enough people, so nothing is concluded.
     *
     * @param rate what should have been compared, for readers
     * @param leftOut the groups whose rate rests on too few people
     * @param smallest the smallest number of people that a compared rate rests on
     */
    public record TooFew(String rate, List<String> leftOut, int smallest) implements Comparison {
        /**
         * Copies the list.
         *
         * @param rate what should have been compared, for readers
         * @param leftOut the groups whose rate rests on too few people
         * @param smallest the smallest number of people that a compared rate rests on
         */
        public TooFew {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** {@return the rates of selection: demographic parity} */
    public Comparison selection() {
        return compare("Selected", Group::selected);
    }

    /** {@return the true positive rates: equal opportunity; empty where no outcome was given} */
    public Optional<Comparison> equalOpportunity() {
        return compareOutcomes("Selected, of those who needed it", Outcomes::truePositiveRate);
    }

    /** {@return the false positive rates; empty where no outcome was given} */
    public Optional<Comparison> falsePositives() {
        return compareOutcomes("Selected, of those who did not need it", Outcomes::falsePositiveRate);
    }

    /**
     * {@return equalised odds: of the true and the false positive rates those that differ more; too few where either is;
     * empty where no outcome was given}
     *
     * <p>Source: Hardt, Price and Srebro 2016, <a href="https://arxiv.org/abs/1610.02413">arXiv:1610.02413</a>, for this
     * and for {@link #equalOpportunity()}.
     */
    public Optional<Comparison> equalisedOdds() {
        return equalOpportunity().flatMap(yes -> falsePositives().map(no -> worse(yes, no)));
    }

    private static Comparison worse(Comparison yes, Comparison no) {
        if (yes instanceof Compared first && no instanceof Compared second) {
            return second.difference() > first.difference() ? second : first;
        }
        return yes instanceof TooFew ? yes : no;
    }

    private Optional<Comparison> compareOutcomes(String rate, Function<Outcomes, Proportion> of) {
        if (notRecorded.outcomes() == null) {
            return Optional.empty();
        }
        return Optional.of(compare(rate, group -> {
            Outcomes outcomes = group.outcomes();
            return outcomes == null ? Proportion.of(0, 0) : of.apply(outcomes);
        }));
    }

    private Comparison compare(String rate, Function<Group, Proportion> of) {
        List<String> leftOut = new ArrayList<>();
        List<Group> large = new ArrayList<>();
        for (Group group : groups) {
            if (of.apply(group).total() >= smallest) {
                large.add(group);
            } else {
                leftOut.add(group.label());
            }
        }
        if (large.size() < 2) {
            return new TooFew(rate, leftOut, smallest);
        }
        Group lowest = large.get(0);
        Group highest = large.get(0);
        for (Group group : large) {
            double estimate = of.apply(group).estimate();
            lowest = estimate < of.apply(lowest).estimate() ? group : lowest;
            highest = estimate > of.apply(highest).estimate() ? group : highest;
        }
        return new Compared(
                rate, lowest.label(), of.apply(lowest), highest.label(), of.apply(highest), leftOut, smallest);
    }

    /** {@return the comparisons in plain words, a line each, with what they do not show} */
    public String words() {
        List<String> lines = new ArrayList<>();
        lines.add("By " + attribute + ".");
        Stream.concat(Stream.of(selection()), Stream.concat(equalOpportunity().stream(), falsePositives().stream()))
                .map(Comparison::words)
                .forEach(lines::add);
        if (notRecorded.people() > 0) {
            lines.add("For " + hidden(notRecorded.people()) + " the group is not recorded; they are not compared.");
        }
        if (selection() instanceof Compared compared && compared.hasRatio()) {
            lines.add("The lowest rate of selection is " + (compared.isBelowFourFifths() ? "" : "not ")
                    + "below four fifths of the highest. " + CAVEAT);
        }
        return String.join("\n", lines);
    }

    private String hidden(int people) {
        return people < smallest ? "fewer than " + smallest + " people" : people + " people";
    }
}
