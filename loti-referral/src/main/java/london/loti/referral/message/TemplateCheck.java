package london.loti.referral.message;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import london.loti.model.codelist.Codelists;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;
import london.loti.model.need.Codelist;
import london.loti.model.need.ConceptRef;
import london.loti.referral.journey.ReferralEvent.Audience;
import london.loti.referral.journey.ReferralEvent.MessageQueued;
import london.loti.referral.message.TemplateSet.Template;
import london.loti.referral.message.TemplateSet.Text;
import london.loti.referral.message.TemplateSet.Tone;

/** Looks for everything that is wrong with a set of templates. */
final class TemplateCheck {
    /** The rules. */
    enum Code implements Finding.Code {
        MISSING_TEMPLATE,
        WRONG_AUDIENCE,
        TWICE,
        UNKNOWN_CHANNEL,
        MISSING_TEXT,
        UNKNOWN_PLACEHOLDER,
        FORBIDDEN_PLACEHOLDER,
        MISSING_PLACEHOLDER,
        TOO_LONG,
        NOT_GSM
    }

    /** A text message of one part. */
    static final int SMS = 160;

    /** GSM 03.38, the basic set and its extension, where a character of the extension counts twice. */
    private static final String GSM =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                    + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final String GSM_EXTENSION = "^{}\\[~]|€";
    private static final Pattern IN_BRACES = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern LONE_BRACE = Pattern.compile("[{}]");

    private static final Map<String, Audience> NEEDED = needed();
    private static final Codelist CHANNELS = Codelists.bundled("channels");

    private final String source;
    private final Findings findings = new Findings();

    private TemplateCheck(String source) {
        this.source = source;
    }

    static List<Finding> check(String source, TemplateSet set) {
        return new TemplateCheck(source).check(set);
    }

