package london.loti.benchmarks.directory;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import london.loti.referral.directory.Directory;
import london.loti.referral.directory.ServiceWords;

/**
 * Searches an invented directory: by words alone, and with every filter on (words, distance, age, area, language, access,
 * cost, referrals, places, open at a time, freshness), each with reasons and counts of what was left out; beside plainer
 * ways, which have neither. The distribution is over different searches.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 2,
        jvmArgs = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 4, time = 3)
@SuppressWarnings("NullAway.Init") // JMH fills the fields in
public class SearchBenchmark {
    private static final int HITS = 20;

    /** Who searches. */
    public enum Variant {
        /** {@link Directory}, words alone. */
        LOTI_WORDS,
        /** {@link Directory}, every filter on. */
        LOTI_EVERY_FILTER,
        /** {@link PlainRanking}. */
        PLAIN_RANKING,
        /** {@link RegexSearch}. */
        REGEX,
        /** {@link PlainLucene}, words and distance. */
        PLAIN_LUCENE
    }

    @Param
    private Variant variant;

    @Param({"5000", "60000"})
    private int services;

    private List<SearchInput.Asked> asked;
    private Function<SearchInput.Asked, Object> search;
    private int next;

    /** Invents a directory and makes what is searched of it. */
    @Setup
    public void setUp() {
        SearchInput input = SearchInput.of(services);
        asked = input.asked();
        search = search(variant, input);
    }

    static Function<SearchInput.Asked, Object> search(Variant variant, SearchInput input) {
        PlainRanking ranking = new PlainRanking(input.services(), ServiceWords.bundled());
        return switch (variant) {
            case LOTI_WORDS -> {
                Directory directory = Directory.of(input.services());
                yield one -> directory.search(one.simple());
            }
            case LOTI_EVERY_FILTER -> {
                Directory directory = Directory.of(input.services());
                yield one -> directory.search(one.everything());
            }
            case PLAIN_RANKING -> one -> ranking.search(one.words(), HITS);
            case REGEX -> {
                RegexSearch regex = new RegexSearch(input.services(), ranking);
                yield one -> regex.search(one.words(), one.latitude(), one.longitude(), HITS);
            }
            case PLAIN_LUCENE -> {
                PlainLucene lucene = new PlainLucene(input.services());
                yield one ->
                        lucene.search(one.words(), one.latitude(), one.longitude(), SearchInput.WITHIN_METRES, HITS);
            }
        };
    }

    /** One search. */
    @Benchmark
    public Object search() {
        next = (next + 1) % asked.size();
        return search.apply(asked.get(next));
    }
}
