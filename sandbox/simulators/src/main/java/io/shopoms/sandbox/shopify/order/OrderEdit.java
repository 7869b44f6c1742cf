package io.shopoms.sandbox.shopify.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/**
 * A change by the merchant, as {@code POST /control/orders/{id}/edit} takes it. What is null stays as it is.
 *
 * @param lines new current quantities by SKU: 0 removes the line, an unknown SKU adds one
 */
public record OrderEdit(
        List<Line> lines,
        String email,
        String phone,
        String note,
        List<String> tags,
        String poNumber,
        Address billingAddress,
        Address shippingAddress) {

    /** @param title and price are used for a SKU that the order does not have yet */
    public record Line(String sku, Integer quantity, String title, BigDecimal price) {

        public Line {
            if (sku == null || sku.isBlank()) {
                throw new IllegalArgumentException("an edited line is named by its sku");
            }
            if (quantity == null || quantity < 0 || quantity > 1_000_000) {
                throw new IllegalArgumentException("an edited line needs its new quantity, 0 to 1000000");
            }
        }
    }

    public OrderEdit {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** A new quantity for one SKU. */
    public static OrderEdit quantity(String sku, int quantity) {
        return new OrderEdit(List.of(new Line(sku, quantity, null, null)), null, null, null, null, null, null, null);
    }

    /** @throws IllegalArgumentException naming the field that is unknown or wrong */
    public static OrderEdit from(JsonNode json) {
        return Drafts.read(json, OrderEdit.class);
    }
}
