package io.shopoms.inventory.ops;

import io.quarkus.security.identity.SecurityIdentity;
import io.shopoms.inventory.cache.OrderKey;
import io.shopoms.inventory.cache.PendingOrders;
import io.shopoms.inventory.cache.PendingOrders.PendingOrder;
import io.shopoms.inventory.cache.StockOrders;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.ops.Asked;
import io.shopoms.sync.ops.AskedStore;
import io.shopoms.sync.ops.ProblemException;
import io.shopoms.sync.ops.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Orders that keep units back until they are in Odoo. */
@Path("/api/pending-orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "stock")
class PendingOrderResource {

    private static final Logger LOG = Logger.getLogger(PendingOrderResource.class);

    private final PendingOrders pending;
    private final StockOrders orders;
    private final AskedStore stores;
    private final SecurityIdentity caller;

    PendingOrderResource(PendingOrders pending, StockOrders orders, AskedStore stores, SecurityIdentity caller) {
        this.pending = pending;
        this.orders = orders;
        this.stores = stores;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "Orders whose units are kept back until they are in Odoo, the oldest first")
    public Uni<List<PendingOrder>> list(
            @QueryParam("store") String store, @QueryParam("sku") String sku, @QueryParam("limit") String limit) {
        return pending.find(stores.of(store).shop(), Asked.text("sku", sku), Asked.limit(limit));
    }

    @DELETE
    @Path("{id:\\d{1,18}}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Waits no longer for an order to be in Odoo: its units are offered again",
            description =
                    "For an order that will never be there, because its quotation was deleted or its failure is left"
                            + " as it is. If a later version of it takes more units, those are kept back.")
    public Uni<Void> giveUp(@PathParam("id") long id, @QueryParam("store") String store) {
        ShopDomain shop = stores.of(store).shop();
        return pending.find(shop, id)
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw ProblemException.notFound("No units of order " + id
                                + " of this store are pending; GET /api/pending-orders lists those that are.");
                    }
                })
                .chain(() -> orders.giveUp(List.of(new OrderKey(shop, new ShopifyId(id)))))
                .invoke(() -> LOG.infof(
                        "%s waits no longer for order %d of %s",
                        caller.getPrincipal().getName(), id, shop));
    }
}
