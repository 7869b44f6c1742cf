package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.order.DiscountRule;
import io.shopoms.sandbox.shopify.order.LineItem;
import io.shopoms.sandbox.shopify.order.MoneyBag;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.OrderAmounts;
import io.shopoms.sandbox.shopify.order.Refund;
import io.shopoms.sandbox.shopify.order.Transaction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The fields of orders, of their refunds and of their payments. */
final class OrderFields {

    private final Access access;

    OrderFields(Access access) {
        this.access = access;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        TypeFields<Order> order = TypeFields.of("Order", Order.class).ids("Order", Order::id);
        facts(order);
        states(order);
        amounts(order);
        parts(order);
        order.addTo(wiring);
        transactions(wiring);
        refunds(wiring);
    }

    private static void facts(TypeFields<Order> order) {
        order.field("name", Order::name)
                .field("number", each -> each.number())
                .field("createdAt", Order::createdAt)
                .field("updatedAt", Order::updatedAt)
                .field("processedAt", Order::createdAt)
                .field("closed", each -> false)
                .field("closedAt", each -> null)
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
                .field("dutiesIncluded", each -> false)
                .field("taxExempt", each -> false)
                .field("taxesIncluded", each -> each.draft().taxesIncluded())
                .field("displayFinancialStatus", Order::financialStatus)
                .field("displayFulfillmentStatus", Order::fulfillmentStatus)
                .field("fullyPaid", each -> isZero(each.outstanding()))
                .field("unpaid", each -> isZero(each.received()))
                .field("fulfillable", OrderFields::isFulfillable)
                .field("requiresShipping", OrderFields::requiresShipping)
                .field("paymentGatewayNames", each -> List.of(each.draft().gateway()));
    }

    private static boolean isZero(MoneyBag bag) {
        return bag.shopMoney().amount().signum() == 0;
    }

    private static boolean isFulfillable(Order order) {
        return order.lines().stream().anyMatch(line -> line.fulfillableQuantity() > 0);
    }

    private static boolean requiresShipping(Order order) {
        return order.lines().stream().anyMatch(line -> line.draft().requiresShipping());
    }

    private static void amounts(TypeFields<Order> order) {
        order.field("totalPriceSet", ordered(OrderAmounts::total))
                .field("originalTotalPriceSet", ordered(OrderAmounts::total))
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
                .field("taxLines", each -> LineView.Tax.all(each, OrderAmounts::taxes))
                .field("currentTaxLines", LineView.Tax::allCurrent)
                .field("totalWeight", OrderFields::weight)
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

    private static long weight(Order order) {
        return order.lines().stream()
                .mapToLong(line -> (long) line.draft().grams() * line.quantity())
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
                .connection("lineItems", LineView.Item::all)
                .connection("shippingLines", LineView.Shipping::all)
                .field(
                        "shippingLine",
                        each -> LineView.Shipping.all(each).stream().findFirst().orElse(null))
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

    private static List<String> codes(Order order) {
        return order.draft().discountRules().stream()
                .filter(rule -> rule.kind() == DiscountRule.Kind.CODE)
                .map(DiscountRule::label)
                .toList();
    }

    private static void transactions(RuntimeWiring.Builder wiring) {
        TypeFields.of("OrderTransaction", Transaction.class)
                .field("id", each -> Gid.of("OrderTransaction", each.id()))
                .field("kind", Transaction::kind)
                .field("status", Transaction::status)
                .field("gateway", Transaction::gateway)
                .field("formattedGateway", Transaction::gateway)
                .field("amountSet", Transaction::amount)
                .field("createdAt", Transaction::processedAt)
                .field("processedAt", Transaction::processedAt)
                .field("parentTransaction", Transaction::parent)
                .addTo(wiring);
    }

    private static void refunds(RuntimeWiring.Builder wiring) {
        TypeFields.of("Refund", Refund.class)
                .ids("Refund", Refund::id)
                .field("createdAt", Refund::createdAt)
                .field("updatedAt", Refund::createdAt)
                .field("note", Refund::note)
                .field("totalRefundedSet", Refund::total)
                .connection("refundLineItems", Refund::lines)
                .addTo(wiring);
        TypeFields.of("RefundLineItem", Refund.Line.class)
                .field("id", each -> Gid.of("RefundLineItem", each.id()))
                .field("lineItem", each -> LineView.Item.of(each.order(), each.lineItem()))
                .field("quantity", Refund.Line::quantity)
                .field("restocked", Refund.Line::restocked)
                .field("restockType", each -> each.restocked() ? "CANCEL" : "NO_RESTOCK")
                .field("subtotalSet", Refund.Line::subtotal)
                .field("totalTaxSet", Refund.Line::tax)
                .addTo(wiring);
    }
}
