package london.loti.referral.directory.openreferral;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.model.service.Address;
import london.loti.model.service.Contact;
import london.loti.model.service.Extras;
import london.loti.model.service.Location;
import london.loti.model.service.LocationType;
import london.loti.model.service.Organisation;
import london.loti.model.service.Phone;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceArea;
import london.loti.model.service.ServiceAtLocation;
import london.loti.model.service.ServiceStatus;

import static org.assertj.core.api.Assertions.assertThat;

class ConfidentialPlacesTest {
    /** What tells where the refuge of Hollowbrook is. */
    private static final List<String> CANARIES = List.of(
            "ZZ99 7QX",
            "zz997qx",
            "17 Larch Passage",
            "51.543217",
            "0.056789",
            "020 7946 0991",
            "Larch House",
            "larch@example.org",
            "Willow Block",
            "Ash Lane",
            "geo-canary");

    @TempDir
    Path folder;

    private static Location refuge(boolean flagged) {
        return Location.builder("loc-refuge")
                .type(LocationType.PHYSICAL)
                .name("Larch House")
                .description("Behind 17 Larch Passage")
                .latitude(51.543217)
                .longitude(-0.056789)
                .addresses(List.of(new Address(
                        "a",
                        null,
                        "Larch House, 17 Larch Passage, Hollowbrook",
                        "Flat 2, Willow Block, Ash Lane",
                        "Hollowbrook",
                        null,
                        "London",
                        "ZZ99 7QX",
                        "GB",
                        LocationType.PHYSICAL,
                        Extras.NONE)))
                .phones(List.of(new Phone("p", "020 7946 0991", null, null, null, List.of(), Extras.NONE)))
                .contacts(List.of(new Contact("c", null, null, null, "larch@example.org", List.of(), Extras.NONE)))
                .confidential(flagged)
                .build();
    }

    private static List<Service> services() {
        Organisation organisation = Organisation.builder("org", "Hollowbrook Women's Aid")
                .description("Our office is at 17 larch passage, zz997qx. Write to larch@example.org.")
                .locations(List.of(refuge(false)))
                .build();
        ServiceAtLocation there = new ServiceAtLocation(
                "sal", "Ring at Larch House", List.of(), List.of(), List.of(), refuge(true), Extras.NONE);
        Service shelter = Service.builder("s1", "Refuge", ServiceStatus.ACTIVE)
                .description("A safe place. Come to ZZ99 7QX or ring 020-7946-0991.")
                .organisation(organisation)
                .serviceAreas(List.of(
                        new ServiceArea("ar", "Hollowbrook", null, "{\"geo-canary\":1}", "geojson", null, Extras.NONE)))
                .serviceAtLocations(List.of(there))
                .build();
        Service class2 = Service.builder("s2", "Class", ServiceStatus.ACTIVE)
                .organisation(organisation)
                .description("At Larch House on Mondays, through Willow Block from Ash Lane")
                .serviceAtLocations(List.of(new ServiceAtLocation(
                        "sal2", null, List.of(), List.of(), List.of(), refuge(false), Extras.NONE)))
                .build();
        return List.of(class2, shelter);
    }

    @Test
    void noStandardAndNoFormLetsAConfidentialLocationBeFound() throws IOException {
        for (Standard standard : Standard.values()) {
            for (FeedForm form : FeedForm.values()) {
                if (form == FeedForm.SINGLE || (form == FeedForm.CSV && standard == Standard.ORUK_1_0)) {
                    continue;
                }
                Path to = folder.resolve(standard + "-" + form);
                List<Loss> losses = OpenReferralWriter.to(standard)
                        .withFieldsBeyondProfile()
                        .write(services(), form, to);
                String text = text(to);
                assertThat(text).contains("Refuge", "s2", "Hollowbrook Women's Aid");
                CANARIES.forEach(canary -> assertThat(text)
                        .as(standard + " " + form + " " + canary)
                        .doesNotContainIgnoringCase(canary));
                assertThat(losses).anyMatch(loss -> loss.reason() == Loss.Reason.CONFIDENTIAL);
            }
        }
    }

    @Test
    void anInternalCopyTellsAllAndComesBack() throws IOException {
        Path to = folder.resolve("internal.ndjson");
        OpenReferralWriter.to(Standard.HSDS_3_1).asInternalCopy().write(services(), FeedForm.NDJSON, to);
        assertThat(OpenReferralReader.withDefaults().read(to).orElseThrow().services())
                .isEqualTo(services());
    }

    private static String text(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return Files.readString(path);
        }
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.sorted().toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
