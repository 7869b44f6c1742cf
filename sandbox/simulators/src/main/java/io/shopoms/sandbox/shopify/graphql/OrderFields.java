package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.order.LineItem;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.Refund;
import io.shopoms.sandbox.shopify.order.Shop;
import io.shopoms.sandbox.shopify.order.money.DiscountRule;
import io.shopoms.sandbox.shopify.order.money.MoneyBag;
import io.shopoms.sandbox.shopify.order.money.OrderAmounts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** The fields of orders. */
final class OrderFields {

    private final Shop shop;
    private final Access access;

    OrderFields(Shop shop, Access access) {
        this.shop = shop;
        this.access = access;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        TypeFields<Order> order = TypeFields.of("Order", Order.class).ids("Order", Order::id);
        facts(order);
        states(order);
        amounts(order);
        parts(order);
        order.addTo(wiring);
    }

    private static void facts(TypeFields<Order> order) {
        order.field("name", Order::name)
                .field("number", each -> each.number())
                .field("createdAt", Order::createdAt)
                .field("updatedAt", Order::updatedAt)
                .field("processedAt", Order::createdAt)
                .field("closed", each -> each.closedAt().isPresent())
                .field("closedAt", each -> each.closedAt().orElse(null))
                .field("test", each -> each.draft().test())
                .field("sourceName", each -> each.draft().sourceName())
                .field("sourceIdentifier", each -> null)
                .field("email", each -> each.details().email())
                .field("phone", each -> each.details().phone())
                .field("note", each -> each.details().note())
                .field("tags", each -> each.details().tags())
                .field("poNumber", each -> each.details().poNumber())
                .field(
                        "customAttributes",
                        each -> ShopFields.attributes(each.details().attributes()))
                .field("currencyCode", each -> each.prices().currency().getCurrencyCode())
                .field(
                        "presentmentCurrencyCode",
                        each -> each.prices().presentmentCurrency().getCurrencyCode());
    }

    private static void states(TypeFields<Order> order) {
        order.field("cancelledAt", each -> each.cancelledAt().orElse(null))
                .field(
                        "cancelReason",
                        each -> each.cancelReason()
                                .map(reason -> reason.toUpperCase(Locale.ROOT))
                                .orElse(null))
                .field("confirmed", each -> true)
                .field("edited", Order::edited)
                .field("estimatedTaxes", each -> false)
                .field("dutiesIncluded", each -> each.draft().dutiesIncluded())
                .field("taxExempt", each -> each.draft().taxExempt())
                .field("taxesIncluded", each -> each.draft().taxesIncluded())
                .field("displayFinancialStatus", Order::financialStatus)
                .field("displayFulfillmentStatus", Order::fulfillmentStatus)
                .field("fullyPaid", each -> !each.outstanding().isPositive())
                .field("unpaid", each -> each.received().isZero())
                .field("fulfillable", OrderFields::isFulfillable)
                .field("requiresShipping", OrderFields::requiresShipping)
                .field("paymentGatewayNames", each -> each.payments().gateways())
                .field("canMarkAsPaid", each -> each.outstanding().isPositive())
                .field("capturable", each -> each.payments().capturable().isPositive())
                .field("refundable", each -> each.netPayment().isPositive())
                .field(
                        "confirmationNumber",
                        each -> Long.toString(each.id(), 36).toUpperCase(Locale.ROOT))
                .field("customerLocale", each -> "en");
    }

    private static boolean isFulfillable(Order order) {
        return order.lines().stream().anyMatch(line -> line.fulfillableQuantity() > 0);
    }

    private static boolean requiresShipping(Order order) {
        return order.lines().stream().anyMatch(line -> line.draft().requiresShipping());
    }

