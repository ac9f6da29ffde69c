package london.loti.model.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import london.loti.model.json.LotiJson;
import london.loti.model.need.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServiceTest {
    private static Service sample() {
        Location refuge = Location.builder("l1")
                .name("Alder House")
                .latitude(51.5)
                .longitude(-0.05)
                .confidential(true)
                .build();
        return Service.builder("s1", "Get online at Alder House", ServiceStatus.ACTIVE)
                .minimumAge(new BigDecimal("16.5"))
                .organisation(Organisation.builder("o1", "Hollowbrook Online")
                        .safeguardingLead(Answer.YES)
                        .build())
                .serviceAtLocations(List.of(
                        new ServiceAtLocation("a1", null, List.of(), List.of(), List.of(), refuge, Extras.NONE)))
                .referralChannels(List.of(new ReferralChannel(
                        ReferralChannel.Kind.PHONE, "01632 960000", ReferralChannel.OpenTo.STAFF, null)))
                .eligibility(Eligibility.EVERYBODY)
                .extras(new Extras(List.of(), List.of(), Map.of("x_b", "1", "x_a", "true")))
                .build();
    }

    @Test
    void readsBackWhatItWrites() throws IOException {
        byte[] json = LotiJson.write(sample()).getBytes(StandardCharsets.UTF_8);
        assertThat(LotiJson.read("service.json", new ByteArrayInputStream(json), Service.class)
                        .orElseThrow())
                .isEqualTo(sample());
    }

    @Test
    void aBuilderFromAServiceMakesTheSameServiceAgain() {
        assertThat(sample().toBuilder().build()).isEqualTo(sample());
        assertThat(sample().toBuilder().name("Another").build().name()).isEqualTo("Another");
    }

    @Test
    void whatIsAbsentIsNotKnownAndNeverNo() {
        Service least =
                Service.builder("s1", "Coffee and chat", ServiceStatus.ACTIVE).build();
        assertThat(least.acceptsReferrals()).isEqualTo(Answer.NOT_ASKED);
        assertThat(least.eligibility()).isNull();
        assertThat(least.minimumAge()).isNull();
        assertThat(least.schedules()).isEmpty();
    }

    @Test
    void copiesItsLists() {
        List<Capacity> capacities = new ArrayList<>();
        Service service = sample().toBuilder().capacities(capacities).build();
        capacities.add(new Capacity("c1", null, BigDecimal.ONE, null, null, "2026-11-01", Extras.NONE));
        assertThat(service.capacities()).isEmpty();
    }

    @Test
    void needsANameAndAnId() {
        assertThatThrownBy(() -> Service.builder(" ", "x", ServiceStatus.ACTIVE).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a service needs an 'id'");
        assertThatThrownBy(() -> Organisation.builder("o1", "").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an organisation needs a 'name'");
    }

    @Test
    void aChannelThatLeadsSomewhereSaysWhere() {
        assertThatThrownBy(() -> new ReferralChannel(ReferralChannel.Kind.SIGNED_LINK, null, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs a 'target'");
        assertThat(new ReferralChannel(ReferralChannel.Kind.WALK_IN, null, null, null).openTo())
                .isEqualTo(ReferralChannel.OpenTo.ANYBODY);
    }
}
