package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.order.LineItem;
import io.shopoms.sandbox.shopify.order.money.DiscountRule;
import io.shopoms.sandbox.shopify.order.money.LineAmounts;
import io.shopoms.sandbox.shopify.order.money.Money;
import io.shopoms.sandbox.shopify.order.money.MoneyBag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The fields of line items, shipping lines, their discounts and their taxes. */
final class LineFields {

    private LineFields() {}

    static void addTo(RuntimeWiring.Builder wiring) {
        items(wiring);
        shipping(wiring);
        TypeFields.of("TaxLine", LineView.Tax.class)
                .field("title", LineView.Tax::title)
                .field("rate", LineView.Tax::rate)
                .field("ratePercentage", each -> each.rate().movePointRight(2))
                .field("priceSet", LineView.Tax::amount)
                .field("channelLiable", each -> false)
                .field("source", each -> null)
                .addTo(wiring);
        discounts(wiring);
    }

    private static void items(RuntimeWiring.Builder wiring) {
        TypeFields.of("LineItem", LineView.Item.class)
                .field("id", each -> Gid.of("LineItem", each.line().id()))
                .field("name", each -> each.line().name())
                .field("title", each -> each.line().draft().title())
                .field("variantTitle", each -> each.line().draft().variantTitle())
                .field("vendor", each -> each.line().draft().vendor())
                .field("sku", each -> each.line().draft().sku())
                .field("quantity", each -> each.line().quantity())
                .field("currentQuantity", each -> each.line().currentQuantity())
                .field("refundableQuantity", each -> each.line().currentQuantity())
                .field("unfulfilledQuantity", each -> each.line().fulfillableQuantity())
                .field("nonFulfillableQuantity", LineFields::neverToBeShipped)
                .field("requiresShipping", each -> each.line().draft().requiresShipping())
                .field("taxable", each -> each.line().draft().taxable())
                .field("isGiftCard", each -> each.line().draft().giftCard())
                .field(
                        "customAttributes",
                        each -> ShopFields.attributes(each.line().draft().properties()))
                .field(
                        "product",
                        each -> each.line().variant().map(Variant::product).orElse(null))
                .field("variant", each -> each.line().variant().orElse(null))
                .field("originalUnitPriceSet", each -> each.bag(LineAmounts::unitPrice))
                .field("originalTotalSet", each -> each.bag(LineAmounts::gross))
                .field("discountedUnitPriceSet", LineFields::discountedUnitPrice)
                .field("discountedUnitPriceAfterAllDiscountsSet", each -> each.bag(LineFields::unitPriceAfterAll))
                .field("discountedTotalSet", LineFields::discountedTotal)
                .field("totalDiscountSet", each -> each.bag(amounts -> lineDiscount(each, amounts, true)))
                .field("priceAfterAllDiscountsBeforeTaxesSet", LineFields::currentBeforeTaxes)
                .field("duties", each -> ChargeView.OfDuty.all(each.order(), each.line()))
                .field("lineItemGroup", each -> each.line().group().orElse(null))
                .field("discountAllocations", each -> LineView.Allocation.all(each.order(), each::in))
                .list(
                        "taxLines",
                        each -> LineView.Tax.all(
                                each.order(), amounts -> each.in(amounts).taxes()))
                .addTo(wiring);
    }

    private static Object discountedTotal(LineView.Item item, DataFetchingEnvironment env) {
        boolean withCodes = Boolean.TRUE.equals(env.getArgument("withCodeDiscounts"));
        return item.bag(amounts -> amounts.gross().subtract(lineDiscount(item, amounts, withCodes)));
    }

