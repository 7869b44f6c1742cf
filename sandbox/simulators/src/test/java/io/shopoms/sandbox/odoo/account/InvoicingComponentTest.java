package io.shopoms.sandbox.odoo.account;

import static io.shopoms.sandbox.odoo.fixtures.Sheets.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.odoo.fixtures.Invoices;
import io.shopoms.sandbox.odoo.fixtures.OdooExtension;
import io.shopoms.sandbox.odoo.fixtures.Reply;
import io.shopoms.sandbox.odoo.fixtures.Sheets;
import io.shopoms.sandbox.odoo.orm.AccessRights;
import io.shopoms.sandbox.odoo.tax.RoundingMethod;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Invoices of orders: what is on them, when there is nothing to invoice, and what posting fixes. */
class InvoicingComponentTest {

    @RegisterExtension
    static final OdooExtension ODOO = new OdooExtension();

    private final Invoices invoices = new Invoices(ODOO);
    private long shirt;
    private long mug;
    private long ten;
    private long order;

    @BeforeEach
    void confirmedOrder() {
        shirt = ODOO.data().product("SHIRT-S", "Shirt", "120.00", 100);
        mug = ODOO.data().product("MUG-1", "Mug", "11.90", 100);
        ten = ODOO.data().tax("10", false);
        order = invoices.confirmed("1001", line(shirt, 2, 25.5, ten), line(mug, 1, 10.5555));
    }

    @Test
    void theDraftTakesTheLinesPricesAndReferencesOfTheOrder() {
        // When
        long invoice = invoices.invoice(order);

        // Then
        JsonNode move = invoices.move(
                invoice,
                "name",
                "move_type",
                "state",
                "ref",
                "invoice_origin",
                "invoice_date",
                "amount_untaxed",
                "amount_tax",
                "amount_total",
                "amount_residual",
                "payment_state",
                "invoice_line_ids",
                "line_ids");
        assertThat(move.get("name").asBoolean(true)).isFalse();
        assertThat(move.get("invoice_date").asBoolean(true)).isFalse();
        assertThat(move.get("move_type").asText()).isEqualTo("out_invoice");
        assertThat(move.get("state").asText()).isEqualTo("draft");
        assertThat(move.get("ref").asText()).isEqualTo("#1001");
        assertThat(move.get("invoice_origin").asText()).isEqualTo("S00001");
        assertThat(move.get("amount_untaxed").asDouble()).isEqualTo(61.56);
        assertThat(move.get("amount_tax").asDouble()).isEqualTo(5.1);
        assertThat(move.get("amount_total").asDouble()).isEqualTo(66.66);
        assertThat(move.get("amount_residual").asDouble()).isEqualTo(66.66);
        assertThat(move.get("payment_state").asText()).isEqualTo("not_paid");
        assertThat(move.get("invoice_line_ids")).hasSize(2);
        assertThat(move.get("line_ids")).hasSize(4);
        JsonNode second = ODOO.read(
                "account.move.line",
                move.at("/invoice_line_ids/1").asLong(),
                "price_unit",
                "quantity",
                "price_subtotal",
                "sale_line_ids");
        assertThat(second.get("price_unit").asDouble()).isEqualTo(10.5555);
        assertThat(second.get("price_subtotal").asDouble()).isEqualTo(10.56);
        assertThat(second.get("sale_line_ids")).hasSize(1);
    }

    @Test
    void debitAndCreditOfADocumentBalance() {
        // Given
        long invoice = invoices.posted(order);

        // When
        JsonNode lines = ODOO.ok(
                "account.move.line",
                "search_read",
                Map.of(
                        "domain",
                        List.of(List.of("move_id", "=", invoice)),
                        "fields",
                        List.of("display_type", "debit", "credit", "account_type")));

        // Then
        assertThat(lines.findValuesAsText("display_type"))
                .containsExactlyInAnyOrder("product", "product", "tax", "payment_term");
        double debit = lines.findValues("debit").stream()
                .mapToDouble(JsonNode::asDouble)
                .sum();
        double credit = lines.findValues("credit").stream()
                .mapToDouble(JsonNode::asDouble)
                .sum();
        assertThat(debit).isEqualTo(66.66);
        assertThat(Math.round(credit * 100)).isEqualTo(6666);
    }

