package io.shopoms.order.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the payload of {@code orders/*} webhooks: the REST order of any recent API version. */
final class WebhookOrderDecoder {

    private final PayloadReader order;
    private final Amounts amounts;

    private WebhookOrderDecoder(PayloadReader order, AmountsIn amountsIn) {
        this.order = order;
        this.amounts = Amounts.ofWebhook(order, amountsIn);
    }

    /** @throws io.shopoms.sync.failure.SyncFailureException with {@code InvalidPayload} naming the field */
    static ShopifyOrder decode(JsonNode json, AmountsIn amountsIn) {
        return new WebhookOrderDecoder(PayloadReader.root(json), amountsIn).decode();
    }

    private ShopifyOrder decode() {
        WebhookLineDecoder decoder = new WebhookLineDecoder(order, amounts);
        List<LineItem> lines = decoder.lines();
        List<ShippingLine> shippingLines = decoder.shippingLines();
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
                amounts.currency(),
                amounts.shopCurrency(),
                amounts.presentmentCurrency(),
                FinancialStatus.of(order.text("financial_status")),
                FulfillmentStatus.of(order.text("fulfillment_status")),
                order.texts("payment_gateway_names").stream().distinct().toList(),
                order.text("email").or(() -> order.text("contact_email")),
                order.text("phone"),
                order.text("note"),
                order.text("po_number"),
                Canonical.tags(Arrays.stream(order.text("tags").orElse("").split(","))),
                WebhookLineDecoder.attributes(order, "note_attributes"),
                order.list("discount_codes").stream()
                        .flatMap(code -> code.text("code").stream())
                        .toList(),
                order.optional("customer")
                        .filter(customer -> customer.has("id"))
                        .map(WebhookOrderDecoder::customer),
                order.optional("company").filter(company -> company.has("id")).map(WebhookOrderDecoder::company),
                address("billing_address"),
                address("shipping_address"),
                lines,
                shippingLines,
                fees(lines, shippingLines),
                Canonical.refunds(
                        order,
                        order.list("refunds").stream()
                                .map(new WebhookRefundDecoder(amounts)::refund)
                                .toList(),
                        lines),
                totals(shippingLines));
    }

    private OrderTotals totals(List<ShippingLine> shippingLines) {
        Money zero = amounts.zero();
        Money originalTotal = amounts.requiredTold(order, "total_price");
        Money originalTax = amounts.told(order, "total_tax").orElse(zero);
        return new OrderTotals(
                amounts.told(order, "current_total_price").orElse(originalTotal),
                amounts.told(order, "current_subtotal_price")
                        .or(() -> amounts.told(order, "subtotal_price"))
                        .orElse(zero),
                amounts.told(order, "current_total_discounts")
                        .or(() -> amounts.told(order, "total_discounts"))
                        .orElse(zero),
                amounts.told(order, "current_total_tax").orElse(originalTax),
                amounts.told(order, "current_shipping_price")
                        .or(() -> amounts.told(order, "total_shipping_price"))
                        .orElseGet(() ->
                                shippingLines.stream().map(ShippingLine::net).reduce(zero, Money::plus)),
                Canonical.dutiesInTotal(order, "duties_included")
                        ? amounts.told(order, "current_total_duties").orElse(zero)
                        : zero,
                amounts.told(order, "current_total_additional_fees").orElse(zero),
                amounts.told(order, "total_cash_rounding_payment_adjustment").orElse(zero),
                originalTotal,
                originalTax,
                amounts.converted(order, "total_tip_received", Optional.empty()).orElse(zero),
                amounts.converted(order, "total_outstanding", Optional.empty()).orElse(zero));
    }

    /**
     * Webhooks tell the sum of the fees and no more. Their taxes are what the order's taxes have beyond those of its lines.
     */
    private List<AdditionalFee> fees(List<LineItem> lines, List<ShippingLine> shippingLines) {
        Money sum = amounts.told(order, "original_total_additional_fees").orElse(amounts.zero());
        if (sum.isZero()) {
            return List.of();
        }
        List<TaxLine> all = Canonical.taxes(order.list("tax_lines"), tax -> amounts.requiredTold(tax, "price"));
        Stream<TaxLine> known = Stream.concat(
                lines.stream().flatMap(line -> line.taxes().stream()),
                shippingLines.stream().flatMap(line -> line.taxes().stream()));
        Stream<TaxLine> duties =
                lines.stream().flatMap(line -> line.duties().stream()).flatMap(duty -> duty.taxes().stream());
        return Canonical.fees(
                order.requiredId("id"),
                sum,
                Canonical.remainder(all, Stream.concat(known, duties).toList()));
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

    private static Company company(PayloadReader company) {
        return new Company(company.requiredId("id"), Optional.empty(), company.id("location_id"), Optional.empty());
    }
}
