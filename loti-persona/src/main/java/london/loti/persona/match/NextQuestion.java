package london.loti.persona.match;

/**
 * A question that has not been answered, and what an answer may bring.
 *
 * @param attribute the attribute's id
 * @param question how to ask; the attribute's name where the bank has no words for it
 * @param expectedMargin the margin between the two nearest personas that may be expected after the answer
 * @param gain by how much that is more than now; below 0 where an answer may bring two personas closer together
 */
public record NextQuestion(String attribute, String question, double expectedMargin, double gain) {}
