package london.loti.benchmarks.directory;

import java.util.Collection;

import org.junit.jupiter.api.Test;

import london.loti.referral.directory.Directory;
import london.loti.referral.directory.SearchResult;

import static org.assertj.core.api.Assertions.assertThat;

/** What is measured must be the work that it is said to be. */
class SearchVariantsTest {
    private static final int SERVICES = 1_000;
    private static final int SEARCHES = 60;

    private final SearchInput input = SearchInput.of(SERVICES);

    @Test
    void everyWayFindsSomethingForMostSearches() {
        for (SearchBenchmark.Variant variant : SearchBenchmark.Variant.values()) {
            var search = SearchBenchmark.search(variant, input);
            long found = input.asked().stream()
                    .limit(SEARCHES)
                    .map(search)
                    .filter(SearchVariantsTest::isSomething)
                    .count();
            boolean strict = variant == SearchBenchmark.Variant.LOTI_EVERY_FILTER;
            assertThat((double) found / SEARCHES).as(variant.toString()).isGreaterThan(strict ? 0.4 : 0.75);
        }
    }

    @Test
    void lotiAccountsForEveryServiceAndSaysWhy() {
        Directory directory = Directory.of(input.services());
        long kinds = 0;
        for (SearchInput.Asked asked : input.asked()) {
            SearchResult result = directory.search(asked.everything());
            assertThat(result.total()
                            + result.excluded().values().stream()
                                    .mapToInt(Integer::intValue)
                                    .sum())
                    .isEqualTo(SERVICES);
            result.hits().forEach(hit -> assertThat(hit.reasons()).hasSizeGreaterThan(8));
            kinds = Math.max(kinds, result.excluded().size());
        }
        assertThat(kinds).isGreaterThanOrEqualTo(6);
    }

    private static boolean isSomething(Object found) {
        return found instanceof SearchResult result ? result.total() > 0 : !((Collection<?>) found).isEmpty();
    }
}