    @Test
    void draftsCountAsInvoicedButOnlyPostedAmountsDo() {
        // When
        invoices.invoice(order);

        // Then
        JsonNode line = orderLine(0);
        assertThat(line.get("qty_invoiced").asDouble()).isEqualTo(2);
        assertThat(line.get("qty_invoiced_posted").asDouble()).isZero();
        assertThat(line.get("qty_to_invoice").asDouble()).isZero();
        assertThat(line.get("untaxed_amount_invoiced").asDouble()).isZero();
        JsonNode view = ODOO.read("sale.order", order, "invoice_status", "invoice_ids", "invoice_count");
        assertThat(view.get("invoice_status").asText()).isEqualTo("invoiced");
        assertThat(view.get("invoice_ids")).hasSize(1);
        assertThat(view.get("invoice_count").asInt()).isEqualTo(1);
    }

    @Test
    void postedAmountsAreTheLines() {
        // When
        invoices.posted(order);

        // Then
        assertThat(orderLine(0).get("untaxed_amount_invoiced").asDouble()).isEqualTo(51);
        assertThat(orderLine(0).get("qty_invoiced_posted").asDouble()).isEqualTo(2);
    }

    @Test
    void nothingToInvoiceIsAUserError() {
        // Given
        invoices.invoice(order);
        long quotation = ODOO.call("sale.order", "load", Sheets.order("1002", line(mug, 1, 5)))
                .firstId();

        // When
        Reply again = invoices.tryToInvoice(order);
        Reply unconfirmed = invoices.tryToInvoice(quotation);

        // Then
        assertThat(List.of(again.status(), unconfirmed.status())).containsOnly(422);
        assertThat(again.name()).isEqualTo("odoo.exceptions.UserError");
        assertThat(ODOO.read("sale.order", order, "invoice_ids").get("invoice_ids"))
                .hasSize(1);
    }

    @Test
    void theWizardIsNotIdempotent() {
        // Given
        invoices.invoice(order);
        long first =
                ODOO.read("sale.order", order, "order_line").at("/order_line/0").asLong();
        ODOO.ok(
                "sale.order.line",
                "write",
                Map.of("ids", List.of(first), "vals", Map.of("product_uom_qty", 3, "price_unit", 25.5)));

        // When
        long second = invoices.invoice(order);

        // Then
        assertThat(invoices.move(second, "amount_untaxed").get("amount_untaxed").asDouble())
                .isEqualTo(25.5);
        assertThat(ODOO.read("sale.order", order, "invoice_ids").get("invoice_ids"))
                .hasSize(2);
    }

    @Test
    void deliveredGoodsWaitForTheirDelivery() {
        // Given
        ODOO.ok("product.product", "write", Map.of("ids", List.of(mug), "vals", Map.of("invoice_policy", "delivery")));
        long other = invoices.confirmed("1002", line(mug, 3, 10));

        // When
        Reply before = invoices.tryToInvoice(other);
        String statusBefore = ODOO.read("sale.order", other, "invoice_status")
                .get("invoice_status")
                .asText();
        ODOO.data().ship(ODOO.data().pickings(other).get(0).id(), "1Z");
        long invoice = invoices.invoice(other);

        // Then
        assertThat(before.status()).isEqualTo(422);
        assertThat(statusBefore).isEqualTo("no");
        assertThat(invoices.move(invoice, "amount_total").get("amount_total").asDouble())
                .isEqualTo(30);
    }

