package london.loti.evaluation.regression;

/** How an outcome scatters about its mean, and on which scale the mean is a sum: each by its canonical link. */
enum Family {
    /** Nought or one, the log odds being linear. */
    BINOMIAL("logit", "log odds") {
        @Override
        double mean(double eta) {
            return 1 / (1 + Math.exp(-eta));
        }

        @Override
        double variance(double eta) {
            return mean(eta) * mean(-eta);
        }

        @Override
        double residual(double y, double eta) {
            return y == 1 ? mean(-eta) : -mean(eta);
        }

        @Override
        double deviance(double y, double eta) {
            double against = y == 1 ? -eta : eta;
            return 2 * (Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against))));
        }

        @Override
        double start(double y, double weight) {
            double mean = (weight * y + 0.5) / (weight + 1);
            return Math.log(mean / (1 - mean));
        }

        @Override
        boolean allows(double y) {
            return y == 0 || y == 1;
        }

        @Override
        boolean escapes(double y, double change, double slack) {
            return y == 1 ? change >= -slack : change <= slack;
        }
    },
    /** Counts, the log of the mean being linear, the variance being the mean. */
    POISSON("poisson", "log rate") {
        @Override
        boolean allows(double y) {
            return y >= 0 && y == Math.rint(y) && y <= Integer.MAX_VALUE;
        }
    },
    /** As counts, the variance being a multiple of the mean. */
    QUASI_POISSON("quasi-poisson", "log rate") {
        @Override
        boolean allows(double y) {
            return y >= 0;
        }
    };

    private final String method;
    private final String scale;

    Family(String method, String scale) {
        this.method = method;
        this.scale = scale;
    }

    String method() {
        return method;
    }

    String scale() {
        return scale;
    }

    double mean(double eta) {
        return Math.exp(eta);
    }

    /** The variance of a unit of weight, which for a canonical link is also the slope of the mean. */
    double variance(double eta) {
        return mean(eta);
    }

    double residual(double y, double eta) {
        return y - mean(eta);
    }

    double deviance(double y, double eta) {
        double mean = mean(eta);
        return y == 0 ? 2 * mean : 2 * (y * (Math.log(y) - eta) - (y - mean));
    }

    /** The linear predictor that the first step starts from, near the outcome itself. */
    double start(double y, double weight) {
        return Math.log(y + 0.1);
    }

    abstract boolean allows(double y);

    /** Whether a change of the linear predictor takes this unit no further from its outcome, however often repeated. */
    boolean escapes(double y, double change, double slack) {
        return y == 0 ? change <= slack : Math.abs(change) <= slack;
    }
}
