package london.loti.evaluation.economics;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a cost-benefit model comes to.
 *
 * @param model the model's id
 * @param title its title
 * @param result the result with every input at its mean
 * @param uncertainty how sure it is; null where no input is uncertain, which is no certainty
 * @param claims what others say, not used
 * @param words all of it in plain words
 */
public record CostBenefitAccount(
        String model,
        String title,
        CostBenefitResult result,
        @Nullable CostBenefitUncertainty uncertainty,
        List<Claim> claims,
        List<String> words) {
    /**
     * Copies the lists.
     *
     * @param model the model's id
     * @param title its title
     * @param result the result with every input at its mean
     * @param uncertainty how sure it is, or null
     * @param claims what others say
     * @param words all of it in plain words
     */
    public CostBenefitAccount {
        claims = List.copyOf(claims);
        words = List.copyOf(words);
    }

    CostBenefitAccount withWords(List<String> newWords) {
        return new CostBenefitAccount(model, title, result, uncertainty, claims, newWords);
    }
}
