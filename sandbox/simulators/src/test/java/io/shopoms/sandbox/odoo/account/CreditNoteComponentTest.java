package io.shopoms.sandbox.odoo.account;

import static io.shopoms.sandbox.odoo.fixtures.Sheets.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.odoo.fixtures.Invoices;
import io.shopoms.sandbox.odoo.fixtures.OdooExtension;
import io.shopoms.sandbox.odoo.fixtures.Reply;
import io.shopoms.sandbox.odoo.fixtures.Sheets;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Credit notes: by the wizard, or loaded; what they do to the invoice and to the order. */
class CreditNoteComponentTest {

    private static final String WIZARD = "account.move.reversal";

    @RegisterExtension
    static final OdooExtension ODOO = new OdooExtension();

    private final Invoices invoices = new Invoices(ODOO);
    private long mug;
    private long order;
    private long invoice;
    private long sales;

    @BeforeEach
    void postedInvoice() {
        mug = ODOO.data().product("MUG-1", "Mug", "11.90", 100);
        long tax = ODOO.data().tax("21", false);
        order = invoices.confirmed("1001", line(mug, 3, 10, tax), line(mug, 2, 5));
        invoice = invoices.posted(order);
        sales = invoices.journal("sale");
    }

    @Test
    void theWizardDraftsACreditNoteOfTheWholeInvoice() {
        // When
        Reply made = invoices.wizard(
                WIZARD, "refund_moves", Map.of("journal_id", sales, "reason", "R-1", "date", "2026-11-05"), invoice);

        // Then
        long credit = made.body().get("res_id").asLong();
        JsonNode move = invoices.move(
                credit,
                "move_type",
                "state",
                "ref",
                "invoice_date",
                "reversed_entry_id",
                "invoice_origin",
                "amount_total");
        assertThat(move.get("move_type").asText()).isEqualTo("out_refund");
        assertThat(move.get("state").asText()).isEqualTo("draft");
        assertThat(move.get("ref").asText()).isEqualTo("Reversal of: INV/" + year() + "/00001, R-1");
        assertThat(move.get("invoice_date").asText()).isEqualTo("2026-11-05");
        assertThat(move.at("/reversed_entry_id/0").asLong()).isEqualTo(invoice);
        assertThat(move.get("invoice_origin").asText()).isEqualTo("S00001");
        assertThat(move.get("amount_total").asDouble()).isEqualTo(46.3);
        assertThat(firstLine().get("qty_invoiced").asDouble()).isZero();
        assertThat(firstLine().get("untaxed_amount_invoiced").asDouble()).isEqualTo(30);
    }

    @Test
    void aFullCreditNoteReversesTheInvoice() {
        // Given
        long credit = refund();

        // When
        invoices.button("account.move", "action_post", credit);

        // Then
        assertThat(invoices.move(credit, "name").get("name").asText()).isEqualTo("RINV/" + year() + "/00001");
        assertThat(state(invoice)).isEqualTo("reversed");
        assertThat(state(credit)).isEqualTo("paid");
        assertThat(firstLine().get("untaxed_amount_invoiced").asDouble()).isZero();
    }

    @Test
    void aPartOfItIsCreditedAfterTheDraftIsEdited() {
        // Given
        long credit = refund();
        JsonNode lines = invoices.move(credit, "invoice_line_ids").get("invoice_line_ids");
        ODOO.ok(
                "account.move",
                "write",
                Map.of(
                        "ids",
                        List.of(credit),
                        "vals",
                        Map.of(
                                "invoice_line_ids",
                                List.of(
                                        List.of(1, lines.get(0).asLong(), Map.of("quantity", 1)),
                                        List.of(2, lines.get(1).asLong(), 0)))));

        // When
        invoices.button("account.move", "action_post", credit);

        // Then
        assertThat(state(invoice)).isEqualTo("partial");
        assertThat(invoices.move(invoice, "amount_residual")
                        .get("amount_residual")
                        .asDouble())
                .isEqualTo(34.2);
        assertThat(firstLine().get("qty_invoiced").asDouble()).isEqualTo(2);
        assertThat(firstLine().get("qty_to_invoice").asDouble()).isEqualTo(1);
        assertThat(ODOO.read("sale.order", order, "invoice_status")
                        .get("invoice_status")
                        .asText())
                .isEqualTo("to invoice");
    }

    @Test
    void everyCallMakesAnotherOne() {
        // When
        long first = refund();
        long second = refund();

        // Then
        assertThat(second).isNotEqualTo(first);
        assertThat(ODOO.read("sale.order", order, "invoice_ids").get("invoice_ids"))
                .hasSize(3);
    }

