package io.shopoms.catalog.ops;

import io.shopoms.catalog.cache.ProductCache;
import io.shopoms.catalog.cache.ProductLink;
import io.shopoms.catalog.cache.ProductLinks;
import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.odoo.OdooProducts;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.cache.CacheEntries;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.ops.AskedStore;
import io.shopoms.sync.ops.ProblemException;
import io.shopoms.sync.ops.Roles;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which Odoo template stands for a Shopify product. */
@Path("/api/products/links")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "products")
class ProductLinkResource {

    private static final int MOST = 200;

    private final ProductLinks links;
    private final CacheEntries entries;
    private final ProductCache cache;
    private final OdooProducts products;
    private final OdooClients odoos;
    private final AskedStore stores;

    ProductLinkResource(
            ProductLinks links,
            CacheEntries entries,
            ProductCache cache,
            OdooProducts products,
            OdooClients odoos,
            AskedStore stores) {
        this.links = links;
        this.entries = entries;
        this.cache = cache;
        this.products = products;
        this.odoos = odoos;
        this.stores = stores;
    }

    /** @param inStep whether both sides were in step since the link was made */
    record LinkView(
            String store, long productId, long templateId, String title, boolean inStep, List<VariantView> variants) {}

    /** @param inventoryItemId null if Shopify has not said it yet */
    record VariantView(long variantId, Long inventoryItemId, long productId, String sku) {}

    /** @param templateId the {@code product.template} */
    record Wanted(long templateId) {}

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(
            summary = "Which Odoo templates stand for Shopify products",
            description = "q: part of a title, a SKU, or one of the ids; after: the last productId of the page before")
    public Uni<List<LinkView>> list(
            @QueryParam("store") String store,
            @QueryParam("q") @DefaultValue("") String text,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return links.search(stores.of(store).shop(), text, after, Math.max(1, Math.min(limit, MOST)))
                .map(found -> found.stream().map(ProductLinkResource::view).toList());
    }

    @GET
    @Path("/{id:\\d{1,18}}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "The Odoo template that stands for a Shopify product, and the products of its variants")
    public Uni<LinkView> show(@PathParam("id") long id, @QueryParam("store") String store) {
        return links.find(stores.of(store).shop(), List.of(id))
                .map(found -> Optional.ofNullable(found.get(id)).map(ProductLinkResource::view))
                .map(view -> view.orElseThrow(ProductLinkResource::unknown));
    }

    @PUT
    @Path("/{id:\\d{1,18}}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Links a Shopify product with an Odoo template",
            description = "For products that are not recognised, or matched by several templates. The product is then"
                    + " brought to that template; variants that Shopify lacks are archived in it.")
    public Uni<LinkView> link(@PathParam("id") long id, @QueryParam("store") String asked, Wanted wanted) {
        Store store = stores.of(asked);
        if (id <= 0 || wanted == null || wanted.templateId() <= 0) {
            throw ProblemException.badRequest("templateId is the number of a product template");
        }
        return links.ofTemplates(store.shop(), List.of(wanted.templateId()))
                .invoke(taken -> taken.values().stream()
                        .filter(link -> link.productId().value() != id)
                        .findFirst()
                        .ifPresent(link -> {
                            throw ProblemException.badRequest("this template stands for the Shopify product "
                                    + link.productId() + " already; unlink that one first");
                        }))
                .chain(() -> products.read(odoos.of(store), List.of(wanted.templateId())))
                .map(found -> Optional.ofNullable(found.get(wanted.templateId()))
                        .orElseThrow(() -> ProblemException.badRequest("Odoo has no such product template")))
                .map(template -> made(store.shop(), id, template))
                .call(link -> links.store(List.of(link), List.of(link)))
                .call(() -> entries.reprocess(cache, store.shop(), List.of(id)))
                .map(ProductLinkResource::view);
    }

    @DELETE
    @Path("/{id:\\d{1,18}}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Forgets which template stands for a Shopify product",
            description =
                    "Neither product is changed. The product is then looked for in Odoo anew, and made if there is"
                            + " none; a template that shopOMS made is found by its external id.")
    public Uni<Void> unlink(@PathParam("id") long id, @QueryParam("store") String store) {
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

    /** Its variants are found when the product is brought there. */
    private static ProductLink made(ShopDomain shop, long id, OdooProduct template) {
        return new ProductLink(
                shop,
                new ShopifyId(id),
                new OdooId(template.templateId()),
                template.name(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static LinkView view(ProductLink link) {
        return new LinkView(
                link.shop().value(),
                link.productId().value(),
                link.templateId().value(),
                link.title(),
                link.shopify().isPresent(),
                link.variants().stream()
                        .map(variant -> new VariantView(
                                variant.variantId().value(),
                                variant.inventoryItemId().map(ShopifyId::value).orElse(null),
                                variant.productId().value(),
                                variant.sku()))
                        .toList());
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("this product has no link to Odoo");
    }
}
