package london.loti.evaluation.monitor;

/** What a point of a chart says to those who run the service. */
public enum PointType {
    /** Nothing new: the usual up and down. */
    COMMON_CAUSE,
    /** Something changed for the better. */
    IMPROVEMENT,
    /** Something changed for the worse. */
    CONCERN,
    /** Something changed upwards, where neither direction is better. */
    NEUTRAL_HIGH,
    /** Something changed downwards, where neither direction is better. */
    NEUTRAL_LOW;

    static PointType of(SpecialCause cause, Improvement improvement) {
        if (cause == SpecialCause.NONE) {
            return COMMON_CAUSE;
        }
        return switch (improvement) {
            case NEUTRAL -> cause.isUpwards() ? NEUTRAL_HIGH : NEUTRAL_LOW;
            case INCREASE -> cause.isUpwards() ? IMPROVEMENT : CONCERN;
            case DECREASE -> cause.isUpwards() ? CONCERN : IMPROVEMENT;
        };
    }
}
