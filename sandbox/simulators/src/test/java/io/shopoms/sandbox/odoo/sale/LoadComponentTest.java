package io.shopoms.sandbox.odoo.sale;

import static io.shopoms.sandbox.odoo.fixtures.Sheets.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.odoo.fixtures.OdooExtension;
import io.shopoms.sandbox.odoo.fixtures.Reply;
import io.shopoms.sandbox.odoo.fixtures.Sheets;
import io.shopoms.sandbox.odoo.view.LineView;
import io.shopoms.sandbox.odoo.view.OrderView;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code load} of orders (contract, sections 3.1, 3.2, 4.1 and 4.2). */
class LoadComponentTest {

    @RegisterExtension
    static final OdooExtension ODOO = new OdooExtension();

    private long shirt;
    private long mug;
    private long ten;
    private long nineteen;

    @BeforeEach
    void catalog() {
        shirt = ODOO.data().product("SHIRT-S", "Shirt", "120.00", 100);
        mug = ODOO.data().product("MUG-1", "Mug", "11.90", 100);
        ten = ODOO.data().tax("10", false);
        nineteen = ODOO.data().tax("19", true);
        ODOO.ok("res.partner", "load", Sheets.customer("__shopify__.ada"));
    }

    /** The tested order of section 4.1: two items, shipping, a discount and a note make 69.70. */
    @Test
    void theTestedOrderMakes6970() {
        // Given
        long shipping = ODOO.data().service("SHOP-SHIP", "Shipping");
        long discount = ODOO.data().service("SHOP-DISC", "Discount");
        long tag = ODOO.ok("crm.tag", "create", Map.of("vals_list", Map.of("name", "shopify")))
                .get(0)
                .asLong();
        List<String> fields = List.of(
                "id",
                "partner_id/id",
                "client_order_ref",
                "origin",
                "date_order",
                "note",
                "tag_ids/.id",
                "order_line/id",
                "order_line/sequence",
                "order_line/display_type",
                "order_line/product_id/.id",
                "order_line/name",
                "order_line/product_uom_qty",
                "order_line/price_unit",
                "order_line/discount",
                "order_line/tax_ids/.id",
                "order_line/is_delivery");
        Map<String, Object> body = Sheets.load(
                fields,
                Sheets.CREATE_ONLY,
                List.of(
                        "__shopify__.o1",
                        "__shopify__.ada",
                        "#1001",
                        "shopify:1",
                        "2026-11-19 10:11:12",
                        "Leave at door",
                        "" + tag,
                        "__shopify__.l1",
                        10,
                        "",
                        shirt,
                        "Shirt - S / White",
                        2,
                        25.5,
                        0,
                        "" + ten,
                        ""),
                List.of(
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "__shopify__.l2",
                        20,
                        "",
                        mug,
                        "Mug",
                        1,
                        11.9,
                        0,
                        "" + nineteen,
                        ""),
                List.of("", "", "", "", "", "", "", "__shopify__.l3", 90, "", shipping, "Standard", 1, 5, 0, "", "1"),
                List.of(
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "__shopify__.l4",
                        95,
                        "",
                        discount,
                        "SAVE3",
                        1,
                        -3,
                        0,
                        "" + ten,
                        ""),
                List.of(
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "__shopify__.l5",
                        99,
                        "line_note",
                        "",
                        "Gift: hi",
                        "",
                        "",
                        "",
                        "",
                        ""));

        // When
        Reply reply = ODOO.call("sale.order", "load", body);

        // Then
        assertThat(reply.body().get("messages")).isEmpty();
        OrderView order = ODOO.data().order(reply.firstId()).orElseThrow();
        assertThat(order.untaxed()).isEqualByComparingTo("63.00");
        assertThat(order.tax()).isEqualByComparingTo("6.70");
        assertThat(order.total()).isEqualByComparingTo("69.70");
        assertThat(order.state()).isEqualTo("draft");
        assertThat(order.note()).isEqualTo("<p>Leave at door</p>");
        assertThat(order.dateOrder()).isEqualTo("2026-11-19 10:11:12");
        assertThat(order.tags()).containsExactly("shopify");
        assertThat(order.lines())
                .extracting(LineView::externalId)
                .containsExactly(
                        "__shopify__.l1", "__shopify__.l2", "__shopify__.l3", "__shopify__.l4", "__shopify__.l5");
        assertThat(order.lines().get(2).delivery()).isTrue();
        assertThat(order.lines().get(4).displayType()).isEqualTo("line_note");
    }

