package io.shopoms.catalog.odoo;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Which pictures are taken over, and how those are fetched that Odoo shall show. */
@ConfigMapping(prefix = "shopoms.catalog.pictures")
interface PictureSettings {

    /** The largest picture that is taken over, in either direction. */
    @WithDefault("10M")
    MemorySize maxSize();

    /** How long fetching one may take. */
    @WithDefault("20S")
    Duration timeout();

    /** Whether pictures may also come over plain HTTP and from addresses that are not public: for trials on one machine. */
    @WithDefault("false")
    boolean allowPrivate();
}
