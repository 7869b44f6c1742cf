package io.shopoms.catalog.mapping;

import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.odoo.OdooProduct.AttributeLine;
import io.shopoms.catalog.odoo.OdooProduct.TemplateValue;
import io.shopoms.catalog.product.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Says option values in the ids of a template that offers all of them. */
final class Combinations {

    private final List<AttributeLine> lines = new ArrayList<>();
    private final List<TemplateValue> common = new ArrayList<>();
    private final List<Long> dropped = new ArrayList<>();

    Combinations(Situation situation) {
        OdooProduct present = situation.present();
        List<String> options = VariantAssignment.optionNames(situation.wanted().content());
        List<String> former = situation
                .last()
                .map(last -> VariantAssignment.optionNames(last.shopify()))
                .orElse(List.of());
        options.forEach(option -> lines.add(present.line(option).orElseThrow()));
        for (AttributeLine line : present.lines()) {
            if (options.contains(line.name())) {
                continue;
            }
            if (VariantAssignment.describes(line) && !former.contains(line.name())) {
                line.values().stream().filter(TemplateValue::active).forEach(common::add);
            } else {
                dropped.add(line.id());
            }
        }
    }

    /** The ids of the values of a variant, sorted. */
    List<Long> of(Variant variant) {
        List<Long> ids = new ArrayList<>();
        values(variant).forEach(value -> ids.add(value.id()));
        return ids.stream().sorted().toList();
    }

    /** What the values of a variant add to the list price now. */
    BigDecimal extraOf(Variant variant) {
        return values(variant).stream().map(TemplateValue::extra).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What every variant costs more because of attributes that Shopify does not know. */
    BigDecimal commonExtra() {
        return common.stream().map(TemplateValue::extra).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The value of an option, by its place among the options. */
    TemplateValue value(int option, String name) {
        return lines.get(option).value(name).orElseThrow();
    }

    /** Lines that no variant shall have. */
    List<Long> dropped() {
        return dropped;
    }

    private List<TemplateValue> values(Variant variant) {
        List<TemplateValue> values = new ArrayList<>(common);
        for (int i = 0; i < lines.size(); i++) {
            values.add(value(i, variant.optionValues().get(i)));
        }
        return values;
    }
}
