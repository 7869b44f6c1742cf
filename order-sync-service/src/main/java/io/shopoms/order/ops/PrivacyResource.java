package io.shopoms.order.ops;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.cache.PrivacyAnswers;
import io.shopoms.order.cache.PrivacyRequestCache;
import io.shopoms.sync.cache.CacheEntries;
import io.shopoms.sync.ops.AskedStore;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people say of requests that the law makes them answer. */
@Path("/api/privacy-requests/{id:\\d{1,18}}/answered")
@Tag(name = "customers")
class PrivacyResource {

    private final PrivacyAnswers answers;
    private final CacheEntries entries;
    private final PrivacyRequestCache cache;
    private final AskedStore stores;

    PrivacyResource(PrivacyAnswers answers, CacheEntries entries, PrivacyRequestCache cache, AskedStore stores) {
        this.answers = answers;
        this.entries = entries;
        this.cache = cache;
        this.stores = stores;
    }

    @POST
    @RolesAllowed("operator")
    @Operation(
            summary = "A person has dealt with a privacy request",
            description = "The request is then processed, and the customer's data in it are erased.")
    public Uni<Void> answered(@PathParam("id") long id, @QueryParam("store") String store) {
        ShopDomain shop = stores.of(store).shop();
        return answers.add(shop, id)
                .invoke(known -> {
                    if (!known) {
                        throw new NotFoundException("there is no such request");
                    }
                })
                .chain(() -> entries.reprocess(cache, shop, List.of(id)))
                .replaceWithVoid();
    }
}
