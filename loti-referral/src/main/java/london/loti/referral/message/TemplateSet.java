package london.loti.referral.message;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;
import london.loti.model.need.ConceptRef;
import london.loti.model.provenance.Source;
import london.loti.referral.journey.ReferralEvent.Audience;

/**
 * The words of messages in one language as a document holds them, checked for their form only. {@link
 * MessageTemplates#of} checks the rest.
 *
 * @param id a short name
 * @param version the version of these words
 * @param date when they were written, {@code 2026-11-25}
 * @param source where they are from
 * @param language the language, a code such as {@code en}
 * @param templates one for each message
 */
public record TemplateSet(
        String id, String version, String date, Source source, String language, List<Template> templates) {
    /** Which of two texts to take. */
    public enum Tone {
        /** It may name the service. */
        PLAIN,
        /** It may be read by others at home and tells them nothing: no service, no reason. */
        NEUTRAL
    }

    /** What a text is written in. */
    public enum Format {
        /** Plain text. */
        TEXT,
        /** HTML; whatever stands for a placeholder is escaped. */
        HTML
    }

    /**
     * Checks what must be there.
     *
     * @param id a short name
     * @param version the version of these words
     * @param date when they were written
     * @param source where they are from
     * @param language the language, a code
     * @param templates one for each message
     */
    public TemplateSet {
        Require.code("a set of templates", "id", id);
        Require.text(version, "a set of templates needs a 'version'");
        Require.date(date, "a set of templates' 'date' must be a day, for example 2026-11-25");
        Objects.requireNonNull(source, "a set of templates needs a 'source'");
        Require.code("a set of templates", "language", language);
        templates = List.copyOf(Objects.requireNonNull(templates, "a set of templates needs 'templates'"));
    }

    /**
     * The words of one message.
     *
     * @param name its name, as the queue has it
     * @param audience whom it is for
     * @param texts one for each channel, and for residents two
     */
    public record Template(String name, Audience audience, List<Text> texts) {
        /**
         * Checks what must be there.
         *
         * @param name its name
         * @param audience whom it is for
         * @param texts one for each channel, and for residents two
         */
        public Template {
            Require.code("a template", "name", name);
            Objects.requireNonNull(audience, "a template needs its 'audience'");
            texts = List.copyOf(Objects.requireNonNull(texts, "a template needs 'texts'"));
        }
    }

    /**
     * The words for one channel. What stands in braces is put in when the message is sent: {@code {council}}, {@code
     * {phone}}; to residents in plain tone {@code {service}}; to others {@code {reference}}; to providers by link {@code
     * {link}}.
     *
     * @param channel a concept of the codelist of channels
     * @param tone plain where absent
     * @param format plain text where absent
     * @param subject what it is about, without any placeholder
     * @param body the words
     */
    public record Text(
            ConceptRef channel,
            @Nullable Tone tone,
            @Nullable Format format,
            String subject,
            String body) {
        /**
         * Checks what must be there.
         *
         * @param channel a concept of the codelist of channels
         * @param tone plain where absent
         * @param format plain text where absent
         * @param subject what it is about
         * @param body the words
         */
        public Text {
            Objects.requireNonNull(channel, "a text needs its 'channel'");
            tone = Objects.requireNonNullElse(tone, Tone.PLAIN);
            format = Objects.requireNonNullElse(format, Format.TEXT);
            Require.text(subject, "a text needs a 'subject'");
            Require.text(body, "a text needs a 'body'");
        }
    }
}
