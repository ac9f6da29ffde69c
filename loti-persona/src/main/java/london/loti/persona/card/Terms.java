package london.loti.persona.card;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import london.loti.model.codelist.Vocabulary;
import london.loti.model.need.AccessItem;
import london.loti.model.need.AccessState;
import london.loti.model.need.Concept;
import london.loti.model.need.ConceptRef;
import london.loti.model.provenance.Licence;
import london.loti.persona.evidence.Standing;

/** The words of a card for what a bank holds as codes, days and addresses. */
final class Terms {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final Vocabulary vocabulary;

    Terms(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** A concept with its label and, where its list has one, its definition. */
    Map<String, Object> concept(ConceptRef reference) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("label", vocabulary.label(reference));
        map.put(
                "definition",
                orFalse(vocabulary.find(reference).map(Concept::definition).orElse(null)));
        return map;
    }

    /** False hides a part of the template; without it, the part would be looked for further out. */
    static Object orFalse(@Nullable Object part) {
        return part == null ? false : part;
    }

    /** The place in its codelist; after all others where it is in none. */
    int place(ConceptRef reference) {
        int place = vocabulary
                .codelist(reference.codelist())
                .map(list -> list.codes().indexOf(reference.code()))
                .orElse(-1);
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    static Map<String, String> day(String iso) {
        return Map.of("iso", iso, "words", DAY.format(LocalDate.parse(iso)));
    }

    static Map<String, Object> licence(Licence licence) {
        return linked(licence.name(), licence.url());
    }

    /** A text, and an address where it is one of the web. */
    static Map<String, Object> linked(String text, @Nullable String url) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("text", text);
        map.put("url", orFalse(url != null && isOfTheWeb(url) ? url : null));
        return map;
    }

    /** Anything but http and https might run something. */
    private static boolean isOfTheWeb(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static String name(AccessItem item) {
        return switch (item) {
            case DEVICE -> "Device";
            case DATA -> "Data";
            case SKILLS -> "Skills";
            case SUPPORT -> "Support";
            case ACCESSIBILITY -> "Accessibility";
        };
    }

    static String says(AccessItem item) {
        return switch (item) {
            case DEVICE -> "a device of one's own to use at home";
            case DATA -> "a connection, and the means to pay for it";
            case SKILLS -> "essential digital skills, and the confidence to use them";
            case SUPPORT -> "somebody to ask, at the start and afterwards";
            case ACCESSIBILITY -> "adjustments, assistive technology, or a way that is not digital";
        };
    }

    static String icon(AccessItem item) {
        return "item-" + code(item);
    }

    static String name(AccessState state) {
        return switch (state) {
            case UNKNOWN -> "Not known";
            case NOT_NEEDED -> "Not needed";
            case NEEDED -> "Needed";
            case OFFERED -> "Offered";
            case MET -> "Has it";
        };
    }

    static String says(AccessState state) {
        return switch (state) {
            case UNKNOWN -> "nobody knows yet; it is neither needed nor not";
            case NOT_NEEDED -> "does without it, and says so";
            case NEEDED -> "needed, and nothing has been offered";
            case OFFERED -> "offered, and nobody knows yet whether it met the need";
            case MET -> "has it already";
        };
    }

    static String icon(AccessState state) {
        return "state-" + code(state);
    }

    static String name(Standing standing) {
        return switch (standing) {
            case SUPPORTED -> "Supported";
            case CONTESTED -> "Contested";
            case REFUTED -> "Refuted";
            case UNSUPPORTED -> "Unsupported";
        };
    }

    static String says(Standing standing) {
        return switch (standing) {
            case SUPPORTED -> "facts speak for it, and none against it";
            case CONTESTED -> "facts speak for it, and others against it";
            case REFUTED -> "facts speak against it, and none for it";
            case UNSUPPORTED -> "no fact speaks for it or against it";
        };
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