    private List<Finding> check(TemplateSet set) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < set.templates().size(); i++) {
            Template template = set.templates().get(i);
            String at = "/templates/" + i;
            if (!names.add(template.name())) {
                error(Code.TWICE, "a template must come once, but '" + template.name() + "' comes twice", at);
            }
            Audience wanted = NEEDED.get(template.name());
            if (wanted != null && wanted != template.audience()) {
                error(
                        Code.WRONG_AUDIENCE,
                        "the template '" + template.name() + "' must be for " + wanted,
                        at + "/audience");
            }
            texts(template, at);
        }
        NEEDED.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> error(
                        Code.MISSING_TEMPLATE,
                        "the template '" + name + "' must be there, but is not" + Nearest.hint(name, names),
                        "/templates"));
        return findings.toList();
    }

    private void texts(Template template, String at) {
        Set<String> kinds = new HashSet<>();
        for (int i = 0; i < template.texts().size(); i++) {
            Text text = template.texts().get(i);
            String path = at + "/texts/" + i;
            ConceptRef channel = text.channel();
            if (!channel.codelist().equals("channels")
                    || CHANNELS.find(channel.code()).isEmpty()) {
                error(Code.UNKNOWN_CHANNEL, "a concept of the codelist 'channels' is wanted", path + "/channel");
            }
            if (!kinds.add(channel + " " + text.tone())) {
                error(Code.TWICE, "a template has one text for each channel and tone, but this is a second", path);
            }
            placeholders(template, text, path);
            if (channel.equals(MessageTemplates.TEXT_MESSAGE)) {
                sms(text, path);
            }
        }
        if (template.texts().isEmpty()) {
            error(Code.MISSING_TEXT, "a template needs a text", at + "/texts");
        }
        if (template.audience() == Audience.RESIDENT) {
            template.texts().stream()
                    .map(Text::channel)
                    .distinct()
                    .filter(channel -> !kinds.contains(channel + " " + Tone.NEUTRAL)
                            || !kinds.contains(channel + " " + Tone.PLAIN))
                    .forEach(channel -> error(
                            Code.MISSING_TEXT,
                            "a message to a resident needs a plain and a neutral text for " + channel,
                            at + "/texts"));
        }
    }

    private void placeholders(Template template, Text text, String path) {
        if (LONE_BRACE.matcher(text.subject()).find()) {
            error(
                    Code.FORBIDDEN_PLACEHOLDER,
                    "a subject must hold no placeholder: it shows on locked screens and in lists",
                    path + "/subject");
        }
        Tone tone = text.tone() == null ? Tone.PLAIN : text.tone();
        Matcher found = IN_BRACES.matcher(text.body());
        while (found.find()) {
            Placeholder placeholder = Arrays.stream(Placeholder.values())
                    .filter(p -> p.written().equals(found.group()))
                    .findFirst()
                    .orElse(null);
            if (placeholder == null) {
                error(
                        Code.UNKNOWN_PLACEHOLDER,
                        "there is no placeholder '" + found.group() + "', only " + known(template, tone),
                        path + "/body");
            } else if (!placeholder.isFor(template, tone)) {
                error(
                        Code.FORBIDDEN_PLACEHOLDER,
                        "the placeholder " + placeholder.written() + " can't stand in this text, only "
                                + known(template, tone),
                        path + "/body");
            }
        }
        if (LONE_BRACE.matcher(IN_BRACES.matcher(text.body()).replaceAll("")).find()) {
            error(Code.UNKNOWN_PLACEHOLDER, "a brace must open or close a placeholder", path + "/body");
        }
        boolean link = Placeholder.LINK.isFor(template, tone);
        if (link && !text.body().contains(Placeholder.LINK.written())) {
            error(Code.MISSING_PLACEHOLDER, "a text by link must hold the placeholder {link}", path + "/body");
        }
    }

    private void sms(Text text, String path) {
        String fixed = IN_BRACES.matcher(text.body()).replaceAll("");
        if (!isGsm(fixed)) {
            findings.add(Finding.warning(
                    Code.NOT_GSM,
                    "a character here is not in the alphabet of text messages, so that a part holds 70 only",
                    Where.column(source, path + "/body")));
        }
        if (gsmLength(fixed) > SMS) {
            findings.add(Finding.warning(
                    Code.TOO_LONG,
                    "the text message has more than " + SMS + " characters and is sent in parts",
                    Where.column(source, path + "/body")));
        }
    }

    static boolean isGsm(String text) {
        return text.chars().allMatch(c -> GSM.indexOf(c) >= 0 || GSM_EXTENSION.indexOf(c) >= 0);
    }

    static int gsmLength(String text) {
        return text.length()
                + (int) text.chars().filter(c -> GSM_EXTENSION.indexOf(c) >= 0).count();
    }

    private static List<String> known(Template template, Tone tone) {
        return Arrays.stream(Placeholder.values())
                .filter(p -> p.isFor(template, tone))
                .map(Placeholder::written)
                .toList();
    }

    private void error(Code code, String message, String path) {
        findings.error(code, message, Where.column(source, path));
    }

    private static Map<String, Audience> needed() {
        Map<String, Audience> needed = new TreeMap<>();
        needed.put(MessageQueued.REQUEST, Audience.PROVIDER);
        needed.put(MessageQueued.REQUEST + Placeholder.BY_LINK, Audience.PROVIDER);
        needed.put("referral-cancelled", Audience.PROVIDER);
        needed.put("permission-withdrawn", Audience.PROVIDER);
        needed.put("referral-made", Audience.RESIDENT);
        needed.put("referral-accepted-resident", Audience.RESIDENT);
        needed.put("referral-waiting-resident", Audience.RESIDENT);
        needed.put(MessageQueued.QUESTION, Audience.RESIDENT);
        needed.put("referral-accepted", Audience.REFERRER);
        needed.put("referral-waiting", Audience.REFERRER);
        needed.put("referral-completed", Audience.REFERRER);
        needed.put("referral-rejected", Audience.LINK_WORKER);
        needed.put("referral-failed", Audience.LINK_WORKER);
        needed.put("deadline-missed", Audience.LINK_WORKER);
        needed.put("safeguarding-task", Audience.SAFEGUARDING_LEAD);
        return needed;
    }
}
