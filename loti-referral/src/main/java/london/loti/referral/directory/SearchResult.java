package london.loti.referral.directory;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a search found, and what it left out. Every service of the directory is either a hit, or counted once in
 * {@code excluded}: {@code total} and the counts add up to the size of the directory.
 *
 * @param hits the hits of the page that was asked for, the best first
 * @param total how many hits there are on all pages
 * @param page which page this is, from 1
 * @param perPage how many hits a full page has
 * @param excluded how many services were left out, each by the first reason against it
 * @param excludedOnlyBy how many would be hits but for this one reason
 * @param unknown of how many hits a thing is not known
 * @param readAs words that nothing has, and the words that were taken in their place
 */
public record SearchResult(
        List<SearchHit> hits,
        int total,
        int page,
        int perPage,
        Map<Reason.Kind, Integer> excluded,
        Map<Reason.Kind, Integer> excludedOnlyBy,
        Map<Reason.Kind, Integer> unknown,
        List<ReadAs> readAs) {

    /**
     * A word that no service has, and what was looked for instead.
     *
     * @param typed the word that was typed
     * @param taken the word that was most likely meant
     */
    public record ReadAs(String typed, String taken) {
        /** {@return the same in plain words} */
        public String words() {
            return "Nothing has '" + typed + "'; looked for '" + taken + "'.";
        }

        /** Says nothing of what was typed, which may be a resident's words. */
        @Override
        public String toString() {
            return "ReadAs[redacted, " + taken + "]";
        }
    }

    /**
     * Copies the lists and maps.
     *
     * @param hits the hits of the page
     * @param total how many hits there are on all pages
     * @param page which page this is, from 1
     * @param perPage how many hits a full page has
     * @param excluded how many services were left out, each by the first reason against it
     * @param excludedOnlyBy how many would be hits but for this one reason
     * @param unknown of how many hits a thing is not known
     * @param readAs words that were taken for others
     */
    public SearchResult {
        hits = List.copyOf(hits);
        excluded = ordered(excluded);
        excludedOnlyBy = ordered(excludedOnlyBy);
        unknown = ordered(unknown);
        readAs = List.copyOf(readAs);
    }

    /** {@return how many services were left out} */
    public int excludedTotal() {
        return excluded.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** {@return the services of this page, with the arithmetic of Open Referral UK} */
    public ResultPage toPage() {
        return new ResultPage(
                total, page, perPage, hits.stream().map(SearchHit::service).toList());
    }

    private static Map<Reason.Kind, Integer> ordered(Map<Reason.Kind, Integer> counts) {
        Map<Reason.Kind, Integer> ordered = new EnumMap<>(Reason.Kind.class);
        ordered.putAll(Objects.requireNonNull(counts, "a result needs its counts"));
        return Collections.unmodifiableMap(ordered);
    }
}
