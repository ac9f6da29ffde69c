package london.loti.referral.directory.openreferral;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import london.loti.model.service.Extras;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceStatus;

import static org.assertj.core.api.Assertions.assertThat;

class StrikingTest {
    private static final Striking WORDS = new Striking(List.of("17 Larch Passage", "ZZ99 7QX", "51.543217"));

    private static Service service(String text, Map<String, String> extensions) {
        return Service.builder("zz99 7qx", "Shelter", ServiceStatus.ACTIVE)
                .description(text)
                .extras(new Extras(List.of(), List.of(), extensions))
                .build();
    }

    @Test
    void findsWordsHoweverTheyAreWritten() {
        for (String written : List.of(
                "17 Larch Passage",
                "17larch passage",
                "17\u00a0LARCH\n PASSAGE",
                "1 7 larch-pas\u2013sage",
                "zz99-7qx",
                "Z Z 9 9 7 Q X",
                "51.543217")) {
            assertThat(WORDS.in(service("Come to " + written + ".", Map.of())).description())
                    .as(written)
                    .isEqualTo("Come to [withheld].");
        }
    }

    @Test
    void whatHasNoneOfTheWordsStaysTheSameObject() {
        Service other = service("Come to 18 Larch Passage, ZZ99 7QY.", Map.of("floor", "2"));
        assertThat(WORDS.in(other)).isSameAs(other);
    }

    @Test
    void whatAPublisherAddedGoesAsAWholeAndIdsStay() {
        Service struck = WORDS.in(service("Here.", Map.of("geo", "{\"north\":51.543217}", "floor", "2")));
        assertThat(struck.extras().extensions()).isEqualTo(Map.of("floor", "2"));
        assertThat(struck.id()).isEqualTo("zz99 7qx");
    }

    @Test
    void theShortWayMissesNothingThatASearchCharacterByCharacterFinds() {
        SplittableRandom random = new SplittableRandom(7);
        int struck = 0;
        for (int i = 0; i < 4_000; i++) {
            String word = text(random, 4, 6);
            String text = text(random, 0, 40);
            boolean has = bare(text).contains(bare(word));
            if (bare(word).length() >= Striking.RUN) {
                String after =
                        new Striking(List.of(word)).in(service(text, Map.of())).description();
                assertThat(text.equals(after)).as("%s in %s", word, text).isEqualTo(!has);
                struck += has ? 1 : 0;
            }
        }
        assertThat(struck).isGreaterThan(100);
    }

    private static String text(SplittableRandom random, int least, int most) {
        return random.ints(random.nextInt(least, most + 1), 0, 6)
                .mapToObj(c -> "aAbB- ".substring(c, c + 1))
                .collect(Collectors.joining());
    }

    private static String bare(String text) {
        return text.replaceAll("[ -]", "").toLowerCase(Locale.ROOT);
    }
}