    @Test
    void aReplayWithOtherValuesAnswersTheSameIdAndChangesNothing() {
        // Given
        long id = ODOO.call("sale.order", "load", Sheets.order("1001", line(shirt, 2, 10, ten)))
                .firstId();

        // When
        Reply replay = ODOO.call("sale.order", "load", Sheets.order("1001", line(shirt, 9, 99, ten)));

        // Then
        assertThat(replay.firstId()).isEqualTo(id);
        assertThat(ODOO.data().order(id).orElseThrow().total()).isEqualByComparingTo("22.00");
    }

    @Test
    void knownAndNewOrdersInOneCallAllAnswerTheirIds() {
        // Given
        long known = ODOO.call("sale.order", "load", Sheets.order("1001", line(shirt, 1, 10)))
                .firstId();

        // When
        Reply reply = ODOO.call("sale.order", "load", Sheets.batch(line(shirt, 1, 10), "1001", "1002", "1001"));

        // Then
        JsonNode ids = reply.body().get("ids");
        assertThat(ids).hasSize(3);
        assertThat(ids.get(0).asLong()).isEqualTo(known).isEqualTo(ids.get(2).asLong());
        assertThat(ODOO.data().orderCount()).isEqualTo(2);
    }

    @Test
    void withoutLineIdsAReplayAppendsTheLinesAgain() {
        // Given
        List<String> fields = List.of("id", "partner_id/id", "order_line/product_id/.id", "order_line/product_uom_qty");
        Map<String, Object> upsert =
                Sheets.load(fields, Map.of(), List.of("__shopify__.o", "__shopify__.ada", shirt, 1));
        long id = ODOO.call("sale.order", "load", upsert).firstId();

        // When
        ODOO.ok("sale.order", "load", upsert);

        // Then
        assertThat(ODOO.data().order(id).orElseThrow().lines()).hasSize(2);
    }

    @Test
    void upsertByLineIdUpdatesQuantitiesOfAConfirmedOrderAndItsMoves() {
        // Given
        long id = ODOO.call("sale.order", "load", Sheets.order("1001", line(shirt, 2, 10, ten)))
                .firstId();
        ODOO.ok("sale.order", "action_confirm", Map.of("ids", List.of(id)));

        // When
        ODOO.ok("sale.order", "load", Sheets.orders(Map.of(), "1001", line(shirt, 3, 10, ten)));

        // Then
        assertThat(ODOO.data().order(id).orElseThrow().total()).isEqualByComparingTo("33.00");
        assertThat(ODOO.data().pickings(id).get(0).moves())
                .singleElement()
                .satisfies(move -> assertThat(move.quantity()).isEqualByComparingTo("3"));
    }

