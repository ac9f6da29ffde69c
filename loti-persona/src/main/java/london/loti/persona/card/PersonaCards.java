package london.loti.persona.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.samskivert.mustache.Mustache;

import london.loti.model.codelist.Vocabulary;
import london.loti.model.need.AccessItem;
import london.loti.model.need.AccessState;
import london.loti.model.provenance.Dataset;
import london.loti.persona.bank.Persona;
import london.loti.persona.bank.PersonaBank;

/**
 * All personas of a bank as cards in one self-contained HTML file: at the top what personas are for and what not, and
 * an overview of who needs what; then a card for each, which goes on a page of its own when it is printed; at the end
 * the sources. It loads nothing from anywhere, runs no script, and works with a keyboard, a screen reader, and on paper.
 *
 * <p>Everything in a bank is text: markup in it is shown as it is written, and only addresses of the web become links.
 */
public final class PersonaCards {
    private final PersonaBank bank;
    private final Vocabulary vocabulary;

    private PersonaCards(PersonaBank bank, Vocabulary vocabulary) {
        this.bank = bank;
        this.vocabulary = vocabulary;
    }

    /**
     * {@return the cards of a bank}
     *
     * @param bank the bank; all its personas get a card, in its order
     * @param vocabulary the codelists that the bank refers to; a concept that none of them has is shown by its code
     */
    public static PersonaCards of(PersonaBank bank, Vocabulary vocabulary) {
        return new PersonaCards(
                Objects.requireNonNull(bank, "cards need a bank"),
                Objects.requireNonNull(vocabulary, "cards need a vocabulary"));
    }

    /** {@return the page: HTML to be saved as UTF-8, the same bytes for the same bank and vocabulary} */
    public String html() {
        String css = resource("cards.css");
        Terms terms = new Terms(vocabulary);
        EvidenceView evidence = new EvidenceView(bank.evidence());
        List<Map<String, Object>> cards = bank.personas().stream()
                .map(persona -> new CardView(bank, persona, terms, evidence).toMap())
                .toList();
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("csp", "default-src 'none'; style-src " + hash(css) + "; img-src data:; base-uri 'none'");
        context.put("css", css);
        context.put("title", bank.title());
        context.put("description", bank.description());
        context.put("id", bank.id());
        context.put("version", bank.version());
        context.put("date", Terms.day(bank.date()));
        context.put("licence", Terms.licence(bank.licence()));
        context.put("limits", bank.limits());
        context.put("hasLimits", !bank.limits().isEmpty());
        context.put("count", bank.personas().size());
        context.put("items", items());
        context.put("states", states());
        context.put("cards", cards);
        context.put("sources", evidence.citedSources(bank.personas()));
        return Mustache.compiler()
                .escapeHTML(true)
                .withLoader(name -> new StringReader(resource(name + ".mustache")))
                .compile(resource("cards.mustache"))
                .execute(context);
    }

    private static List<Map<String, String>> items() {
        return Arrays.stream(AccessItem.values())
                .map(item -> Map.of("name", Terms.name(item), "icon", Terms.icon(item), "says", Terms.says(item)))
                .toList();
    }

    private static List<Map<String, String>> states() {
        return Arrays.stream(AccessState.values())
                .map(state -> Map.of("name", Terms.name(state), "icon", Terms.icon(state), "says", Terms.says(state)))
                .toList();
    }

    /** {@return the anchor of a persona's card} */
    static String anchor(Persona persona) {
        return "persona-" + persona.id();
    }

    private static String hash(String text) {
        MessageDigest digest = Dataset.newDigest();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest.digest()) + "'";
    }

    private static String resource(String name) {
        try (InputStream in = PersonaCards.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource '" + name + "' must lie in the loti-persona jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
