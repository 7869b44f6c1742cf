package io.shopoms.inventory.ops;

import io.quarkus.security.identity.SecurityIdentity;
import io.shopoms.inventory.cache.OrderKey;
import io.shopoms.inventory.cache.PendingOrders;
import io.shopoms.inventory.cache.PendingOrders.PendingOrder;
import io.shopoms.inventory.cache.StockOrders;
import io.shopoms.inventory.cache.Who;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.ops.Asked;
import io.shopoms.sync.ops.AskedStore;
import io.shopoms.sync.ops.Page;
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
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Orders that keep units back until they are in Odoo. */
@Path("/api/pending-orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "stock")
class PendingOrderResource {

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
    @Operation(
            summary = "Orders whose units are kept back until they are in Odoo, the oldest first",
            description = "sku: exactly; after: the next of the page before")
    public Uni<Page<PendingOrder>> list(
            @QueryParam("store") String store,
            @QueryParam("sku") String sku,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        int most = Asked.limit(limit);
        return pending.find(stores.of(store).shop(), Asked.text("sku", sku), place(after), most)
                .map(orders -> page(orders, most));
    }

    private static Optional<PendingOrders.Place> place(String after) {
        return Asked.place(after, 2).map(parts -> {
            try {
                return new PendingOrders.Place(Parameters.instant(parts[0]), Long.parseLong(parts[1]));
            } catch (DateTimeException | NumberFormatException e) {
                throw Asked.wrongPlace();
            }
        });
    }

    private static Page<PendingOrder> page(List<PendingOrder> orders, int most) {
        if (orders.size() < most) {
            return new Page<>(orders, null);
        }
        PendingOrder last = orders.get(orders.size() - 1);
        return new Page<>(orders, Asked.place(last.since(), last.id()));
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
                .chain(() -> orders.giveUp(
                        List.of(new OrderKey(shop, new ShopifyId(id))),
                        Who.person(caller.getPrincipal().getName())));
    }
}
