package io.shopoms.order.shopify;

import io.shopoms.model.ShopifyId;
import io.shopoms.model.Sku;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the lines and shipping lines of a webhook's order. */
final class WebhookLineDecoder {

    private final PayloadReader order;
    private final Amounts amounts;
    private final boolean dutiesInTotal;
    private final List<String> discountLabels;
    private final Map<ShopifyId, LineGroup> groups = new HashMap<>();

    WebhookLineDecoder(PayloadReader order, Amounts amounts) {
        this.order = order;
        this.amounts = amounts;
        this.dutiesInTotal = Canonical.dutiesInTotal(order, "duties_included");
        this.discountLabels = order.list("discount_applications").stream()
                .map(WebhookLineDecoder::label)
                .toList();
        for (PayloadReader group : order.list("line_item_groups")) {
            LineGroup read = Canonical.group(group);
            groups.put(read.id(), read);
        }
    }

    List<LineItem> lines() {
        return Canonical.distinct(
                order,
                "line_items",
                order.list("line_items").stream().map(this::line).toList(),
                LineItem::id);
    }

    List<ShippingLine> shippingLines() {
        List<ShippingLine> lines = new ArrayList<>();
        for (PayloadReader line : order.list("shipping_lines")) {
            if (!line.flag("is_removed")) {
                lines.add(shippingLine(line, Canonical.shippingId(order, line, lines.size())));
            }
        }
        return Canonical.distinct(order, "shipping_lines", lines, ShippingLine::id);
    }

    static List<Attribute> attributes(PayloadReader from, String field) {
        return from.list(field).stream()
                .flatMap(pair -> pair.text("name").stream().map(name -> new Attribute(name, pair.anyText("value"))))
                .toList();
    }

    private LineItem line(PayloadReader line) {
        int quantity = line.count("quantity").orElseThrow(() -> line.invalid("quantity", "a whole number"));
        return new LineItem(
                line.requiredId("id"),
                line.text("sku").map(Sku::new),
                line.id("product_id"),
                line.id("variant_id"),
                Canonical.lineName(line, "variant_title"),
                quantity,
                line.count("current_quantity").orElse(quantity),
                amounts.requiredTold(line, "price"),
                discounts(line),
                taxes(line),
                line.flag("gift_card"),
                line.flag("requires_shipping"),
                attributes(line, "properties"),
                dutiesInTotal ? line.list("duties").stream().map(this::duty).toList() : List.of(),
                group(line));
    }

    /** Newer payloads have the duty's amount in {@code price_set}, older ones right in the duty. */
    private Duty duty(PayloadReader duty) {
        Money amount = amounts.bag(duty, "price_set").orElseGet(() -> amounts.requiredBagAt(duty));
        return new Duty(duty.requiredId("id"), amount, taxes(duty));
    }

    private Optional<LineGroup> group(PayloadReader line) {
        return line.id("sales_line_item_group_id").map(id -> {
            LineGroup group = groups.get(id);
            if (group == null) {
                throw line.invalid("sales_line_item_group_id", "one of the order's line_item_groups");
            }
            return group;
        });
    }

    private ShippingLine shippingLine(PayloadReader line, ShopifyId id) {
        Money price = amounts.requiredTold(line, "price");
        List<DiscountAllocation> discounts = discounts(line);
        return new ShippingLine(
                id,
                line.text("title").orElse("Shipping"),
                price,
                Canonical.shippingNet(price, discounts, () -> amounts.told(line, "discounted_price")),
                discounts,
                taxes(line));
    }

    private List<DiscountAllocation> discounts(PayloadReader line) {
        List<DiscountAllocation> discounts = new ArrayList<>();
        for (PayloadReader allocation : line.list("discount_allocations")) {
            Money amount = amounts.requiredTold(allocation, "amount");
            int index = allocation.count("discount_application_index").orElse(Integer.MAX_VALUE);
            String label = index < discountLabels.size() ? discountLabels.get(index) : Canonical.UNNAMED_DISCOUNT;
            if (!amount.isZero()) {
                discounts.add(new DiscountAllocation(label, amount));
            }
        }
        return discounts;
    }

    private List<TaxLine> taxes(PayloadReader from) {
        return Canonical.taxes(from.list("tax_lines"), tax -> amounts.requiredTold(tax, "price"));
    }

    private static String label(PayloadReader application) {
        return application
                .text("code")
                .or(() -> application.text("title"))
                .or(() -> application.text("description"))
                .orElse(Canonical.UNNAMED_DISCOUNT);
    }
}
