package io.shopoms.gateway.health;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who may use the API beside the webhooks. */
@ConfigMapping(prefix = "shopoms.jwt")
public interface AccessConfig {

    /** File or JWKS address of the key that bearer tokens are signed with. */
    Optional<String> publicKeyLocation();

    /** The {@code iss} that tokens must carry. */
    Optional<String> issuer();
}
