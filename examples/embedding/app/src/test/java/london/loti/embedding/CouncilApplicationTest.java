package london.loti.embedding;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import london.loti.referral.audit.AuditTrail;
import london.loti.referral.store.ReferralStore;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.datasource.url=jdbc:h2:mem:council", "spring.main.banner-mode=off", "server.address=127.0.0.1"})
class CouncilApplicationTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ReferralStore store;

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void readsAndWritesLotisJsonBesideSpringsOwn() throws IOException, InterruptedException {
        assertThat(send("GET", "/recipe").body()).contains("\"id\" : \"loti-london\"");
    }

    @Test
    void checksFormsWithLotisConstraints() throws IOException, InterruptedException {
        assertThat(send("GET", "/postcodes/E10%200AA").statusCode()).isEqualTo(200);
        assertThat(send("GET", "/postcodes/nowhere").statusCode()).isEqualTo(400);
    }

    @Test
    void keepsAReferralInSpringsDatabase() throws IOException, InterruptedException {
        assertThat(send("POST", "/referrals/ref-1").body())
                .as("under Spring Boot " + SpringBootVersion.getVersion())
                .isEqualTo("DRAFT");
        assertThat(send("GET", "/referrals/ref-1").body()).isEqualTo("DRAFT");
        assertThat(send("GET", "/referrals/ref-2").statusCode()).isEqualTo(404);
        assertThat(AuditTrail.verify(store, List.of()).isIntact()).isTrue();
        assertThat(store.head().sequence()).isEqualTo(1);
    }
}