    @Test
    void postingNumbersTheInvoiceAndAnswersFalse() {
        // Given
        long invoice = invoices.invoice(order);

        // When
        Reply posted = invoices.button("account.move", "action_post", invoice);
        Reply again = invoices.button("account.move", "action_post", invoice);

        // Then
        assertThat(posted.status()).isEqualTo(200);
        assertThat(posted.text()).isEqualTo("false");
        assertThat(again.status()).isEqualTo(422);
        JsonNode move = invoices.move(invoice, "name", "state", "invoice_date", "payment_reference");
        assertThat(move.get("name").asText()).isEqualTo("INV/" + Year.now(ZoneOffset.UTC) + "/00001");
        assertThat(move.get("state").asText()).isEqualTo("posted");
        assertThat(move.get("invoice_date").asText()).startsWith(Year.now(ZoneOffset.UTC) + "-");
    }

    @Test
    void aPostedInvoiceIsNeitherWrittenNorDeletedUntilItIsADraftAgain() {
        // Given
        long invoice = invoices.posted(order);
        long partner =
                ODOO.read("sale.order", order, "partner_id").at("/partner_id/0").asLong();

        // When
        Reply written = write(invoice, Map.of("partner_id", partner));
        Reply harmless = write(invoice, Map.of("ref", "other"));
        Reply deleted = invoices.button("account.move", "unlink", invoice);
        Reply drafted = invoices.button("account.move", "button_draft", invoice);
        Reply writtenAsDraft = write(invoice, Map.of("invoice_date", "2026-01-05"));
        Reply deletedAsDraft = invoices.button("account.move", "unlink", invoice);

        // Then
        assertThat(List.of(written.status(), deleted.status())).containsOnly(422);
        assertThat(List.of(harmless.status(), drafted.status(), writtenAsDraft.status(), deletedAsDraft.status()))
                .containsOnly(200);
        assertThat(orderLine(0).get("qty_invoiced").asDouble()).isZero();
    }

    @Test
    void aNumberInTheMiddleCannotBeDeleted() {
        // Given
        long first = invoices.posted(order);
        long second = invoices.posted(invoices.confirmed("1002", line(mug, 1, 5)));
        invoices.button("account.move", "button_draft", first);
        invoices.button("account.move", "button_draft", second);

        // When
        Reply middle = invoices.button("account.move", "unlink", first);
        Reply last = invoices.button("account.move", "unlink", second);

        // Then
        assertThat(middle.status()).isEqualTo(422);
        assertThat(last.status()).isEqualTo(200);
    }

    @Test
    void aCancelledInvoiceGivesTheQuantityBack() {
        // Given
        long invoice = invoices.posted(order);

        // When
        Reply cancelled = invoices.button("account.move", "button_cancel", invoice);

        // Then
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(invoices.move(invoice, "state").get("state").asText()).isEqualTo("cancel");
        assertThat(orderLine(0).get("qty_to_invoice").asDouble()).isEqualTo(2);
        assertThat(invoices.button("account.move", "button_cancel", invoice).status())
                .isEqualTo(422);
    }

    @Test
    void cancellingTheOrderCancelsDraftsOnly() {
        // Given
        long draft = invoices.invoice(order);
        long posted = invoices.confirmed("1002", line(mug, 1, 5));
        long kept = invoices.posted(posted);

        // When
        invoices.button("sale.order", "action_cancel", order, posted);

        // Then
        assertThat(invoices.move(draft, "state").get("state").asText()).isEqualTo("cancel");
        assertThat(invoices.move(kept, "state").get("state").asText()).isEqualTo("posted");
        assertThat(ODOO.data().order(posted).orElseThrow().state()).isEqualTo("cancel");
    }

    @Test
    void ordersOfOneCustomerAreInvoicedTogether() {
        // Given
        long other = invoices.confirmed("1002", line(mug, 1, 5));

        // When
        long invoice = invoices.invoice(order, other);

        // Then
        JsonNode move = invoices.move(invoice, "invoice_origin", "amount_untaxed");
        assertThat(move.get("invoice_origin").asText()).isEqualTo("S00001, S00002");
        assertThat(move.get("amount_untaxed").asDouble()).isEqualTo(66.56);
    }

