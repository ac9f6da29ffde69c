package london.loti.evaluation.regression;

import java.util.List;
import java.util.Locale;

import london.loti.evaluation.study.Categories;

/**
 * From what the errors of a regression's coefficients are made. Formulas and small-sample factors are those of R's
 * packages sandwich (HC, clusters, Newey-West) and clubSandwich (CR2).
 */
public sealed interface StandardErrors {

    /** {@return the name that a result gives to them} */
    String label();

    /** Those of residuals with the same spread everywhere. */
    record Classical() implements StandardErrors {
        @Override
        public String label() {
            return "classical";
        }
    }

    /**
     * Those that allow for a spread that differs between rows.
     *
     * @param type how the squared residuals are brought up for small samples and high leverage
     */
    record Robust(RobustType type) implements StandardErrors {
        @Override
        public String label() {
            return type.name();
        }
    }

    /** How squared residuals are brought up, with leverage h of a row, n rows and p columns. */
    enum RobustType {
        /** Not at all. */
        HC0,
        /** By n / (n - p). */
        HC1,
        /** By 1 / (1 - h). */
        HC2,
        /** By 1 / (1 - h)²: the usual choice for small samples. */
        HC3,
        /** By 1 / (1 - h) to the power min(4, n h / p). */
        HC4,
        /** By 1 / (1 - h) to the power min(1, n h / p) + min(1.5, n h / p). */
        HC4M,
        /** By the square root of 1 / (1 - h) to the power min(n h / p, max(4, 0.7 n max(h) / p)). */
        HC5
    }

    /**
     * Those that allow for rows of one cluster going together.
     *
     * @param clusters the cluster of each row; with two columns of clusters, those of either going together
     * @param type the correction for few clusters
     */
    record Clustered(List<Categories> clusters, ClusterType type) implements StandardErrors {
        /**
         * Copies the columns.
         *
         * @param clusters one or two columns of clusters
         * @param type the correction for few clusters
         * @throws IllegalArgumentException if there is another number of columns, or CR2 is asked for with two
         */
        public Clustered {
            clusters = List.copyOf(clusters);
            if (clusters.isEmpty() || clusters.size() > 2) {
                throw new IllegalArgumentException(
                        "clusters must be told by one or two columns, but there are " + clusters.size());
            }
            if (type == ClusterType.CR2 && clusters.size() == 2) {
                throw new IllegalArgumentException(
                        "CR2 is defined for one column of clusters, but there are two\nMaybe ask for CR1.");
            }
        }

        @Override
        public String label() {
            return clusters.size() == 2 ? "two-way " + type.name() : type.name();
        }
    }

    /** The correction for few clusters, with G clusters, n rows and p columns. */
    enum ClusterType {
        /** None. */
        CR0,
        /** The factor G / (G - 1) times (n - 1) / (n - p); t with G - 1 degrees of freedom. */
        CR1,
        /** Bell and McCaffrey's adjustment of residuals; t with Satterthwaite's degrees of freedom. For few clusters. */
        CR2
    }

    /**
     * Those of Newey and West for rows in the order of time, with Bartlett's weights.
     *
     * @param lag how far apart rows may still go together; below 0 for the lag by Newey and West's rule of 1994
     * @param adjusted whether the errors are brought up by n / (n - p)
     * @param prewhitened whether a vector autoregression of order 1 is taken out first and put back
     */
    record NeweyWest(int lag, boolean adjusted, boolean prewhitened) implements StandardErrors {
        @Override
        public String label() {
            return "Newey-West";
        }
    }

    /** {@return those of residuals with the same spread everywhere} */
    static StandardErrors classical() {
        return new Classical();
    }

    /**
     * {@return those that allow for a spread that differs between rows}
     *
     * @param type how squared residuals are brought up
     */
    static StandardErrors robust(RobustType type) {
        return new Robust(type);
    }

    /**
     * {@return those that allow for rows of one cluster going together, CR1}
     *
     * @param clusters the cluster of each row
     */
    static StandardErrors clustered(Categories clusters) {
        return new Clustered(List.of(clusters), ClusterType.CR1);
    }

    /**
     * {@return those that allow for rows of one cluster going together}
     *
     * @param clusters the cluster of each row
     * @param type the correction for few clusters
     */
    static StandardErrors clustered(Categories clusters, ClusterType type) {
        return new Clustered(List.of(clusters), type);
    }

    /**
     * {@return those that allow for rows that share either of two clusters going together, CR1}
     *
     * @param first the first cluster of each row
     * @param second the second
     */
    static StandardErrors twoWay(Categories first, Categories second) {
        return new Clustered(List.of(first, second), ClusterType.CR1);
    }

    /**
     * {@return those of Newey and West, without adjustment or prewhitening}
     *
     * @param lag how far apart rows may still go together, at least 0
     */
    static StandardErrors neweyWest(int lag) {
        return new NeweyWest(lag, false, false);
    }

    /**
     * {@return the type of robust errors with this name}
     *
     * @param name for example {@code HC3}, in any case
     * @throws IllegalArgumentException if there is none
     */
    static RobustType robustType(String name) {
        return RobustType.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
