package london.loti.evaluation.survey;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import london.loti.evaluation.study.Categories;

/**
 * What is known of the population by one division of it, for example by age band.
 *
 * @param name the division's name
 * @param sample the category of each person of the sample
 * @param population how many people of the population each category has, above 0, in the order of the categories' names
 */
public record Margin(String name, Categories sample, SortedMap<String, Double> population) {
    /**
     * Copies the numbers.
     *
     * @param name the division's name
     * @param sample the category of each person of the sample
     * @param population how many people of the population each category has
     * @throws IllegalArgumentException if a number is not above 0
     */
    public Margin {
        population = new TreeMap<>(Map.copyOf(population));
        population.forEach((category, people) -> {
            if (!(people > 0) || Double.isInfinite(people)) {
                throw new IllegalArgumentException(
                        "a category of the population must have people, but '" + category + "' had " + people);
            }
        });
    }

    /** {@return a copy of the numbers} */
    @Override
    public SortedMap<String, Double> population() {
        return new TreeMap<>(population);
    }
}