    @Test
    void fewerPiecesAfterTheInvoiceBecomeACreditNote() {
        // Given
        invoices.posted(order);
        long first =
                ODOO.read("sale.order", order, "order_line").at("/order_line/0").asLong();
        ODOO.ok(
                "sale.order.line",
                "write",
                Map.of("ids", List.of(first), "vals", Map.of("product_uom_qty", 1, "price_unit", 25.5)));

        // When
        long credit = invoices.invoice(order);

        // Then
        JsonNode move = invoices.move(credit, "move_type", "amount_total", "reversed_entry_id");
        assertThat(move.get("move_type").asText()).isEqualTo("out_refund");
        assertThat(move.get("amount_total").asDouble()).isEqualTo(28.05);
        assertThat(move.get("reversed_entry_id").asBoolean(true)).isFalse();
        assertThat(orderLine(0).get("qty_invoiced").asDouble()).isEqualTo(1);
    }

    @Test
    void roundingFollowsTheCompany() {
        // Given
        ODOO.data().rounding(RoundingMethod.ROUND_GLOBALLY);
        long tax = ODOO.data().tax("7.25", false);
        long other = invoices.confirmed(
                "1002",
                line(mug, 1, 1.04, tax),
                line(mug, 1, 1.04, tax),
                line(mug, 1, 1.04, tax),
                line(mug, 1, 1.04, tax),
                line(mug, 1, 1.04, tax));

        // When
        long invoice = invoices.invoice(other);

        // Then
        assertThat(invoices.move(invoice, "amount_total").get("amount_total").asDouble())
                .isEqualTo(5.58);
        assertThat(ODOO.data().order(other).orElseThrow().total()).isEqualByComparingTo("5.58");
    }

    @Test
    void theInvoiceIsInTheCurrencyOfTheOrder() {
        // Given
        long pricelist = ODOO.data().pricelist("JPY");
        long quotation = ODOO.call("sale.order", "load", Sheets.order("1003", line(mug, 1, 1000, ten)))
                .firstId();
        ODOO.ok("sale.order", "write", Map.of("ids", List.of(quotation), "vals", Map.of("pricelist_id", pricelist)));
        invoices.button("sale.order", "action_confirm", quotation);

        // When
        long invoice = invoices.posted(quotation);

        // Then
        JsonNode move = invoices.move(invoice, "currency_id", "amount_total", "amount_residual", "amount_total_signed");
        assertThat(move.at("/currency_id/1").asText()).isEqualTo("JPY");
        assertThat(move.get("amount_total").asDouble()).isEqualTo(1100);
        assertThat(move.get("amount_residual").asDouble()).isEqualTo(1100);
        assertThat(move.get("amount_total_signed").asDouble()).isEqualTo(7.34);
    }

    @Test
    void withoutTheInvoicingRightDraftsAreMadeButNotPosted() {
        // Given
        ODOO.simulator().rights().setGroup(AccessRights.INVOICING, false);

        // When
        long invoice = invoices.invoice(order);
        Reply posted = invoices.button("account.move", "action_post", invoice);
        Reply created =
                ODOO.call("account.move", "create", Map.of("vals_list", List.of(Map.of("move_type", "out_invoice"))));

        // Then
        assertThat(List.of(posted.status(), created.status())).containsOnly(403);
        assertThat(posted.name()).isEqualTo("odoo.exceptions.AccessError");
        assertThat(invoices.move(invoice, "state").get("state").asText()).isEqualTo("draft");
    }

