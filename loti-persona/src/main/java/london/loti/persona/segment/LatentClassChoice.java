package london.loti.persona.segment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Models with more and more classes, for the choice among them. The recommended one has the lowest Bayesian information
 * criterion, which found the right number most often in the simulations of Nylund, Asparouhov and Muthén 2007, <a
 * href="https://doi.org/10.1080/10705510701575396">doi:10.1080/10705510701575396</a>. That is a help, not a rule: classes
 * that nobody can name or act on are of no use, however low it is. Immutable and thread-safe.
 */
public final class LatentClassChoice {
    /** Raftery 1995, doi:10.2307/271063: a difference of the BIC below this is barely worth mentioning. */
    private static final double BARELY = 2;

    private final List<LatentClassModel> models;

    LatentClassChoice(List<LatentClassModel> models) {
        this.models = List.copyOf(models);
    }

    /** {@return the models, the one with the fewest classes first} */
    public List<LatentClassModel> models() {
        return models;
    }

    /**
     * {@return the model with the lowest {@link LatentClassModel#bic()} of those with degrees of freedom of 0 or more, the
     * one with fewer classes of equals; empty if there is none}
     */
    public Optional<LatentClassModel> recommended() {
        LatentClassModel best = null;
        for (LatentClassModel model : models) {
            if (model.degreesOfFreedom() >= 0 && (best == null || model.bic() < best.bic())) {
                best = model;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * {@return whether the recommended model has the most classes of all that were tried, or all that the data can
     * determine, so that the lowest BIC may lie further on; false if there is none}
     */
    public boolean isAtEnd() {
        return recommended()
                .filter(best -> best == models.get(determined() - 1))
                .isPresent();
    }

    /** How many of the models the data can determine: the first ones, as more classes have more parameters. */
    private int determined() {
        return (int) models.stream()
                .takeWhile(model -> model.degreesOfFreedom() >= 0)
                .count();
    }

    /** {@return what is recommended and what speaks against it, in plain words} */
    public String words() {
        return recommended()
                .map(this::words)
                .orElse("No number of classes can be recommended: every model has more parameters than the data can"
                        + " determine.");
    }

    private String words(LatentClassModel best) {
        StringBuilder words = new StringBuilder();
        words.append(String.format(
                Locale.ROOT,
                "%s the lowest BIC (%.1f) of %d to %d.",
                counted(best, "has", "have"),
                best.bic(),
                models.get(0).classes(),
                models.get(models.size() - 1).classes()));
        if (determined() < models.size()) {
            words.append(String.format(
                    Locale.ROOT,
                    " With %d or more there are more parameters than the data can determine.",
                    models.get(determined()).classes()));
        } else if (isAtEnd() && models.size() > 1) {
            words.append(" That is the most that were tried, so more classes may have a lower one: try them.");
        } else if (best == models.get(0) && best.classes() > 1) {
            words.append(" That is the fewest that were tried, so fewer classes may have a lower one: try them.");
        }
        for (LatentClassModel other : models) {
            if (other != best && other.degreesOfFreedom() >= 0 && other.bic() - best.bic() < BARELY) {
                words.append(String.format(
                        Locale.ROOT,
                        " %s one that is higher by %.1f only, which is barely a difference.",
                        counted(other, "has", "have"),
                        other.bic() - best.bic()));
            }
        }
        best.findings()
                .forEach(finding -> words.append(" But ")
                        .append(finding.message().lines().findFirst().orElse(""))
                        .append('.'));
        return words.toString();
    }

    private static String counted(LatentClassModel model, String one, String many) {
        return model.classes() == 1 ? "1 class " + one : model.classes() + " classes " + many;
    }
}
