package io.shopoms.catalog.mapping;

import io.shopoms.catalog.odoo.OdooProduct.OdooVariant;
import io.shopoms.catalog.odoo.OdooProduct.TemplateValue;
import io.shopoms.catalog.odoo.TemplateValues;
import io.shopoms.catalog.odoo.VariantValues;
import io.shopoms.catalog.product.FieldChange;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductDifference;
import io.shopoms.catalog.product.ProductField;
import io.shopoms.catalog.product.ProductImage;
import io.shopoms.catalog.product.ProductStatus;
import io.shopoms.catalog.product.Variant;
import io.shopoms.catalog.product.WeightUnit;
import io.shopoms.model.ShopifyId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which fields of a template and its variants are to be written. */
final class FieldPlan {

    private final Situation situation;
    private final Product form;
    private final List<FieldChange> changes;
    private final Set<String> ofProduct;
    private final Map<List<String>, Set<String>> ofVariants;
    private final Optional<PriceFit> prices;

    private FieldPlan(Situation situation, Product form, List<FieldChange> changes, boolean pricesDue) {
        this.situation = situation;
        this.form = form;
        this.changes = changes;
        this.ofProduct = changes.stream()
                .filter(change -> change.variant().isEmpty())
                .map(FieldChange::name)
                .collect(Collectors.toSet());
        this.ofVariants = changes.stream()
                .filter(change -> change.variant().isPresent())
                .collect(Collectors.groupingBy(
                        change -> change.variant().orElseThrow(),
                        Collectors.mapping(FieldChange::name, Collectors.toSet())));
        this.prices = pricesDue ? OdooForm.prices(situation.wanted().content()) : Optional.empty();
    }

    static FieldPlan of(Situation situation, Product form, Map<ShopifyId, OdooVariant> assigned) {
        Product present = PresentForm.of(situation, form, assigned);
        List<FieldChange> differences =
                ProductDifference.between(present, form, situation.led(), false).fields();
        Product wanted = situation.wanted().content();
        Optional<Product> odooNow = situation.present().content();
        List<FieldChange> changes = situation
                .last()
                .filter(last -> odooNow.isPresent())
                .map(last -> last.newIn(differences, wanted, odooNow.orElseThrow()))
                .orElse(differences)
                .stream()
                .filter(change -> !situation.written() || !ownSpelling(change))
                .toList();
        boolean pricesDue = situation.led().contains(ProductField.PRICE)
                && (changes.stream().anyMatch(change -> change.name().equals("price"))
                        || newVariantsCostOtherwise(situation, form, assigned));
        return new FieldPlan(situation, form, changes, pricesDue);
    }

    /** Odoo writes HTML in its own way, and its pictures have addresses of their own. */
    private static boolean ownSpelling(FieldChange change) {
        return switch (change.name()) {
            case "description" ->
                HtmlText.saysTheSame(change.before().orElse(""), change.after().orElse(""));
            case "images" ->
                change.before().orElse("").isEmpty()
                        == change.after().orElse("").isEmpty();
            default -> false;
        };
    }

    private static boolean newVariantsCostOtherwise(
            Situation situation, Product form, Map<ShopifyId, OdooVariant> assigned) {
        boolean newOnes =
                situation.wanted().variants().stream().anyMatch(variant -> !assigned.containsKey(variant.variantId()));
        if (!situation.structure() || !newOnes) {
            return false;
        }
        Combinations combinations = new Combinations(situation);
        return form.variants().stream()
                .filter(variant -> variant.price().isPresent())
                .anyMatch(variant -> situation
                                .present()
                                .listPrice()
                                .add(combinations.extraOf(variant))
                                .compareTo(variant.price().orElseThrow())
                        != 0);
    }

    List<FieldChange> changes() {
        return changes;
    }

    List<String> reasons() {
        return changes.stream()
                .map(change -> change.name()
                        + change.variant()
                                .filter(values -> form.hasChoices())
                                .map(values -> " of " + String.join(" / ", values))
                                .orElse(""))
                .distinct()
                .toList();
    }

    TemplateValues values() {
        Optional<ProductStatus> status = of("status").flatMap(name -> form.status());
        Variant any = form.variants().get(0);
        return new TemplateValues(
                of("title").flatMap(name -> form.title()),
                of("description").flatMap(name -> form.description()),
                of("productType").flatMap(name -> form.productType()),
                of("tags").flatMap(name -> form.tags()),
                status.filter(wanted -> wanted != ProductStatus.ARCHIVED).map(wanted -> wanted == ProductStatus.ACTIVE),
                status.filter(wanted -> wanted == ProductStatus.ARCHIVED).map(wanted -> false),
                anyVariant("requiresShipping").flatMap(name -> any.requiresShipping()),
                anyVariant("tracked").flatMap(name -> any.tracked()),
                prices.map(fit -> fit.listPrice().subtract(commonExtra()))
                        .filter(price -> price.compareTo(situation.present().listPrice()) != 0));
    }

    /** Of a variant that exists. */
    VariantValues of(Variant variant) {
        Set<String> names = ofVariants.getOrDefault(variant.optionValues(), Set.of());
        return new VariantValues(
                variant.sku().filter(sku -> names.contains("sku")),
                variant.barcode().filter(barcode -> names.contains("barcode")),
                variant.weight()
                        .filter(weight -> names.contains("weight"))
                        .map(weight -> weight.in(WeightUnit.KILOGRAMS)),
                Optional.empty());
    }

    /** What the values of options shall add to the price, where that is not so yet. */
    Map<Long, BigDecimal> extras() {
        Map<Long, BigDecimal> extras = new HashMap<>();
        if (prices.isEmpty() || !form.hasChoices() || !offersAll()) {
            return extras;
        }
        Combinations combinations = combinations();
        List<Map<String, BigDecimal>> wanted = prices.get().extras();
        for (int option = 0; option < wanted.size(); option++) {
            for (Map.Entry<String, BigDecimal> extra : wanted.get(option).entrySet()) {
                TemplateValue value = combinations.value(option, extra.getKey());
                if (value.extra().compareTo(extra.getValue()) != 0) {
                    extras.put(value.id(), extra.getValue());
                }
            }
        }
        return extras;
    }

    /** The picture to fetch; empty text for none. */
    Optional<String> image() {
        return of("images")
                .flatMap(name -> form.images())
                .map(images ->
                        images.stream().findFirst().map(ProductImage::source).orElse(""));
    }

    private BigDecimal commonExtra() {
        return offersAll() ? combinations().commonExtra() : BigDecimal.ZERO;
    }

    private Combinations combinations() {
        return new Combinations(situation);
    }

    private boolean offersAll() {
        return PresentForm.offersAll(situation.present(), form);
    }

    private Optional<String> of(String name) {
        return Optional.of(name).filter(ofProduct::contains);
    }

    private Optional<String> anyVariant(String name) {
        return Optional.of(name).filter(field -> ofVariants.values().stream().anyMatch(names -> names.contains(field)));
    }
}
