package io.shopoms.order.shopify;

import io.shopoms.model.ShopifyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as Shopify has it: exactly what Odoo's state depends on, the same whether a webhook or GraphQL brought it.
 * Amounts are in one currency, the shop's or the customer's, as the store's policy chooses.
 *
 * @param id the order's number
 * @param name what people call it, such as {@code #1001}
 * @param orderedAt when it was placed, or processed where it was imported
 * @param updatedAt the date of this version
 * @param cancelledAt when it was cancelled
 * @param test whether it was placed through a test gateway
 * @param taxesIncluded whether prices contain their taxes
 * @param sourceName the channel: {@code web}, {@code pos}, …
 * @param taxExempt whether the customer pays no taxes
 * @param currency the currency of all amounts
 * @param shopCurrency the shop's own currency
 * @param presentmentCurrency the currency that the customer saw
 * @param gateways how it was or will be paid
 * @param tags sorted
 * @param attributes pairs from the cart
 * @param company whom a B2B order is for
 * @param fees additional fees, as they were at first
 * @param refunds in the order in which they were made
 */
public record ShopifyOrder(
        ShopifyId id,
        String name,
        Instant orderedAt,
        Instant updatedAt,
        Optional<Instant> cancelledAt,
        boolean test,
        boolean taxesIncluded,
        boolean taxExempt,
        Optional<String> sourceName,
        String currency,
        String shopCurrency,
        String presentmentCurrency,
        FinancialStatus financialStatus,
        FulfillmentStatus fulfillmentStatus,
        List<String> gateways,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> note,
        Optional<String> poNumber,
        List<String> tags,
        List<Attribute> attributes,
        List<String> discountCodes,
        Optional<Customer> customer,
        Optional<Company> company,
        Optional<Address> billingAddress,
        Optional<Address> shippingAddress,
        List<LineItem> lines,
        List<ShippingLine> shippingLines,
        List<AdditionalFee> fees,
        List<Refund> refunds,
        OrderTotals totals) {

    public ShopifyOrder {
        gateways = List.copyOf(gateways);
        tags = List.copyOf(tags);
        attributes = List.copyOf(attributes);
        discountCodes = List.copyOf(discountCodes);
        lines = List.copyOf(lines);
        shippingLines = List.copyOf(shippingLines);
        fees = List.copyOf(fees);
        refunds = List.copyOf(refunds);
    }

    /** Names the order and no more: the rest holds personal data. */
    @Override
    public String toString() {
        return "order " + name + " (" + id + ")";
    }
}