    private static void amounts(TypeFields<Order> order) {
        order.field("totalPriceSet", ordered(OrderAmounts::total))
                .field("originalTotalPriceSet", Order::originalTotal)
                .field("subtotalPriceSet", ordered(OrderAmounts::subtotal))
                .field("totalDiscountsSet", ordered(OrderAmounts::discounts))
                .field("totalShippingPriceSet", ordered(OrderAmounts::shippingPrice))
                .field("totalTaxSet", ordered(OrderAmounts::tax))
                .field("totalTipReceivedSet", ordered(OrderAmounts::tip))
                .field("currentTotalPriceSet", current(OrderAmounts::total))
                .field("currentSubtotalPriceSet", current(OrderAmounts::subtotal))
                .field("currentTotalDiscountsSet", current(OrderAmounts::discounts))
                .field("currentShippingPriceSet", current(OrderAmounts::shippingNet))
                .field("currentTotalTaxSet", current(OrderAmounts::tax))
                .field("totalReceivedSet", Order::received)
                .field("totalRefundedSet", Order::refunded)
                .field("netPaymentSet", Order::netPayment)
                .field("totalOutstandingSet", Order::outstanding)
                .field("totalCapturableSet", each -> each.payments().capturable())
                .field("totalCashRoundingAdjustment", Order::payments)
                .field("refundDiscrepancySet", current(OrderAmounts::adjustments))
                .field("totalRefundedShippingSet", OrderFields::refundedShipping)
                .field("originalTotalDutiesSet", each -> duties(each, ordered(OrderAmounts::dutiesNet)))
                .field("currentTotalDutiesSet", each -> duties(each, current(OrderAmounts::dutiesNet)))
                .field("originalTotalAdditionalFeesSet", each -> fees(each, ordered(OrderAmounts::feesNet)))
                .field("currentTotalAdditionalFeesSet", each -> fees(each, current(OrderAmounts::feesNet)))
                .field("additionalFees", ChargeView.OfFee::all)
                .field("currentTotalWeight", each -> weight(each, LineItem::currentQuantity))
                .field("taxLines", each -> LineView.Tax.all(each, OrderAmounts::taxes))
                .field("currentTaxLines", LineView.Tax::allCurrent)
                .field("totalWeight", each -> weight(each, LineItem::quantity))
                .field(
                        "subtotalLineItemsQuantity",
                        each -> each.lines().stream()
                                .mapToInt(LineItem::quantity)
                                .sum())
                .field(
                        "currentSubtotalLineItemsQuantity",
                        each -> each.lines().stream()
                                .mapToInt(LineItem::currentQuantity)
                                .sum());
    }

    private static Function<Order, Object> ordered(Function<OrderAmounts, BigDecimal> amount) {
        return order -> order.prices().ordered(amount);
    }

    private static Function<Order, Object> current(Function<OrderAmounts, BigDecimal> amount) {
        return order -> order.prices().current(amount);
    }

    /** Null for an order that never had any. */
    private static Object duties(Order order, Function<Order, Object> amount) {
        return order.charges().duties().isEmpty() ? null : amount.apply(order);
    }

    private static Object fees(Order order, Function<Order, Object> amount) {
        return order.charges().fees().isEmpty() ? null : amount.apply(order);
    }

    private static MoneyBag refundedShipping(Order order) {
        return order.zero()
                .plusAll(order.refunds().stream()
                        .flatMap(refund -> refund.shipping().stream())
                        .map(Refund.Shipping::subtotal)
                        .toList());
    }

    private static long weight(Order order, ToIntFunction<LineItem> units) {
        return order.lines().stream()
                .mapToLong(line -> (long) line.draft().grams() * units.applyAsInt(line))
                .sum();
    }

    private void parts(TypeFields<Order> order) {
        order.field(
                        "billingAddress",
                        each -> PeopleFields.address(each.id(), each.details().billingAddress()))
                .field(
                        "shippingAddress",
                        each -> PeopleFields.address(each.id(), each.details().shippingAddress()))
                .field("customer", each -> {
                    access.check("customer");
                    return each.customer().orElse(null);
                })
                .field("purchasingEntity", each -> {
                    access.check("customer");
                    return CompanyFields.purchasingEntity(each);
                })
                .field("retailLocation", this::till)
                .field("returns", (each, env) -> {
                    access.check("returns");
                    return Connection.of(each.returns(), env);
                })
                .connection("lineItems", LineView.Item::all)
                .field(
                        "shippingLines",
                        (each, env) -> Connection.of(
                                LineView.Shipping.all(each, Boolean.TRUE.equals(env.getArgument("includeRemovals"))),
                                env))
                .field(
                        "shippingLine",
                        each -> LineView.Shipping.all(each, false).stream()
                                .findFirst()
                                .orElse(null))
                .connection("discountApplications", LineView.Discount::all)
                .field("discountCodes", OrderFields::codes)
                .field("discountCode", each -> codes(each).stream().findFirst().orElse(null))
                .field("fulfillmentOrders", (each, env) -> {
                    access.check("fulfillmentOrders");
                    return Connection.of(each.fulfillmentOrders(), env);
                })
                .list("fulfillments", Order::fulfillments)
                .list("refunds", Order::refunds)
                .list("transactions", Order::transactions);
    }

    private Object till(Order order) {
        return "pos".equals(order.draft().sourceName()) ? shop.locations().standard() : null;
    }

    private static List<String> codes(Order order) {
        return order.draft().discountRules().stream()
                .filter(rule -> rule.kind() == DiscountRule.Kind.CODE)
                .map(DiscountRule::label)
                .toList();
    }
}
