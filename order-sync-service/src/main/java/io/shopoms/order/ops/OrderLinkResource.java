package io.shopoms.order.ops;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.cache.OrderCache;
import io.shopoms.order.cache.OrderLink;
import io.shopoms.order.cache.OrderLinks;
import io.shopoms.sync.cache.CacheEntries;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
    private final Stores stores;

    OrderLinkResource(OrderLinks links, CacheEntries entries, OrderCache cache, Stores stores) {
        this.links = links;
        this.entries = entries;
        this.cache = cache;
        this.stores = stores;
    }

    /** @param lines how many line items have a line in Odoo */
    record LinkView(
            String store,
            long orderId,
            String orderName,
            long odooOrderId,
            String odooOrderName,
            String stage,
            String moneyCheck,
            int lines) {}

    @GET
    @RolesAllowed({"viewer", "operator"})
    @Operation(summary = "The Odoo order that stands for a Shopify order, and what comparing their totals said")
    public Uni<LinkView> show(@PathParam("id") long id, @QueryParam("store") String store) {
        return links.find(shop(store), List.of(id))
                .map(found -> Optional.ofNullable(found.get(id)).map(OrderLinkResource::view))
                .map(view -> view.orElseThrow(OrderLinkResource::unknown));
    }

    @DELETE
    @RolesAllowed("operator")
    @Operation(
            summary = "Forgets the Odoo order, so that the Shopify order is made again",
            description = "For an order that was deleted in Odoo by mistake. While it is still there, nothing is made"
                    + " twice: it is found by its external id and linked again.")
    public Uni<Void> forget(@PathParam("id") long id, @QueryParam("store") String store) {
        ShopDomain shop = shop(store);
        return links.forget(shop, id)
                .invoke(removed -> {
                    if (!removed) {
                        throw unknown();
                    }
                })
                .chain(() -> entries.reprocess(cache, shop, List.of(id)))
                .replaceWithVoid();
    }

    /** The store may be left out where there is only one. */
    private ShopDomain shop(String store) {
        List<ShopDomain> all = stores.all().stream().map(Store::shop).toList();
        if (store == null && all.size() == 1) {
            return all.get(0);
        }
        return all.stream()
                .filter(shop -> shop.value().equals(store))
                .findFirst()
                .orElseThrow(() -> new BadRequestException("store: expected the domain of a configured store"));
    }

    private static LinkView view(OrderLink link) {
        return new LinkView(
                link.shop().value(),
                link.orderId().value(),
                link.orderName(),
                link.odooOrderId().value(),
                link.odooOrderName(),
                link.stage(),
                link.moneyCheck(),
                link.lines().size());
    }

    private static NotFoundException unknown() {
        return new NotFoundException("this order has no link to Odoo");
    }
}
