package london.loti.persona.fit;

import java.util.Objects;

/**
 * How well one persona of a bank stands for the people of a sample.
 *
 * <p>Its traits are the attributes that define it and that the sample was asked for: the level itself, of a number those
 * within a tenth of its range, and of a need only that there is one, because its absence is no trait. What the single
 * shares would say is worked out from them as they are shown.
 *
 * @param persona its id
 * @param name its name
 * @param suggested to how many of those with a suggestion it is suggested
 * @param crowded whether that is more than so many times its fair share
 * @param orphan whether nobody, or fewer people than the disclosure rule shows, is near it: has it as the nearest persona
 *     and near enough
 * @param traits how many traits it has
 * @param together how many people have all of them, of those of whom all are known
 * @param independent the share that would, if the traits had nothing to do with each other; {@code NaN} where the share of
 *     a trait is not shown
 * @param lower the lowest share that the single shares allow; {@code NaN} where one is not shown
 * @param upper the highest share that they allow; {@code NaN} where one is not shown
 */
public record PersonaFit(
        String persona,
        String name,
        DisclosedShare suggested,
        boolean crowded,
        boolean orphan,
        int traits,
        DisclosedShare together,
        double independent,
        double lower,
        double upper) {

    /**
     * Checks that its parts are there.
     *
     * @param persona its id
     * @param name its name
     * @param suggested to how many of those with a suggestion it is suggested
     * @param crowded whether that is more than so many times its fair share
     * @param orphan whether nobody, or hardly anybody, is near it
     * @param traits how many traits it has
     * @param together how many people have all of them
     * @param independent the product of the single shares, or {@code NaN}
     * @param lower the lowest share that they allow, or {@code NaN}
     * @param upper the highest share that they allow, or {@code NaN}
     */
    public PersonaFit {
        Objects.requireNonNull(persona, "a fit needs its 'persona'");
        Objects.requireNonNull(name, "a fit needs the persona's 'name'");
        Objects.requireNonNull(suggested, "a fit needs the share 'suggested'");
        Objects.requireNonNull(together, "a fit needs the share 'together'");
    }

    /** {@return the result in plain words, one line} */
    public String words() {
        String bounds = Double.isNaN(upper)
                ? "; a trait is too rare or too common for its share to be shown, so the single shares say nothing more"
                : "; the single shares alone allow " + Percent.down(lower) + " to " + Percent.up(upper)
                        + " %, and would give " + Percent.of(independent)
                        + " % if the traits had nothing to do with each other";
        String all = traits == 0
                ? "the sample was asked for none of its traits"
                : traits == 1
                        ? "has its one trait: " + together.words()
                        : "has all " + traits + " traits: " + together.words() + bounds;
        return name + ": suggested: " + suggested.words() + "; " + all;
    }
}
