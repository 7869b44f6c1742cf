package io.shopoms.sandbox.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/** Odoo, seen as the people in sales and in the warehouse see it; a simulated and a real one alike. */
final class Warehouse {

    private final OdooApi odoo;

    Warehouse(OdooApi odoo) {
        this.odoo = odoo;
    }

    Optional<JsonNode> confirmedOrder(String origin) {
        JsonNode found = odoo.search(
                "sale.order",
                "[[\"origin\",\"=\",\"" + origin + "\"],[\"state\",\"=\",\"sale\"]]",
                "[\"name\",\"amount_total\",\"picking_ids\"]");
        if (found.size() > 1) {
            throw new StackProblem("Odoo has " + found.size() + " orders for " + origin + "; there must be one");
        }
        return Optional.ofNullable(found.get(0));
    }

    void mustTotal(JsonNode sale, BigDecimal total) {
        BigDecimal inOdoo = sale.path("amount_total").decimalValue();
        if (inOdoo.compareTo(total) != 0) {
            throw new StackProblem(
                    sale.path("name").asText() + " totals " + inOdoo + " in Odoo but " + total + " in Shopify");
        }
    }

    Optional<JsonNode> readyPicking(JsonNode sale) {
        JsonNode found = odoo.search(
                "stock.picking",
                "[[\"sale_id\",\"=\"," + sale.path("id").asLong()
                        + "],[\"picking_type_code\",\"=\",\"outgoing\"],[\"state\",\"=\",\"assigned\"]]",
                "[\"name\"]");
        if (found.size() > 1) {
            throw new StackProblem(
                    sale.path("name").asText() + " has " + found.size() + " deliveries in Odoo; there must be one");
        }
        return Optional.ofNullable(found.get(0));
    }

    void ship(JsonNode picking, String tracking) {
        String ids = "\"ids\":[" + picking.path("id").asLong() + "]";
        odoo.call("stock.picking", "write", "{" + ids + ",\"vals\":{\"carrier_tracking_ref\":\"" + tracking + "\"}}");
        // Where Odoo would ask whether to text the customer, it answers with that question and ships nothing.
        String quietly = ",\"context\":{\"skip_sms\":true}";
        JsonNode answer = odoo.call("stock.picking", "button_validate", "{" + ids + quietly + "}");
        if (!answer.isBoolean() || !answer.asBoolean()) {
            throw new StackProblem(picking.path("name").asText() + " could not be shipped at once: Odoo asks '"
                    + answer.path("name").asText("?") + "'");
        }
    }
}
