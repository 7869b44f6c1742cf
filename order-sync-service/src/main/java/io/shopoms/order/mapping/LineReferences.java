package io.shopoms.order.mapping;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.mapping.References.Pricelist;
import io.shopoms.order.shopify.LineItem;
import io.shopoms.order.shopify.TaxLine;
import io.shopoms.sync.odoo.ExternalId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the lines of one order refer to in Odoo. Collects what is missing, so that a person hears of all of it at once. */
final class LineReferences {

    private final ShopDomain shop;
    private final References references;
    private final MissingReferences missing = new MissingReferences();

    LineReferences(ShopDomain shop, References references) {
        this.shop = shop;
        this.references = references;
    }

    /**
     * What an item is booked on.
     *
     * @param productId absent if it is missing
     * @param placeholder whether the product stands in for an unknown one, so that the line's text must name the SKU
     */
    record Booking(Optional<Long> productId, boolean placeholder) {

        private static Booking on(long productId) {
            return new Booking(Optional.of(productId), false);
        }
    }

    /**
     * A gift card that is sold is no product of the catalogue, whatever its SKU. A variant that the catalog service linked
     * is the product that it is linked to, also if it has no SKU or shares it; otherwise the SKU says which. A line with
     * neither is a custom item; a product that is gone from Shopify is found by its SKU like any other.
     */
    Booking booking(LineItem line) {
        if (line.giftCard()) {
            return Booking.on(service(ServiceProduct.GIFT_CARD));
        }
        Optional<Long> linked = line.variantId().map(references.variants()::get);
        if (linked.isPresent()) {
            return Booking.on(linked.get());
        }
        if (line.sku().isEmpty()) {
            return Booking.on(service(ServiceProduct.CUSTOM_ITEM));
        }
        ProductMatch match = references.products().getOrDefault(line.sku().get(), new ProductMatch.None());
        if (match instanceof ProductMatch.One one) {
            return Booking.on(one.productId());
        }
        if (match instanceof ProductMatch.Placeholder) {
            return new Booking(Optional.of(service(ServiceProduct.PLACEHOLDER)), true);
        }
        if (match instanceof ProductMatch.Several several) {
            missing.ambiguousSku(line.sku().get(), several.productIds());
        } else {
            missing.sku(line.sku().get());
        }
        return new Booking(Optional.empty(), false);
    }

    /** @param included whether the amounts that the taxes are on contain them */
    List<Long> taxIds(List<TaxLine> taxes, boolean included) {
        List<Long> ids = new ArrayList<>();
        for (TaxKey key : TaxSelection.keys(taxes, included)) {
            TaxMatch match = references.taxes().getOrDefault(key, new TaxMatch.None());
            if (match instanceof TaxMatch.One one) {
                ids.add(one.taxId());
            } else if (match instanceof TaxMatch.Several several) {
                missing.ambiguousTax(key, several.taxIds());
            } else {
                missing.tax(key);
            }
        }
        return ids.stream().sorted().toList();
    }

    long service(ServiceProduct product) {
        Long id = references.serviceProducts().get(product);
        if (id == null) {
            missing.product(product, ExternalId.of(shop, "product", product.key()));
            return 0;
        }
        return id;
    }

    Optional<Long> roundingProduct() {
        return Optional.ofNullable(references.serviceProducts().get(ServiceProduct.ROUNDING));
    }

    Optional<Pricelist> pricelist(String currency) {
        CurrencyMatch match = references.pricelists().getOrDefault(currency, new CurrencyMatch.Unknown());
        if (match instanceof Pricelist pricelist) {
            return Optional.of(pricelist);
        }
        missing.currency(currency, match, ExternalId.of(shop, "pricelist", currency));
        return Optional.empty();
    }

    /** @throws io.shopoms.sync.failure.SyncFailureException naming everything that was missing */
    void requireAll() {
        missing.throwIfAny();
    }
}
