package io.shopoms.inventory.ops;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.quarkus.security.identity.SecurityIdentity;
import io.shopoms.inventory.cache.ItemChoice;
import io.shopoms.inventory.cache.ItemChoices;
import io.shopoms.inventory.cache.StockItem;
import io.shopoms.inventory.cache.StockItems;
import io.shopoms.inventory.ops.StockViews.AllocationView;
import io.shopoms.inventory.ops.StockViews.LinkView;
import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.inventory.stock.StockLink.Measured;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.ops.Asked;
import io.shopoms.sync.ops.AskedStore;
import io.shopoms.sync.ops.ExactBody;
import io.shopoms.sync.ops.Page;
import io.shopoms.sync.ops.ProblemException;
import io.shopoms.sync.ops.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Inventory items and the Odoo products that they stand for. */
@Path("/api/links")
@CustomDeserialization(ExactBody.class)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "links")
class LinkResource {

    private static final String ITEM = "{item:\\d{1,18}}";

    private final StockItems items;
    private final ItemChoices choices;
    private final LinkWishes wishes;
    private final AskedStore stores;
    private final SecurityIdentity caller;

    LinkResource(StockItems items, ItemChoices choices, LinkWishes wishes, AskedStore stores, SecurityIdentity caller) {
        this.items = items;
        this.choices = choices;
        this.wishes = wishes;
        this.stores = stores;
        this.caller = caller;
    }

    /**
     * @param inventoryItemId the item, or its variant instead
     * @param productId the Odoo product, or its SKU instead
     */
    record LinkRequest(String store, Long inventoryItemId, Long variantId, Long productId, String sku) {}

    /** @param units null for the location's or the store's */
    record BufferRequest(Long units) {}

    /** @param measured {@code refuse} or {@code whole_units} */
    record MeasuredRequest(String measured) {}

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(
            summary = "Inventory items and what they are linked with",
            description =
                    "state: linked, unlinked, disabled, failed or deleted; q: one of the ids, or the beginning of a"
                            + " SKU; after: the next of the page before")
    public Uni<Page<LinkView>> list(
            @RestQuery String store,
            @RestQuery String state,
            @RestQuery String q,
            @RestQuery String after,
            @RestQuery String limit) {
        int most = Asked.limit(limit);
        StockItems.Filter filter = new StockItems.Filter(
                Asked.store(store), Asked.oneOf(StockItems.State.class, "state", state), Asked.text("q", q));
        return items.search(filter, place(after), most).map(found -> page(found, most));
    }

    @GET
    @Path(ITEM)
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "One inventory item")
    public Uni<LinkView> show(@RestPath long item, @RestQuery String store) {
        return items.find(key(item, store))
                .map(found -> found.map(StockViews::link).orElseThrow(() -> unknown(item)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Links an inventory item with an Odoo product, whatever the catalog service says",
            description = "The item by inventoryItemId or variantId; the product by productId or sku")
    public Uni<LinkView> link(LinkRequest request) {
        if (request == null) {
            throw ProblemException.badRequest("The body must name an item and a product.");
        }
        return wishes.link(stores.of(request.store()), request, person()).map(StockViews::link);
    }

    @DELETE
    @Path(ITEM)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Unlinks an item; its stock in Shopify stays as it is and is no longer written",
            description = "It stays unlinked, whatever the catalog service says, until it is linked or released.")
    public Uni<LinkView> unlink(@RestPath long item, @RestQuery String store) {
        return choices.unlink(key(item, store), person()).map(found -> view(found, item));
    }

    @POST
    @Path(ITEM + "/release")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Lets the catalog service say again what the item stands for")
    public Uni<LinkView> release(@RestPath long item, @RestQuery String store) {
        return choices.release(key(item, store), person()).map(found -> view(found, item));
    }

    @POST
    @Path(ITEM + "/enable")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Has the item's stock written to Shopify")
    public Uni<LinkView> enable(@RestPath long item, @RestQuery String store) {
        return choose(item, store, choice -> choice.withEnabled(true));
    }

    @POST
    @Path(ITEM + "/disable")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "No longer writes the item's stock to Shopify; it stays linked")
    public Uni<LinkView> disable(@RestPath long item, @RestQuery String store) {
        return choose(item, store, choice -> choice.withEnabled(false));
    }

    @PUT
    @Path(ITEM + "/allocation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Says what of the product's stock is kept for B2B",
            description = "kind: none; fixed, with units; share, with percent; or store, for what holds for the store")
    public Uni<LinkView> allocate(@RestPath long item, @RestQuery String store, AllocationView wanted) {
        var allocation = Wanted.allocation(wanted);
        return choose(item, store, choice -> choice.withAllocation(allocation));
    }

    @PUT
    @Path(ITEM + "/buffer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Says how many units are kept back; null for the location's or the store's buffer")
    public Uni<LinkView> buffer(@RestPath long item, @RestQuery String store, BufferRequest wanted) {
        Wanted.body(wanted, "units, a number or null");
        var units = Wanted.units("units", wanted.units());
        return choose(item, store, choice -> choice.withBuffer(units));
    }

    @PUT
    @Path(ITEM + "/measured")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Says whether whole units of a product that Odoo measures, such as kilograms, are offered")
    public Uni<LinkView> measured(@RestPath long item, @RestQuery String store, MeasuredRequest wanted) {
        Measured measured = Asked.oneOf(Measured.class, "measured", wanted == null ? null : wanted.measured())
                .orElseThrow(() -> ProblemException.badRequest("measured: expected refuse or whole_units"));
        return choose(item, store, choice -> choice.withMeasured(measured));
    }

    private Uni<LinkView> choose(long item, String store, UnaryOperator<ItemChoice> choice) {
        return choices.choose(key(item, store), choice, person()).map(found -> view(found, item));
    }

    private String person() {
        return caller.getPrincipal().getName();
    }

    private ItemKey key(long item, String store) {
        return new ItemKey(stores.of(store).shop(), Wanted.id("item", item));
    }

    private static LinkView view(Optional<StockItem> found, long item) {
        return found.map(StockViews::link).orElseThrow(() -> unknown(item));
    }

    static ProblemException unknown(long item) {
        return ProblemException.notFound("Nothing was heard of inventory item " + item
                + " of this store, or it was deleted; POST /api/links links an item by its id.");
    }

    private static Optional<ItemKey> place(String after) {
        return Asked.place(after, 2).map(parts -> {
            try {
                return new ItemKey(new ShopDomain(parts[0]), new ShopifyId(Long.parseLong(parts[1])));
            } catch (IllegalArgumentException e) {
                throw Asked.wrongPlace();
            }
        });
    }

    private static Page<LinkView> page(List<StockItem> found, int most) {
        List<LinkView> views = found.stream().map(StockViews::link).toList();
        if (found.size() < most) {
            return new Page<>(views, null);
        }
        ItemKey last = found.get(found.size() - 1).key();
        return new Page<>(views, Asked.place(last.store(), last.item()));
    }
}
