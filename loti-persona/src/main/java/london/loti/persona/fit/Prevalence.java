package london.loti.persona.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;

import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.Sample;

/**
 * How many people have every trait that defines a persona, and how their number falls from trait to trait.
 *
 * <p>The share of people who fit a description falls fast as attributes are added, so a persona must be counted before
 * it is taken to stand for many (Chapman, Love, Milham, ElRif and Alford 2008, Quantitative Evaluation of Personas as
 * Information, <a href="https://doi.org/10.1177/154193120805201602">doi:10.1177/154193120805201602</a>). Beside the
 * count stand what the single shares alone would say: the product, if the traits had nothing to do with each other, and
 * the bounds that hold in any case, max(0, Σp − (m − 1)) and min p (Fréchet 1935,
 * <a href="https://doi.org/10.4064/fm-25-1-379-387">doi:10.4064/fm-25-1-379-387</a>). Traits of hardship go together,
 * so the product is often too low.
 *
 * <p><b>Missing:</b> everything is counted among the people of whom every attribute is known, so that a step falls
 * because of the trait and never because of a gap; the others are counted apart. <b>Limits:</b> those who were not
 * asked are not in it, and a sample of the wrong people gives the wrong share, however narrow its interval.
 *
 * @param people how many people are in the sample
 * @param gaps of how many of them an attribute is not known
 * @param steps one step a condition, in the order given; the last is all of them together
 */
public record Prevalence(int people, int gaps, List<Step> steps) {

    /**
     * What one more condition does.
     *
     * @param condition the condition that is added
     * @param alone how many people meet it by itself
     * @param together how many people meet it and all before it
     * @param independent the share that would, if they had nothing to do with each other; {@code NaN} among nobody
     * @param lower the lowest share that the single shares allow; {@code NaN} among nobody
     * @param upper the highest share that they allow; {@code NaN} among nobody
     */
    public record Step(
            Condition condition,
            Proportion alone,
            Proportion together,
            double independent,
            double lower,
            double upper) {}

    /**
     * Copies the list.
     *
     * @param people how many people are in the sample
     * @param gaps of how many of them an attribute is not known
     * @param steps one step a condition
     * @throws IllegalArgumentException if there is no step
     */
    public Prevalence {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a prevalence must be of a condition, but of none was asked");
        }
    }

    /**
     * {@return how many people of a sample meet all of some conditions, with intervals of 95 per cent}
     *
     * @param sample the people
     * @param conditions one or more, each on an attribute of its own; their order is that of the steps
     * @throws IllegalArgumentException if there is no condition, two are on one attribute, an attribute is not in the
     *     sample or may not define a persona, or if a condition does not fit its attribute
     */
    public static Prevalence of(Sample sample, List<Condition> conditions) {
        return of(sample, conditions, Proportion.CONFIDENCE);
    }

    /**
     * {@return how many people of a sample meet all of some conditions}
     *
     * @param sample the people
     * @param conditions one or more, each on an attribute of its own; their order is that of the steps
     * @param confidence the level of the intervals, above 0 and below 1
     * @throws IllegalArgumentException as {@link #of(Sample, List)}, or if the confidence is not between 0 and 1
     */
    public static Prevalence of(Sample sample, List<Condition> conditions, double confidence) {
        int m = conditions.size();
        int[] columns = new int[m];
        DoublePredicate[] meets = new DoublePredicate[m];
        for (int k = 0; k < m; k++) {
            columns[k] = column(sample, conditions.get(k));
            meets[k] = conditions.get(k).on(sample.attributes().get(columns[k]));
        }
        if (conditions.stream().map(Condition::attribute).distinct().count() < m) {
            throw new IllegalArgumentException("each condition must be on an attribute of its own"
                    + "\nMaybe put the levels of one attribute into one condition.");
        }
        int[] alone = new int[m];
        int[] together = new int[m];
        int known = 0;
        for (int row = 0; row < sample.size(); row++) {
            if (isKnown(sample, row, columns)) {
                known++;
                boolean all = true;
                for (int k = 0; k < m; k++) {
                    boolean met = meets[k].test(sample.value(row, columns[k]));
                    all &= met;
                    alone[k] += met ? 1 : 0;
                    together[k] += all ? 1 : 0;
                }
            }
        }
        List<Step> steps = new ArrayList<>();
        for (int k = 0; k < m; k++) {
            double[] shares = new double[k + 1];
            for (int i = 0; i <= k; i++) {
                shares[i] = alone[i] / (double) known; // NaN among nobody
            }
            Frechet bounds = Frechet.of(1, shares);
            steps.add(new Step(
                    conditions.get(k),
                    Proportion.of(alone[k], known, confidence),
                    Proportion.of(together[k], known, confidence),
                    bounds.independent(),
                    bounds.lower(),
                    bounds.upper()));
        }
        return new Prevalence(sample.size(), sample.size() - known, steps);
    }

    private static int column(Sample sample, Condition condition) {
        int column = Columns.of(sample, condition.attribute());
        Attribute attribute = sample.attributes().get(column);
        if (!attribute.use().mayMatch()) {
            throw new IllegalArgumentException("the attribute '" + attribute.id() + "' is " + attribute.use()
                    + ", so it must not define a persona");
        }
        return column;
    }

    private static boolean isKnown(Sample sample, int row, int[] columns) {
        for (int column : columns) {
            if (Double.isNaN(sample.value(row, column))) {
                return false;
            }
        }
        return true;
    }

    /** {@return the last step: all conditions together} */
    public Step all() {
        return steps.get(steps.size() - 1);
    }

    /** {@return the result in plain words, a line each step} */
    public String words() {
        List<String> lines = new ArrayList<>();
        if (!all().together().hasEstimate()) {
            lines.add("No share can be given, because not everything is known of anybody");
        }
        for (Step step : all().together().hasEstimate() ? steps : List.<Step>of()) {
            lines.add((lines.isEmpty() ? "" : "and ") + step.condition().words() + ": "
                    + step.together().words());
        }
        if (steps.size() > 1 && all().together().hasEstimate()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "The single shares alone allow %s to %s %%, and would give %s %% if the traits had nothing to do with"
                            + " each other",
                    Percent.down(all().lower()),
                    Percent.up(all().upper()),
                    Percent.of(all().independent())));
        }
        if (gaps > 0) {
            lines.add(gaps + " of " + people + " people left out, because something is not known of them");
        }
        return String.join("\n", lines);
    }
}
