package io.shopoms.gateway.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells whether Shopify signed a body: {@code X-Shopify-Hmac-Sha256} is the base64 of HMAC-SHA256 over the raw bytes, with
 * the app's client secret. For up to an hour after a rotation the old secret may still sign, so a store has a list.
 */
public final class HmacVerifier {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 32;
    private static final int SIGNATURE_TEXT = 44;

    /** Never used themselves: a copy spares the look for a provider and the work on the key, which are the same each time. */
    private final List<Mac> keyed;

    /** @throws IllegalArgumentException if there is no secret */
    public HmacVerifier(List<String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("a verifier needs a secret");
        }
        keyed = secrets.stream().map(HmacVerifier::keyed).toList();
    }

    /**
     * @param body the bytes as received
     * @param signature the header's value; anything, or null
     */
    public boolean verifies(byte[] body, String signature) {
        byte[] given = decoded(signature);
        if (given.length != SIGNATURE_BYTES) {
            return false;
        }
        boolean valid = false;
        // Every secret is tried, so that the time taken does not tell which one matched.
        for (Mac mac : keyed) {
            valid |= MessageDigest.isEqual(hmac(mac, body), given);
        }
        return valid;
    }

    private static byte[] decoded(String signature) {
        if (signature == null || signature.length() != SIGNATURE_TEXT) {
            return new byte[0];
        }
        try {
            return Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static Mac keyed(String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + ALGORITHM, e);
        }
    }

    private static byte[] hmac(Mac keyed, byte[] body) {
        try {
            return ((Mac) keyed.clone()).doFinal(body);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this JDK's " + ALGORITHM + " cannot be copied", e);
        }
    }
}
