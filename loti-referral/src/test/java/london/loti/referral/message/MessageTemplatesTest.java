package london.loti.referral.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.json.LotiJson;
import london.loti.referral.journey.ReferralEvent.Audience;
import london.loti.referral.message.TemplateSet.Format;
import london.loti.referral.message.TemplateSet.Template;
import london.loti.referral.message.TemplateSet.Text;
import london.loti.referral.message.TemplateSet.Tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MessageTemplatesTest {
    private static final TemplateSet BUNDLED = MessageTemplates.withDefaults().set();
    private static final Map<Placeholder, String> VALUES = values();

    private static Map<Placeholder, String> values() {
        Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
        values.put(Placeholder.COUNCIL, "Hollowbrook Council");
        values.put(Placeholder.PHONE, "01632 960999");
        values.put(Placeholder.SERVICE, "Online Basics");
        values.put(Placeholder.REFERENCE, "ref-1");
        values.put(Placeholder.LINK, "https://referrals.example/r#x");
        return values;
    }

    private static Stream<Text> texts(Audience audience) {
        return BUNDLED.templates().stream()
                .filter(template -> template.audience() == audience)
                .flatMap(template -> template.texts().stream());
    }

    private static Stream<Text> all() {
        return BUNDLED.templates().stream().flatMap(template -> template.texts().stream());
    }

    @Test
    void aChildOfNineCanReadWhatResidentsGet() {
        assertThat(texts(Audience.RESIDENT))
                .hasSize(32)
                .allSatisfy(text -> assertThat(ReadingAge.of(MessageTemplates.fill(text, VALUES)))
                        .as(text.body())
                        .isLessThanOrEqualTo(9));
    }

    @Test
    void aChildOfNineCanReadWhatStaffAndProvidersGet() {
        Stream.of(Audience.PROVIDER, Audience.REFERRER, Audience.LINK_WORKER, Audience.SAFEGUARDING_LEAD)
                .flatMap(MessageTemplatesTest::texts)
                .filter(text -> !text.channel().equals(MessageTemplates.TEXT_MESSAGE))
                .forEach(text -> assertThat(ReadingAge.of(MessageTemplates.fill(text, VALUES)))
                        .as(text.body())
                        .isLessThanOrEqualTo(9));
    }

    /** Counted by hand. */
    @Test
    void readingAgeIsFleschAndKincaids() {
        // 20 words of one syllable in 2 sentences: 0.39·10 + 11.8·1 − 15.59 + 5 = 5.11
        assertThat(ReadingAge.of("We put the big red cat on the old mat. It sat in the sun and had a long nap."))
                .isCloseTo(5.11, within(1e-9));
        assertThat(ReadingAge.of("The organisation's representatives endeavour to facilitate opportunities concerning"
                        + " accommodation, notwithstanding considerable administrative difficulties which regrettably"
                        + " necessitate additional documentation."))
                .isGreaterThan(20);
        assertThat(ReadingAge.of("Too short.")).isNaN();
    }

    @Test
    void textMessagesFitInOnePart() {
        assertThat(all().filter(text -> text.channel().equals(MessageTemplates.TEXT_MESSAGE)))
                .hasSize(9)
                .allSatisfy(text -> {
                    String body = MessageTemplates.fill(text, VALUES);
                    assertThat(TemplateCheck.isGsm(body)).as(body).isTrue();
                    assertThat(TemplateCheck.gsmLength(body)).as(body).isLessThanOrEqualTo(TemplateCheck.SMS);
                });
    }

    @Test
    void residentsReadNothingOfSafeguardingAndNeutralWordsNothingAtAll() {
        Pattern never = Pattern.compile("safeguard|abuse|danger|risk|harm|polic|concern|refus|violen");
        assertThat(texts(Audience.RESIDENT))
                .allSatisfy(
                        text -> assertThat(text.body().toLowerCase(Locale.ROOT)).doesNotContainPattern(never));
        assertThat(texts(Audience.RESIDENT).filter(text -> text.tone() == Tone.NEUTRAL))
                .allSatisfy(text -> assertThat(text.body()).doesNotContain("{service}", "referral", "service"));
        assertThat(all()).allSatisfy(text -> assertThat(text.subject()).doesNotContain("{"));
        assertThat(texts(Audience.RESIDENT))
                .allSatisfy(text -> assertThat(text.subject()).doesNotContainIgnoringCase("referral"));
        assertThat(texts(Audience.SAFEGUARDING_LEAD))
                .allSatisfy(text -> assertThat(text.subject() + text.body()).doesNotContainIgnoringCase("safeguard"));
    }

    /** Whoever reads over a shoulder can't tell from neutral words which message it is, but for the question. */
    @Test
    void neutralTextsOfDifferentMessagesAreTheSame() {
        List<String> neutral = BUNDLED.templates().stream()
                .filter(template -> template.audience() == Audience.RESIDENT)
                .filter(template -> !template.name().equals("ask-outcome"))
                .map(template -> template.texts().stream()
                        .filter(text -> text.tone() == Tone.NEUTRAL)
                        .map(Text::body)
                        .toList()
                        .toString())
                .distinct()
                .toList();
        assertThat(neutral).hasSize(1);
    }

    private static Checked<MessageTemplates> with(UnaryOperator<Text> change) {
        List<Template> changed = BUNDLED.templates().stream()
                .map(template -> new Template(
                        template.name(),
                        template.audience(),
                        template.texts().stream().map(change).toList()))
                .toList();
        return MessageTemplates.of(
                new TemplateSet(BUNDLED.id(), BUNDLED.version(), BUNDLED.date(), BUNDLED.source(), "en", changed));
    }

    private static Text body(Text text, String body) {
        return new Text(text.channel(), text.tone(), text.format(), text.subject(), body);
    }

    private static List<String> codes(Checked<MessageTemplates> checked) {
        return checked.findings().stream()
                .map(Finding::code)
                .map(Finding.Code::name)
                .distinct()
                .toList();
    }

    @Test
    void aWrongPlaceholderIsAnErrorWhenItIsRead() {
        assertThat(codes(with(text -> body(text, text.body() + " {name}")))).containsExactly("UNKNOWN_PLACEHOLDER");
        assertThat(codes(with(text -> body(text, text.body() + " {")))).containsExactly("UNKNOWN_PLACEHOLDER");
        assertThat(codes(with(text -> body(text, text.body() + " {service}"))))
                .as("in neutral words, and to a provider")
                .containsExactly("FORBIDDEN_PLACEHOLDER");
        assertThat(codes(with(text -> body(text, text.body().replace("{link}", "")))))
                .containsExactly("MISSING_PLACEHOLDER");
        assertThat(codes(with(
                        text -> new Text(text.channel(), text.tone(), text.format(), "For {service}", text.body()))))
                .containsExactly("FORBIDDEN_PLACEHOLDER");
    }

    @Test
    void everyProblemIsToldAtOnceWithItsPlace() {
        Template extra = BUNDLED.templates().get(0);
        Template bare =
                new Template("own", Audience.RESIDENT, List.of(extra.texts().get(0)));
        TemplateSet set =
                new TemplateSet("own", "1", "2026-11-25", BUNDLED.source(), "en", List.of(extra, extra, bare));
        Checked<MessageTemplates> checked = MessageTemplates.of(set);
        assertThat(codes(checked)).contains("TWICE", "MISSING_TEXT", "MISSING_TEMPLATE");
        assertThat(checked.findings())
                .anySatisfy(finding -> assertThat(finding.toString())
                        .contains("own", "/templates/2/texts", "a plain and a neutral text"));
        assertThat(checked.findings())
                .anySatisfy(finding -> assertThat(finding.message()).contains("'safeguarding-task' must be there"));
    }

    @Test
    void aLongTextMessageIsAWarning() {
        Checked<MessageTemplates> long1 = with(text -> text.channel().equals(MessageTemplates.TEXT_MESSAGE)
                ? body(text, text.body() + " ষ" + "x".repeat(120))
                : text);
        assertThat(long1.hasErrors()).isFalse();
        assertThat(codes(long1)).containsExactly("NOT_GSM", "TOO_LONG");
    }

    @Test
    void aCouncilsOwnWordsAreReadFromAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("own.json"), LotiJson.write(BUNDLED));
        assertThat(MessageTemplates.read(file).orElseThrow().set()).isEqualTo(BUNDLED);
        Files.writeString(file, LotiJson.write(BUNDLED).replace("{link}", "{lnik}"));
        assertThat(MessageTemplates.read(file).findings())
                .extracting(finding -> finding.where().source())
                .contains("own.json");
        Files.writeString(file, "{}");
        assertThat(MessageTemplates.read(file).hasErrors()).isTrue();
    }

    @Test
    void whatIsPutIntoHtmlIsEscapedAndIntoTextIsNot() {
        Text html = new Text(Council.EMAIL, null, Format.HTML, "s", "<p>{service}</p>");
        Text text = new Text(Council.EMAIL, null, null, "s", "{service}");
        Map<Placeholder, String> evil = Map.of(Placeholder.SERVICE, "<b>\"A&B's\" $1 {phone}\\");
        assertThat(MessageTemplates.fill(html, evil))
                .isEqualTo("<p>&lt;b&gt;&quot;A&amp;B&#39;s&quot; $1 {phone}\\</p>");
        assertThat(MessageTemplates.fill(text, evil)).isEqualTo("<b>\"A&B's\" $1 {phone}\\");
    }

    /** Flesch-Kincaid grade and five years (Kincaid and others 1975), with syllables counted by rule. */
    static final class ReadingAge {
        private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z'’]*");
        private static final Pattern SENTENCE_END = Pattern.compile("[.!?:;]+(\\s|$)");
        private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
        private static final Pattern SILENT_END = Pattern.compile("([^aeiouyl]e|[^aeiouydt]ed|[^aeiouyscxz]es)$");
        private static final int FEWEST_WORDS = 15;

        private ReadingAge() {}

        static double of(String text) {
            int words = 0;
            int syllables = 0;
            Matcher word = WORD.matcher(text);
            while (word.find()) {
                words++;
                String spoken = SILENT_END
                        .matcher(word.group().toLowerCase(Locale.ROOT))
                        .replaceFirst("");
                syllables += (int) Math.max(1, VOWELS.matcher(spoken).results().count());
            }
            long sentences = Math.max(1, SENTENCE_END.matcher(text).results().count());
            return words < FEWEST_WORDS ? Double.NaN : 0.39 * words / sentences + 11.8 * syllables / words - 15.59 + 5;
        }
    }
}
