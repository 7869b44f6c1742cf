package io.shopoms.sync.ops;

import io.shopoms.sync.cache.CacheProcessor;
import io.shopoms.sync.cache.CacheProcessor.PausedStore;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The stores that this service serves, and what keeps it from doing so. */
@Path("/api/stores")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "stores")
class StoreResource {

    private final Stores stores;
    private final CacheProcessor processor;

    StoreResource(Stores stores, CacheProcessor processor) {
        this.stores = stores;
        this.processor = processor;
    }

    record PauseView(String kind, String message, String remedy, Instant since) {}

    record StoreView(String store, boolean shopify, boolean odoo, List<PauseView> paused) {}

    /** @param problems settings that are missing or malformed */
    record StoresView(List<StoreView> stores, List<String> problems) {}

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "Stores, which of their two sides are configured, and which are paused")
    public StoresView list() {
        List<PausedStore> paused = processor.paused();
        return new StoresView(
                stores.all().stream().map(store -> view(store, paused)).toList(), stores.problems());
    }

    private static StoreView view(Store store, List<PausedStore> paused) {
        List<PauseView> own = paused.stream()
                .filter(pause -> pause.store().equals(store.shop()))
                .map(pause -> new PauseView(pause.kind(), pause.message(), pause.remedy(), pause.since()))
                .toList();
        return new StoreView(
                store.shop().value(), store.shopify().isPresent(), store.odoo().isPresent(), own);
    }
}