    @Test
    void anUnknownJournalIsMissingAndAWrongOneIsRefused() {
        // When
        Reply unknown = create(Map.of("move_type", "out_invoice", "journal_id", 999));
        Reply wrong = create(Map.of("move_type", "out_invoice", "journal_id", invoices.journal("bank")));

        // Then
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.name()).isEqualTo("odoo.exceptions.MissingError");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.name()).isEqualTo("odoo.exceptions.ValidationError");
    }

    @Test
    void theContextGivesDefaults() {
        // When
        Reply created = ODOO.call(
                "account.move",
                "create",
                Map.of(
                        "vals_list",
                        List.of(Map.of("ref", "by hand")),
                        "context",
                        Map.of("default_move_type", "out_refund")));

        // Then
        assertThat(invoices.move(created.body().get(0).asLong(), "move_type")
                        .get("move_type")
                        .asText())
                .isEqualTo("out_refund");
    }

    @Test
    void anInvoiceWithoutCustomerOrLinesIsNotPosted() {
        // Given
        long empty = create(Map.of("move_type", "out_invoice")).body().get(0).asLong();

        // When
        Reply posted = invoices.button("account.move", "action_post", empty);

        // Then
        assertThat(posted.status()).isEqualTo(422);
        assertThat(posted.message()).contains("'Customer'", "without lines");
    }

    @Test
    void aCreditNoteIsLoadedOnceAndTakesItsQuantityOffTheOrder() {
        // Given
        invoices.posted(order);
        long orderLine =
                ODOO.read("sale.order", order, "order_line").at("/order_line/0").asLong();
        long partner =
                ODOO.read("sale.order", order, "partner_id").at("/partner_id/0").asLong();
        Map<String, Object> sheet = Sheets.load(
                List.of(
                        "id",
                        "move_type",
                        "partner_id/.id",
                        "ref",
                        "invoice_date",
                        "invoice_line_ids/id",
                        "invoice_line_ids/product_id/.id",
                        "invoice_line_ids/name",
                        "invoice_line_ids/quantity",
                        "invoice_line_ids/price_unit",
                        "invoice_line_ids/tax_ids/.id",
                        "invoice_line_ids/sale_line_ids/.id"),
                Sheets.CREATE_ONLY,
                List.of(
                        "__shopify__.acme_refund_7",
                        "out_refund",
                        partner,
                        "#1001 refund",
                        "2026-11-20",
                        "__shopify__.acme_refund_line_7_1",
                        shirt,
                        "Shirt",
                        1,
                        25.5,
                        String.valueOf(ten),
                        String.valueOf(orderLine)),
                List.of("", "", "", "", "", "__shopify__.acme_refund_line_7_2", "", "Goodwill", 1, 4.5, "", ""));

        // When
        long credit = ODOO.call("account.move", "load", sheet).firstId();
        long replayed = ODOO.call("account.move", "load", sheet).firstId();

        // Then
        assertThat(replayed).isEqualTo(credit);
        JsonNode move = invoices.move(credit, "amount_total", "invoice_line_ids");
        assertThat(move.get("amount_total").asDouble()).isEqualTo(32.55);
        assertThat(move.get("invoice_line_ids")).hasSize(2);
        assertThat(orderLine(0).get("qty_invoiced").asDouble()).isEqualTo(1);
        assertThat(ODOO.read("sale.order", order, "invoice_ids").get("invoice_ids"))
                .hasSize(2);
    }

    @Test
    void lockedOrdersAreInvoicedButNotCancelledOrEdited() {
        // Given
        ODOO.simulator().rights().setGroup(AccessRights.LOCK_CONFIRMED, true);
        long locked = invoices.confirmed("1002", line(mug, 1, 5));

        // When
        Reply cancelled = invoices.button("sale.order", "action_cancel", locked);
        long invoice = invoices.invoice(locked);
        invoices.button("sale.order", "action_unlock", locked);
        Reply unlocked = invoices.button("sale.order", "action_cancel", locked);

        // Then
        assertThat(cancelled.status()).isEqualTo(422);
        assertThat(unlocked.status()).isEqualTo(200);
        assertThat(invoices.move(invoice, "state").get("state").asText()).isEqualTo("cancel");
    }

    private JsonNode orderLine(int index) {
        long id = ODOO.read("sale.order", order, "order_line")
                .at("/order_line/" + index)
                .asLong();
        return ODOO.read(
                "sale.order.line",
                id,
                "qty_invoiced",
                "qty_invoiced_posted",
                "qty_to_invoice",
                "untaxed_amount_invoiced",
                "invoice_status");
    }

    private static Reply write(long invoice, Map<String, ?> values) {
        return ODOO.call("account.move", "write", Map.of("ids", List.of(invoice), "vals", values));
    }

    private static Reply create(Map<String, ?> values) {
        return ODOO.call("account.move", "create", Map.of("vals_list", List.of(values)));
    }
}
