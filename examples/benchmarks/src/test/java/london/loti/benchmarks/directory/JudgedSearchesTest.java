package london.loti.benchmarks.directory;

import java.util.List;

import org.junit.jupiter.api.Test;

import london.loti.examples.borough.InventedDirectory;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceStatus;
import london.loti.referral.directory.Directory;
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
        Directory directory = Directory.of(invented.services());
        List<Service> given = invented.services().stream()
                .filter(service -> service.status() == ServiceStatus.ACTIVE)
                .toList();
        PlainRanking plain = new PlainRanking(given, ServiceWords.bundled());
        double baseline = judged.quality(words -> plain.search(words, 10));
        double loti = judged.quality(words ->
                directory
                        .search(DirectoryQuery.builder()
                                .words(words)
                                .allGroups(true)
                                .page(1, 10)
                                .build())
                        .hits()
                        .stream()
                        .map(SearchHit::service)
                        .toList());
        System.out.printf(
                "nDCG@10 of %d searches: loti %.3f, plain ranking %.3f%n",
                judged.searches().size(), loti, baseline);
        assertThat(judged.searches()).hasSizeGreaterThanOrEqualTo(54);
        assertThat(loti).isGreaterThan(baseline + 0.05).isGreaterThan(0.6);
    }
}
