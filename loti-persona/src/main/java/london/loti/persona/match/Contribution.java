package london.loti.persona.match;

/**
 * What one answer adds to the distance from a persona. Over all answers they add up to the distance.
 *
 * @param attribute the attribute's id
 * @param label its name for readers
 * @param answered the answer, in words
 * @param expected what defines the persona, in words
 * @param difference how unlike the two are, 0 to 1
 * @param share the part of the compared weight that the attribute has, 0 to 1
 * @param contribution what it adds to the distance: difference times share
 */
public record Contribution(
        String attribute,
        String label,
        String answered,
        String expected,
        double difference,
        double share,
        double contribution) {

    /** Shows no answer. */
    @Override
    public String toString() {
        return "Contribution[" + attribute + ", redacted]";
    }
}
