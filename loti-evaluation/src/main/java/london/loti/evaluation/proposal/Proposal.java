package london.loti.evaluation.proposal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Effect;
import london.loti.model.finding.Require;

/**
 * Something that was learnt, for somebody to decide on. It changes nothing by itself.
 *
 * @param subject what it is about
 * @param kind whether a value is proposed
 * @param change the value proposed; null where the kind is {@link Kind#LOOK_AT}
 * @param reason why, in a sentence made from the numbers
 * @param evidence the numbers, with their method, interval and how many people they are from
 * @param speaksAgainst what speaks against it, one sentence each; never empty
 * @param madeOn the day on which it was made, which the caller says
 * @param source where the counts are from, without any person in it
 */
public record Proposal(
        Subject subject,
        Kind kind,
        @Nullable Change change,
        String reason,
        Effect evidence,
        List<String> speaksAgainst,
        LocalDate madeOn,
        String source)
        implements Comparable<Proposal> {
    private static final Comparator<Proposal> ORDER =
            Comparator.comparing(Proposal::subject).thenComparing(Proposal::id);

    /** Whether a value is proposed. */
    public enum Kind {
        /** A value should be another. */
        CHANGE,
        /** Somebody should look at it: the numbers do not tell what it should be. */
        LOOK_AT
    }

    /**
     * Checks that a change comes with its value, and that something is said against it.
     *
     * @param subject what it is about
     * @param kind whether a value is proposed
     * @param change the value proposed, or null
     * @param reason why
     * @param evidence the numbers
     * @param speaksAgainst what speaks against it
     * @param madeOn the day on which it was made
     * @param source where the counts are from
     * @throws IllegalArgumentException if the kind and the change do not belong together, a text is blank, nothing speaks
     *     against it, or a whole document is to be changed
     */
    public Proposal {
        Objects.requireNonNull(subject, "a proposal needs a 'subject'");
        Objects.requireNonNull(kind, "a proposal needs a 'kind'");
        Objects.requireNonNull(evidence, "a proposal needs its 'evidence'");
        Objects.requireNonNull(madeOn, "a proposal needs the day that it was 'madeOn'");
        Require.text(reason, "a proposal needs a 'reason'");
        Require.text(source, "a proposal needs a 'source'");
        speaksAgainst = List.copyOf(Objects.requireNonNull(speaksAgainst, "a proposal needs what 'speaksAgainst' it"));
        if ((kind == Kind.CHANGE) != (change != null)) {
            throw new IllegalArgumentException(
                    "a proposal must have a 'change' where its 'kind' is CHANGE, and none where it"
                            + " is LOOK_AT, but its kind is " + kind);
        }
        if (kind == Kind.CHANGE && subject.pointer().isEmpty()) {
            throw new IllegalArgumentException(
                    "a change must be of one value, but its pointer is that of the whole document");
        }
        if (speaksAgainst.isEmpty() || speaksAgainst.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "a proposal must say what 'speaksAgainst' it, but says nothing\nMaybe tell how few people it rests on.");
        }
    }

    /**
     * {@return its id: 16 hexadecimal digits that follow from subject, kind, change and evidence} The same numbers give the
     * same id on another day; other numbers give another, so that nobody's decision is taken for one on them.
     */
    public String id() {
        return ProposalHash.of(this);
    }

    /** By subject, then by id. */
    @Override
    public int compareTo(Proposal other) {
        return ORDER.compare(this, other);
    }
}
