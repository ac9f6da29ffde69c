package london.loti.referral.curation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import london.loti.model.service.Service;

import static london.loti.referral.curation.Samples.at;
import static london.loti.referral.curation.Samples.coffee;
import static london.loti.referral.curation.Samples.location;
import static london.loti.referral.curation.Samples.phone;
import static london.loti.referral.curation.Samples.record;
import static london.loti.referral.curation.Samples.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DuplicatesTest {
    private static final Duplicates FINDER = Duplicates.of(CurationPolicy.bundled());

    private static List<DuplicateProposal> find(Service.Builder one, Service.Builder other) {
        return FINDER.find(List.of(
                record("feed-a", Provenance.OWNER, one.build()), record("feed-b", Provenance.NONE, other.build())));
    }

    @Test
    void sameServiceWrittenOtherwiseIsProposedWithReasons() {
        Service.Builder other = coffee("2")
                .name("Coffée & code")
                .url("http://example.org/coffee?utm=1")
                .phones(List.of(phone("+44 (0)20 7946 0001")))
                .serviceAtLocations(List.of(at(location("x", "zz991aa").build())));
        DuplicateProposal proposal = find(coffee("1"), other).get(0);
        assertThat(proposal.score()).isCloseTo(1, within(1e-12));
        assertThat(proposal.reasons())
                .extracting(DuplicateProposal.Reason::words)
                .containsExactly(
                        "the same words in the name",
                        "the same words in the organisation",
                        "the same postcode",
                        "a telephone number in common",
                        "the same web address");
        assertThat(proposal.one().key()).isEqualTo("feed-a:1");
    }

    @Test
    void scoreIsTheWeightedShareOfWhatIsKnownOfBoth() {
        // name: coffee, code of coffee, code, club = 2/3; no organisation; place 0; phone 1; no web address
        Service.Builder one = service("1", "Coffee Code")
                .phones(List.of(phone("020 7946 0001")))
                .serviceAtLocations(List.of(at(location("l", "ZZ99 1AA").build())));
        Service.Builder other = service("2", "Coffee Code Club")
                .phones(List.of(phone("020 7946 0001")))
                .serviceAtLocations(List.of(at(location("m", "ZZ99 2AA").build())));
        CurationPolicy bundled = CurationPolicy.bundled();
        CurationPolicy.DuplicateRule low = new CurationPolicy.DuplicateRule(0.4, 0.2, 0.2, 0.1, 0.1, 100, 0.1, 0.5);
        CurationPolicy policy =
                new CurationPolicy("own", "1", "Own", "2026-11-25", bundled.source(), 270, 0.5, 365, 7, 28, low);
        List<DuplicateProposal> found = Duplicates.of(policy)
                .find(List.of(record("a", Provenance.NONE, one.build()), record("b", Provenance.NONE, other.build())));
        assertThat(found)
                .singleElement()
                .satisfies(
                        proposal -> assertThat(proposal.score()).isCloseTo((0.4 * 2 / 3 + 0.1) / 0.7, within(1e-12)));
        assertThat(find(one, other)).isEmpty();
    }

    @Test
    void aNameAloneOrAHallAloneProposesNothing() {
        assertThat(find(service("1", "Coffee and Code"), service("2", "Coffee and Code")))
                .isEmpty();
        assertThat(find(coffee("1"), coffee("2").name("Toddlers' Singing").url(null)))
                .isEmpty();
    }

    @Test
    void placesNearEachOtherCountAndConfidentialOnesAreNeverCompared() {
        Service.Builder one = coffee("1")
                .phones(List.of())
                .url(null)
                .serviceAtLocations(List.of(
                        at(location("l", null).latitude(51.5).longitude(-0.1).build())));
        Service.Builder near = coffee("2")
                .phones(List.of())
                .url(null)
                .serviceAtLocations(List.of(
                        at(location("m", null).latitude(51.5005).longitude(-0.1).build())));
        assertThat(find(one, near).get(0).reasons())
                .extracting(DuplicateProposal.Reason::words)
                .contains("within 100 metres");
        near.serviceAtLocations(List.of(at(location("m", "ZZ99 1AA")
                .latitude(51.5005)
                .longitude(-0.1)
                .confidential(true)
                .build())));
        assertThat(find(one, near).get(0).reasons())
                .extracting(DuplicateProposal.Reason::what)
                .doesNotContain("place");
    }

    @Test
    void doesNotDependOnTheOrderOfTheRecords() {
        List<FeedRecord> records = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Service service = i % 3 == 0
                    ? coffee("s" + i).build()
                    : service("s" + i, "Group " + i % 7)
                            .phones(List.of(phone("020 7946 01" + (10 + i % 5))))
                            .url("https://example.org/" + i % 4)
                            .build();
            records.add(record("feed-" + i % 4, Provenance.NONE, service));
        }
        List<DuplicateProposal> expected = FINDER.find(records);
        assertThat(expected).isNotEmpty();
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(records, new Random(seed));
            assertThat(FINDER.find(records)).isEqualTo(expected);
        }
    }
}
