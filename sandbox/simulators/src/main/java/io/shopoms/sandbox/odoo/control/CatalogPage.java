package io.shopoms.sandbox.odoo.control;

import io.shopoms.sandbox.odoo.view.TemplateView;
import io.shopoms.sandbox.odoo.view.VariantView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of the page with products and their variants. */
final class CatalogPage {

    private final Html html;

    CatalogPage(Html html) {
        this.html = html;
    }

    void templates(List<TemplateView> templates, int count) {
        html.section("Products and stock", count);
        html.tableStart(
                "Product", "Options", "Variants", "State", Html.NUMBER + "Price", Html.NUMBER + "On hand", "", "");
        for (TemplateView template : templates) {
            html.rowStart();
            html.cell(template.name() + "\n" + template.category() + "\n" + String.join(", ", template.tags()));
            html.cell(options(template.options()));
            html.cell(each(template, CatalogPage::label));
            html.badge(template.active() ? "active" : "archived");
            html.number(each(template, variant -> Page.amount(variant.price())));
            html.number(each(template, variant -> Page.plain(variant.onHand())));
            String address = "/page/templates/" + template.id();
            html.form(address + "/name", "name", "New name", "Rename");
            Map<String, String> acts = new LinkedHashMap<>();
            acts.put(
                    address + (template.active() ? "/archive" : "/unarchive"),
                    template.active() ? "Archive" : "Bring back");
            html.buttons(acts);
            html.rowEnd();
        }
        html.tableEnd("No products yet.", templates.isEmpty());
    }

    private static String options(Map<String, List<String>> options) {
        return String.join(
                "\n",
                options.entrySet().stream()
                        .map(option -> option.getKey() + ": " + String.join(", ", option.getValue()))
                        .toList());
    }

    private interface Shown {
        String of(VariantView variant);
    }

    private static String each(TemplateView template, Shown shown) {
        return String.join("\n", template.variants().stream().map(shown::of).toList());
    }

    private static String label(VariantView variant) {
        String values = variant.values().isEmpty() ? "" : " (" + String.join(", ", variant.values()) + ")";
        String barcode = variant.barcode().isEmpty() ? "" : " ▮" + variant.barcode();
        String sku = variant.sku().isEmpty() ? "no SKU" : variant.sku();
        return sku + values + barcode + (variant.active() ? "" : " – archived");
    }
}
