package london.loti.referral.directory.openreferral;

import java.util.List;

/**
 * How much the services of a feed tell, from 0 to 100: the share of services that tell each thing, weighted. The things
 * and their weights are loti's own choice and stand in {@code rules.json}.
 *
 * @param services how many services there are
 * @param parts what each could tell, and how many do
 */
public record Richness(long services, List<Part> parts) {

    /**
     * One thing that a service can tell.
     *
     * @param name a short name, for example {@code hours}
     * @param words what is looked for
     * @param weight how much it counts
     * @param services how many services tell it
     */
    public record Part(String name, String words, int weight, long services) {}

    /**
     * Copies the parts.
     *
     * @param services how many services there are
     * @param parts what each could tell, and how many do
     */
    public Richness {
        parts = List.copyOf(parts);
    }

    /** {@return the score from 0 to 100; 0 where there is no service} */
    public double score() {
        long weights = parts.stream().mapToLong(Part::weight).sum();
        double told = parts.stream()
                .mapToDouble(part -> (double) part.weight() * part.services())
                .sum();
        return services == 0 || weights == 0 ? 0 : 100 * told / (weights * (double) services);
    }
}
