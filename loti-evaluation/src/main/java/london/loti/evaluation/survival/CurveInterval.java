package london.loti.evaluation.survival;

import java.util.Locale;

/** On which scale the interval of a share is symmetric. */
public enum CurveInterval {
    /** On the scale of the logarithm: what R's {@code survfit} does unless it is told otherwise. */
    LOG,
    /** On the scale of log(−log): never below 0 or above 1, and better with few people. */
    LOG_LOG,
    /** On the scale of the share itself, cut off at 0 and 1. */
    PLAIN;

    /** The end in the direction of {@code z}; {@code NaN} where the scale has none. */
    double end(double share, double logError, double z) {
        if (Double.isNaN(share) || (share == 0 && this != PLAIN)) {
            return Double.NaN;
        }
        return switch (this) {
            case LOG -> Math.min(1, Math.exp(Math.log(share) + z * logError));
            case LOG_LOG ->
                share == 1
                        ? Double.NaN
                        : Math.exp(-Math.exp(Math.log(-Math.log(share)) + z * logError / Math.log(share)));
            case PLAIN -> Math.max(0, Math.min(1, share + z * logError * share));
        };
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
