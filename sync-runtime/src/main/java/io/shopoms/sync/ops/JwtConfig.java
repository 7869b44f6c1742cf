package io.shopoms.sync.ops;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Whose tokens the ops API accepts; any OpenID Connect provider serves. */
@ConfigMapping(prefix = "shopoms.jwt")
interface JwtConfig {

    /** File or JWKS address of the key that tokens are signed with; without it no token is accepted. */
    Optional<String> publicKeyLocation();

    /** The {@code iss} that tokens must carry; {@code shopoms} unless given. */
    Optional<String> issuer();
}
