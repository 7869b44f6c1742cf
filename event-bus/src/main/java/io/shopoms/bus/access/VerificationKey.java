package io.shopoms.bus.access;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Tells the token check which key to use: the one that {@code SHOPOMS_JWT_PUBLIC_KEY_LOCATION} points to. Without that
 * setting it is a key made on the spot whose private half is thrown away, so that every token is refused as any wrong one
 * is: closed, and not broken.
 */
public final class VerificationKey implements ConfigSourceFactory {

    static final String CONFIGURED = "shopoms.jwt.public-key-location";
    static final String LOCATION = "mp.jwt.verify.publickey.location";
    static final String KEY = "mp.jwt.verify.publickey";
    static final String ALGORITHM = "mp.jwt.verify.publickey.algorithm";

    /** The token check's own word for "not this one". */
    static final String NONE = "NONE";

    /** The token check's own default. Said always: of what is not said now, a build's word would hold. */
    static final String USUAL = "RS256";

    static final String ON_A_CURVE = "ES256";

    private static final int ORDINAL = 200;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<String, String> derived = Optional.ofNullable(context.getValue(CONFIGURED))
                .map(ConfigValue::getValue)
                .filter(location -> !location.isBlank())
                .map(location -> Map.of(LOCATION, location.strip(), KEY, NONE, ALGORITHM, USUAL))
                .orElseGet(() -> Map.of(LOCATION, NONE, KEY, nobodysKey(), ALGORITHM, ON_A_CURVE));
        return List.of(new PropertiesConfigSource(derived, "SHOPOMS_JWT_PUBLIC_KEY_LOCATION", ORDINAL));
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }

    /** On a curve: for RSA it would take seconds of a processor, at every look at the configuration. */
    private static String nobodysKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot make keys on the curve P-256", e);
        }
    }
}
