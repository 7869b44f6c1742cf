package io.shopoms.catalog.mapping;

import io.shopoms.catalog.odoo.TemplateDraft;
import io.shopoms.catalog.odoo.TemplateDraft.DraftAttribute;
import io.shopoms.catalog.odoo.TemplateValues;
import io.shopoms.catalog.odoo.VariantValues;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductOption;
import io.shopoms.catalog.product.ProductStatus;
import io.shopoms.catalog.product.Variant;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailureException;
import java.util.List;
import java.util.Optional;

/** What a template is made with. */
public final class TemplateDrafts {

    private TemplateDrafts() {}

    /**
     * @throws SyncFailureException if the product has no title
     */
    public static TemplateDraft of(WantedProduct wanted) {
        Product form = OdooForm.of(wanted.content());
        String name = form.title()
                .filter(title -> !title.isBlank())
                .orElseThrow(() -> new SyncFailureException(new InvalidPayload(
                        "Shopify product " + wanted.id() + " has no title, and Odoo needs a name",
                        "Give the product a title in Shopify.")));
        Variant any = form.variants().get(0);
        TemplateValues values = new TemplateValues(
                Optional.of(name),
                form.description().filter(text -> !text.isEmpty()),
                form.productType().filter(text -> !text.isEmpty()),
                form.tags().filter(tags -> !tags.isEmpty()),
                form.status().map(status -> status == ProductStatus.ACTIVE),
                Optional.empty(),
                any.requiresShipping(),
                any.tracked(),
                OdooForm.prices(wanted.content()).map(PriceFit::listPrice));
        return wanted.content().hasChoices()
                ? new TemplateDraft(wanted.id(), values, attributes(wanted), VariantValues.NONE)
                : new TemplateDraft(
                        wanted.id(),
                        values,
                        List.of(),
                        TemplatePlan.values(wanted.content().variants().get(0)));
    }

    private static List<DraftAttribute> attributes(WantedProduct wanted) {
        return OdooForm.of(wanted.content()).options().stream()
                .map(option -> new DraftAttribute(option.name(), inShopifysOrder(wanted, option)))
                .toList();
    }

    /** A value that Odoo does not know yet comes after those that were made before it. */
    private static List<String> inShopifysOrder(WantedProduct wanted, ProductOption used) {
        return wanted.content().options().stream()
                .filter(option -> option.name().equals(used.name()))
                .flatMap(option -> option.values().stream())
                .filter(used.values()::contains)
                .toList();
    }
}
