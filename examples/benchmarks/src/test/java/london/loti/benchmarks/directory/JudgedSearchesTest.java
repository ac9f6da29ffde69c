package london.loti.benchmarks.directory;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import london.loti.examples.borough.InventedDirectory;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceStatus;
import london.loti.referral.directory.Directory;
import london.loti.referral.directory.DirectoryOptions;
import london.loti.referral.directory.DirectoryQuery;
import london.loti.referral.directory.SearchHit;
import london.loti.referral.directory.ServiceWords;

import static org.assertj.core.api.Assertions.assertThat;

/** The searches were judged before anything was ranked. */
class JudgedSearchesTest {
    private final InventedDirectory invented = InventedDirectory.withSeed(2021, 400);
    private final JudgedSearches judged = JudgedSearches.of(invented);

    @Test
    void ranksBetterThanThePlainWayOnWordsOfResidentsAndStaff() {
        assertThat(judged.searches()).hasSizeGreaterThanOrEqualTo(54);
        Quality quality = quality(ServiceWords.bundled());
        say("with synonyms", quality);
        assertThat(quality.loti()).isGreaterThan(quality.plain() + 0.05).isGreaterThan(0.6);
    }

    /** Whoever wrote the synonyms knew the searches; without them only the rankings are compared. */
    @Test
    void ranksBetterThanThePlainWayWithoutSynonymsToo() {
        Quality quality = quality(ServiceWords.bundled().withoutConcepts());
        say("without synonyms", quality);
        assertThat(quality.loti()).isGreaterThan(quality.plain());
    }

    private record Quality(double loti, double plain) {}

    private Quality quality(ServiceWords words) {
        Directory directory = Directory.of(
                invented.services(), DirectoryOptions.withDefaults().withWords(words));
        List<Service> given = invented.services().stream()
                .filter(service -> service.status() == ServiceStatus.ACTIVE)
                .toList();
        PlainRanking plain = new PlainRanking(given, words);
        return new Quality(
                judged.quality(query -> directory.search(query(query)).hits().stream()
                        .map(SearchHit::service)
                        .toList()),
                judged.quality(query -> plain.search(query, 10)));
    }

    private static DirectoryQuery query(String words) {
        return DirectoryQuery.builder().words(words).allGroups(true).page(1, 10).build();
    }

    private void say(String how, Quality quality) {
        System.out.printf(
                Locale.ROOT,
                "nDCG@10 of %d searches %s: loti %.3f, plain ranking %.3f%n",
                judged.searches().size(),
                how,
                quality.loti(),
                quality.plain());
    }
}
