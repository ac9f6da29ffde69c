package london.loti.evaluation.compare;

import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.estimate.Interval;

/**
 * The rates of events in two groups, treated over control: counts over what they are counted in, such as person-years.
 * Immutable and thread-safe.
 */
public final class RateRatio {
    private final int treated;
    private final double treatedExposure;
    private final int control;
    private final double controlExposure;
    private final Inference inference;

    private RateRatio(int treated, double treatedExposure, int control, double controlExposure, Inference inference) {
        this.treated = treated;
        this.treatedExposure = treatedExposure;
        this.control = control;
        this.controlExposure = controlExposure;
        this.inference = inference;
    }

    /**
     * {@return a comparison of two rates}
     *
     * @param treated the events of the treated
     * @param treatedExposure in how much they were counted, for example person-years; above 0
     * @param control the events of the others
     * @param controlExposure in how much they were counted, in the same unit; above 0
     * @throws IllegalArgumentException if a count is below 0, an exposure not above 0, or there is no event at all
     */
    public static RateRatio of(int treated, double treatedExposure, int control, double controlExposure) {
        Screening.count("events of the treated", treated);
        Screening.count("events of the control group", control);
        for (double exposure : new double[] {treatedExposure, controlExposure}) {
            if (!(exposure > 0) || Double.isInfinite(exposure)) {
                throw new IllegalArgumentException("an exposure must be above 0 and finite, but was " + exposure
                        + "\nMaybe person-years, or the number of people.");
            }
        }
        if (treated + control == 0) {
            throw new IllegalArgumentException(
                    "a ratio of rates needs at least 1 event, but there is none\nMaybe count for longer.");
        }
        return new RateRatio(
                treated,
                treatedExposure,
                control,
                controlExposure,
                Inference.usual().against(1));
    }

    private RateRatio with(Inference newInference) {
        return new RateRatio(treated, treatedExposure, control, controlExposure, newInference);
    }

    /**
     * {@return the same with an interval of another level}
     *
     * @param level above 0 and below 1
     */
    public RateRatio withLevel(double level) {
        return with(inference.withLevel(level));
    }

    /**
     * {@return the same with the truth asked for on a side}
     *
     * @param alternative the side; greater means that the rate of the treated is higher
     */
    public RateRatio withAlternative(Alternative alternative) {
        return with(inference.withAlternative(alternative));
    }

    /**
     * {@return the same with another ratio under test than 1}
     *
     * @param ratio the ratio under test, above 0
     * @throws IllegalArgumentException if it is not
     */
    public RateRatio against(double ratio) {
        if (!(ratio > 0)) {
            throw new IllegalArgumentException("the ratio under test must be above 0, but was " + ratio);
        }
        return with(inference.against(ratio));
    }

    /**
     * {@return the ratio of the rates by the exact conditional test, as R's {@code poisson.test}} Given how many events
     * there are, those of the treated are binomial; the interval is Clopper and Pearson's of their share, turned into a
     * ratio. It is infinite where the others have no event.
     */
    public Effect ratio() {
        int events = treated + control;
        double ratio = treated / treatedExposure / (control / controlExposure);
        double weight = inference.underTest() * treatedExposure;
        double share = weight / (weight + controlExposure);
        Interval shares = ProportionInterval.CLOPPER_PEARSON.of(treated, events, inference);
        double factor = controlExposure / treatedExposure;
        Interval interval =
                new Interval(factor * odds(shares.lower()), factor * odds(shares.upper()), inference.level());
        return Effect.builder("poisson-rate-ratio", events)
                .estimate(Estimate.of("rate ratio", ratio)
                        .withTest(
                                treated,
                                Double.NaN,
                                OneProportion.pValue(treated, events, share, inference.alternative()))
                        .withInterval(interval))
                .estimate(Estimate.of("rate of treated", treated / treatedExposure))
                .estimate(Estimate.of("rate of control", control / controlExposure))
                .group("treated", treated)
                .group("control", control)
                .convention("ratio", "treated over control")
                .convention("units", "events")
                .asked(inference)
                .convention("p", "exact, given all events: counts no likelier")
                .convention("interval", "clopper-pearson of the share of events")
                .diagnostic("expected events of treated", events * share)
                .diagnostic("smallest_cell", Math.min(treated, control))
                .dataHash(DataHash.of(new double[] {treated, treatedExposure, control, controlExposure}))
                .assumes("Events are independent of each other: no person's event brings on another.")
                .build();
    }

    private static double odds(double share) {
        return share / (1 - share);
    }
}
