package london.loti.evaluation.json;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;
import london.loti.model.finding.Checked;
import london.loti.model.json.LotiJson;

/**
 * The form of {@code result.json}.
 *
 * <pre>{@code
 * {"method": "welch-t", "convention": {"variance": "unequal"}, "n": 20, "groups": {"1": 10, "2": 10},
 *  "estimates": [{"term": "mean difference", "estimate": -1.58, "se": 0.849, "statistic": -1.861, "df": 17.78,
 *    "p": 0.0794, "ci_lo": -3.365, "ci_hi": 0.2055, "level": 0.95}],
 *  "diagnostics": {}, "assumptions": ["..."], "data_hash": "..."}
 * }</pre>
 *
 * @param method the method's id
 * @param convention every choice that decides the number
 * @param n how many units the estimates are from
 * @param groups how many units each group has
 * @param clusters how many clusters the errors allow for, or absent
 * @param seed the seed, or absent
 * @param dataHash the SHA-256 of the data, or absent
 * @param estimates the estimates, the headline first
 * @param diagnostics further numbers; those that are infinite are left out
 * @param assumptions what the method takes for granted
 */
public record ResultFile(
        String method,
        Map<String, String> convention,
        long n,
        Map<String, Long> groups,
        @Nullable Integer clusters,
        @Nullable Long seed,
        @JsonProperty("data_hash") @Nullable String dataHash,
        List<Value> estimates,
        Map<String, Double> diagnostics,
        List<String> assumptions) {

    /**
     * One estimate. What does not apply, is undefined, or has no bound, is absent; an interval that has one end is open at
     * the other.
     *
     * @param term what is estimated
     * @param estimate the estimate
     * @param se its standard error
     * @param statistic the test statistic
     * @param df its degrees of freedom
     * @param p the p value
     * @param lower the interval's lower end
     * @param upper the interval's upper end
     * @param level the interval's level; absent where there is no interval
     */
    public record Value(
            String term,
            @Nullable Double estimate,
            @Nullable Double se,
            @Nullable Double statistic,
            @Nullable Double df,
            @Nullable Double p,
            @JsonProperty("ci_lo") @Nullable Double lower,
            @JsonProperty("ci_hi") @Nullable Double upper,
            @Nullable Double level) {

        /**
         * Checks the p value and the interval, as an estimate does.
         *
         * @param term what is estimated
         * @param estimate the estimate
         * @param se its standard error
         * @param statistic the test statistic
         * @param df its degrees of freedom
         * @param p the p value
         * @param lower the interval's lower end
         * @param upper the interval's upper end
         * @param level the interval's level
         * @throws IllegalArgumentException if the term is blank, the p value not from 0 to 1, or the interval none
         */
        public Value {
            toEstimate(term, estimate, se, statistic, df, p, lower, upper, level);
        }

        private static Value of(Estimate estimate) {
            Interval interval = estimate.interval();
            return new Value(
                    estimate.term(),
                    finite(estimate.value()),
                    finite(estimate.standardError()),
                    finite(estimate.statistic()),
                    finite(estimate.degreesOfFreedom()),
                    finite(estimate.pValue()),
                    interval == null ? null : finite(interval.lower()),
                    interval == null ? null : finite(interval.upper()),
                    interval == null ? null : (Double) interval.level());
        }

        private Estimate toEstimate() {
            return toEstimate(term, estimate, se, statistic, df, p, lower, upper, level);
        }

        private static Estimate toEstimate(
                String term,
                @Nullable Double estimate,
                @Nullable Double se,
                @Nullable Double statistic,
                @Nullable Double df,
                @Nullable Double p,
                @Nullable Double lower,
                @Nullable Double upper,
                @Nullable Double level) {
            Interval interval = level == null
                    ? null
                    : new Interval(
                            lower == null ? Double.NEGATIVE_INFINITY : lower,
                            upper == null ? Double.POSITIVE_INFINITY : upper,
                            level);
            return new Estimate(term, orNaN(estimate), orNaN(se), orNaN(statistic), orNaN(df), orNaN(p), interval);
        }

        private static @Nullable Double finite(double value) {
            return Double.isFinite(value) ? (Double) value : null;
        }

        private static double orNaN(@Nullable Double value) {
            return value == null ? Double.NaN : value;
        }
    }

    /**
     * Copies the collections.
     *
     * @param method the method's id
     * @param convention every choice that decides the number; none where absent
     * @param n how many units the estimates are from
     * @param groups how many units each group has; none where absent
     * @param clusters how many clusters the errors allow for, or null
     * @param seed the seed, or null
     * @param dataHash the SHA-256 of the data, or null
     * @param estimates the estimates, the headline first
     * @param diagnostics further numbers; none where absent
     * @param assumptions what the method takes for granted; none where absent
     */
    public ResultFile {
        convention = convention == null ? Map.of() : Map.copyOf(convention);
        groups = groups == null ? Map.of() : Map.copyOf(groups);
        Objects.requireNonNull(method, "a result needs a 'method'");
        estimates = List.copyOf(Objects.requireNonNull(estimates, "a result needs 'estimates'"));
        diagnostics = diagnostics == null ? Map.of() : Map.copyOf(diagnostics);
        assumptions = assumptions == null ? List.of() : List.copyOf(assumptions);
        if (estimates.isEmpty()) {
            throw new IllegalArgumentException("a result must have 'estimates', but has none");
        }
    }

    /**
     * {@return the form of an effect}
     *
     * @param effect what was found
     */
    public static ResultFile of(Effect effect) {
        Map<String, Double> finite = new TreeMap<>(effect.diagnostics());
        finite.values().removeIf(value -> !Double.isFinite(value));
        return new ResultFile(
                effect.method(),
                effect.convention(),
                effect.n(),
                effect.groups(),
                effect.clusters(),
                effect.seed(),
                effect.dataHash(),
                effect.estimates().stream().map(Value::of).toList(),
                finite,
                effect.assumptions());
    }

    /**
     * {@return the effect in a file, or the findings alone where one of them is an error}
     *
     * @param file the file
     */
    public static Checked<Effect> read(Path file) {
        return LotiJson.read(file, ResultFile.class).map(ResultFile::toEffect);
    }

    /** {@return the effect} */
    public Effect toEffect() {
        return new Effect(
                method,
                new TreeMap<>(convention),
                n,
                new TreeMap<>(groups),
                clusters,
                seed,
                dataHash,
                estimates.stream().map(Value::toEstimate).toList(),
                new TreeMap<>(diagnostics),
                assumptions);
    }

    /** {@return canonical JSON, with a line feed at the end} */
    public String write() {
        return LotiJson.write(this);
    }
}
