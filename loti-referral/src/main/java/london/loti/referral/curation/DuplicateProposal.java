package london.loti.referral.curation;

import java.util.List;
import java.util.Objects;

/**
 * Two records that are probably one service, for a person to decide. It merges nothing.
 *
 * @param one the record with the earlier key
 * @param other the record with the later key
 * @param score how much they have in common, 0 to 1
 * @param reasons what they have in common and what not, each with its share of the score, in the order of the policy
 */
public record DuplicateProposal(FeedRecord one, FeedRecord other, double score, List<Reason> reasons) {
    /**
     * One thing that was compared.
     *
     * @param what what was compared, for example {@code name}
     * @param likeness how alike they are, 0 to 1
     * @param weight how much that weighs, of 1 for all things that are known of both
     * @param words for example {@code the same telephone number}
     */
    public record Reason(String what, double likeness, double weight, String words) {}

    /**
     * Copies the reasons.
     *
     * @param one the record with the earlier key
     * @param other the record with the later key
     * @param score 0 to 1
     * @param reasons what was compared
     * @throws IllegalArgumentException if the records are not in order of their keys
     */
    public DuplicateProposal {
        Objects.requireNonNull(one, "a proposal needs two records");
        Objects.requireNonNull(other, "a proposal needs two records");
        reasons = List.copyOf(reasons);
        if (one.key().compareTo(other.key()) >= 0) {
            throw new IllegalArgumentException("a proposal's records must be in the order of their keys");
        }
    }
}
