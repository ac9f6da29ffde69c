package london.loti.referral.message;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

import org.jspecify.annotations.Nullable;

import london.loti.referral.journey.ReferralId;
import london.loti.referral.message.ProviderLinks.Purpose;

/**
 * What a link says: which link, which referral, what for, until when, and by which key it is signed. As text it is two
 * parts in base 64 for addresses, with a full stop between them: these five, and their HMAC with SHA-256.
 */
record LinkToken(String key, Purpose purpose, Instant expires, String link, ReferralId referral) {
    static final int MAC_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final String DOMAIN = "loti link 1|";
    private static final int LONGEST = 700;
    private static final int FIELDS = 5;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    /** The token as text; the same whenever it is written with the same key. */
    String write(SecretKey secret) {
        byte[] claims = claims().getBytes(StandardCharsets.UTF_8);
        return ENCODER.encodeToString(claims) + "." + ENCODER.encodeToString(mac(secret, claims));
    }

    /** The token of a text; empty where a single bit of it is not as it was written. */
    static Optional<LinkToken> read(@Nullable String text, LinkKeys keys) {
        if (text == null || text.length() > LONGEST || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        int stop = text.indexOf('.');
        byte[] claims = bytes(text.substring(0, stop));
        byte[] mac = bytes(text.substring(stop + 1));
        List<String> fields = Arrays.asList(new String(claims, StandardCharsets.UTF_8).split("\\|", -1));
        if (fields.size() != FIELDS) {
            return Optional.empty();
        }
        SecretKey secret = keys.find(fields.get(0)).orElse(null);
        if (secret == null || !MessageDigest.isEqual(mac(secret, claims), mac)) {
            return Optional.empty();
        }
        // From here on it is what we wrote.
        return Optional.of(new LinkToken(
                        fields.get(0),
                        Purpose.valueOf(fields.get(1)),
                        Instant.ofEpochSecond(Long.parseLong(fields.get(2))),
                        fields.get(3),
                        new ReferralId(fields.get(4))))
                .filter(token -> token.write(secret).equals(text)); // one text only: base 64 has spare bits at its end
    }

    private String claims() {
        return String.join("|", key, purpose.name(), String.valueOf(expires.getEpochSecond()), link, referral.value());
    }

    /** Nothing where it is no base 64: such a text has no signature that fits. */
    private static byte[] bytes(String base64) {
        try {
            return DECODER.decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] mac(SecretKey secret, byte[] claims) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(DOMAIN.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(claims);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a link key must be good for HMAC with SHA-256", e);
        }
    }

    /** Never what it says: whoever has it can open the link's page only with the signature, but need not try. */
    @Override
    public String toString() {
        return "LinkToken[redacted]";
    }
}
