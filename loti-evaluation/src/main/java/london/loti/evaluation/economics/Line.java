package london.loti.evaluation.economics;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * One line of a cost-benefit analysis.
 *
 * @param name its name, each once
 * @param side whether it is a cost or a benefit
 * @param body who bears the cost or receives the benefit, for example {@code council} or {@code NHS}
 * @param publicSector whether that is a public body
 * @param kind what kind of value it is
 * @param priceYear the year in whose prices the amounts are
 * @param source where the amounts are from
 * @param grade how well they are known, which corrects them against the case; or null for no correction
 * @param amounts pounds of the years 0, 1, 2 and so on, before any correction; negative for a saving among costs or a
 *     harm among benefits
 * @param additionality which part of a benefit is the programme's own; drop-off begins after the first year with an amount
 * @param optimismBias by how much a cost is raised, and by which factor a saving among costs is divided; or null
 * @param healthRate whether it is discounted at the rate for health and life satisfaction
 * @param outcomes the outcomes that a benefit values
 * @param inputs the uncertain inputs by which the amounts are multiplied, for example the effect
 * @param dropOffInput the uncertain input that is the drop-off, in place of the additionality's; or null
 */
public record Line(
        String name,
        Side side,
        String body,
        boolean publicSector,
        ValueKind kind,
        int priceYear,
        String source,
        EvidenceGrades.@Nullable Grade grade,
        List<Double> amounts,
        Additionality additionality,
        @Nullable OptimismBias optimismBias,
        boolean healthRate,
        SortedSet<String> outcomes,
        List<String> inputs,
        @Nullable String dropOffInput)
        implements Valued {

    /** The sides of the account. */
    public enum Side {
        /** What the programme uses up. */
        COST,
        /** What the programme brings. */
        BENEFIT
    }

    /**
     * Checks the parts.
     *
     * @param name its name
     * @param side whether it is a cost or a benefit
     * @param body who bears or receives it
     * @param publicSector whether that is a public body
     * @param kind what kind of value it is
     * @param priceYear the year in whose prices the amounts are
     * @param source where the amounts are from
     * @param grade how well they are known, or null
     * @param amounts pounds by year
     * @param additionality which part of a benefit is the programme's own
     * @param optimismBias by how much a cost is raised, or null
     * @param healthRate whether it is discounted at the rate for health
     * @param outcomes the outcomes that a benefit values
     * @param inputs the uncertain inputs by which the amounts are multiplied
     * @param dropOffInput the uncertain input that is the drop-off, or null
     * @throws IllegalArgumentException if a text is blank, an amount is no number, a cost has a benefit's correction, or
     *     a benefit a cost's, or there are two drop-offs
     */
    public Line {
        Require.text(name, "a line needs a 'name'");
        Objects.requireNonNull(side, "a line needs a 'side'");
        Require.text(body, "a line needs a 'body'");
        Objects.requireNonNull(kind, "a line needs a 'kind'");
        Amounts.priceYear("a line", priceYear);
        Require.text(source, "a line needs a 'source'");
        amounts = Amounts.byYear("a line", amounts);
        outcomes = DoubleCounting.copy(outcomes);
        inputs = List.copyOf(inputs);
        Require.optionalText(dropOffInput, "a line's 'dropOffInput' must name an input");
        boolean plain = additionality.equals(Additionality.FULL) && dropOffInput == null;
        if (side == Side.COST && (!plain || !outcomes.isEmpty())) {
            throw new IllegalArgumentException(
                    "a cost must have neither additionality nor outcomes, but '" + name + "' has");
        }
        if (dropOffInput != null && additionality.dropOff() != 0) {
            throw new IllegalArgumentException("a benefit must have one drop-off, but '" + name
                    + "' has a known one and an uncertain one\nMaybe set the known one to 0.");
        }
        if (side == Side.BENEFIT && optimismBias != null) {
            throw new IllegalArgumentException("a benefit must have no optimism bias, but '" + name
                    + "' has\nMaybe give it a grade, which lowers it.");
        }
    }

    /**
     * {@return a builder of a cost that is cashable and borne by a public body, unless it is told otherwise}
     *
     * @param name its name
     * @param body who bears it
     * @param amounts pounds of the years 0, 1, 2 and so on
     */
    public static Builder cost(String name, String body, double... amounts) {
        return new Builder(name, Side.COST, body, ValueKind.CASHABLE, true, amounts);
    }

    /**
     * {@return a builder of a benefit; a social one goes to no public body, unless it is told otherwise}
     *
     * @param name its name
     * @param body who receives it
     * @param kind what kind of value it is
     * @param amounts pounds of the years 0, 1, 2 and so on
     */
    public static Builder benefit(String name, String body, ValueKind kind, double... amounts) {
        return new Builder(name, Side.BENEFIT, body, kind, kind != ValueKind.SOCIAL, amounts);
    }

    /**
     * {@return this line in the prices of another year}
     *
     * @param year the year whose prices are wanted
     * @param deflator the price index
     */
    public Line inPricesOf(int year, Deflator deflator) {
        List<Double> converted = amounts.stream()
                .map(amount -> deflator.convert(amount, priceYear, year))
                .toList();
        return new Line(
                name,
                side,
                body,
                publicSector,
                kind,
                year,
                source,
                grade,
                converted,
                additionality,
                optimismBias,
                healthRate,
                outcomes,
                inputs,
                dropOffInput);
    }

    /**
     * The amounts after every correction but the inputs, over a number of years.
     *
     * @param dropOff the drop-off that holds
     * @param turned whether the inputs turn the sign of the amounts
     */
    double[] corrected(int years, double dropOff, boolean turned) {
        Additionality own = additionality.withDropOff(dropOff);
        double[] corrected = new double[years];
        int first = -1;
        for (int year = 0; year < amounts.size(); year++) {
            first = first < 0 && amounts.get(year) != 0 ? year : first;
            double share = side == Side.COST ? 1 : own.share(Math.max(0, year - Math.max(first, 0)));
            corrected[year] = first < 0 ? 0 : amounts.get(year) * share * against((amounts.get(year) > 0) != turned);
        }
        return corrected;
    }

    /**
     * The correction is against the case whatever the sign: a cost and a harm become larger, a benefit and a saving
     * among costs smaller. A saving is divided by the optimism bias, so that it never turns into a cost.
     */
    private double against(boolean above) {
        double correction = grade == null ? 0 : grade.correction();
        double bias = optimismBias == null ? 1 : optimismBias.factor();
        boolean lowersTheCase = (side == Side.COST) == above;
        return lowersTheCase ? (1 + correction) * bias : (1 - correction) / bias;
    }

    /** Collects a line. */
    public static final class Builder {
        private final String name;
        private final Side side;
        private final String body;
        private final double[] amounts;
        private ValueKind kind;
        private boolean publicSector;
        private int priceYear;
        private String source = "";
        private EvidenceGrades.@Nullable Grade grade;
        private Additionality additionality = Additionality.FULL;
        private @Nullable OptimismBias optimismBias;
        private boolean healthRate;
        private final TreeSet<String> outcomes = new TreeSet<>();
        private List<String> inputs = List.of();
        private @Nullable String dropOffInput;

        private Builder(String name, Side side, String body, ValueKind kind, boolean publicSector, double[] amounts) {
            this.name = name;
            this.side = side;
            this.body = body;
            this.kind = kind;
            this.publicSector = publicSector;
            this.amounts = amounts.clone();
        }

        /**
         * Says what kind of value it is.
         *
         * @param newKind the kind
         * @return this builder
         */
        public Builder kind(ValueKind newKind) {
            kind = newKind;
            return this;
        }

        /**
         * Says whether the body is a public one.
         *
         * @param isPublic whether it is
         * @return this builder
         */
        public Builder publicSector(boolean isPublic) {
            publicSector = isPublic;
            return this;
        }

        /**
         * Says where the amounts are from; every line needs it.
         *
         * @param year the year in whose prices they are
         * @param from the source
         * @return this builder
         */
        public Builder source(int year, String from) {
            priceYear = year;
            source = from;
            return this;
        }

        /**
         * Says how well the amounts are known.
         *
         * @param newGrade the grade
         * @return this builder
         */
        public Builder grade(EvidenceGrades.Grade newGrade) {
            grade = newGrade;
            return this;
        }

        /**
         * Says which part of a benefit is the programme's own.
         *
         * @param newAdditionality the parts
         * @return this builder
         */
        public Builder additionality(Additionality newAdditionality) {
            additionality = newAdditionality;
            return this;
        }

        /**
         * Says by how much a cost is raised.
         *
         * @param bias the bias
         * @return this builder
         */
        public Builder optimismBias(OptimismBias bias) {
            optimismBias = bias;
            return this;
        }

        /**
         * Says that it is discounted at the rate for health and life satisfaction.
         *
         * @return this builder
         */
        public Builder healthRate() {
            healthRate = true;
            return this;
        }

        /**
         * Says which outcomes a benefit values.
         *
         * @param tags their names
         * @return this builder
         */
        public Builder outcomes(String... tags) {
            outcomes.addAll(List.of(tags));
            return this;
        }

        /**
         * Says by which uncertain inputs the amounts are multiplied.
         *
         * @param names their names
         * @return this builder
         */
        public Builder inputs(String... names) {
            inputs = List.of(names);
            return this;
        }

        /**
         * Says which uncertain input is the yearly drop-off, in place of the additionality's.
         *
         * @param name its name
         * @return this builder
         */
        public Builder dropOffInput(String name) {
            dropOffInput = name;
            return this;
        }

        /** {@return the line} */
        public Line build() {
            return new Line(
                    name,
                    side,
                    body,
                    publicSector,
                    kind,
                    priceYear,
                    source,
                    grade,
                    Arrays.stream(amounts).boxed().toList(),
                    additionality,
                    optimismBias,
                    healthRate,
                    outcomes,
                    inputs,
                    dropOffInput);
        }
    }
}
