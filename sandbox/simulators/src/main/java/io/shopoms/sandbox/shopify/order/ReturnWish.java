package io.shopoms.sandbox.shopify.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Units that came back, as {@code POST /control/orders/{id}/return} takes them.
 *
 * @param lines shipped units by SKU, which go into stock again
 * @param exchange what the buyer gets instead
 */
public record ReturnWish(List<Line> lines, List<DraftLine> exchange) {

    public record Line(String sku, Integer quantity) {

        public Line {
            if (sku == null || quantity == null || quantity < 1) {
                throw new IllegalArgumentException("a returned line needs its sku and a quantity of 1 or more");
            }
        }
    }

    public ReturnWish {
        lines = lines == null ? List.of() : List.copyOf(lines);
        exchange = exchange == null ? List.of() : List.copyOf(exchange);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a return needs lines");
        }
    }

    /** @throws IllegalArgumentException naming the field that is unknown or wrong */
    public static ReturnWish from(JsonNode json) {
        return Drafts.read(json, ReturnWish.class);
    }
}