    @Test
    void theCreditNoteOfAPaidInvoiceIsPaidOut() {
        // Given
        long bank = invoices.journal("bank");
        invoices.wizard("account.payment.register", "action_create_payments", Map.of("journal_id", bank), invoice);
        long credit = refund();
        invoices.button("account.move", "action_post", credit);
        String open = state(credit);

        // When
        Reply paid = invoices.wizard(
                "account.payment.register", "action_create_payments", Map.of("journal_id", bank), credit);

        // Then
        assertThat(open).isEqualTo("not_paid");
        assertThat(ODOO.read("account.payment", paid.body().get("res_id").asLong(), "payment_type")
                        .get("payment_type")
                        .asText())
                .isEqualTo("outbound");
        assertThat(List.of(state(credit), state(invoice))).containsOnly("paid");
    }

    @Test
    void aLoadedCreditNoteWithItsInvoiceSettlesItself() {
        // Given
        long credit = loadedCredit();

        // When
        invoices.button("account.move", "action_post", credit);

        // Then
        assertThat(state(credit)).isEqualTo("paid");
        assertThat(invoices.move(invoice, "payment_state", "amount_residual").toString())
                .contains("partial", "36.3");
    }

    @Test
    void loadingItAgainAfterPostingIsToldAsAMessage() {
        // Given
        long credit = loadedCredit();
        invoices.button("account.move", "action_post", credit);

        // When
        Reply again = ODOO.call("account.move", "load", sheet(Map.of()));

        // Then
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().get("ids").asBoolean(true)).isFalse();
        assertThat(again.loadMessage().get("message").asText()).contains("readonly fields on a posted move");
    }

    @Test
    void theInvoiceIsReplacedByANewDraft() {
        // When
        Reply made = invoices.wizard(WIZARD, "modify_moves", Map.of("journal_id", sales), invoice);

        // Then
        JsonNode draft = invoices.move(made.body().get("res_id").asLong(), "move_type", "state", "amount_total");
        assertThat(draft.get("move_type").asText()).isEqualTo("out_invoice");
        assertThat(draft.get("state").asText()).isEqualTo("draft");
        assertThat(draft.get("amount_total").asDouble()).isEqualTo(46.3);
        assertThat(state(invoice)).isEqualTo("reversed");
        assertThat(firstLine().get("qty_invoiced").asDouble()).isEqualTo(3);
    }

    @Test
    void draftsMissingJournalsAndWrongJournalsAreRefused() {
        // Given
        long draft = invoices.invoice(invoices.confirmed("1002", line(mug, 1, 5)));

        // When
        Reply ofDraft = invoices.wizard(WIZARD, "refund_moves", Map.of("journal_id", sales), draft);
        Reply without = invoices.wizard(WIZARD, "refund_moves", Map.of("reason", "x"), invoice);
        Reply wrong = invoices.wizard(WIZARD, "refund_moves", Map.of("journal_id", invoices.journal("bank")), invoice);

        // Then
        assertThat(List.of(ofDraft.status(), without.status(), wrong.status())).containsOnly(422);
        assertThat(without.message()).contains("Missing required value for the field 'Journal' (journal_id)");
    }

    @Test
    void externalIdsAreReadById() {
        // When
        long credit = loadedCredit();

        // Then
        assertThat(ODOO.ok("account.move", "get_external_id", Map.of("ids", List.of(credit)))
                        .get(String.valueOf(credit))
                        .asText())
                .isEqualTo("__shopify__.acme_refund_7");
    }

    private long refund() {
        return invoices.wizard(WIZARD, "refund_moves", Map.of("journal_id", sales), invoice)
                .body()
                .get("res_id")
                .asLong();
    }

    private long loadedCredit() {
        return ODOO.call("account.move", "load", sheet(Sheets.CREATE_ONLY)).firstId();
    }

    private Map<String, Object> sheet(Map<String, ?> context) {
        long partner =
                ODOO.read("sale.order", order, "partner_id").at("/partner_id/0").asLong();
        return Sheets.load(
                List.of(
                        "id",
                        "move_type",
                        "partner_id/.id",
                        "reversed_entry_id/.id",
                        "invoice_line_ids/id",
                        "invoice_line_ids/name",
                        "invoice_line_ids/quantity",
                        "invoice_line_ids/price_unit",
                        "invoice_line_ids/tax_ids/.id"),
                context,
                List.of(
                        "__shopify__.acme_refund_7",
                        "out_refund",
                        partner,
                        invoice,
                        "__shopify__.acme_refund_line_7",
                        "Goodwill",
                        1,
                        10,
                        ""));
    }

    private JsonNode firstLine() {
        long id =
                ODOO.read("sale.order", order, "order_line").at("/order_line/0").asLong();
        return ODOO.read("sale.order.line", id, "qty_invoiced", "qty_to_invoice", "untaxed_amount_invoiced");
    }

    private String state(long move) {
        return invoices.move(move, "payment_state").get("payment_state").asText();
    }

    private static String year() {
        return Year.now(ZoneOffset.UTC).toString();
    }
}
