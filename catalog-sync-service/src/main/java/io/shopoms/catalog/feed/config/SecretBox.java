package io.shopoms.catalog.feed.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailureException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts the secrets of a feed: AES-256 in Galois/Counter Mode, with a nonce of its own for each encryption. The feed's id
 * is authenticated with it, so that the secrets of one feed cannot be put into the row of another.
 */
@Startup
@Singleton
public class SecretBox {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private final SecretKeys keys;
    private final SecureRandom random = new SecureRandom();

    @Inject
    SecretBox(FeedSettings settings) {
        this(settings.keys().orElse(List.of()));
    }

    SecretBox(List<String> keys) {
        this.keys = new SecretKeys(keys);
    }

    /** @param key the name of the key that it is encrypted with */
    public record Sealed(String key, byte[] bytes) {

        @Override
        public String toString() {
            return "Sealed[" + key + "]";
        }
    }

    /** Whether secrets can be kept at all. */
    public boolean canSeal() {
        return keys.newest().isPresent();
    }

    /** Whether they should be encrypted anew. */
    public boolean isOutdated(Sealed sealed) {
        return keys.newest().filter(sealed.key()::equals).isEmpty();
    }

    /** Whether the key is configured that encrypts them. */
    boolean canOpen(Sealed sealed) {
        return keys.find(sealed.key()).isPresent();
    }

    /** The names of all keys. */
    String[] keys() {
        return keys.names().toArray(String[]::new);
    }

    public Optional<String> newestKey() {
        return keys.newest();
    }

    /** @throws SyncFailureException {@code Misconfigured} if there is no key */
    public Sealed seal(String feed, Map<String, String> secrets) {
        String name = keys.newest().orElseThrow(() -> failure("no key is configured to encrypt the secrets of a feed"));
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] text = crypt(Cipher.ENCRYPT_MODE, keys.find(name).orElseThrow(), nonce, feed, json(secrets));
        return new Sealed(
                name,
                ByteBuffer.allocate(nonce.length + text.length)
                        .put(nonce)
                        .put(text)
                        .array());
    }

    /** @throws SyncFailureException {@code Misconfigured} if its key is no longer configured, or not the one it was */
    public Map<String, String> open(String feed, Sealed sealed) {
        SecretKey key = keys.find(sealed.key())
                .orElseThrow(() -> failure("the key '" + sealed.key() + "', which encrypts the secrets of the feed "
                        + feed + ", is not configured"));
        ByteBuffer bytes = ByteBuffer.wrap(sealed.bytes());
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] text = new byte[bytes.remaining()];
        bytes.get(text);
        try {
            return JSON.readValue(crypt(Cipher.DECRYPT_MODE, key, nonce, feed, text), TEXTS);
        } catch (IOException e) {
            throw new IllegalStateException("secrets are written as JSON", e);
        }
    }

    private static byte[] crypt(int mode, SecretKey key, byte[] nonce, String feed, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(feed.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw failure("the secrets of the feed " + feed
                    + " were encrypted with another key of the same name, or for" + " another feed");
        }
    }

    private static byte[] json(Map<String, String> secrets) {
        try {
            return JSON.writeValueAsBytes(secrets);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is always JSON", e);
        }
    }

    private static SyncFailureException failure(String what) {
        return new SyncFailureException(new Misconfigured(
                what, "Configure the key in SHOPOMS_CATALOG_FEEDS_KEYS, or set the feed's secrets again."));
    }
}
