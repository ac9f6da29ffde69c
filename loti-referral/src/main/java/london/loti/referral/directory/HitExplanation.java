package london.loti.referral.directory;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Why a service is a hit of a search, or is none. It is made by what the search itself does.
 *
 * @param serviceId the service
 * @param name its name
 * @param hit whether the search finds it, be it on a later page
 * @param score what it is ranked by; 0 where it is no hit
 * @param reasons every reason, in the order in which a service is judged
 * @param factors what the score is the product of
 */
public record HitExplanation(
        String serviceId, String name, boolean hit, double score, List<Reason> reasons, List<Factor> factors) {

    /**
     * One factor of a score.
     *
     * @param name what it stands for
     * @param value the factor
     */
    public record Factor(String name, double value) {}

    /**
     * Copies the lists.
     *
     * @param serviceId the service
     * @param name its name
     * @param hit whether the search finds it
     * @param score what it is ranked by
     * @param reasons every reason
     * @param factors what the score is the product of
     */
    public HitExplanation {
        Objects.requireNonNull(serviceId, "an explanation needs a 'serviceId'");
        Objects.requireNonNull(name, "an explanation needs a 'name'");
        reasons = List.copyOf(reasons);
        factors = List.copyOf(factors);
    }

    /** {@return the whole in plain words} */
    public String words() {
        String head = hit ? " is shown. " : " is not shown. ";
        return name
                + head
                + reasons.stream()
                        .filter(reason -> hit || reason.verdict() == Reason.Verdict.NO)
                        .map(Reason::words)
                        .collect(Collectors.joining(" "));
    }
}
