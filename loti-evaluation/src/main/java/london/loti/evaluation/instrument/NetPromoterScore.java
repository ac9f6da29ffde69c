package london.loti.evaluation.instrument;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.compare.OneProportion;
import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.estimate.Interval;

/**
 * The net promoter score: the share of promoters (9 or 10 of 10) less the share of detractors (0 to 6), in points from
 * -100 to 100. Its error is large: with 100 people the interval is about 15 points to either side. NPS is a trade mark;
 * use it for one's own reporting.
 */
public final class NetPromoterScore {
    private static final Item ANSWER = Item.of("recommend", null, 0, 10);
    private static final int PROMOTER = 9;
    private static final int DETRACTOR = 6;

    private final double level;

    private NetPromoterScore(double level) {
        this.level = level;
    }

    /** {@return the score with an interval of 95 per cent} */
    public static NetPromoterScore withDefaults() {
        return new NetPromoterScore(Interval.USUAL_LEVEL);
    }

    /**
     * {@return the score with an interval of another level}
     *
     * @param newLevel above 0 and below 1
     */
    public NetPromoterScore withLevel(double newLevel) {
        return new NetPromoterScore(Interval.requireLevel(newLevel));
    }

    /**
     * {@return the score of answers}
     *
     * @param answers how likely each person is to recommend the service, whole numbers from 0 to 10; {@code NaN} is left
     *     out
     * @throws IllegalArgumentException if there is no answer
     * @throws london.loti.model.finding.FindingsException with every other number
     */
    public Effect estimate(double... answers) {
        double[] given = ANSWER.given(answers);
        long promoters = 0;
        long detractors = 0;
        for (double answer : given) {
            promoters += answer >= PROMOTER ? 1 : 0;
            detractors += answer <= DETRACTOR ? 1 : 0;
        }
        return estimate(promoters, given.length - promoters - detractors, detractors, DataHash.of(given));
    }

    /**
     * {@return the score of counts} Its standard error is {@code 100 √((p + d − (p − d)²) / n)}, and its interval
     * normal, so that it may reach beyond 100 points where people are few.
     *
     * @param promoters how many people answered 9 or 10
     * @param passives how many answered 7 or 8
     * @param detractors how many answered 0 to 6
     * @throws IllegalArgumentException if a count is negative, all are 0, or they add up to more than 2,147,483,647
     */
    public Effect estimate(long promoters, long passives, long detractors) {
        return estimate(promoters, passives, detractors, null);
    }

    private Effect estimate(long promoters, long passives, long detractors, @Nullable String hash) {
        if (promoters < 0 || passives < 0 || detractors < 0) {
            throw new IllegalArgumentException(
                    "counts must not be negative, but were " + promoters + ", " + passives + " and " + detractors);
        }
        if (Math.max(promoters, Math.max(passives, detractors)) > Integer.MAX_VALUE
                || promoters + passives + detractors > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("counts must add up to " + Integer.MAX_VALUE + " or fewer, but do not");
        }
        long n = promoters + passives + detractors;
        if (n == 0) {
            throw new IllegalArgumentException("a net promoter score must be of one person or more, but is of none");
        }
        double p = (double) promoters / n;
        double d = (double) detractors / n;
        double score = 100 * (p - d);
        double error = 100 * Math.sqrt((p + d - (p - d) * (p - d)) / n);
        return Effect.builder("net-promoter-score", n)
                .convention("alternative", "two-sided")
                .convention("interval", "of the score normal, of a share wilson")
                .group("detractors", detractors)
                .group("passives", passives)
                .group("promoters", promoters)
                .dataHash(hash)
                .estimate(score(score, error))
                .estimate(share("share of promoters", promoters, n))
                .estimate(share("share of detractors", detractors, n))
                .assumes("People are independent of each other.")
                .assumes("Those who answered are like those who did not.")
                .build();
    }

    private Estimate share(String term, long people, long all) {
        return OneProportion.of(Math.toIntExact(people), Math.toIntExact(all))
                .withLevel(level)
                .share()
                .headline()
                .as(term);
    }

    /** Where all answer alike there is no error to make an interval of. */
    private Estimate score(double score, double error) {
        Estimate normal = Inference.usual().withLevel(level).normal("net promoter score", score, error);
        return Estimate.of(normal.term(), score).withStandardError(error).withInterval(normal.interval());
    }
}
