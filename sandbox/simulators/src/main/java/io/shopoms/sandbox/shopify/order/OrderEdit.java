package io.shopoms.sandbox.shopify.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/**
 * A change by the merchant, as {@code POST /control/orders/{id}/edit} takes it. What is null stays as it is.
 *
 * @param lines new current quantities by SKU (by title for a line without one): 0 removes the line, an unknown SKU adds one
 * @param addShipping a shipping line to be added
 * @param removeShipping the code of a shipping line to be removed
 */
public record OrderEdit(
        List<Line> lines,
        String email,
        String phone,
        String note,
        List<String> tags,
        String poNumber,
        Address billingAddress,
        Address shippingAddress,
        DraftShipping addShipping,
        String removeShipping) {

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

    /** An edit that leaves shipping as it is. */
    public OrderEdit(
            List<Line> lines,
            String email,
            String phone,
            String note,
            List<String> tags,
            String poNumber,
            Address billingAddress,
            Address shippingAddress) {
        this(lines, email, phone, note, tags, poNumber, billingAddress, shippingAddress, null, null);
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
