package london.loti.referral.store.jdbc;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import london.loti.referral.store.Append;
import london.loti.referral.store.NewEvent;

/** Events of nobody. */
final class Samples {
    static final String SUBJECT = "resident-canary-1";
    static final String OPEN = "{\"canary\":\"open\"}";
    static final String SEALED = "Y2FuYXJ5IHNlYWxlZA==";

    private Samples() {}

    static Append append(String stream, long expectedVersion, String command, int events) {
        List<NewEvent> all = IntStream.range(0, events)
                .mapToObj(i -> new NewEvent(
                        SUBJECT,
                        "Noted",
                        1,
                        Instant.parse("2026-11-25T09:00:00Z").plusSeconds(i),
                        "worker-7",
                        "LINK_WORKER",
                        OPEN,
                        SEALED))
                .toList();
        return new Append(stream, expectedVersion, command, all);
    }

    static String printed(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
