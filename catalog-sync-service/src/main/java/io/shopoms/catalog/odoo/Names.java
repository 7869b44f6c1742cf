package io.shopoms.catalog.odoo;

import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The ids of the categories and tags that some templates name, and the cells of a table that say a template's fields. */
record Names(Map<String, Long> categories, Map<String, Long> tags) {

    /** At most two calls, four if something is missing. */
    static Uni<Names> of(OdooClient odoo, Collection<TemplateValues> templates) {
        Set<String> categories = new TreeSet<>();
        Set<String> tags = new TreeSet<>();
        for (TemplateValues template : templates) {
            template.category().filter(name -> !name.isEmpty()).ifPresent(categories::add);
            template.tags().ifPresent(tags::addAll);
        }
        return Uni.combine()
                .all()
                .unis(Vocabulary.categories(odoo, categories), Vocabulary.tags(odoo, tags))
                .with(Names::new);
    }

    /** Columns and cells of a {@code load} of {@code product.template}. */
    Map<String, Object> cells(TemplateValues values) {
        Map<String, Object> cells = new LinkedHashMap<>();
        values.name().ifPresent(name -> cells.put("name", name));
        values.description().ifPresent(description -> cells.put("description", description));
        values.category()
                .ifPresent(category -> cells.put(
                        "categ_id/.id",
                        category.isEmpty() ? "" : categories.get(category).toString()));
        values.tags().ifPresent(wanted -> cells.put("product_tag_ids/.id", ids(wanted)));
        values.saleOk().ifPresent(saleOk -> cells.put("sale_ok", flag(saleOk)));
        values.active().ifPresent(active -> cells.put("active", flag(active)));
        values.ships().ifPresent(ships -> cells.put("type", ships ? "consu" : "service"));
        values.storable().ifPresent(storable -> cells.put("is_storable", flag(storable)));
        values.listPrice().ifPresent(price -> cells.put("list_price", price));
        return cells;
    }

    /** Columns and cells of a {@code load} of {@code product.product}, or of a template with one variant. */
    static Map<String, Object> cells(VariantValues values) {
        Map<String, Object> cells = new LinkedHashMap<>();
        values.sku().ifPresent(sku -> cells.put("default_code", sku));
        values.barcode().ifPresent(barcode -> cells.put("barcode", barcode));
        values.kilograms().ifPresent(kilograms -> cells.put("weight", kilograms));
        values.cost().ifPresent(cost -> cells.put("standard_price", cost));
        return cells;
    }

    static String ids(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private String ids(Set<String> names) {
        return ids(names.stream().map(tags::get).sorted().toList());
    }

    private static String flag(boolean value) {
        return value ? "1" : "0";
    }
}
