package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.order.DiscountRule;
import io.shopoms.sandbox.shopify.order.LineAmounts;
import io.shopoms.sandbox.shopify.order.Money;
import io.shopoms.sandbox.shopify.order.MoneyBag;
import java.math.BigDecimal;
import java.math.RoundingMode;

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
                .field("nonFulfillableQuantity", each -> 0)
                .field("requiresShipping", each -> each.line().draft().requiresShipping())
                .field("taxable", each -> each.line().draft().taxable())
                .field("isGiftCard", each -> each.line().draft().giftCard())
                .field(
                        "customAttributes",
                        each -> ShopFields.attributes(each.line().draft().properties()))
                .field("product", each -> each.line().variant().orElse(null))
                .field("variant", each -> each.line().variant().orElse(null))
                .field("originalUnitPriceSet", each -> each.bag(LineAmounts::unitPrice))
                .field("originalTotalSet", each -> each.bag(LineAmounts::gross))
                .field("discountedUnitPriceSet", each -> each.bag(LineAmounts::unitPrice))
                .field("discountedUnitPriceAfterAllDiscountsSet", each -> each.bag(LineFields::discountedUnitPrice))
                .field("discountedTotalSet", LineFields::discountedTotal)
                .field("totalDiscountSet", each -> each.order().prices().zero())
                .field("discountAllocations", each -> LineView.Allocation.all(each.order(), each::in))
                .list(
                        "taxLines",
                        each -> LineView.Tax.all(
                                each.order(), amounts -> each.in(amounts).taxes()))
                .addTo(wiring);
    }

    private static Object discountedTotal(LineView.Item item, DataFetchingEnvironment env) {
        boolean withCodes = Boolean.TRUE.equals(env.getArgument("withCodeDiscounts"));
        return item.bag(withCodes ? LineAmounts::net : LineAmounts::gross);
    }

    private static BigDecimal discountedUnitPrice(LineAmounts amounts) {
        return amounts.net()
                .divide(
                        BigDecimal.valueOf(amounts.quantity()),
                        amounts.unitPrice().scale(),
                        RoundingMode.HALF_UP);
    }

    private static void shipping(RuntimeWiring.Builder wiring) {
        TypeFields.of("ShippingLine", LineView.Shipping.class)
                .field(
                        "id",
                        each -> Gid.of(
                                "ShippingLine", each.order().shippingLineIds().get(each.index())))
                .field(
                        "title",
                        each -> each.order()
                                .draft()
                                .shippingLines()
                                .get(each.index())
                                .title())
                .field(
                        "code",
                        each -> each.order()
                                .draft()
                                .shippingLines()
                                .get(each.index())
                                .code())
                .field("source", each -> "shopify")
                .field("custom", each -> false)
                .field("isRemoved", each -> false)
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
        return shipping.order().cancelledAt().isPresent()
                ? shipping.order().prices().zero()
                : shipping.bag(LineAmounts::net);
    }

    private static void discounts(RuntimeWiring.Builder wiring) {
        TypeFields.of("DiscountAllocation", LineView.Allocation.class)
                .field("allocatedAmountSet", LineView.Allocation::amount)
                .field("discountApplication", LineView.Allocation::discount)
                .addTo(wiring);
        for (DiscountRule.Kind kind : DiscountRule.Kind.values()) {
            TypeFields<LineView.Discount> type = TypeFields.of(typeName(kind), LineView.Discount.class)
                    .field("index", LineView.Discount::index)
                    .field("allocationMethod", each -> "ACROSS")
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
