package io.shopoms.sandbox.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * Stands in for an identity provider in the tests of a service. Signs on a curve: to make an RSA key takes seconds of
 * each start.
 */
public final class TokenSigner {

    private static final float LIFE_MINUTES = 5;

    private final KeyPair keys;
    private final Path publicKey;

    public TokenSigner() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
            publicKey = Files.createTempFile("shopoms-public-key-", ".pem");
            publicKey.toFile().deleteOnExit();
            Files.writeString(
                    publicKey,
                    "-----BEGIN PUBLIC KEY-----\n"
                            + Base64.getMimeEncoder()
                                    .encodeToString(keys.getPublic().getEncoded())
                            + "\n-----END PUBLIC KEY-----\n");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot make keys on the curve P-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lets a service accept the tokens. */
    public Map<String, String> settings() {
        return Map.of(
                "shopoms.jwt.public-key-location",
                publicKey.toUri().toString(),
                "mp.jwt.verify.publickey.algorithm",
                "ES256");
    }

    /** A token of somebody with one role, {@code viewer} or {@code operator}, that is valid for five minutes. */
    public String token(String role) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("shopoms");
        claims.setClaim("upn", "test-" + role);
        claims.setStringListClaim("groups", role);
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(LIFE_MINUTES);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(keys.getPrivate());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
    }
}
