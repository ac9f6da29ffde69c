package london.loti.evaluation.claims;

/**
 * What would make a claim stronger.
 *
 * @param what what to do, in plain words
 * @param cost how dear it is, from 1 for some hours at a desk to 5 for a new study
 * @param from the level now
 * @param to the level it could reach
 * @param verb the verb it could reach
 */
public record Upgrade(String what, int cost, int from, int to, Verb verb) {

    /** {@return what to do and what it brings, for example {@code add a comparison borough: level 1 to 3}} */
    public String words() {
        return from == to ? what + ": then '" + verb.words() + "' may be said" : what + ": level " + from + " to " + to;
    }
}
