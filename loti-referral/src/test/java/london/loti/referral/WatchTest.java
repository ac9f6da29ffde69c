package london.loti.referral;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Logger;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import london.loti.model.privacy.Sensitive;

import static org.assertj.core.api.Assertions.assertThat;

/** The canary test would find a leak: here are some, each by another way. */
class WatchTest {
    private record Leaking(String name) {}

    private record Tight(Sensitive<String> name) {}

    private record Hiding(Leaking inside) {
        @Override
        public String toString() {
            return "Hiding[redacted]";
        }
    }

    private static final class Holder {
        @SuppressWarnings("UnusedVariable") // the watch looks into it
        private final List<Object> things;

        Holder(Object... things) {
            this.things = List.of(things);
        }
    }

    private static final Map<String, Consumer<Watch>> LEAKS = Map.ofEntries(
            Map.entry("printed", watch -> System.out.println("sent to " + Canary.NAME)),
            Map.entry("printed as an error", watch -> System.err.println(Canary.PHONE.replace(" ", ""))),
            Map.entry("logged", watch -> Logger.getLogger("a.driver").fine("saw " + Canary.POSTCODE)),
            Map.entry("a record", watch -> watch.look(new Leaking(Canary.NOTE))),
            Map.entry("a record in a record", watch -> watch.look(new Hiding(new Leaking(Canary.NOTE)))),
            Map.entry(
                    "a record in a list in an object",
                    watch -> watch.look(new Holder(Map.of("key", Optional.of(new Leaking(Canary.MAIL)))))),
            Map.entry(
                    "a message",
                    watch -> watch.run(() -> {
                        throw new IllegalStateException(
                                "no place for " + Canary.NAME.toUpperCase(java.util.Locale.ROOT));
                    })),
            Map.entry(
                    "a cause",
                    watch -> watch.run(() -> {
                        throw new IllegalStateException("it failed", new IllegalArgumentException(Canary.MAIL));
                    })),
            Map.entry("a suppressed one", watch -> {
                IllegalStateException thrown = new IllegalStateException("it failed");
                thrown.addSuppressed(new IllegalArgumentException("at " + Canary.POSTCODE.replace(" ", "")));
                watch.look(thrown);
            }),
            Map.entry("a next one", watch -> {
                java.sql.SQLException thrown = new java.sql.SQLException("it failed");
                thrown.setNextException(new java.sql.SQLException("row (" + Canary.RESIDENT.token() + ")"));
                watch.look(thrown);
            }),
            Map.entry(
                    "in base 64",
                    watch -> watch.text(
                            "a link",
                            Base64.getEncoder()
                                    .encodeToString(("to:" + Canary.NAME + ";").getBytes(StandardCharsets.UTF_8)))),
            Map.entry("in an address", watch -> watch.text("a link", "?name=Zanzibar%20Quillfeather")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "printed",
                "printed as an error",
                "logged",
                "a record",
                "a record in a record",
                "a record in a list in an object",
                "a message",
                "a cause",
                "a suppressed one",
                "a next one",
                "in base 64",
                "in an address"
            })
    void everyWayOfLeakingIsFound(String way) {
        try (Watch watch = new Watch()) {
            LEAKS.get(way).accept(watch);
            assertThat(watch.leaks()).as(way).isNotEmpty();
        }
        try (Watch watch = new Watch()) {
            watch.look(new Holder(new Tight(Sensitive.of(Canary.NAME)), Map.of("key", Optional.of(Canary.note()))));
            System.out.println("all is well");
            assertThat(watch.leaks()).isEmpty();
            assertThat(watch.met()).contains(Tight.class.getName(), Sensitive.class.getName());
        }
    }
}
