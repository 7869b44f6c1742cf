package io.shopoms.sandbox.odoo.account;

import static io.shopoms.sandbox.odoo.fixtures.Sheets.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.odoo.fixtures.Invoices;
import io.shopoms.sandbox.odoo.fixtures.OdooExtension;
import io.shopoms.sandbox.odoo.fixtures.Reply;
import io.shopoms.sandbox.odoo.fixtures.Sheets;
import io.shopoms.sandbox.odoo.orm.AccessRights;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Payments of invoices: by the wizard, which pays as often as it is asked, and loaded with an external id. */
class PaymentComponentTest {

    private static final String WIZARD = "account.payment.register";
    private static final String PAY = "action_create_payments";

    @RegisterExtension
    static final OdooExtension ODOO = new OdooExtension();

    private final Invoices invoices = new Invoices(ODOO);
    private long mug;
    private long order;
    private long invoice;
    private long bank;
    private long partner;

    @BeforeEach
    void postedInvoice() {
        mug = ODOO.data().product("MUG-1", "Mug", "11.90", 100);
        order = invoices.confirmed("1001", line(mug, 3, 12.1));
        invoice = invoices.posted(order);
        bank = invoices.journal("bank");
        partner =
                ODOO.read("sale.order", order, "partner_id").at("/partner_id/0").asLong();
    }

    @Test
    void theWizardPaysTheWholeInvoice() {
        // When
        Reply paid = invoices.wizard(WIZARD, PAY, Map.of("journal_id", bank, "communication", "PAY-1"), invoice);

        // Then
        assertThat(paid.body().get("res_model").asText()).isEqualTo("account.payment");
        JsonNode payment = payment(paid.body().get("res_id").asLong());
        assertThat(payment.get("name").asText()).isEqualTo("PBNK1/" + Year.now(ZoneOffset.UTC) + "/00001");
        assertThat(payment.get("state").asText()).isEqualTo("paid");
        assertThat(payment.get("memo").asText()).isEqualTo("PAY-1");
        assertThat(payment.get("amount").asDouble()).isEqualTo(36.3);
        assertThat(payment.get("payment_type").asText()).isEqualTo("inbound");
        assertThat(payment.at("/reconciled_invoice_ids/0").asLong()).isEqualTo(invoice);
        assertThat(state(invoice)).isEqualTo("paid");
        assertThat(residual(invoice)).isZero();
    }

    @Test
    void aPartOfItLeavesTheRestOpen() {
        // When
        Reply paid = invoices.wizard(WIZARD, PAY, Map.of("journal_id", bank, "amount", 10), invoice);

        // Then
        assertThat(state(invoice)).isEqualTo("partial");
        assertThat(residual(invoice)).isEqualTo(26.3);
        assertThat(payment(paid.body().get("res_id").asLong()).get("state").asText())
                .isEqualTo("in_process");
    }

    @Test
    void theLastPartMakesAllPaymentsPaid() {
        // Given
        long first = invoices.wizard(WIZARD, PAY, Map.of("journal_id", bank, "amount", 10), invoice)
                .body()
                .get("res_id")
                .asLong();

        // When
        invoices.wizard(WIZARD, PAY, Map.of("journal_id", bank), invoice);

        // Then
        assertThat(state(invoice)).isEqualTo("paid");
        assertThat(payment(first).get("state").asText()).isEqualTo("paid");
    }

    @Test
    void aSmallDifferenceCanBeWrittenOff() {
        // Given
        long account = ODOO.ok(
                        "account.account",
                        "search",
                        Map.of("domain", List.of(List.of("account_type", "=", "income")), "limit", 1))
                .get(0)
                .asLong();

        // When
        invoices.wizard(
                WIZARD,
                PAY,
                Map.of(
                        "journal_id",
                        bank,
                        "amount",
                        36.28,
                        "payment_difference_handling",
                        "reconcile",
                        "writeoff_account_id",
                        account),
                invoice);

        // Then
        assertThat(state(invoice)).isEqualTo("paid");
    }

