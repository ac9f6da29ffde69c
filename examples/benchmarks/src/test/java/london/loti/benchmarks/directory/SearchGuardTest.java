package london.loti.benchmarks.directory;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import london.loti.benchmarks.OneThread;
import london.loti.benchmarks.OneThread.Cost;
import london.loti.referral.directory.Directory;

import static org.assertj.core.api.Assertions.assertThat;

/** Guards that need no calm machine: bytes, and the time in relation to plainer ways in the same run. */
@Tag("perf")
class SearchGuardTest {
    private static final int SERVICES = 5_000;
    private static final int MANY = 60_000;
    private static final double TIMES_FASTER_THAN_THE_PLAIN_RANKING = 15;
    private static final double BYTES_A_SERVICE = 40;
    private static final double INDEX_BYTES_A_SERVICE = 250;

    @Test
    void everyFilterAndReasonTakesAFractionOfThePlainRanking() {
        SearchInput input = SearchInput.of(SERVICES);
        Cost loti = all(input, SearchBenchmark.Variant.LOTI_EVERY_FILTER, 20);
        Cost plain = all(input, SearchBenchmark.Variant.PLAIN_RANKING, 1);
        double ratio = (double) plain.nanoseconds() / loti.nanoseconds();
        say(
                "%d services: %.3f ms a search with every filter, %.1f ms the plain ranking, %.0f times",
                SERVICES, millis(loti, input), millis(plain, input), ratio);
        assertThat(ratio).isGreaterThan(TIMES_FASTER_THAN_THE_PLAIN_RANKING);
    }

    @Test
    void aSearchTakesLittleMemoryAndGrowsWithTheDirectoryAlone() {
        SearchInput few = SearchInput.of(SERVICES);
        SearchInput many = SearchInput.of(MANY);
        Cost small = all(few, SearchBenchmark.Variant.LOTI_EVERY_FILTER, 5);
        Cost large = all(many, SearchBenchmark.Variant.LOTI_EVERY_FILTER, 5);
        double each = (double) (large.bytes() - small.bytes()) / few.asked().size() / (MANY - SERVICES);
        say(
                "%.3f ms a search of %d, %.3f ms of %d; %.1f bytes for each service more",
                millis(small, few), SERVICES, millis(large, many), MANY, each);
        assertThat(each).isLessThan(BYTES_A_SERVICE);
        long index = Directory.of(many.services()).indexBytes();
        say("index of words: %.1f MB for %d services", index / 1e6, MANY);
        assertThat((double) index / MANY).isLessThan(INDEX_BYTES_A_SERVICE);
    }

    private static Cost all(SearchInput input, SearchBenchmark.Variant variant, int rounds) {
        Function<SearchInput.Asked, Object> search = SearchBenchmark.search(variant, input);
        List<SearchInput.Asked> asked = input.asked();
        return OneThread.least(
                rounds, () -> asked.forEach(one -> assertThat(search.apply(one)).isNotNull()));
    }

    private static double millis(Cost cost, SearchInput input) {
        return cost.nanoseconds() / 1e6 / input.asked().size();
    }

    private static void say(String format, Object... of) {
        System.out.println(String.format(Locale.ROOT, format, of));
    }
}
