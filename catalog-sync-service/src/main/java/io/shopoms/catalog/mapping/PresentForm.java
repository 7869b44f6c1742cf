package io.shopoms.catalog.mapping;

import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.odoo.OdooProduct.OdooVariant;
import io.shopoms.catalog.odoo.OdooProduct.TemplateFields;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductOption;
import io.shopoms.catalog.product.Variant;
import io.shopoms.model.ShopifyId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a template holds, said under the option values of the wanted product, so that the fields of each variant are
 * compared with those of the variant that stands for it, whatever its option values are now.
 */
final class PresentForm {

    private PresentForm() {}

    static Product of(Situation situation, Product form, Map<ShopifyId, OdooVariant> assigned) {
        TemplateFields fields = situation.present().fields();
        Map<List<String>, Variant> wanted = new HashMap<>();
        form.variants().forEach(variant -> wanted.put(variant.optionValues(), variant));
        Optional<Combinations> combinations =
                offersAll(situation.present(), form) ? Optional.of(new Combinations(situation)) : Optional.empty();
        List<Variant> variants = new ArrayList<>();
        for (int i = 0; i < situation.wanted().variants().size(); i++) {
            Variant like = situation.wanted().content().variants().get(i);
            OdooVariant existing =
                    assigned.get(situation.wanted().variants().get(i).variantId());
            variants.add(
                    existing == null
                            // A variant that is yet to be made gets its fields when it is made.
                            ? wanted.get(like.optionValues())
                            : held(situation, existing, like, combinations));
        }
        return new Product(
                Optional.of(situation.present().name()),
                Optional.of(fields.description()),
                Optional.empty(),
                Optional.of(fields.category()),
                Optional.of(fields.tags()),
                Optional.of(fields.status()),
                form.options(),
                variants,
                Optional.of(fields.image().stream().toList()),
                List.of());
    }

    private static Variant held(
            Situation situation, OdooVariant existing, Variant like, Optional<Combinations> combinations) {
        Variant held = OdooForm.named(existing.content(), like.optionValues());
        return new Variant(
                held.optionValues(),
                held.sku(),
                held.barcode(),
                // The price that it has once it has the values it shall have.
                combinations
                        .map(known -> situation.present().listPrice().add(known.extraOf(like)))
                        .or(held::price),
                Optional.empty(),
                Optional.empty(),
                held.weight().map(OdooForm::rounded),
                Optional.empty(),
                held.requiresShipping(),
                held.tracked());
    }

    /** Whether the template has all attributes and values of a product. */
    static boolean offersAll(OdooProduct present, Product form) {
        if (!form.hasChoices()) {
            return true;
        }
        for (ProductOption option : form.options()) {
            boolean offered = present.line(option.name())
                    .map(line -> option.values().stream()
                            .allMatch(value -> line.value(value).isPresent()))
                    .orElse(false);
            if (!offered) {
                return false;
            }
        }
        return true;
    }
}
