package io.shopoms.sync.ops;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where the database is. Here only whether that is said at all, and where the tables are; who connects reads the rest. */
@ConfigMapping(prefix = "shopoms.db")
interface DatabaseAddressConfig {

    /** {@code postgresql://user:password@host:port/database}; without it the service starts but is not ready. */
    Optional<String> url();

    /** The user, if the address does not name it. */
    Optional<String> username();

    /** The user's password, if the address does not hold it. */
    Optional<String> password();

    /** The schema that the service's tables are in. */
    Optional<String> schema();
}
