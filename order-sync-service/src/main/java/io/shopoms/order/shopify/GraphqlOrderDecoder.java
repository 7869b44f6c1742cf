package io.shopoms.order.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.model.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an order node of {@code orders_updated_since.graphql}. */
final class GraphqlOrderDecoder {

    private final PayloadReader order;
    private final String currency;

    private GraphqlOrderDecoder(PayloadReader order) {
        this.order = order;
        this.currency = Canonical.currency(order, "currencyCode");
    }

    /** @throws io.shopoms.sync.failure.SyncFailureException with {@code InvalidPayload} naming the field */
    static ShopifyOrder decode(JsonNode json) {
        return new GraphqlOrderDecoder(PayloadReader.root(json)).decode();
    }

    private ShopifyOrder decode() {
        PayloadReader lineItems = order.at("lineItems");
        if (lineItems.at("pageInfo").flag("hasNextPage")) {
            throw lineItems.invalid("pageInfo", "complete: further pages of lines are missing");
        }
        return new ShopifyOrder(
                order.requiredId("id"),
                order.requiredText("name"),
                order.instant("processedAt")
                        .or(() -> order.instant("createdAt"))
                        .orElseThrow(() -> order.invalid("createdAt", "a date")),
                order.instant("updatedAt").orElseThrow(() -> order.invalid("updatedAt", "a date")),
                order.instant("cancelledAt"),
                order.flag("test"),
                order.flag("taxesIncluded"),
                order.flag("taxExempt"),
                order.text("sourceName"),
                currency,
                currency,
                order.text("presentmentCurrencyCode").orElse(currency),
                FinancialStatus.of(order.text("displayFinancialStatus")),
                FulfillmentStatus.of(order.text("displayFulfillmentStatus")),
                order.texts("paymentGatewayNames").stream().distinct().toList(),
                order.text("email"),
                order.text("phone"),
                order.text("note"),
                order.text("poNumber"),
                Canonical.tags(order.texts("tags").stream()),
                attributes(order),
                order.texts("discountCodes"),
                order.optional("customer").map(GraphqlOrderDecoder::customer),
                Optional.empty(),
                address("billingAddress"),
                address("shippingAddress"),
                lineItems.list("nodes").stream().map(this::line).toList(),
                order.at("shippingLines").list("nodes").stream()
                        .map(this::shippingLine)
                        .toList(),
                List.of(),
                List.of(),
                totals());
    }

    private OrderTotals totals() {
        Money originalTotal =
                money(order, "totalPriceSet").orElseThrow(() -> order.invalid("totalPriceSet", "an amount"));
        Money originalTax = money(order, "totalTaxSet").orElse(Money.zero(currency));
        return new OrderTotals(
                money(order, "currentTotalPriceSet").orElse(originalTotal),
                Money.zero(currency),
                Money.zero(currency),
                money(order, "currentTotalTaxSet").orElse(originalTax),
                money(order, "currentShippingPriceSet")
                        .or(() -> money(order, "totalShippingPriceSet"))
                        .orElse(Money.zero(currency)),
                Money.zero(currency),
                Money.zero(currency),
                Money.zero(currency),
                originalTotal,
                originalTax,
                money(order, "totalTipReceivedSet").orElse(Money.zero(currency)),
                Money.zero(currency));
    }

    private LineItem line(PayloadReader line) {
        int quantity = line.count("quantity").orElseThrow(() -> line.invalid("quantity", "a whole number"));
        return new LineItem(
                line.requiredId("id"),
                line.text("sku").map(Sku::new),
                Optional.empty(),
                line.at("variant").id("id"),
                Canonical.lineName(line, "variantTitle"),
                quantity,
                line.count("currentQuantity").orElse(quantity),
                requiredMoney(line, "originalUnitPriceSet"),
                discounts(line),
                taxes(line),
                line.flag("isGiftCard"),
                line.flag("requiresShipping"),
                attributes(line),
                List.of(),
                Optional.empty());
    }

    private ShippingLine shippingLine(PayloadReader line) {
        Money price = requiredMoney(line, "originalPriceSet");
        List<DiscountAllocation> discounts = discounts(line);
        return new ShippingLine(
                // Shopify's schema allows a shipping line without an id; the order's own stands in.
                line.id("id").orElseGet(() -> order.requiredId("id")),
                line.text("title").orElse("Shipping"),
                price,
                Canonical.shippingNet(price, discounts, money(line, "discountedPriceSet")),
                discounts,
                taxes(line));
    }

    private List<DiscountAllocation> discounts(PayloadReader line) {
        List<DiscountAllocation> discounts = new ArrayList<>();
        for (PayloadReader allocation : line.list("discountAllocations")) {
            Money amount = requiredMoney(allocation, "allocatedAmountSet");
            PayloadReader application = allocation.at("discountApplication");
            String label =
                    application.text("code").or(() -> application.text("title")).orElse(Canonical.UNNAMED_DISCOUNT);
            if (!amount.isZero()) {
                discounts.add(new DiscountAllocation(label, amount));
            }
        }
        return discounts;
    }

    private List<TaxLine> taxes(PayloadReader line) {
        return Canonical.taxes(line.list("taxLines"), tax -> requiredMoney(tax, "priceSet"));
    }

    private Money requiredMoney(PayloadReader from, String field) {
        return money(from, field).orElseThrow(() -> from.invalid(field, "an amount"));
    }

    private Optional<Money> money(PayloadReader from, String field) {
        PayloadReader shopMoney = from.at(field).at("shopMoney");
        Canonical.requireCurrency(shopMoney, "currencyCode", currency);
        return shopMoney.decimal("amount").map(value -> new Money(value, currency));
    }

    private Optional<Address> address(String field) {
        return order.optional(field)
                .map(a -> new Address(
                        a.text("firstName"),
                        a.text("lastName"),
                        a.text("company"),
                        a.text("address1"),
                        a.text("address2"),
                        a.text("city"),
                        a.text("zip"),
                        a.text("provinceCode"),
                        a.text("province"),
                        a.text("countryCodeV2"),
                        a.text("country"),
                        a.text("phone")))
                .filter(a -> !a.isEmpty());
    }

    private static Customer customer(PayloadReader customer) {
        return new Customer(
                customer.requiredId("id"),
                customer.text("firstName"),
                customer.text("lastName"),
                customer.at("defaultEmailAddress").text("emailAddress"),
                customer.at("defaultPhoneNumber").text("phoneNumber"));
    }

    private static List<Attribute> attributes(PayloadReader from) {
        return from.list("customAttributes").stream()
                .flatMap(pair -> pair.text("key").stream().map(key -> new Attribute(key, pair.anyText("value"))))
                .toList();
    }
}