    @Test
    void aPaidInvoiceOffersNothingToPay() {
        // Given
        invoices.wizard(WIZARD, PAY, Map.of("journal_id", bank), invoice);

        // When
        Reply again = invoices.wizard(WIZARD, PAY, Map.of("journal_id", bank), invoice);

        // Then
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.name()).isEqualTo("odoo.exceptions.UserError");
    }

    @Test
    void aWizardThatIsPressedTwicePaysTwice() {
        // Given
        Map<String, Object> context = Map.of("active_model", "account.move", "active_ids", List.of(invoice));
        JsonNode wizard =
                ODOO.ok(WIZARD, "create", Map.of("vals_list", Map.of("journal_id", bank), "context", context));

        // When
        ODOO.ok(WIZARD, PAY, Map.of("ids", wizard));
        ODOO.ok(WIZARD, PAY, Map.of("ids", wizard));

        // Then
        JsonNode payments = ODOO.ok(
                "account.payment",
                "search_read",
                Map.of("domain", List.of(), "fields", List.of("amount", "is_reconciled"), "order", "id"));
        assertThat(payments.findValuesAsText("amount")).containsExactly("36.3", "36.3");
        assertThat(payments.findValuesAsText("is_reconciled")).containsExactly("true", "false");
        assertThat(state(invoice)).isEqualTo("paid");
    }

    @Test
    void aLoadedPaymentIsPostedOnceAndSetAgainstTheInvoice() {
        // Given
        long payment = loaded("36.3");
        long replayed = loaded("36.3");

        // When
        Reply posted = invoices.button("account.payment", "action_post", payment);
        Reply again = invoices.button("account.payment", "action_post", payment);
        Reply assigned = assign(openLine(payment));
        Reply repeated = assign(receivable(payment));

        // Then
        assertThat(replayed).isEqualTo(payment);
        assertThat(List.of(posted.text(), again.text(), assigned.text(), repeated.text()))
                .containsOnly("null");
        assertThat(state(invoice)).isEqualTo("paid");
        assertThat(payment(payment).get("state").asText()).isEqualTo("paid");
    }

    @Test
    void journalItemsAreReconciledAndOpenedAgain() {
        // Given
        long payment = loaded("40");
        invoices.button("account.payment", "action_post", payment);
        long owed = ODOO.ok(
                        "account.move.line",
                        "search",
                        Map.of(
                                "domain",
                                List.of(
                                        List.of("move_id", "=", invoice),
                                        List.of("display_type", "=", "payment_term"))))
                .get(0)
                .asLong();
        long paid = openLine(payment);

        // When
        Reply reconciled = invoices.button("account.move.line", "reconcile", owed, paid);
        Reply again = invoices.button("account.move.line", "reconcile", owed, paid);
        String settled = state(invoice);
        Reply opened = invoices.button("account.move.line", "remove_move_reconcile", owed);

        // Then
        assertThat(reconciled.text()).isEqualTo("null");
        assertThat(again.status()).isEqualTo(422);
        assertThat(settled).isEqualTo("paid");
        assertThat(opened.text()).isEqualTo("null");
        assertThat(state(invoice)).isEqualTo("not_paid");
        assertThat(payment(payment).get("state").asText()).isEqualTo("in_process");
    }

    @Test
    void writingTheJournalAgainLosesTheEntry() {
        // Given
        long payment = loaded("36.3");
        ODOO.ok("account.payment", "write", Map.of("ids", List.of(payment), "vals", Map.of("journal_id", bank)));

        // When
        invoices.button("account.payment", "action_post", payment);

        // Then
        JsonNode read = payment(payment);
        assertThat(read.get("name").asText()).isEqualTo("PAY00001");
        assertThat(read.get("move_id").asBoolean(true)).isFalse();
    }

    @Test
    void aLinkAloneDoesNotSettle() {
        // Given
        long payment = loaded("36.3");
        ODOO.ok(
                "account.payment",
                "write",
                Map.of("ids", List.of(payment), "vals", Map.of("invoice_ids", List.of(List.of(4, invoice)))));

        // When
        invoices.button("account.payment", "action_post", payment);

        // Then
        assertThat(state(invoice)).isEqualTo("not_paid");
        assertThat(ODOO.ok(
                        "account.payment",
                        "search",
                        Map.of("domain", List.of(List.of("reconciled_invoice_ids", "in", List.of(invoice))))))
                .hasSize(1);
    }

    @Test
    void aCancelledPaymentOpensItsInvoiceAndADraftOneDoesNot() {
        // Given
        long payment = invoices.wizard(WIZARD, PAY, Map.of("journal_id", bank), invoice)
                .body()
                .get("res_id")
                .asLong();

        // When
        invoices.button("account.payment", "action_draft", payment);
        String afterDraft = state(invoice);
        invoices.button("account.payment", "action_cancel", payment);

        // Then
        assertThat(afterDraft).isEqualTo("paid");
        assertThat(state(invoice)).isEqualTo("not_paid");
        assertThat(payment(payment).get("state").asText()).isEqualTo("canceled");
    }

    @Test
    void severalInvoicesArePaidOneByOne() {
        // Given
        long other = invoices.posted(invoices.confirmed("1002", line(mug, 1, 5)));

        // When
        Reply paid = invoices.wizard(WIZARD, PAY, Map.of("journal_id", bank), invoice, other);

        // Then
        assertThat(paid.body().at("/domain/0/2")).hasSize(2);
        assertThat(List.of(state(invoice), state(other))).containsOnly("paid");
    }

    @Test
    void anInvoiceInAnotherCurrencyIsPaidInItsOwn() {
        // Given
        long yen = ODOO.data().pricelist("JPY");
        long quotation = ODOO.call("sale.order", "load", Sheets.order("1003", line(mug, 1, 1000)))
                .firstId();
        ODOO.ok("sale.order", "write", Map.of("ids", List.of(quotation), "vals", Map.of("pricelist_id", yen)));
        invoices.button("sale.order", "action_confirm", quotation);
        long foreign = invoices.posted(quotation);

        // When
        long payment = invoices.wizard(WIZARD, PAY, Map.of("journal_id", bank), foreign)
                .body()
                .get("res_id")
                .asLong();

        // Then
        assertThat(payment(payment).at("/currency_id/1").asText()).isEqualTo("JPY");
        assertThat(payment(payment).get("amount").asDouble()).isEqualTo(1000);
        assertThat(state(foreign)).isEqualTo("paid");
    }

    @Test
    void anInvoiceIsAlsoPaidInTheCompanysCurrency() {
        // Given
        long euro = ODOO.data().pricelist("EUR");
        long quotation = ODOO.call("sale.order", "load", Sheets.order("1003", line(mug, 1, 36.3)))
                .firstId();
        ODOO.ok("sale.order", "write", Map.of("ids", List.of(quotation), "vals", Map.of("pricelist_id", euro)));
        invoices.button("sale.order", "action_confirm", quotation);
        long foreign = invoices.posted(quotation);

        // When
        long payment = invoices.wizard(WIZARD, PAY, Map.of("journal_id", bank, "currency_id", 1), foreign)
                .body()
                .get("res_id")
                .asLong();

        // Then
        assertThat(payment(payment).get("amount").asDouble()).isEqualTo(39.46);
        assertThat(state(foreign)).isEqualTo("paid");
    }

    @Test
    void theEnterpriseEditionWaitsForTheBank() {
        // Given
        ODOO.data().books().edition(true);

        // When
        long payment = invoices.wizard(WIZARD, PAY, Map.of("journal_id", bank), invoice)
                .body()
                .get("res_id")
                .asLong();
        Reply again = invoices.wizard(WIZARD, PAY, Map.of("journal_id", bank), invoice);

        // Then
        assertThat(payment(payment).get("state").asText()).isEqualTo("in_process");
        assertThat(payment(payment).get("move_id").asBoolean(true)).isFalse();
        assertThat(state(invoice)).isEqualTo("in_payment");
        assertThat(residual(invoice)).isEqualTo(36.3);
        assertThat(again.status()).isEqualTo(200);
    }

    @Test
    void wrongJournalsAreRefused() {
        // When
        Reply unknown = invoices.wizard(WIZARD, PAY, Map.of("journal_id", 999), invoice);
        Reply sales = invoices.wizard(WIZARD, PAY, Map.of("journal_id", invoices.journal("sale")), invoice);
        Reply negative = ODOO.call("account.payment", "create", Map.of("vals_list", Map.of("amount", -1)));

        // Then
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(sales.status()).isEqualTo(422);
        assertThat(sales.name()).isEqualTo("odoo.exceptions.ValidationError");
        assertThat(negative.status()).isEqualTo(422);
        assertThat(state(invoice)).isEqualTo("not_paid");
    }

    @Test
    void withoutTheInvoicingRightPaymentsAreHidden() {
        // Given
        ODOO.simulator().rights().setGroup(AccessRights.INVOICING, false);

        // When
        Reply wizard = invoices.wizard(WIZARD, PAY, Map.of("journal_id", bank), invoice);
        Reply search = ODOO.call("account.payment", "search", Map.of("domain", List.of()));

        // Then
        assertThat(List.of(wizard.status(), search.status())).containsOnly(403);
    }

    private long loaded(String amount) {
        return ODOO.call(
                        "account.payment",
                        "load",
                        Sheets.load(
                                List.of("id", "partner_id/.id", "amount", "memo", "journal_id/.id"),
                                Sheets.CREATE_ONLY,
                                List.of("__shopify__.acme_payment_9", partner, amount, "#1001", bank)))
                .firstId();
    }

    private static Reply assign(long line, long invoice) {
        return ODOO.call(
                "account.move", "js_assign_outstanding_line", Map.of("ids", List.of(invoice), "line_id", line));
    }

    private Reply assign(long line) {
        return assign(line, invoice);
    }

    private static long receivable(long payment) {
        long entry = payment(payment).at("/move_id/0").asLong();
        return ODOO.ok(
                        "account.move.line",
                        "search",
                        Map.of(
                                "domain",
                                List.of(
                                        List.of("move_id", "=", entry),
                                        List.of("account_type", "=", "asset_receivable"))))
                .get(0)
                .asLong();
    }

    private static long openLine(long payment) {
        long line = receivable(payment);
        assertThat(ODOO.read("account.move.line", line, "reconciled")
                        .get("reconciled")
                        .asBoolean())
                .isFalse();
        return line;
    }

    private static JsonNode payment(long id) {
        return ODOO.read(
                "account.payment",
                id,
                "name",
                "state",
                "memo",
                "amount",
                "payment_type",
                "currency_id",
                "move_id",
                "reconciled_invoice_ids");
    }

    private String state(long move) {
        return invoices.move(move, "payment_state").get("payment_state").asText();
    }

    private double residual(long move) {
        return invoices.move(move, "amount_residual").get("amount_residual").asDouble();
    }
}
