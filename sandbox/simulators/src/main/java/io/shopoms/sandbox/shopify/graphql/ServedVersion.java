package io.shopoms.sandbox.shopify.graphql;

import java.util.Optional;

/** Which API version answers a request. */
public final class ServedVersion {

    private ServedVersion() {}

    /** Empty for a version that does not exist; the oldest supported one for one that is retired. */
    public static Optional<String> of(String asked) {
        return ApiVersions.served(asked);
    }
}
