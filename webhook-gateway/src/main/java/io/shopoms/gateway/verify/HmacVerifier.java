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

    private final List<SecretKeySpec> keys;

    /** @throws IllegalArgumentException if there is no secret */
    public HmacVerifier(List<String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("a verifier needs a secret");
        }
        keys = secrets.stream()
                .map(secret -> new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM))
                .toList();
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
        for (SecretKeySpec key : keys) {
            valid |= MessageDigest.isEqual(hmac(key, body), given);
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

    private static byte[] hmac(SecretKeySpec key, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + ALGORITHM, e);
        }
    }
}
