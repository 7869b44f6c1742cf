package io.shopoms.order.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import java.util.List;
import java.util.Optional;

/** Reads an order node as {@code orders_updated_since.graphql} and {@code orders_by_id.graphql} ask for it. */
final class GraphqlOrderDecoder {

    private final PayloadReader order;
    private final Amounts amounts;

    private GraphqlOrderDecoder(PayloadReader order, AmountsIn amountsIn) {
        this.order = order;
        this.amounts = Amounts.ofGraphql(order, amountsIn);
    }

    /** @throws io.shopoms.sync.failure.SyncFailureException with {@code InvalidPayload} naming the field */
    static ShopifyOrder decode(JsonNode json, AmountsIn amountsIn) {
        return new GraphqlOrderDecoder(PayloadReader.root(json), amountsIn).decode();
    }

    private ShopifyOrder decode() {
        GraphqlLineDecoder decoder = new GraphqlLineDecoder(order, amounts);
        List<LineItem> lines = decoder.lines();
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
                amounts.currency(),
                amounts.shopCurrency(),
                amounts.presentmentCurrency(),
                FinancialStatus.of(order.text("displayFinancialStatus")),
                FulfillmentStatus.of(order.text("displayFulfillmentStatus")),
                order.texts("paymentGatewayNames").stream().distinct().toList(),
                order.text("email"),
                order.text("phone"),
                order.text("note"),
                order.text("poNumber"),
                Canonical.tags(order.texts("tags").stream()),
                GraphqlLineDecoder.attributes(order),
                order.texts("discountCodes"),
                order.optional("customer").map(GraphqlOrderDecoder::customer),
                order.at("purchasingEntity").optional("company").map(this::company),
                address("billingAddress"),
                address("shippingAddress"),
                lines,
                decoder.shippingLines(),
                fees(decoder),
                refunds(lines),
                totals());
    }

    private List<Refund> refunds(List<LineItem> lines) {
        List<PayloadReader> refunds = order.list("refunds");
        if (refunds.size() >= OrderCompletion.ALL_REFUNDS) {
            throw order.invalid(
                    "refunds", "complete: Shopify tells no more than " + OrderCompletion.ALL_REFUNDS + " of an order");
        }
        return Canonical.refunds(
                order,
                refunds.stream().map(new GraphqlRefundDecoder(amounts)::refund).toList(),
                lines);
    }

    private OrderTotals totals() {
        Money zero = amounts.zero();
        Money originalTotal = amounts.requiredBag(order, "totalPriceSet");
        Money originalTax = amounts.bag(order, "totalTaxSet").orElse(zero);
        return new OrderTotals(
                amounts.bag(order, "currentTotalPriceSet").orElse(originalTotal),
                amounts.bag(order, "currentSubtotalPriceSet").orElse(zero),
                amounts.bag(order, "currentTotalDiscountsSet")
                        .or(() -> amounts.bag(order, "totalDiscountsSet"))
                        .orElse(zero),
                amounts.bag(order, "currentTotalTaxSet").orElse(originalTax),
                amounts.bag(order, "currentShippingPriceSet")
                        .or(() -> amounts.bag(order, "totalShippingPriceSet"))
                        .orElse(zero),
                Canonical.dutiesInTotal(order, "dutiesIncluded")
                        ? amounts.bag(order, "currentTotalDutiesSet").orElse(zero)
                        : zero,
                amounts.bag(order, "currentTotalAdditionalFeesSet").orElse(zero),
                amounts.bag(order.at("totalCashRoundingAdjustment"), "paymentSet")
                        .orElse(zero),
                originalTotal,
                originalTax,
                amounts.bag(order, "totalTipReceivedSet").orElse(zero),
                amounts.bag(order, "totalOutstandingSet").orElse(zero));
    }

    /** One for all, as webhooks tell no more: an order must not change with the form that brings it. */
    private List<AdditionalFee> fees(GraphqlLineDecoder decoder) {
        List<PayloadReader> fees = order.list("additionalFees");
        Money sum = fees.stream().map(fee -> amounts.requiredBag(fee, "price")).reduce(amounts.zero(), Money::plus);
        List<TaxLine> taxes =
                fees.stream().flatMap(fee -> decoder.taxes(fee).stream()).toList();
        return sum.isZero() ? List.of() : Canonical.fees(order.requiredId("id"), sum, Canonical.merged(taxes));
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

    private Company company(PayloadReader company) {
        PayloadReader location = order.at("purchasingEntity").at("location");
        return new Company(company.requiredId("id"), company.text("name"), location.id("id"), location.text("name"));
    }
}