    /** What was taken off this line by itself; discounts of the whole order do not count. */
    private static BigDecimal lineDiscount(LineView.Item item, LineAmounts amounts, boolean withCodes) {
        List<DiscountRule> rules = item.order().draft().discountRules();
        return amounts.discounts().stream()
                .filter(share -> rules.get(share.index()).each())
                .filter(share -> withCodes || rules.get(share.index()).kind() != DiscountRule.Kind.CODE)
                .map(share -> share.amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Object discountedUnitPrice(LineView.Item item) {
        return item.bag(amounts -> perUnit(amounts, amounts.gross().subtract(lineDiscount(item, amounts, false))));
    }

    private static MoneyBag currentBeforeTaxes(LineView.Item item) {
        boolean included = item.order().draft().taxesIncluded();
        return item.order()
                .prices()
                .current(amounts -> included
                        ? item.in(amounts).net().subtract(item.in(amounts).tax())
                        : item.in(amounts).net());
    }

    private static int neverToBeShipped(LineView.Item item) {
        LineItem line = item.line();
        return line.quantity() - line.fulfilledQuantity() - line.fulfillableQuantity();
    }

    private static BigDecimal unitPriceAfterAll(LineAmounts amounts) {
        return perUnit(amounts, amounts.net());
    }

    private static BigDecimal perUnit(LineAmounts amounts, BigDecimal total) {
        return total.divide(
                BigDecimal.valueOf(amounts.quantity()), amounts.unitPrice().scale(), RoundingMode.HALF_UP);
    }

    private static void shipping(RuntimeWiring.Builder wiring) {
        TypeFields.of("ShippingLine", LineView.Shipping.class)
                .field("id", each -> Gid.of("ShippingLine", each.line().id()))
                .field("title", each -> each.line().draft().title())
                .field("code", each -> each.line().draft().code())
                .field("source", each -> "shopify")
                .field("custom", each -> false)
                .field("isRemoved", each -> each.line().removed())
                .field("phone", each -> null)
                .field("carrierIdentifier", each -> null)
                .field("deliveryCategory", each -> null)
                .field("originalPriceSet", each -> each.bag(LineAmounts::gross))
                .field("discountedPriceSet", each -> each.bag(LineAmounts::net))
                .field("currentDiscountedPriceSet", LineFields::currentPrice)
                .field("discountAllocations", each -> LineView.Allocation.all(each.order(), each::in))
                .field(
                        "taxLines",
                        each -> LineView.Tax.all(
                                each.order(), amounts -> each.in(amounts).taxes()))
                .addTo(wiring);
    }

    private static MoneyBag currentPrice(LineView.Shipping shipping) {
        return shipping.order().prices().current(amounts -> shipping.in(amounts).net());
    }

    private static void discounts(RuntimeWiring.Builder wiring) {
        TypeFields.of("DiscountAllocation", LineView.Allocation.class)
                .field("allocatedAmountSet", LineView.Allocation::amount)
                .field("discountApplication", LineView.Allocation::discount)
                .addTo(wiring);
        for (DiscountRule.Kind kind : DiscountRule.Kind.values()) {
            TypeFields<LineView.Discount> type = TypeFields.of(typeName(kind), LineView.Discount.class)
                    .field("index", LineView.Discount::index)
                    .field("allocationMethod", each -> each.rule().each() ? "EACH" : "ACROSS")
                    .field("targetSelection", each -> each.rule().skus().isEmpty() ? "ALL" : "ENTITLED")
                    .field("targetType", each -> each.rule().shipping() ? "SHIPPING_LINE" : "LINE_ITEM")
                    .field("value", LineFields::value);
            if (kind == DiscountRule.Kind.CODE) {
                type.field("code", each -> each.rule().label());
            } else {
                type.field("title", each -> each.rule().label());
            }
            if (kind == DiscountRule.Kind.MANUAL) {
                type.field("description", each -> each.rule().label());
            }
            type.addTo(wiring);
        }
        wiring.type(
                "DiscountApplication",
                type -> type.typeResolver(env -> env.getSchema()
                        .getObjectType(typeName(
                                ((LineView.Discount) env.getObject()).rule().kind()))));
        wiring.type(
                "PricingValue",
                type -> type.typeResolver(env -> env.getSchema()
                        .getObjectType(env.getObject() instanceof BigDecimal ? "PricingPercentageValue" : "MoneyV2")));
        TypeFields.of("PricingPercentageValue", BigDecimal.class)
                .field("percentage", each -> each)
                .addTo(wiring);
    }

    private static Object value(LineView.Discount discount) {
        DiscountRule rule = discount.rule();
        return rule.amount() == null
                ? rule.percentage()
                : new Money(rule.amount(), discount.order().prices().currency());
    }

    private static String typeName(DiscountRule.Kind kind) {
        return switch (kind) {
            case CODE -> "DiscountCodeApplication";
            case MANUAL -> "ManualDiscountApplication";
            case AUTOMATIC -> "AutomaticDiscountApplication";
            case SCRIPT -> "ScriptDiscountApplication";
        };
    }
}
