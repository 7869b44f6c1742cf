package io.shopoms.order.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.Sku;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailureException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderDecodersTest {

    static Stream<String> recorded() {
        return RecordedOrders.all().stream();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void webhookAndGraphqlOfOneStateAreTheSameOrder(String name) {
        // Given
        String webhook = RecordedOrders.webhook(name);
        String graphql = RecordedOrders.graphql(name);

        for (AmountsIn amountsIn : AmountsIn.values()) {
            // When
            ShopifyOrder fromWebhook = OrderJson.decode(RawFormat.WEBHOOK, webhook, amountsIn);
            ShopifyOrder fromGraphql = OrderJson.decode(RawFormat.GRAPHQL, graphql, amountsIn);

            // Then
            assertThat(fromGraphql)
                    .usingRecursiveComparison()
                    .ignoringFields("company.value.name", "company.value.locationName")
                    .isEqualTo(fromWebhook);
            assertThat(OrderJson.content(fromGraphql, RawFormat.GRAPHQL, graphql))
                    .isEqualTo(OrderJson.content(fromWebhook, RawFormat.WEBHOOK, webhook));
        }
    }

    @Test
    void everythingOdooNeedsIsRead() {
        // When
        ShopifyOrder order = RecordedOrders.order("code-over-three-units");

        // Then
        assertThat(order.id()).isEqualTo(new ShopifyId(5002));
        assertThat(order.name()).isEqualTo("#1002");
        assertThat(order.orderedAt()).isEqualTo(Instant.parse("2026-11-19T10:11:12Z"));
        assertThat(order.updatedAt()).isEqualTo(Instant.parse("2026-11-19T10:30:00Z"));
        assertThat(order.financialStatus()).isEqualTo(FinancialStatus.PAID);
        assertThat(order.discountCodes()).containsExactly("SAVE3");
        LineItem line = order.lines().get(0);
        assertThat(line.sku()).contains(new Sku("CSH-WHT-M"));
        assertThat(line.unitPrice()).hasToString("30.00 USD");
        assertThat(line.discounts())
                .extracting(
                        DiscountAllocation::label,
                        allocation -> allocation.amount().toString())
                .containsExactly(tuple("SAVE3", "2.73 USD"), tuple("Loyalty", "5.00 USD"));
        assertThat(line.taxes())
                .singleElement()
                .satisfies(tax -> assertThat(tax.rate()).contains(new BigDecimal("0.1")));
        assertThat(order.totals().total()).hasToString("125.03 USD");
        assertThat(order.totals().shipping()).hasToString("12.00 USD");
    }

    @Test
    void idsBeyondTheReachOfADoubleAreKept() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        payload.put("id", 820982911946154508L);

        // When
        ShopifyOrder order = decode(payload);

        // Then
        assertThat(order.id().value()).isEqualTo(820982911946154508L);
    }

    @Test
    void anOldPayloadWithFewFieldsIsUnderstood() {
        // Given
        String minimal = """
                {"id": 1, "name": "#1", "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z",
                 "currency": "USD", "total_price": 7.5, "line_items": [{"id": 2, "title": "Mug", "quantity": 1, "price": 7.5}]}
                """;

        // When
        ShopifyOrder order = OrderJson.decode(RawFormat.WEBHOOK, minimal, AmountsIn.SHOP);

        // Then
        assertThat(order.totals().total()).hasToString("7.50 USD");
        assertThat(order.lines()).singleElement().satisfies(line -> {
            assertThat(line.currentQuantity()).isEqualTo(1);
            assertThat(line.name()).isEqualTo("Mug");
            assertThat(line.sku()).isEmpty();
        });
        assertThat(order.customer()).isEmpty();
        assertThat(order.financialStatus()).isEqualTo(FinancialStatus.PENDING);
    }

    @Test
    void withheldCustomerDataIsAcceptedEverywhere() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        for (String field : List.of("customer", "email", "contact_email", "phone", "billing_address")) {
            payload.putNull(field);
        }
        ObjectNode address = (ObjectNode) payload.get("shipping_address");
        address.fieldNames().forEachRemaining(name -> address.set(name, null));

        // When
        ShopifyOrder order = decode(payload);

        // Then
        assertThat(order.customer()).isEmpty();
        assertThat(order.shippingAddress()).isEmpty();
        assertThat(order.email()).isEmpty();
    }

    @Test
    void removedShippingLinesAreNotPartOfTheOrder() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        ((ObjectNode) payload.withArray("shipping_lines").get(0)).put("is_removed", true);

        // When
        ShopifyOrder order = decode(payload);

        // Then
        assertThat(order.shippingLines()).isEmpty();
    }

    @Test
    void structuredPropertiesOfAppsAreKeptAsText() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        ArrayNode properties = ((ObjectNode) payload.withArray("line_items").get(0)).putArray("properties");
        properties
                .addObject()
                .put("name", "Colours")
                .putArray("value")
                .add("red")
                .add("blue");
        properties.addObject().put("name", "Count").put("value", 3);

        // When
        ShopifyOrder order = decode(payload);

        // Then
        assertThat(order.lines().get(0).properties())
                .containsExactly(new Attribute("Colours", "[\"red\",\"blue\"]"), new Attribute("Count", "3"));
    }

    @Test
    void anOrderWithMissingPagesOfLinesIsRefused() {
        // Given
        ObjectNode node = RecordedOrders.editableGraphql("two-lines-taxed-shipping");
        ((ObjectNode) node.get("lineItems").get("pageInfo")).put("hasNextPage", true);

        // When / Then
        assertThatThrownBy(() -> OrderJson.decode(RawFormat.GRAPHQL, node.toString(), AmountsIn.SHOP))
                .hasMessageContaining("lineItems.pageInfo");
    }

    static Stream<BadField> badFields() {
        return Stream.of(
                new BadField("currency", payload -> payload.remove("currency")),
                new BadField("currency", payload -> payload.put("currency", "dollars")),
                new BadField("presentment_currency", payload -> payload.put("presentment_currency", "€")),
                new BadField("test", payload -> payload.put("test", "no")),
                new BadField("taxes_included", payload -> payload.putObject("taxes_included")),
                new BadField("line_items[1].gift_card", payload -> line(payload).put("gift_card", 1)),
                new BadField("payment_gateway_names", payload -> payload.put("payment_gateway_names", "cod")),
                new BadField(
                        "payment_gateway_names",
                        payload -> payload.putArray("payment_gateway_names").addObject()),
                new BadField("processed_at", payload -> payload.put("processed_at", "+123456-01-01T00:00:00Z")),
                new BadField("processed_at", payload -> payload.put("processed_at", "0001-01-01T00:00:00Z")),
                new BadField(
                        "line_items",
                        payload -> payload.withArray("line_items")
                                .add(line(payload).deepCopy())),
                new BadField(
                        "shipping_lines",
                        payload -> payload.withArray("shipping_lines")
                                .add(payload.at("/shipping_lines/0").deepCopy())),
                new BadField("total_tip_received", payload -> payload.put("total_tip_received", "some")),
                new BadField("total_outstanding", payload -> payload.put("total_outstanding", "Infinity")),
                new BadField(
                        "current_subtotal_price_set.shop_money.amount",
                        payload -> ((ObjectNode) payload.at("/current_subtotal_price_set/shop_money"))
                                .put("amount", "1,50")),
                new BadField(
                        "line_items[1].current_quantity",
                        payload -> line(payload).put("current_quantity", -1)),
                new BadField(
                        "line_items[1].product_id", payload -> line(payload).put("product_id", -4)),
                new BadField(
                        "line_items[1].sales_line_item_group_id",
                        payload -> line(payload).put("sales_line_item_group_id", 4)),
                new BadField(
                        "line_items[1].duties[0].shop_money",
                        payload -> line(payload).putArray("duties").addObject().put("id", 1)),
                new BadField(
                        "line_items[1].tax_lines[0].rate",
                        payload -> ((ObjectNode) line(payload).at("/tax_lines/0")).put("rate", "ten")),
                new BadField(
                        "line_items[1].tax_lines[0].rate",
                        payload -> ((ObjectNode) line(payload).at("/tax_lines/0")).put("rate", "1e30")),
                new BadField(
                        "company.id", payload -> payload.putObject("company").put("id", "Example")),
                new BadField("id", payload -> payload.put("id", "abc")),
                new BadField("name", payload -> payload.putNull("name")),
                new BadField("updated_at", payload -> payload.put("updated_at", "yesterday")),
                new BadField(
                        "total_price",
                        payload -> payload.put("total_price", "1e999999999").remove("total_price_set")),
                new BadField(
                        "line_items[1].price",
                        payload -> line(payload).put("price", "eleven").remove("price_set")),
                new BadField("line_items[1].quantity", payload -> line(payload).put("quantity", -1)),
                new BadField("line_items[1].quantity", payload -> line(payload).put("quantity", 1.5)),
                new BadField(
                        "line_items[1].price_set.shop_money.currency_code",
                        payload -> ((ObjectNode) line(payload).get("price_set").get("shop_money"))
                                .put("currency_code", "EUR")),
                new BadField("line_items[1].tax_lines", payload -> line(payload).put("tax_lines", "none")),
                new BadField("shipping_address", payload -> payload.put("shipping_address", "12 Sample Street")),
                new BadField(
                        "line_items[0]",
                        payload -> payload.putArray("line_items").add(7)));
    }

    @Test
    void textsHoldNoCharacterThatADatabaseRefuses() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        payload.put("name", "#10\00001").put("tags", "\0").put("note", "a\0b");
        line(payload).put("sku", "MUG\0-1");

        // When
        ShopifyOrder order = decode(payload);

        // Then
        assertThat(order.name()).isEqualTo("#1001");
        assertThat(order.tags()).isEmpty();
        assertThat(order.note()).contains("ab");
        assertThat(order.lines().get(1).sku()).contains(new Sku("MUG-1"));
    }

    @Test
    void shippingLinesWithoutIdsAreTwoAndTheirSumIsTheShipping() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        payload.remove(List.of("current_shipping_price_set", "total_shipping_price_set"));
        ArrayNode lines = payload.putArray("shipping_lines");
        lines.addObject().put("price", "5.00");
        lines.addObject().put("price", "6.00").putNull("id");

        // When
        ShopifyOrder order = decode(payload);

        // Then
        assertThat(order.shippingLines()).extracting(ShippingLine::id).doesNotHaveDuplicates();
        assertThat(order.totals().shipping()).isEqualTo(new Money(new BigDecimal("11"), "USD"));
    }

    @Test
    void aLineWithoutAnyTitleIsCalledByItsSku() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        payload.withArray("line_items")
                .forEach(line ->
                        ((ObjectNode) line).putNull("name").putNull("title").putNull("variant_title"));
        line(payload).putNull("sku");

        // When
        ShopifyOrder order = decode(payload);

        // Then
        assertThat(order.lines()).extracting(LineItem::name).containsExactly("CSH-WHT-S", "Item");
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void aBadFieldIsNamedInFull(BadField bad) {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        bad.change().accept(payload);

        // When / Then
        assertThatThrownBy(() -> decode(payload)).isInstanceOfSatisfying(SyncFailureException.class, e -> {
            assertThat(e.failure()).isInstanceOf(InvalidPayload.class);
            assertThat(e.failure().message()).contains(" " + bad.field() + " ");
            assertThat(e.failure().message()).doesNotContain("Sample Street", "eleven", "dollars");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"text\"", "null", "{} {}", "42"})
    void textsThatAreNoOrderAreInvalid(String raw) {
        // When / Then
        assertThatThrownBy(() -> OrderJson.decode(RawFormat.WEBHOOK, raw, AmountsIn.SHOP))
                .isInstanceOfSatisfying(
                        SyncFailureException.class, e -> assertThat(e.failure()).isInstanceOf(InvalidPayload.class));
    }

    @Test
    void aNewDateAloneIsNoNewContent() {
        // Given
        ObjectNode touched = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        touched.put("updated_at", "2026-12-24T00:00:00Z");
        ObjectNode edited = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        edited.put("note", "changed");

        // When
        String before = OrderJson.content(RecordedOrders.order("two-lines-taxed-shipping"));

        // Then
        assertThat(OrderJson.content(decode(touched))).isEqualTo(before);
        assertThat(OrderJson.content(decode(edited))).isNotEqualTo(before);
    }

    @Test
    void personalDataDoesNotPrint() {
        // When
        ShopifyOrder order = RecordedOrders.order("two-lines-taxed-shipping");

        // Then
        assertThat(order.toString() + order.customer() + order.shippingAddress())
                .doesNotContain("Ada", "Sample Street", "ada@example.com");
    }

    private static ShopifyOrder decode(ObjectNode payload) {
        return OrderJson.decode(RawFormat.WEBHOOK, payload.toString(), AmountsIn.SHOP);
    }

    private static ObjectNode line(ObjectNode payload) {
        return (ObjectNode) payload.withArray("line_items").get(1);
    }

    record BadField(String field, Consumer<ObjectNode> change) {}
}
