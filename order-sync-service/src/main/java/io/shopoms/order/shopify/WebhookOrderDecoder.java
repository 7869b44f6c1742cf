package io.shopoms.order.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.model.Sku;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the payload of {@code orders/*} webhooks: the REST order of any recent API version. */
final class WebhookOrderDecoder {

    private final PayloadReader order;
    private final String currency;
    private final List<String> discountLabels;

    private WebhookOrderDecoder(PayloadReader order) {
        this.order = order;
        this.currency = Canonical.currency(order, "currency");
        this.discountLabels = order.list("discount_applications").stream()
                .map(WebhookOrderDecoder::label)
                .toList();
    }

    /** @throws io.shopoms.sync.failure.SyncFailureException with {@code InvalidPayload} naming the field */
    static ShopifyOrder decode(JsonNode json) {
        return new WebhookOrderDecoder(PayloadReader.root(json)).decode();
    }

    private ShopifyOrder decode() {
        return new ShopifyOrder(
                order.requiredId("id"),
                order.requiredText("name"),
                order.instant("processed_at")
                        .or(() -> order.instant("created_at"))
                        .orElseThrow(() -> order.invalid("created_at", "a date")),
                order.instant("updated_at").orElseThrow(() -> order.invalid("updated_at", "a date")),
                order.instant("cancelled_at"),
                order.flag("test"),
                order.flag("taxes_included"),
                order.flag("tax_exempt"),
                order.text("source_name"),
                currency,
                currency,
                order.text("presentment_currency").orElse(currency),
                FinancialStatus.of(order.text("financial_status")),
                FulfillmentStatus.of(order.text("fulfillment_status")),
                order.texts("payment_gateway_names").stream().distinct().toList(),
                order.text("email").or(() -> order.text("contact_email")),
                order.text("phone"),
                order.text("note"),
                order.text("po_number"),
                Canonical.tags(Arrays.stream(order.text("tags").orElse("").split(","))),
                attributes(order, "note_attributes"),
                order.list("discount_codes").stream()
                        .flatMap(code -> code.text("code").stream())
                        .toList(),
                order.optional("customer")
                        .filter(customer -> customer.has("id"))
                        .map(WebhookOrderDecoder::customer),
                Optional.empty(),
                address("billing_address"),
                address("shipping_address"),
                order.list("line_items").stream().map(this::line).toList(),
                order.list("shipping_lines").stream()
                        .filter(line -> !line.flag("is_removed"))
                        .map(this::shippingLine)
                        .toList(),
                List.of(),
                List.of(),
                totals());
    }

    private OrderTotals totals() {
        Money originalTotal = money(order, "total_price").orElseThrow(() -> order.invalid("total_price", "an amount"));
        Money originalTax = money(order, "total_tax").orElse(Money.zero(currency));
        return new OrderTotals(
                money(order, "current_total_price").orElse(originalTotal),
                Money.zero(currency),
                Money.zero(currency),
                money(order, "current_total_tax").orElse(originalTax),
                money(order, "current_shipping_price")
                        .or(() -> money(order, "total_shipping_price"))
                        .orElse(Money.zero(currency)),
                Money.zero(currency),
                Money.zero(currency),
                Money.zero(currency),
                originalTotal,
                originalTax,
                money(order, "total_tip_received").orElse(Money.zero(currency)),
                Money.zero(currency));
    }

    private LineItem line(PayloadReader line) {
        int quantity = line.count("quantity").orElseThrow(() -> line.invalid("quantity", "a whole number"));
        return new LineItem(
                line.requiredId("id"),
                line.text("sku").map(Sku::new),
                Optional.empty(),
                line.id("variant_id"),
                Canonical.lineName(line, "variant_title"),
                quantity,
                line.count("current_quantity").orElse(quantity),
                money(line, "price").orElseThrow(() -> line.invalid("price", "an amount")),
                discounts(line),
                taxes(line),
                line.flag("gift_card"),
                line.flag("requires_shipping"),
                attributes(line, "properties"),
                List.of(),
                Optional.empty());
    }

    private ShippingLine shippingLine(PayloadReader line) {
        Money price = money(line, "price").orElseThrow(() -> line.invalid("price", "an amount"));
        List<DiscountAllocation> discounts = discounts(line);
        return new ShippingLine(
                // Shopify's schema allows a shipping line without an id; the order's own stands in.
                line.id("id").orElseGet(() -> order.requiredId("id")),
                line.text("title").orElse("Shipping"),
                price,
                Canonical.shippingNet(price, discounts, money(line, "discounted_price")),
                discounts,
                taxes(line));
    }

    private List<DiscountAllocation> discounts(PayloadReader line) {
        List<DiscountAllocation> discounts = new ArrayList<>();
        for (PayloadReader allocation : line.list("discount_allocations")) {
            Money amount = money(allocation, "amount").orElseThrow(() -> allocation.invalid("amount", "an amount"));
            int index = allocation.count("discount_application_index").orElse(Integer.MAX_VALUE);
            String label = index < discountLabels.size() ? discountLabels.get(index) : Canonical.UNNAMED_DISCOUNT;
            if (!amount.isZero()) {
                discounts.add(new DiscountAllocation(label, amount));
            }
        }
        return discounts;
    }

    private List<TaxLine> taxes(PayloadReader line) {
        return Canonical.taxes(line.list("tax_lines"), this::taxAmount);
    }

    private Money taxAmount(PayloadReader tax) {
        return money(tax, "price").orElseThrow(() -> tax.invalid("price", "an amount"));
    }

    /** Newer payloads carry both currencies in {@code <field>_set}; the plain field is in the shop's. */
    private Optional<Money> money(PayloadReader from, String field) {
        PayloadReader shopMoney = from.at(field + "_set").at("shop_money");
        Optional<BigDecimal> amount = shopMoney.decimal("amount");
        if (amount.isPresent()) {
            Canonical.requireCurrency(shopMoney, "currency_code", currency);
            return amount.map(value -> new Money(value, currency));
        }
        return from.decimal(field).map(value -> new Money(value, currency));
    }

    private Optional<Address> address(String field) {
        return order.optional(field)
                .map(a -> new Address(
                        a.text("first_name"),
                        a.text("last_name"),
                        a.text("company"),
                        a.text("address1"),
                        a.text("address2"),
                        a.text("city"),
                        a.text("zip"),
                        a.text("province_code"),
                        a.text("province"),
                        a.text("country_code"),
                        a.text("country"),
                        a.text("phone")))
                .filter(a -> !a.isEmpty());
    }

    private static Customer customer(PayloadReader customer) {
        return new Customer(
                customer.requiredId("id"),
                customer.text("first_name"),
                customer.text("last_name"),
                customer.text("email"),
                customer.text("phone"));
    }

    private static List<Attribute> attributes(PayloadReader from, String field) {
        return from.list(field).stream()
                .flatMap(pair -> pair.text("name").stream().map(name -> new Attribute(name, pair.anyText("value"))))
                .toList();
    }

    private static String label(PayloadReader application) {
        return application
                .text("code")
                .or(() -> application.text("title"))
                .or(() -> application.text("description"))
                .orElse(Canonical.UNNAMED_DISCOUNT);
    }
}
