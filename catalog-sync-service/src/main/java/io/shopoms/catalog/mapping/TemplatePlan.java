package io.shopoms.catalog.mapping;

import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.odoo.OdooProduct.OdooVariant;
import io.shopoms.catalog.odoo.TemplateChange;
import io.shopoms.catalog.odoo.TemplateChange.Content;
import io.shopoms.catalog.odoo.TemplateChange.NewVariant;
import io.shopoms.catalog.odoo.TemplateChange.VariantChange;
import io.shopoms.catalog.odoo.VariantValues;
import io.shopoms.catalog.product.FieldChange;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductDifference;
import io.shopoms.catalog.product.ProductStatus;
import io.shopoms.catalog.product.Variant;
import io.shopoms.catalog.product.WeightUnit;
import io.shopoms.model.ShopifyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must be done next for a template to show a Shopify product. Level-triggered: it looks at what both hold, never at
 * what happened; after each change the template is read and planned again, until nothing is left to do.
 *
 * @param change absent if nothing is to be done
 * @param reasons the fields that are to change, for people
 * @param variants which Odoo variant stands for which Shopify variant so far
 */
public record TemplatePlan(
        Optional<TemplateChange> change, List<String> reasons, Map<ShopifyId, OdooVariant> variants) {

    public TemplatePlan {
        reasons = List.copyOf(reasons);
    }

    /** @throws io.shopoms.sync.failure.SyncFailureException if the template cannot show the product */
    public static TemplatePlan of(Situation situation) {
        Map<ShopifyId, OdooVariant> assigned =
                VariantAssignment.of(situation.present(), situation.wanted(), situation.known());
        Product form = OdooForm.of(situation.wanted().content());
        boolean archive = form.status().equals(Optional.of(ProductStatus.ARCHIVED));
        boolean structure = situation.structure() && !archive;
        if (structure) {
            Optional<TemplateChange.Structure> lines = StructurePlan.of(situation, form);
            if (lines.isPresent()) {
                return new TemplatePlan(Optional.of(lines.get()), StructurePlan.reasons(lines.get()), assigned);
            }
        }
        FieldPlan fields = FieldPlan.of(situation, form, assigned);
        Content content =
                structure ? withVariants(situation, assigned, fields) : fieldsAlone(situation, assigned, fields);
        return new TemplatePlan(
                content.isEmpty() ? Optional.empty() : Optional.of(content), reasons(fields, content), assigned);
    }

    /** All that differs, field by field, for people who look before anything is done. */
    public static ProductDifference difference(Situation situation) {
        Map<ShopifyId, OdooVariant> assigned =
                VariantAssignment.of(situation.present(), situation.wanted(), situation.known());
        Product wanted = situation.wanted().content();
        List<FieldChange> fields =
                FieldPlan.of(situation, OdooForm.of(wanted), assigned).changes();
        if (!situation.structure()) {
            return new ProductDifference(fields, List.of(), List.of(), false);
        }
        List<Variant> added = new ArrayList<>();
        forEach(situation, (id, variant) -> {
            if (!assigned.containsKey(id)) {
                added.add(variant);
            }
        });
        List<Long> kept = assigned.values().stream().map(OdooVariant::productId).toList();
        return new ProductDifference(
                fields,
                added,
                situation.present().variants().stream()
                        .filter(variant -> variant.active() && !kept.contains(variant.productId()))
                        .map(OdooVariant::content)
                        .toList(),
                false);
    }

    private static Content fieldsAlone(Situation situation, Map<ShopifyId, OdooVariant> assigned, FieldPlan fields) {
        List<VariantChange> changed = new ArrayList<>();
        forEach(
                situation,
                (id, variant) -> Optional.ofNullable(assigned.get(id))
                        .ifPresent(existing -> change(existing, fields.of(variant), Optional.empty(), changed)));
        return content(situation, fields, List.of(), changed, List.of(), List.of(), List.of());
    }

    private static Content withVariants(Situation situation, Map<ShopifyId, OdooVariant> assigned, FieldPlan fields) {
        OdooProduct present = situation.present();
        Combinations combinations = new Combinations(situation);
        List<NewVariant> added = new ArrayList<>();
        List<VariantChange> changed = new ArrayList<>();
        List<Long> activated = new ArrayList<>();
        forEach(situation, (id, variant) -> {
            List<Long> combination = combinations.of(variant);
            OdooVariant existing = assigned.get(id);
            if (existing == null) {
                added.add(new NewVariant(id, combination, values(variant)));
                return;
            }
            boolean moved = !existing.templateValues().equals(combination);
            change(existing, fields.of(variant), moved ? Optional.of(combination) : Optional.empty(), changed);
            if (!existing.active()) {
                activated.add(existing.productId());
            }
        });
        List<Long> dropped = combinations.dropped();
        boolean moving =
                changed.stream().anyMatch(change -> change.templateValues().isPresent());
        List<Long> kept = assigned.values().stream().map(OdooVariant::productId).toList();
        List<Long> archived = present.variants().stream()
                .filter(variant -> variant.active() && !kept.contains(variant.productId()))
                .map(OdooVariant::productId)
                .toList();
        // A variant that is made while an attribute is about to go would lack a value of it, and Odoo deletes such
        // ones.
        return content(
                situation,
                fields,
                dropped.isEmpty() ? added : List.of(),
                changed,
                archived,
                activated,
                moving ? List.of() : dropped);
    }

    private static Content content(
            Situation situation,
            FieldPlan fields,
            List<NewVariant> added,
            List<VariantChange> changed,
            List<Long> archived,
            List<Long> activated,
            List<Long> dropped) {
        return new Content(
                situation.present().templateId(),
                fields.values(),
                added,
                changed,
                archived,
                activated,
                fields.extras(),
                dropped,
                fields.image());
    }

    private interface EachVariant {
        void accept(ShopifyId id, Variant variant);
    }

    private static void forEach(Situation situation, EachVariant work) {
        for (int i = 0; i < situation.wanted().variants().size(); i++) {
            work.accept(
                    situation.wanted().variants().get(i).variantId(),
                    situation.wanted().content().variants().get(i));
        }
    }

    private static void change(
            OdooVariant existing, VariantValues values, Optional<List<Long>> combination, List<VariantChange> changed) {
        if (!values.isEmpty() || combination.isPresent()) {
            String held = existing.content().barcode().orElse("");
            boolean givesUp = values.barcode().isPresent() && existing.active() && !held.isEmpty();
            changed.add(new VariantChange(existing.productId(), values, combination, givesUp ? held : ""));
        }
    }

    /** Of a variant that is made. */
    static VariantValues values(Variant variant) {
        return new VariantValues(
                variant.sku(),
                variant.barcode(),
                variant.weight().map(weight -> weight.in(WeightUnit.KILOGRAMS)),
                variant.cost());
    }

    private static List<String> reasons(FieldPlan fields, Content content) {
        List<String> reasons = new ArrayList<>(fields.reasons());
        count(content.added(), "new variant", reasons);
        count(content.archived(), "variant taken away", reasons);
        count(content.activated(), "variant back", reasons);
        count(
                content.changed().stream()
                        .filter(change -> change.templateValues().isPresent())
                        .toList(),
                "variant with other option values",
                reasons);
        count(content.droppedLines(), "option taken away", reasons);
        return reasons;
    }

    private static void count(List<?> things, String name, List<String> reasons) {
        if (!things.isEmpty()) {
            reasons.add(things.size() + " x " + name);
        }
    }
}
