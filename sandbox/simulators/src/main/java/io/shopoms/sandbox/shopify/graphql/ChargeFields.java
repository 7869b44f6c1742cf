package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.order.LineGroup;
import io.shopoms.sandbox.shopify.order.Payments;
import java.util.List;

/** The fields of duties, fees, cash rounding and bundles. */
final class ChargeFields {

    private ChargeFields() {}

    static void addTo(RuntimeWiring.Builder wiring) {
        TypeFields.of("Duty", ChargeView.OfDuty.class)
                .field("id", each -> Gid.of("Duty", each.duty().id()))
                .field("countryCodeOfOrigin", each -> each.duty().draft().countryCodeOfOrigin())
                .field("harmonizedSystemCode", each -> each.duty().draft().harmonizedSystemCode())
                .field("price", ChargeView.OfDuty::price)
                .field("taxLines", ChargeView.OfDuty::taxes)
                .addTo(wiring);
        TypeFields.of("AdditionalFee", ChargeView.OfFee.class)
                .field("id", each -> Gid.of("AdditionalFee", each.fee().id()))
                .field("name", each -> each.fee().draft().name())
                .field("price", ChargeView.OfFee::price)
                .field("taxLines", ChargeView.OfFee::taxes)
                .addTo(wiring);
        TypeFields.of("CashRoundingAdjustment", Payments.class)
                .field("paymentSet", each -> each.rounding(false))
                .field("refundSet", each -> each.rounding(true))
                .addTo(wiring);
        TypeFields.of("LineItemGroup", LineGroup.class)
                .field("id", each -> Gid.of("LineItemGroup", each.id()))
                .field("title", each -> each.draft().title())
                .field("quantity", each -> each.draft().quantity())
                .field("customAttributes", each -> List.of())
                .field(
                        "productId",
                        each -> each.variant() == null
                                ? null
                                : Gid.of("Product", each.variant().productId()))
                .field(
                        "variantId",
                        each -> each.variant() == null
                                ? null
                                : Gid.of("ProductVariant", each.variant().id()))
                .field("variantSku", each -> each.draft().sku())
                .addTo(wiring);
    }
}
