package london.loti.examples.borough;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** One kind of service that is offered in the borough, read from {@code services.txt}, which says how it is written. */
final class ServiceKind {
    private static final String FILE = "services.txt";

    private final List<String> fields;
    private final List<String> names = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private @Nullable String eligibility;

    private ServiceKind(List<String> fields) {
        this.fields = fields;
    }

    /**
     * What the file holds.
     *
     * @param kinds the kinds, in its order
     * @param sentences what any service may say
     */
    record File(List<ServiceKind> kinds, List<String> sentences) {}

    /** Reads the file. */
    static File file() {
        List<ServiceKind> kinds = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        try (InputStream in = ServiceKind.class.getResourceAsStream(FILE);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, FILE), StandardCharsets.UTF_8))) {
            for (String line : reader.lines().toList()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String rest = line.substring(2);
                switch (line.charAt(0)) {
                    case '@' -> kinds.add(new ServiceKind(List.of(rest.split(" *\\| *"))));
                    case 's' -> sentences.add(rest);
                    case 'n' -> kinds.get(kinds.size() - 1).names.add(rest);
                    case 't' -> kinds.get(kinds.size() - 1).texts.add(rest);
                    case 'e' -> kinds.get(kinds.size() - 1).eligibility = rest;
                    default -> throw new IllegalStateException(FILE + " has a line of no kind");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new File(List.copyOf(kinds), List.copyOf(sentences));
    }

    String code() {
        return fields.get(0);
    }

    String type() {
        return fields.get(1);
    }

    /** The only group that it is for; null where there is none. */
    @Nullable
    String group() {
        return fields.get(2).equals("-") ? null : fields.get(2);
    }

    @Nullable
    BigDecimal minimumAge() {
        return age(0);
    }

    @Nullable
    BigDecimal maximumAge() {
        return age(1);
    }

    private @Nullable BigDecimal age(int end) {
        String[] ends = fields.get(3).split("-", -1);
        return ends[end].isEmpty() ? null : new BigDecimal(ends[end]);
    }

    /** {@code free}, {@code low} or {@code donation}. */
    String cost() {
        return fields.get(4);
    }

    /** {@code office}, {@code session}, {@code drop}, {@code evening}, {@code monthly} or {@code always}. */
    String hours() {
        return fields.get(5);
    }

    /** {@code any}, {@code yes} or {@code no}. */
    String referrals() {
        return fields.get(6);
    }

    List<String> names() {
        return names;
    }

    List<String> texts() {
        return texts;
    }

    @Nullable
    String eligibility() {
        return eligibility;
    }
}
