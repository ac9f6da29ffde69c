package london.loti.persona.match;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Why a set of answers is as near to a persona as it is. Exact: the contributions add up to the distance.
 *
 * <p>It knows no resident; but it repeats answers, so it is shown to the person who asked and kept nowhere.
 */
public final class MatchExplanation {
    private final String persona;
    private final String name;
    private final double distance;
    private final double knownShare;
    private final List<Contribution> contributions;

    MatchExplanation(
            String persona, String name, double distance, double knownShare, List<Contribution> contributions) {
        this.persona = persona;
        this.name = name;
        this.distance = distance;
        this.knownShare = knownShare;
        this.contributions = List.copyOf(contributions);
    }

    /** {@return the id of the persona} */
    public String persona() {
        return persona;
    }

    /** {@return the distance from it, 0 to 1; {@code NaN} where nothing can be compared} */
    public double distance() {
        return distance;
    }

    /** {@return the share of the weight of all attributes that is answered, 0 to 1} */
    public double knownShare() {
        return knownShare;
    }

    /** {@return what each compared answer adds, the largest first; attributes that say nothing are not in it} */
    public List<Contribution> contributions() {
        return contributions;
    }

    /** {@return the same in a few sentences for the person who asked} */
    public String words() {
        if (contributions.isEmpty()) {
            return "Nothing that is known can be compared.";
        }
        String alike = list(true);
        String unlike = list(false);
        return String.format(
                Locale.ROOT,
                "Distance from %s: %.2f (0 is alike in all that is known).%s%s",
                name,
                distance,
                alike.isEmpty() ? "" : " Alike: " + alike + ".",
                unlike.isEmpty() ? "" : " Unlike: " + unlike + ".");
    }

    private String list(boolean alike) {
        return contributions.stream()
                .filter(c -> c.difference() > 0 != alike)
                .map(c -> alike
                        ? c.label() + " (" + c.answered() + ")"
                        : String.format(
                                Locale.ROOT,
                                "%s (%s, not %s; %.2f)",
                                c.label(),
                                c.answered(),
                                c.expected(),
                                c.contribution()))
                .collect(Collectors.joining(", "));
    }

    /** Shows neither persona nor answer. */
    @Override
    public String toString() {
        return "MatchExplanation[redacted, " + contributions.size() + " contributions]";
    }
}
