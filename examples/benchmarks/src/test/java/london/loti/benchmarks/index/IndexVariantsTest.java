package london.loti.benchmarks.index;

import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import london.loti.mapping.index.AreaIndex;
import london.loti.mapping.index.IndexBuilder;
import london.loti.mapping.recipe.Normalisation;

import static org.assertj.core.api.Assertions.assertThat;

/** What is measured must be the same work: both ways give the same index. */
class IndexVariantsTest {
    private static final int AREAS = 2_000;

    @ParameterizedTest
    @EnumSource(names = {"MIN_MAX", "PERCENTILE_RANK", "IOD_EXPONENTIAL"})
    void agreeOnTheTableThatIsMeasured(Normalisation.Method method) {
        IndexInput input = IndexInput.complete(method, IndexBenchmark.AREAS, IndexBenchmark.INDICATORS);

        assertThat(agreedIndex(input).rankedCount()).isEqualTo(IndexBenchmark.AREAS);
    }

    @ParameterizedTest
    @EnumSource(names = {"MIN_MAX", "PERCENTILE_RANK", "IOD_EXPONENTIAL"})
    void agreeWithGapsAndTies(Normalisation.Method method) {
        AreaIndex index = agreedIndex(IndexInput.withGapsAndTies(method, AREAS, 12));

        assertThat(index.rankedCount()).isBetween(AREAS / 2, AREAS - 1);
        assertThat(IntStream.range(0, AREAS)
                        .filter(area -> index.rank(area).isPresent())
                        .mapToObj(index::rank)
                        .distinct())
                .hasSizeLessThan(index.rankedCount() * 9 / 10);
    }

    private static AreaIndex agreedIndex(IndexInput input) {
        AreaIndex index = IndexBuilder.of(input.recipe()).build(input.table()).orElseThrow();
        PlainIndex.Result plain = input.plain().of(input.columns());
        plain.scores()
                .forEach((id, scores) -> assertThat(greatestDifference(index, id, scores))
                        .as("greatest difference between two scores of '%s'", id)
                        .isLessThan(1e-9));
        assertThat(IntStream.range(0, input.table().rowCount())
                        .map(area -> index.rank(area).orElse(0)))
                .containsExactlyElementsOf(plain.ranks().stream()
                        .map(rank -> rank == null ? 0 : rank)
                        .toList());
        return index;
    }

    private static double greatestDifference(AreaIndex index, String id, List<@Nullable Double> scores) {
        return IntStream.range(0, scores.size())
                .mapToDouble(area -> difference(index.score(area, id), scores.get(area)))
                .max()
                .orElseThrow();
    }

    private static double difference(double score, @Nullable Double other) {
        if (other == null || Double.isNaN(score)) {
            return other == null && Double.isNaN(score) ? 0 : Double.POSITIVE_INFINITY;
        }
        return Math.abs(score - other);
    }
}