    @Test
    void oneBadOrderFailsTheCallAndIsNamed() {
        // Given
        Map<String, Object> good = Sheets.order("1001", line(shirt, 1, 10), line(mug, 1, 10));
        Map<String, Object> bad = Sheets.order("1002", line(999_999, 1, 10));
        List<Object> rows = new java.util.ArrayList<>((List<?>) good.get("data"));
        rows.addAll((List<?>) bad.get("data"));
        good.put("data", rows);

        // When
        Reply reply = ODOO.call("sale.order", "load", good);

        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().get("ids").isBoolean()).isTrue();
        JsonNode message = reply.loadMessage();
        assertThat(message.get("record").asInt()).isEqualTo(1);
        assertThat(message.at("/rows/from").asInt()).isEqualTo(2);
        assertThat(message.get("message").asText())
                .isEqualTo("No matching record found for database id '999999' in field 'Order Lines/Product'");
        assertThat(message.get("field_name").asText()).isEqualTo("Order Lines");
        assertThat(ODOO.data().orderCount()).isZero();
    }

    @Test
    void eachBadOrderOfABatchHasItsMessage() {
        // Given
        Map<String, Object> body = Sheets.load(
                List.of("id", "partner_id/id", "date_order"),
                Sheets.CREATE_ONLY,
                List.of("__shopify__.a", "__shopify__.ada", ""),
                List.of("__shopify__.b", "__shopify__.nobody", "2026-11-19 10:11:12"),
                List.of("__shopify__.c", "__shopify__.ada", "2026-11-19T10:11:12Z"));

        // When
        JsonNode messages = ODOO.ok("sale.order", "load", body).get("messages");

        // Then
        assertThat(messages.findValuesAsText("record")).contains("1", "2");
        assertThat(messages.findValuesAsText("message"))
                .anySatisfy(text -> assertThat(text)
                        .isEqualTo("No matching record found for external id '__shopify__.nobody' in field 'Customer'"))
                .anySatisfy(text -> assertThat(text).startsWith("Missing required value for the field 'Customer'"))
                .anySatisfy(text -> assertThat(text)
                        .isEqualTo(
                                "'2026-11-19T10:11:12Z' does not seem to be a valid datetime for field 'Order Date'"));
    }

    @Test
    void cellsAreCheckedEvenIfTheOrderIsKnown() {
        // Given
        ODOO.ok("sale.order", "load", Sheets.order("1001", line(shirt, 1, 10, ten)));

        // When
        Reply replay = ODOO.call("sale.order", "load", Sheets.order("1001", line(shirt, 1, 10, 424_242)));

        // Then
        assertThat(replay.body().get("ids").asBoolean()).isFalse();
        assertThat(replay.loadMessage().get("message").asText()).contains("'424242' in field 'Order Lines/Taxes'");
    }

    @Test
    void absentPriceAndTaxColumnsMeanTheProductsOwnAndEmptyCellsMeanNone() {
        // Given
        List<String> some = List.of("id", "partner_id/id", "order_line/id", "order_line/product_id/.id");
        List<String> all = List.of(
                "id",
                "partner_id/id",
                "order_line/id",
                "order_line/product_id/.id",
                "order_line/price_unit",
                "order_line/tax_ids/.id");

        // When
        long own = ODOO.call(
                        "sale.order",
                        "load",
                        Sheets.load(some, Sheets.CREATE_ONLY, List.of("__s__.a", "__shopify__.ada", "__s__.al", shirt)))
                .firstId();
        long none = ODOO.call(
                        "sale.order",
                        "load",
                        Sheets.load(
                                all,
                                Sheets.CREATE_ONLY,
                                List.of("__s__.b", "__shopify__.ada", "__s__.bl", shirt, "", "")))
                .firstId();

        // Then
        assertThat(ODOO.data().order(own).orElseThrow().total()).isEqualByComparingTo("138.00");
        assertThat(ODOO.data().order(own).orElseThrow().lines().get(0).taxes()).containsExactly("15%");
        assertThat(ODOO.data().order(none).orElseThrow().total()).isEqualByComparingTo("0.00");
    }

    @Test
    void aProductIsFoundByItsSku() {
        // When
        Reply reply = ODOO.call(
                "sale.order",
                "load",
                Sheets.load(
                        List.of("id", "partner_id/id", "order_line/id", "order_line/product_id"),
                        Sheets.CREATE_ONLY,
                        List.of("__s__.a", "__shopify__.ada", "__s__.l", "MUG-1")));
        Reply unknown = ODOO.call(
                "sale.order",
                "load",
                Sheets.load(
                        List.of("id", "partner_id/id", "order_line/id", "order_line/product_id"),
                        Sheets.CREATE_ONLY,
                        List.of("__s__.b", "__shopify__.ada", "__s__.m", "NO-SUCH-SKU")));

        // Then
        assertThat(ODOO.data()
                        .order(reply.firstId())
                        .orElseThrow()
                        .lines()
                        .get(0)
                        .sku())
                .isEqualTo("MUG-1");
        assertThat(unknown.loadMessage().get("message").asText())
                .isEqualTo("No matching record found for name 'NO-SUCH-SKU' in field 'Order Lines/Product'");
    }

    @Test
    void booleansAndTaxIdsMustBeText() {
        // Given
        List<String> fields =
                List.of("id", "partner_id/id", "order_line/id", "order_line/product_id/.id", "order_line/is_delivery");

        // When
        Reply flag = ODOO.call(
                "sale.order",
                "load",
                Sheets.load(fields, Sheets.CREATE_ONLY, List.of("__s__.a", "__shopify__.ada", "__s__.l", shirt, true)));
        Reply tax = ODOO.call(
                "sale.order",
                "load",
                Sheets.load(
                        List.of(
                                "id",
                                "partner_id/id",
                                "order_line/id",
                                "order_line/product_id/.id",
                                "order_line/tax_ids/.id"),
                        Sheets.CREATE_ONLY,
                        List.of("__s__.a", "__shopify__.ada", "__s__.l", shirt, ten)));

        // Then
        assertThat(flag.status()).isEqualTo(500);
        assertThat(flag.message()).isEqualTo("'bool' object has no attribute 'lower'");
        assertThat(tax.status()).isEqualTo(500);
        assertThat(tax.message()).isEqualTo("'int' object has no attribute 'split'");
    }

    @Test
    void unknownColumnsAndShortRowsArePermanent500s() {
        // When
        Reply column =
                ODOO.call("sale.order", "load", Sheets.load(List.of("id", "nope"), Map.of(), List.of("__s__.a", "x")));
        Reply row = ODOO.call(
                "sale.order", "load", Sheets.load(List.of("id", "partner_id/id"), Map.of(), List.of("__s__.a")));

        // Then
        assertThat(column.message()).isEqualTo("Invalid field name 'nope'");
        assertThat(row.name()).isEqualTo("builtins.IndexError");
    }

    @Test
    void aLineIdOfAnotherOrderMovesTheLineAndItsTaxesFallBack() {
        // Given
        long first = ODOO.call("sale.order", "load", Sheets.order("1001", line(shirt, 1, 10, nineteen)))
                .firstId();
        Map<String, Object> thief = Sheets.load(
                List.of("id", "partner_id/id", "order_line/id", "order_line/product_id/.id", "order_line/tax_ids/.id"),
                Sheets.CREATE_ONLY,
                List.of("__s__.thief", "__shopify__.ada", "__shopify__.acme_line_1001_0", shirt, "" + nineteen));

        // When
        long second = ODOO.call("sale.order", "load", thief).firstId();

        // Then
        assertThat(ODOO.data().order(first).orElseThrow().lines()).isEmpty();
        assertThat(ODOO.data().order(first).orElseThrow().total()).isEqualByComparingTo("0");
        assertThat(ODOO.data().order(second).orElseThrow().lines().get(0).taxes())
                .containsExactly("15%");
    }

    @Test
    void theSameLineIdTwiceInOneOrderFails() {
        // Given
        Map<String, Object> body = Sheets.load(
                List.of("id", "partner_id/id", "order_line/id", "order_line/product_id/.id"),
                Sheets.CREATE_ONLY,
                List.of("__s__.a", "__shopify__.ada", "__s__.l", shirt),
                List.of("", "", "__s__.l", mug));

        // When
        Reply reply = ODOO.call("sale.order", "load", body);

        // Then
        assertThat(reply.body().get("ids").asBoolean()).isFalse();
        assertThat(reply.loadMessage().get("message").asText()).startsWith("ON CONFLICT DO UPDATE");
    }

    @Test
    void anExternalIdMustNotHoldABlank() {
        // When
        Reply reply = ODOO.call(
                "sale.order",
                "load",
                Sheets.load(
                        List.of("id", "partner_id/id"), Sheets.CREATE_ONLY, List.of("__s__.a b", "__shopify__.ada")));

        // Then
        assertThat(reply.loadMessage().get("message").asText()).contains("ir_model_data_name_nospaces", "DETAIL:");
    }

    @Test
    void manyErrorsEndWithAWarning() {
        // Given
        List<?>[] rows =
                IntStream.range(0, 20).mapToObj(i -> List.of("__s__.o" + i, "")).toArray(List<?>[]::new);

        // When
        JsonNode messages = ODOO.ok("sale.order", "load", Sheets.load(List.of("id", "partner_id/id"), Map.of(), rows))
                .get("messages");

        // Then
        assertThat(messages).hasSize(11);
        assertThat(messages.get(10).get("type").asText()).isEqualTo("warning");
    }

    @Test
    void externalIdsCanBeLookedUpOneByOneAndInBulk() {
        // Given
        long id = ODOO.call("sale.order", "load", Sheets.order("1001", line(shirt, 1, 10)))
                .firstId();
        long plain = ODOO.ok("res.partner", "create", Map.of("vals_list", Map.of("name", "Bob Example")))
                .get(0)
                .asLong();

        // When
        JsonNode found = ODOO.ok(
                "ir.model.data",
                "check_object_reference",
                Map.of("module", "__shopify__", "xml_id", "acme_order_1001"));
        Reply missing =
                ODOO.call("ir.model.data", "check_object_reference", Map.of("module", "__shopify__", "xml_id", "nope"));
        JsonNode metadata = ODOO.ok("sale.order", "get_metadata", Map.of("ids", List.of(id, 99_999)));
        JsonNode without = ODOO.ok("res.partner", "get_metadata", Map.of("ids", List.of(plain)));

        // Then
        assertThat(found.toString()).isEqualTo("[\"sale.order\"," + id + "]");
        assertThat(missing.status()).isEqualTo(500);
        assertThat(missing.message()).isEqualTo("External ID not found in the system: __shopify__.nope");
        assertThat(metadata).hasSize(1);
        assertThat(metadata.get(0).get("xmlid").asText()).isEqualTo("__shopify__.acme_order_1001");
        assertThat(metadata.get(0).get("noupdate").asBoolean()).isTrue();
        assertThat(without.get(0).get("xmlid").isBoolean()).isTrue();
        assertThat(without.get(0).get("xmlids")).isEmpty();
    }

    @Test
    void aDeletedOrderLosesItsExternalIdAndWouldBeCreatedAgain() {
        // Given
        long id = ODOO.call("sale.order", "load", Sheets.order("1001", line(shirt, 1, 10)))
                .firstId();
        ODOO.data().call("sale.order", "unlink", Map.of("ids", List.of(id)));

        // When
        Reply replay = ODOO.call("sale.order", "load", Sheets.order("1001", line(shirt, 1, 10)));

        // Then
        assertThat(replay.firstId()).isPositive().isNotEqualTo(id);
    }

    @Test
    void theCurrencyComesFromThePricelistWhateverIsAskedFor() {
        // Given
        long euro = ODOO.data().pricelist("EUR");
        List<String> fields = List.of("id", "partner_id/id", "pricelist_id/.id", "currency_id/.id");

        // When
        long dollars = ODOO.call(
                        "sale.order",
                        "load",
                        Sheets.load(fields, Sheets.CREATE_ONLY, List.of("__s__.a", "__shopify__.ada", 1, 2)))
                .firstId();
        long euros = ODOO.call(
                        "sale.order",
                        "load",
                        Sheets.load(fields, Sheets.CREATE_ONLY, List.of("__s__.b", "__shopify__.ada", euro, 1)))
                .firstId();

        // Then
        assertThat(ODOO.data().order(dollars).orElseThrow().currency()).isEqualTo("USD");
        assertThat(ODOO.data().order(euros).orElseThrow().currency()).isEqualTo("EUR");
    }

    @Test
    void discountHasTwoDecimalsAndThePriceKeepsAll() {
        // Given
        long id = ODOO.call("sale.order", "load", Sheets.order("1001", line(shirt, 3, 29.99666667)))
                .firstId();
        long line =
                ODOO.read("sale.order", id, "order_line").at("/order_line/0").asLong();

        // When
        ODOO.ok("sale.order.line", "write", Map.of("ids", List.of(line), "vals", Map.of("discount", 33.335)));

        // Then
        JsonNode read = ODOO.read("sale.order.line", line, "price_unit", "discount");
        assertThat(read.get("price_unit").asDouble()).isEqualTo(29.99666667);
        assertThat(read.get("discount").asDouble()).isEqualTo(33.34);
    }

    @Test
    void priceTaxShowsTheNoiseOfFloats() {
        // Given
        long id = ODOO.call("sale.order", "load", Sheets.order("1001", line(shirt, 2, 25.5, ten)))
                .firstId();

        // When
        JsonNode lines = ODOO.ok(
                "sale.order.line",
                "search_read",
                Map.of("domain", List.of(List.of("order_id", "=", id)), "fields", List.of("price_tax")));

        // Then
        assertThat(lines.get(0).get("price_tax").asText()).isEqualTo("5.100000000000001");
    }
}
