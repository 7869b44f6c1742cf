package io.shopoms.catalog.mapping;

import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.odoo.OdooProduct.AttributeLine;
import io.shopoms.catalog.odoo.OdooProduct.TemplateValue;
import io.shopoms.catalog.odoo.TemplateChange.Structure;
import io.shopoms.catalog.odoo.TemplateChange.WantedLine;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductField;
import io.shopoms.catalog.product.ProductOption;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a template has the attributes and values that a product's variants need. */
final class StructurePlan {

    private StructurePlan() {}

    /** Empty if it has. */
    static Optional<Structure> of(Situation situation, Product form) {
        OdooProduct present = situation.present();
        List<WantedLine> lines = new ArrayList<>();
        if (form.hasChoices()) {
            for (ProductOption option : form.options()) {
                makesVariants(situation, option);
                line(present, option).ifPresent(lines::add);
            }
        }
        boolean revive = !present.active() && situation.led().contains(ProductField.STATUS);
        return lines.isEmpty() && !revive
                ? Optional.empty()
                : Optional.of(new Structure(present.templateId(), revive, lines));
    }

    static List<String> reasons(Structure structure) {
        List<String> reasons = new ArrayList<>();
        if (structure.revive()) {
            reasons.add("back from the archive");
        }
        structure.lines().forEach(line -> reasons.add("values of option " + line.attribute()));
        return reasons;
    }

    private static Optional<WantedLine> line(OdooProduct present, ProductOption option) {
        Optional<AttributeLine> line = present.line(option.name());
        List<String> missing = option.values().stream()
                .filter(value -> line.flatMap(existing -> existing.value(value)).isEmpty())
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new WantedLine(
                        line.map(AttributeLine::id),
                        line.map(AttributeLine::attributeId),
                        option.name(),
                        line.map(StructurePlan::offered).orElse(List.of()),
                        missing));
    }

    private static List<Long> offered(AttributeLine line) {
        return line.values().stream()
                .filter(TemplateValue::active)
                .map(TemplateValue::valueId)
                .toList();
    }

    private static void makesVariants(Situation situation, ProductOption option) {
        if (situation.present().otherAttributes().contains(option.name())) {
            throw new SyncFailureException(new RejectedByTarget(
                    "The attribute '" + option.name() + "' of "
                            + situation.present().label() + " makes no variants in Odoo, but in Shopify it does",
                    "Take the attribute away from the template in Odoo, or link the product with another template;"
                            + " then retry."));
        }
    }
}
