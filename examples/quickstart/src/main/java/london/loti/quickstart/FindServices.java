package london.loti.quickstart;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import london.loti.model.service.Service;
import london.loti.referral.directory.Directory;
import london.loti.referral.directory.DirectoryQuery;
import london.loti.referral.directory.Reason;
import london.loti.referral.directory.SearchHit;
import london.loti.referral.directory.SearchResult;
import london.loti.referral.directory.openreferral.OpenReferralReader;
import london.loti.referral.eligibility.ResidentCircumstances;

/** From a feed of Open Referral to services for one resident, with why each is there and how many were left out for what. */
public final class FindServices {
    private FindServices() {}

    /** The lines that a link worker could be shown. */
    public static List<String> run(Path feed, String words, Instant now) throws IOException {
        List<Service> services =
                OpenReferralReader.withDefaults().read(feed).orElseThrow().services();
        Directory directory = Directory.of(services);
        SearchResult result = directory.search(DirectoryQuery.builder()
                .words(words)
                .resident(ResidentCircumstances.builder()
                        .age(BigDecimal.valueOf(71))
                        .build())
                .acceptsReferrals()
                .openAt(now)
                .asOf(now)
                .page(1, 3)
                .build());
        List<String> lines = new ArrayList<>();
        for (SearchHit hit : result.hits()) {
            lines.add(hit.service().name() + ": "
                    + String.join(" ", hit.reasons().stream().map(Reason::words).toList()));
        }
        result.excluded().forEach((kind, count) -> lines.add("left out: " + count + " " + kind.excluded()));
        return lines;
    }
}
