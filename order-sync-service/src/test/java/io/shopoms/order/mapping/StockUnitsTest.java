package io.shopoms.order.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.model.event.OrderStored;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.fixtures.Refunds;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.order.shopify.OrderJson;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.cache.RawFormat;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an order takes out of Shopify's stock: {@code units variant SKU} for each variant. */
class StockUnitsTest {

    private static final String MUG = "two-lines-taxed-shipping";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # nothing taken off
            bundle                 | 4 110086 MUG-1, 2 110087 BAG-1, 1 110088 CSH-WHT-S
            # a custom item and a tip have neither variant nor SKU
            custom-item-and-tip    | 1 71511 MUG-1
            # a gift card lies on no shelf
            gift-card-sold-and-mug | 1 110080 MUG-1
            # its variant is gone; Odoo knows the SKU
            deleted-product        | 1 - OLD-1, 1 110083 MUG-1
            # removed by an edit, which put both back; another line was added
            edit-added-and-removed | 1 110032 MUG-1, 1 110033 BAG-1
            # cancelled, everything back on the shelf
            cancelled-and-refunded | ''
            # cancelled, nothing said of the shelf: Shopify's stock lacks it still
            cancelled              | 1 71520 MUG-1
            # came back and was exchanged for another size
            exchange-after-return  | 1 110044 CSH-WHT-M
            """)
    void unitsOfARecordedOrderAreThoseThatTheShelfLacks(String name, String expected) {
        assertThat(told(RecordedOrders.order(name))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} of {1} units")
    @CsvSource(textBlock = """
            no_restock, 1, 2
            cancel,     1, 1
            return,     1, 1
            legacy_restock, 2, 0
            no_restock, 2, 2
            cancel,     2, 0
            """)
    void refundedUnitsCountUnlessTheyArePutBack(String restock, int refunded, int left) {
        // Given
        ShopifyOrder order = changed(payload -> {
            ObjectNode line = (ObjectNode) payload.withArray("line_items").get(0);
            line.put("quantity", 2).put("current_quantity", 2);
            Refunds.add(payload, 1, 0, refunded, restock, 0);
        });

        // When
        List<OrderStored.Line> lines = StockUnits.of(order);

        // Then
        long variant = order.lines().get(0).variantId().orElseThrow().value();
        assertThat(lines.stream()
                        .filter(line -> line.shopifyVariantId().value() == variant)
                        .mapToLong(OrderStored.Line::units)
                        .sum())
                .isEqualTo(left);
    }

    @Test
    void linesOfOneVariantAreOneLine() {
        // Given
        ShopifyOrder order = changed(payload -> {
            ObjectNode first = (ObjectNode) payload.withArray("line_items").get(0);
            ObjectNode second = (ObjectNode) payload.withArray("line_items").get(1);
            second.set("variant_id", first.get("variant_id"));
            second.set("sku", first.get("sku"));
            first.put("quantity", 2).put("current_quantity", 2);
            second.put("quantity", 3).put("current_quantity", 3);
        });

        // When
        List<OrderStored.Line> lines = StockUnits.of(order);

        // Then
        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line.units()).isEqualTo(5));
    }

    @ParameterizedTest
    @MethodSource("names")
    void formThatBringsTheOrderMakesNoDifference(String name) {
        ShopifyOrder graphql = OrderJson.decode(RawFormat.GRAPHQL, RecordedOrders.graphql(name), AmountsIn.SHOP);

        assertThat(told(graphql)).isEqualTo(told(RecordedOrders.order(name)));
    }

    static List<String> names() {
        return RecordedOrders.all();
    }

    private static ShopifyOrder changed(Consumer<ObjectNode> change) {
        return OrderJson.decode(
                RawFormat.WEBHOOK, RecordedOrders.changed(RecordedOrders.webhook(MUG), change), AmountsIn.SHOP);
    }

    private static String told(ShopifyOrder order) {
        return String.join(
                ", ",
                StockUnits.of(order).stream()
                        .map(line -> line.units() + " "
                                + (line.shopifyVariantId() == null ? "-" : line.shopifyVariantId()) + " "
                                + line.sku())
                        .toList());
    }
}
