package io.shopoms.order.ops;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.cache.OrderCache;
import io.shopoms.order.cache.OrderLink;
import io.shopoms.order.cache.OrderLinks;
import io.shopoms.sync.cache.CacheEntries;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which Odoo order stands for a Shopify order. */
@Path("/api/orders/{id:\\d{1,18}}/link")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
class OrderLinkResource {

    private final OrderLinks links;
    private final CacheEntries entries;
    private final OrderCache cache;
    private final AskedStore stores;

    OrderLinkResource(OrderLinks links, CacheEntries entries, OrderCache cache, AskedStore stores) {
        this.links = links;
        this.entries = entries;
        this.cache = cache;
        this.stores = stores;
    }

    /**
     * @param stage the Odoo order's own: quotation, confirmed, cancelled
     * @param status where the order stands by both systems' words
     * @param lines how many line items have a line in Odoo
     */
    record LinkView(
            String store,
            long orderId,
            String orderName,
            long odooOrderId,
            String odooOrderName,
            String stage,
            String status,
            String moneyCheck,
            int lines) {}

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "The Odoo order that stands for a Shopify order, and what comparing their totals said")
    public Uni<LinkView> show(@PathParam("id") long id, @QueryParam("store") String store) {
        return links.find(stores.of(store).shop(), List.of(id))
                .map(found -> Optional.ofNullable(found.get(id)).map(OrderLinkResource::view))
                .map(view -> view.orElseThrow(OrderLinkResource::unknown));
    }

    @DELETE
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Forgets the Odoo order, so that the Shopify order is made again",
            description = "For an order that was deleted in Odoo by mistake. While it is still there, nothing is made"
                    + " twice: it is found by its external id and linked again.")
    public Uni<Void> forget(@PathParam("id") long id, @QueryParam("store") String store) {
        ShopDomain shop = stores.of(store).shop();
        return links.forget(shop, id)
                .invoke(removed -> {
                    if (!removed) {
                        throw unknown();
                    }
                })
                .chain(() -> entries.reprocess(cache, shop, List.of(id)))
                .replaceWithVoid();
    }

    private static LinkView view(OrderLink link) {
        return new LinkView(
                link.shop().value(),
                link.orderId().value(),
                link.orderName(),
                link.odooOrderId().value(),
                link.odooOrderName(),
                link.stage(),
                link.status(),
                link.moneyCheck(),
                link.lines().size());
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("this order has no link to Odoo");
    }
}
