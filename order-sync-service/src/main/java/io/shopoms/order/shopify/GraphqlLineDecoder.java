package io.shopoms.order.shopify;

import io.shopoms.model.ShopifyId;
import io.shopoms.model.Sku;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines and shipping lines of an order node. */
final class GraphqlLineDecoder {

    private final PayloadReader order;
    private final Amounts amounts;
    private final boolean dutiesInTotal;

    GraphqlLineDecoder(PayloadReader order, Amounts amounts) {
        this.order = order;
        this.amounts = amounts;
        this.dutiesInTotal = Canonical.dutiesInTotal(order, "dutiesIncluded");
    }

    List<LineItem> lines() {
        return Canonical.distinct(
                order,
                "lineItems",
                order.wholeConnection("lineItems").stream().map(this::line).toList(),
                LineItem::id);
    }

    List<ShippingLine> shippingLines() {
        List<ShippingLine> lines = new ArrayList<>();
        for (PayloadReader line : order.wholeConnection("shippingLines")) {
            lines.add(shippingLine(line, Canonical.shippingId(order, line, lines.size())));
        }
        return Canonical.distinct(order, "shippingLines", lines, ShippingLine::id);
    }

    List<TaxLine> taxes(PayloadReader from) {
        return Canonical.taxes(from.list("taxLines"), tax -> amounts.requiredBag(tax, "priceSet"));
    }

    static List<Attribute> attributes(PayloadReader from) {
        return from.list("customAttributes").stream()
                .flatMap(pair -> pair.text("key").stream().map(key -> new Attribute(key, pair.anyText("value"))))
                .toList();
    }

    private LineItem line(PayloadReader line) {
        int quantity = line.count("quantity").orElseThrow(() -> line.invalid("quantity", "a whole number"));
        return new LineItem(
                line.requiredId("id"),
                line.text("sku").map(Sku::new),
                line.at("product").id("id"),
                line.at("variant").id("id"),
                Canonical.lineName(line, "variantTitle"),
                quantity,
                line.count("currentQuantity").orElse(quantity),
                amounts.requiredBag(line, "originalUnitPriceSet"),
                discounts(line),
                taxes(line),
                line.flag("isGiftCard"),
                line.flag("requiresShipping"),
                attributes(line),
                dutiesInTotal ? line.list("duties").stream().map(this::duty).toList() : List.of(),
                line.optional("lineItemGroup").map(Canonical::group));
    }

    private Duty duty(PayloadReader duty) {
        return new Duty(duty.requiredId("id"), amounts.requiredBag(duty, "price"), taxes(duty));
    }

    private ShippingLine shippingLine(PayloadReader line, ShopifyId id) {
        Money price = amounts.requiredBag(line, "originalPriceSet");
        List<DiscountAllocation> discounts = discounts(line);
        return new ShippingLine(
                id,
                line.text("title").orElse("Shipping"),
                price,
                Canonical.shippingNet(price, discounts, () -> amounts.bag(line, "discountedPriceSet")),
                discounts,
                taxes(line));
    }

    private List<DiscountAllocation> discounts(PayloadReader line) {
        List<DiscountAllocation> discounts = new ArrayList<>();
        for (PayloadReader allocation : line.list("discountAllocations")) {
            Money amount = amounts.requiredBag(allocation, "allocatedAmountSet");
            PayloadReader application = allocation.at("discountApplication");
            String label =
                    application.text("code").or(() -> application.text("title")).orElse(Canonical.UNNAMED_DISCOUNT);
            if (!amount.isZero()) {
                discounts.add(new DiscountAllocation(label, amount));
            }
        }
        return discounts;
    }
}
