package io.shopoms.sandbox.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** The key pair that stands in for an identity provider: services verify with its public half, the stack mints with the other. */
final class OperatorKey {

    static final String ISSUER = "https://local-stack.shopoms.example";

    private static final Duration TOKEN_LIFE = Duration.ofHours(12);

    private final Path publicKey;
    private final PrivateKey privateKey;

    private OperatorKey(Path publicKey, PrivateKey privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    static OperatorKey in(Path directory) {
        Path publicFile = directory.resolve("operator-public-key.pem");
        Path privateFile = directory.resolve("operator-private-key.der");
        try {
            if (!Files.exists(publicFile) || !Files.exists(privateFile)) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                KeyPair pair = generator.generateKeyPair();
                Files.write(privateFile, pair.getPrivate().getEncoded());
                Credentials.ownerOnly(privateFile);
                Files.writeString(publicFile, pem(pair.getPublic().getEncoded()));
            }
            PrivateKey key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(privateFile)));
            return new OperatorKey(publicFile.toAbsolutePath(), key);
        } catch (IOException | GeneralSecurityException e) {
            throw new StackProblem("cannot make or read the operator's key in " + directory + ": " + e.getMessage(), e);
        }
    }

    Path publicKey() {
        return publicKey;
    }

    /** A bearer token with both roles, valid for twelve hours. */
    String token() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setSubject("operator");
        claims.setClaim("upn", "operator@local-stack");
        claims.setStringListClaim("groups", "viewer", "operator");
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(TOKEN_LIFE.toMinutes());
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(privateKey);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new StackProblem("cannot sign the operator's token: " + e.getMessage(), e);
        }
    }

    private static String pem(byte[] der) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";
    }
}
