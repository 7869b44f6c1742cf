package io.shopoms.sync.job;

import io.shopoms.model.ShopDomain;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.UUID;

/** Starts jobs from code; people do so over {@code POST /api/jobs}. */
public interface Jobs {

    /**
     * Creates a job, unless one of the same type, store and parameters is still open: then that one is answered.
     *
     * @throws IllegalArgumentException (as a failed {@code Uni}) for an unknown type or parameters that its handler
     *     refuses
     */
    Uni<UUID> start(String type, ShopDomain store, Map<String, String> parameters);
}
