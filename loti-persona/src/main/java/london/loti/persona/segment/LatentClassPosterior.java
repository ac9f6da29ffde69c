package london.loti.persona.segment;

import java.util.List;
import java.util.OptionalInt;

/**
 * How likely each class is for one person, given what they answered.
 *
 * @param probabilities one a class, in the order of the model's classes; they sum to 1. All are {@code NaN} if the model
 *     holds such answers to be impossible in every class, so that it has nothing to say of this person
 * @param answersUsed how many answers they rest on; where it is 0 they are the shares of the classes
 */
public record LatentClassPosterior(List<Double> probabilities, int answersUsed) {
    /**
     * Copies the list.
     *
     * @param probabilities one a class
     * @param answersUsed how many answers they rest on
     */
    public LatentClassPosterior {
        probabilities = List.copyOf(probabilities);
    }

    /** {@return the largest of the probabilities; {@code NaN} if there is none} */
    public double certainty() {
        return probabilities.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    /**
     * {@return the most likely class, from 0; empty where that says too little}
     *
     * <p>It is empty if no answer is known, if the model has nothing to say, or if the class is less likely than asked
     * for. Of classes that are as likely as each other it is the larger.
     *
     * @param threshold the least probability that is enough, for example 0.7; 0 for any
     */
    public OptionalInt assigned(double threshold) {
        double certainty = certainty();
        return answersUsed > 0 && certainty >= threshold
                ? OptionalInt.of(probabilities.indexOf(certainty))
                : OptionalInt.empty();
    }

    /** Says how many classes and answers there are, and nothing of the person. */
    @Override
    public String toString() {
        return "Posterior of " + probabilities.size() + " classes from " + answersUsed + " answers";
    }
}
