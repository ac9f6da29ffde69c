package london.loti.referral.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES in Galois counter mode as NIST SP 800-38D has it: a random 96-bit initialisation vector in front, a 128-bit tag
 * behind. The vectors are random, so one key is good for 2^32 texts.
 */
final class AesGcm {
    static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private AesGcm() {}

    static SecretKey newKey(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new SecretKeySpec(key, "AES");
    }

    static byte[] encrypt(SecretKey key, byte[] plain, byte[] bound, SecureRandom random) {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key, iv, bound).doFinal(plain);
            return ByteBuffer.allocate(IV_BYTES + encrypted.length)
                    .put(iv)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES in Galois counter mode", e);
        }
    }

    static byte[] decrypt(SecretKey key, byte[] sealed, byte[] bound) {
        if (sealed.length < IV_BYTES + TAG_BITS / Byte.SIZE) {
            throw new SealBrokenException("what is sealed was cut short", null);
        }
        byte[] iv = new byte[IV_BYTES];
        ByteBuffer parts = ByteBuffer.wrap(sealed).get(iv);
        byte[] encrypted = new byte[parts.remaining()];
        parts.get(encrypted);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, iv, bound).doFinal(encrypted);
        } catch (AEADBadTagException e) {
            throw new SealBrokenException("what is sealed was changed, or belongs elsewhere", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES in Galois counter mode", e);
        }
    }

    /** What a sealed text is bound to: each part as its length and its bytes, so that no two lists give the same. */
    static byte[] bound(String... parts) {
        byte[][] all = new byte[parts.length][];
        int length = 0;
        for (int i = 0; i < parts.length; i++) {
            all[i] = parts[i].getBytes(StandardCharsets.UTF_8);
            length += Integer.BYTES + all[i].length;
        }
        ByteBuffer bound = ByteBuffer.allocate(length);
        for (byte[] part : all) {
            bound.putInt(part.length).put(part);
        }
        return bound.array();
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] iv, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(bound);
        return cipher;
    }
}
