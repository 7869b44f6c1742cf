package io.shopoms.inventory.ops;

import io.shopoms.inventory.cache.ItemChoices;
import io.shopoms.inventory.cache.StockItem;
import io.shopoms.inventory.cache.StockItems;
import io.shopoms.inventory.odoo.ProductChoices;
import io.shopoms.inventory.odoo.ProductChoices.Candidate;
import io.shopoms.inventory.ops.LinkResource.LinkRequest;
import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.ops.Asked;
import io.shopoms.sync.ops.ProblemException;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the item and the product that a person means, and links them. */
@ApplicationScoped
class LinkWishes {

    private final StockItems items;
    private final ItemChoices choices;
    private final ProductChoices products;

    LinkWishes(StockItems items, ItemChoices choices, ProductChoices products) {
        this.items = items;
        this.choices = choices;
        this.products = products;
    }

    /** Fails with a problem that names the way out: 400, 404 for what is not there, 409 for what is not unique. */
    Uni<StockItem> link(Store store, LinkRequest request, String person) {
        if ((request.inventoryItemId() == null) == (request.variantId() == null)) {
            throw ProblemException.badRequest("Name the item by either inventoryItemId or variantId.");
        }
        Optional<String> sku = Asked.text("sku", request.sku());
        if ((request.productId() == null) == sku.isEmpty()) {
            throw ProblemException.badRequest("Name the product by either productId or sku.");
        }
        return product(store, request.productId(), sku)
                .chain(product -> item(store, request)
                        .chain(item -> choices.link(item, variant(request), product, person))
                        .map(linked -> linked.orElseThrow(() -> ProblemException.conflict(
                                "The inventory item was deleted in Shopify; it cannot be linked any more."))));
    }

    private Uni<ItemKey> item(Store store, LinkRequest request) {
        if (request.inventoryItemId() != null) {
            return Uni.createFrom()
                    .item(new ItemKey(store.shop(), Wanted.id("inventoryItemId", request.inventoryItemId())));
        }
        ShopifyId variant = Wanted.id("variantId", request.variantId());
        return items.ofVariant(store.shop(), variant)
                .map(found -> found.map(StockItem::key)
                        .orElseThrow(() -> ProblemException.notFound("Nothing was heard of variant " + variant
                                + " yet; name its inventoryItemId, which Shopify shows at the variant.")));
    }

    private Uni<OdooId> product(Store store, Long id, Optional<String> sku) {
        if (sku.isEmpty() && id <= 0) {
            throw ProblemException.badRequest("productId: expected the number of a product.product");
        }
        Uni<List<Candidate>> found =
                sku.map(text -> products.ofSku(store, text)).orElseGet(() -> products.ofId(store, new OdooId(id)));
        return found.map(candidates ->
                only(candidates, sku.map(text -> "the SKU " + text).orElse("the id " + id)));
    }

    private static OdooId only(List<Candidate> candidates, String wanted) {
        if (candidates.isEmpty()) {
            throw ProblemException.notFound(
                    "Odoo shows no active product with " + wanted + "; create it, unarchive it, or name another one.");
        }
        if (candidates.size() > 1) {
            throw ProblemException.conflict("Several products have " + wanted + ": "
                    + candidates.stream()
                            .map(candidate -> candidate.id() + " (" + candidate.name() + ")")
                            .collect(Collectors.joining(", "))
                    + "; name one of them by productId.");
        }
        return candidates.get(0).id();
    }

    private static Optional<ShopifyId> variant(LinkRequest request) {
        return Optional.ofNullable(request.variantId()).map(ShopifyId::new);
    }
}
