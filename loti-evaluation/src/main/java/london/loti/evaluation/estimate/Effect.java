package london.loti.evaluation.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * What a method found in the data, with all that is needed to read it and to run it again. Reports take effects, never
 * bare numbers.
 *
 * @param method the method's id, for example {@code welch-t}; the table of methods says which call of R it agrees with
 * @param convention every choice that decides the number, for example {@code zeros: pratt}; in the order of the names
 * @param n how many units the estimates are from, after those with missing values were left out
 * @param groups how many units each group has, in the order of the names; empty where there are no groups
 * @param clusters how many clusters the errors allow for, or null where they are not clustered
 * @param seed the seed, or null where no chance was used
 * @param dataHash the SHA-256 of the data as the method saw them, or null where the method never saw the data themselves
 * @param estimates the estimates, the headline first
 * @param diagnostics further numbers that say how far to trust the estimates; none is {@code NaN}
 * @param assumptions what the method takes for granted, one sentence each
 */
public record Effect(
        String method,
        SortedMap<String, String> convention,
        long n,
        SortedMap<String, Long> groups,
        @Nullable Integer clusters,
        @Nullable Long seed,
        @Nullable String dataHash,
        List<Estimate> estimates,
        SortedMap<String, Double> diagnostics,
        List<String> assumptions) {

    /**
     * Copies the collections.
     *
     * @param method the method's id
     * @param convention every choice that decides the number
     * @param n how many units the estimates are from
     * @param groups how many units each group has
     * @param clusters how many clusters the errors allow for, or null
     * @param seed the seed, or null
     * @param dataHash the SHA-256 of the data, or null
     * @param estimates the estimates, the headline first
     * @param diagnostics further numbers
     * @param assumptions what the method takes for granted
     * @throws IllegalArgumentException if there is no estimate, the count is negative or a diagnostic is {@code NaN}
     */
    public Effect {
        Require.code("an effect", "method", method);
        convention = new TreeMap<>(Map.copyOf(convention));
        groups = new TreeMap<>(Map.copyOf(groups));
        estimates = List.copyOf(estimates);
        diagnostics = new TreeMap<>(Map.copyOf(diagnostics));
        assumptions = List.copyOf(assumptions);
        if (estimates.isEmpty()) {
            throw new IllegalArgumentException("an effect must have an estimate, but has none");
        }
        if (n < 0) {
            throw new IllegalArgumentException("an effect's 'n' must not be negative, but was " + n);
        }
        diagnostics.forEach((name, value) -> {
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("a diagnostic must be a number, but '" + name + "' is none");
            }
        });
    }

    /** {@return a copy of the conventions, in the order of their names} */
    @Override
    public SortedMap<String, String> convention() {
        return new TreeMap<>(convention);
    }

    /** {@return a copy of the groups' sizes, in the order of their names} */
    @Override
    public SortedMap<String, Long> groups() {
        return new TreeMap<>(groups);
    }

    /** {@return a copy of the diagnostics, in the order of their names} */
    @Override
    public SortedMap<String, Double> diagnostics() {
        return new TreeMap<>(diagnostics);
    }

    /** {@return the estimate that answers the question; the others explain it} */
    public Estimate headline() {
        return estimates.get(0);
    }

    /**
     * {@return the estimate with this name}
     *
     * @param term what is estimated
     * @throws IllegalArgumentException if there is none
     */
    public Estimate estimate(String term) {
        return estimates.stream()
                .filter(e -> e.term().equals(term))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the effect must have an estimate of '" + term
                        + "', but has "
                        + estimates.stream().map(Estimate::term).toList()));
    }

    /**
     * {@return a builder}
     *
     * @param method the method's id, for example {@code welch-t}
     * @param n how many units the estimates are from
     */
    public static Builder builder(String method, long n) {
        return new Builder(method, n);
    }

    /** Collects an effect. */
    public static final class Builder {
        private final String method;
        private final long n;
        private final TreeMap<String, String> convention = new TreeMap<>();
        private final TreeMap<String, Long> groups = new TreeMap<>();
        private final List<Estimate> estimates = new ArrayList<>();
        private final TreeMap<String, Double> diagnostics = new TreeMap<>();
        private final List<String> assumptions = new ArrayList<>();
        private @Nullable Integer clusters;
        private @Nullable Long seed;
        private @Nullable String dataHash;

        private Builder(String method, long n) {
            this.method = method;
            this.n = n;
        }

        /**
         * Adds a choice that decides the number.
         *
         * @param name what is chosen, for example {@code zeros}
         * @param value the choice, for example {@code pratt}
         * @return this builder
         */
        public Builder convention(String name, String value) {
            convention.put(name, value);
            return this;
        }

        /**
         * Says what was asked: the side, and the value under test where it is not nought, as conventions.
         *
         * @param inference what was asked
         * @return this builder
         */
        public Builder asked(Inference inference) {
            convention.put("alternative", inference.alternative().words());
            if (inference.underTest() != 0) {
                convention.put("under test", Double.toString(inference.underTest()));
            }
            return this;
        }

        /**
         * Adds a group.
         *
         * @param name its name
         * @param size how many units it has
         * @return this builder
         */
        public Builder group(String name, long size) {
            groups.put(name, size);
            return this;
        }

        /**
         * Says that the errors allow for clusters.
         *
         * @param number how many there are
         * @return this builder
         */
        public Builder clusters(int number) {
            clusters = number;
            return this;
        }

        /**
         * Says from which seed chance was drawn.
         *
         * @param newSeed the seed
         * @return this builder
         */
        public Builder seed(long newSeed) {
            seed = newSeed;
            return this;
        }

        /**
         * Says from which data the estimates are.
         *
         * @param hash their SHA-256, see {@link DataHash}; or null
         * @return this builder
         */
        public Builder dataHash(@Nullable String hash) {
            dataHash = hash;
            return this;
        }

        /**
         * Adds an estimate; the first is the headline.
         *
         * @param estimate the estimate
         * @return this builder
         */
        public Builder estimate(Estimate estimate) {
            estimates.add(estimate);
            return this;
        }

        /**
         * Adds estimates.
         *
         * @param more the estimates, in their order
         * @return this builder
         */
        public Builder estimates(List<Estimate> more) {
            estimates.addAll(more);
            return this;
        }

        /**
         * Adds a number that says how far to trust the estimates; {@code NaN} is left out.
         *
         * @param name what it is
         * @param value the number
         * @return this builder
         */
        public Builder diagnostic(String name, double value) {
            if (!Double.isNaN(value)) {
                diagnostics.put(name, value);
            }
            return this;
        }

        /**
         * Adds something that the method takes for granted.
         *
         * @param sentence one sentence in plain words
         * @return this builder
         */
        public Builder assumes(String sentence) {
            assumptions.add(sentence);
            return this;
        }

        /** {@return the effect} */
        public Effect build() {
            return new Effect(
                    method, convention, n, groups, clusters, seed, dataHash, estimates, diagnostics, assumptions);
        }
    }
}
