package london.loti.referral;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import london.loti.model.governance.SharedField;
import london.loti.model.need.ResidentRef;
import london.loti.model.privacy.Sensitive;
import london.loti.referral.journey.ReferralContent;

/** What nobody invents by chance, said of a resident, and how to find it again in a text, however it is written. */
public final class Canary {
    /** A name. */
    public static final String NAME = "Zanzibar Quillfeather";

    /** A postcode that nobody has. */
    public static final String POSTCODE = "ZZ99 3VZ";

    /** A note. */
    public static final String NOTE = "afraid of the neighbour's heron";

    /** A telephone number that nobody has. */
    public static final String PHONE = "01632 960377";

    /** An e-mail address that nobody has. */
    public static final String MAIL = "zq.canary@example.org";

    /** The resident's token: a store may hold it, and no text of ours may. */
    public static final ResidentRef RESIDENT = new ResidentRef("r-canary-token-4711");

    private static final List<String> SPELLINGS = Stream.of(
                    NAME,
                    "Zanzibar",
                    "Quillfeather",
                    POSTCODE,
                    NOTE,
                    "neighbour's heron",
                    PHONE,
                    MAIL,
                    "zq.canary",
                    RESIDENT.token())
            .map(Canary::plain)
            .toList();

    private static final List<String> ENCODED = Stream.of(NAME, POSTCODE, NOTE, PHONE, MAIL)
            .flatMap(Canary::inBase64)
            .toList();

    private Canary() {}

    /** {@return the canaries themselves} */
    public static List<String> all() {
        return List.of(NAME, POSTCODE, NOTE, PHONE, MAIL);
    }

    /** {@return a note} */
    public static Sensitive<String> note() {
        return Sensitive.of(NOTE);
    }

    /** {@return a canary in every field that can be shared; none of them is a language} */
    public static ReferralContent content() {
        ReferralContent content = ReferralContent.EMPTY;
        for (SharedField field : SharedField.values()) {
            content = content.with(
                    field,
                    switch (field) {
                        case NAME -> NAME;
                        case PHONE -> PHONE;
                        case EMAIL -> MAIL;
                        case POSTCODE -> POSTCODE;
                        case LANGUAGE -> "en";
                        default -> NOTE;
                    });
        }
        return content;
    }

    /** {@return the canary that a text holds; empty where it holds none} */
    public static Optional<String> in(String text) {
        String plain = plain(text);
        return Stream.concat(
                        SPELLINGS.stream().filter(plain::contains),
                        ENCODED.stream().filter(text::contains))
                .findFirst();
    }

    /** Letters and digits alone, so that spaces, case and escapes hide nothing. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace("%20", "")
                .replaceAll("\\\\u[0-9a-f]{4}", "")
                .replaceAll("[^a-z0-9]", "");
    }

    /** The middle of a text in base 64, at each of the three places where it can begin. */
    private static Stream<String> inBase64(String text) {
        return Stream.of("", "x", "xx")
                .map(before -> (before + text).getBytes(StandardCharsets.UTF_8))
                .map(bytes -> Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, bytes.length / 3 * 3)))
                .map(encoded -> encoded.substring(4));
    }
}
