package london.loti.persona.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Divisions into more and more segments by one method, for the choice among them, and for the finding that none is worth
 * choosing.
 *
 * <p><b>Recommended</b> is the one with the highest mean silhouette, if that says of any {@link Structure} at all and if
 * the division {@linkplain Stability#isFair() comes back} when rows are drawn anew. Nothing else is: a method finds as
 * many segments as it is asked for, also where people differ without any. The bands are rules of thumb, and segments
 * that nobody can name or act on are of no use, however high they stand.
 *
 * @param method how the divisions were made
 * @param candidates one a number of segments, the fewest first
 */
public record SegmentChoice(String method, List<Candidate> candidates) {
    /**
     * A division into one number of segments.
     *
     * @param segments the division
     * @param objective what the method makes as low as it can; it falls with every further segment, so it chooses none
     * @param silhouette the mean silhouette by Gower's distances, or by those that were given; high is good; {@code NaN}
     *     where only one segment has rows
     * @param stability how far the segments come back when rows are drawn anew
     * @param starts where every start ended
     */
    public record Candidate(
            Segments segments, double objective, double silhouette, Stability stability, Starts starts) {
        /** {@return the number of segments} */
        public int k() {
            return segments.k();
        }

        /** {@return what the silhouette says of the segments as a whole; none where it is {@code NaN}} */
        public Structure structure() {
            return Double.isNaN(silhouette) ? Structure.NONE : Structure.of(silhouette);
        }

        /** {@return the measures in plain words, in one sentence} */
        public String words() {
            return String.format(
                    Locale.ROOT,
                    "%d segments: %s; %s; %s.",
                    k(),
                    Double.isNaN(silhouette)
                            ? "only one has rows"
                            : String.format(
                                    Locale.ROOT,
                                    "mean silhouette %.2f, %s",
                                    silhouette,
                                    structure().words()),
                    stability.words(),
                    starts.words());
        }
    }

    /**
     * Checks that there is a candidate.
     *
     * @param method how the divisions were made
     * @param candidates one a number of segments, the fewest first
     * @throws IllegalArgumentException if there is none
     */
    public SegmentChoice {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("a choice must have a candidate, but has none");
        }
    }

    /** {@return the candidate that is recommended, the one with fewer segments of equals; empty where none is} */
    public Optional<Candidate> recommended() {
        return candidates.stream()
                .filter(candidate -> candidate.structure() != Structure.NONE)
                .filter(candidate -> candidate.stability().isFair())
                .max(Comparator.comparingDouble(Candidate::silhouette)
                        .thenComparing(Comparator.comparingInt(Candidate::k).reversed()));
    }

    /** {@return what is recommended, or why nothing is, and what speaks against it, in plain words} */
    public String words() {
        return recommended().map(this::words).orElseGet(this::none);
    }

    private String none() {
        Optional<Candidate> highest = candidates.stream()
                .filter(candidate -> !Double.isNaN(candidate.silhouette()))
                .max(Comparator.comparingDouble(Candidate::silhouette));
        List<String> words = new ArrayList<>();
        words.add("No number of segments from " + fewest() + " to " + most() + " is convincing.");
        highest.ifPresent(candidate -> words.add(String.format(
                Locale.ROOT,
                "The highest mean silhouette is %.2f, with %d segments: %s.",
                candidate.silhouette(),
                candidate.k(),
                candidate.structure().words())));
        if (highest.filter(candidate -> candidate.structure() != Structure.NONE).isPresent()) {
            words.add("But where a silhouette shows a structure, the segments do not come back when rows are drawn anew"
                    + " (" + highest.orElseThrow().stability().words() + ").");
        }
        words.add(
                "Do not make personas of these segments: people may differ gradually, or other answers may be needed.");
        return String.join(" ", words);
    }

    private String words(Candidate best) {
        List<String> words = new ArrayList<>();
        words.add("Recommended are " + best.words());
        if (best.structure() == Structure.WEAK) {
            words.add("That is not convincing by itself: look whether another method finds the same segments before you"
                    + " make personas of them.");
        }
        candidates.stream()
                .filter(other -> other.silhouette() > best.silhouette())
                .max(Comparator.comparingDouble(Candidate::silhouette))
                .ifPresent(other -> words.add(String.format(
                        Locale.ROOT,
                        "%d segments have a higher silhouette (%.2f), but do not come back when rows are drawn anew.",
                        other.k(),
                        other.silhouette())));
        if (best.starts().reachedBest() == 1 && best.starts().objectives().size() > 1) {
            words.add("Only one start ended there, so there may be a better division: try more starts.");
        }
        if (best.k() == most() && candidates.size() > 1) {
            words.add("That is the most that were tried: try more segments.");
        }
        if (best.segments().sizes().contains(0)) {
            words.add("A segment is empty, so there are fewer.");
        }
        return String.join(" ", words);
    }

    private int fewest() {
        return candidates.get(0).k();
    }

    private int most() {
        return candidates.get(candidates.size() - 1).k();
    }
}
