package london.loti.referral.message;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.json.LotiJson;
import london.loti.model.need.ConceptRef;
import london.loti.referral.journey.ReferralEvent.Audience;
import london.loti.referral.message.TemplateSet.Format;
import london.loti.referral.message.TemplateSet.Template;
import london.loti.referral.message.TemplateSet.Text;
import london.loti.referral.message.TemplateSet.Tone;

/**
 * The words of every message in one language, checked: each message that loti queues has its text, no placeholder is
 * unknown or where it must not be, no subject has one, and every message to a resident has a neutral twin.
 *
 * <p>The bundled words are English for a reading age of nine. A council reads its own from a {@link TemplateSet} in JSON.
 * Immutable.
 */
public final class MessageTemplates {
    static final ConceptRef TEXT_MESSAGE = ConceptRef.parse("channels:text-message");

    private static final String ENGLISH = "messages-en.json";
    private static final Pattern IN_BRACES = Pattern.compile("\\{[a-z]+}");

    private final TemplateSet set;

    private MessageTemplates(TemplateSet set) {
        this.set = set;
    }

    /** {@return the bundled words, in English} */
    public static MessageTemplates withDefaults() {
        return of(LotiJson.bundled(ENGLISH, MessageTemplates.class.getResourceAsStream(ENGLISH), TemplateSet.class))
                .orElseThrow();
    }

    /**
     * Reads words of one's own.
     *
     * @param file a {@link TemplateSet} as JSON in UTF-8
     * @return the words, or every problem that was found; a text message of several parts is a warning
     */
    public static Checked<MessageTemplates> read(Path file) {
        Path name = file.getFileName();
        return checked(name == null ? file.toString() : name.toString(), LotiJson.read(file, TemplateSet.class));
    }

    /**
     * {@return the words of a set, or every problem that was found}
     *
     * @param set words
     */
    public static Checked<MessageTemplates> of(TemplateSet set) {
        return checked(set.id(), Checked.of(set));
    }

    private static Checked<MessageTemplates> checked(String source, Checked<TemplateSet> read) {
        TemplateSet set = read.value().orElse(null);
        if (set == null) {
            return Checked.failed(read.findings());
        }
        List<Finding> findings = new ArrayList<>(read.findings());
        findings.addAll(TemplateCheck.check(source, set));
        return findings.stream().anyMatch(Finding::isError)
                ? Checked.failed(findings)
                : Checked.of(new MessageTemplates(set), findings);
    }

    /** {@return the words as a document holds them} */
    public TemplateSet set() {
        return set;
    }

    /** The text of a message for a channel; empty where there is none. */
    Optional<Text> find(String name, Audience audience, ConceptRef channel, Tone tone) {
        return set.templates().stream()
                .filter(template -> template.name().equals(name) && template.audience() == audience)
                .map(Template::texts)
                .flatMap(List::stream)
                .filter(text -> text.channel().equals(channel) && text.tone() == tone)
                .findFirst();
    }

    /** Puts in what stands for the placeholders, and escapes it where the text is HTML. */
    static String fill(Text text, Map<Placeholder, String> values) {
        return IN_BRACES.matcher(text.body()).replaceAll(found -> Matcher.quoteReplacement(value(found, text, values)));
    }

    private static String value(MatchResult found, Text text, Map<Placeholder, String> values) {
        String written = found.group();
        for (Map.Entry<Placeholder, String> entry : values.entrySet()) {
            if (entry.getKey().written().equals(written)) {
                return text.format() == Format.HTML ? escape(entry.getValue()) : entry.getValue();
            }
        }
        throw new IllegalStateException("nothing is known for the placeholder " + written);
    }

    private static String escape(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
