package io.shopoms.sandbox.odoo.account;

import static io.shopoms.sandbox.odoo.fixtures.Sheets.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sandbox.odoo.fixtures.Invoices;
import io.shopoms.sandbox.odoo.fixtures.OdooExtension;
import io.shopoms.sandbox.odoo.fixtures.Reply;
import io.shopoms.sandbox.odoo.fixtures.Sheets;
import io.shopoms.sandbox.odoo.view.InvoiceView;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same call several times at once, as measured on a real Odoo 19. */
class ParallelAccountingComponentTest {

    private static final int TIMES = 4;

    @RegisterExtension
    static final OdooExtension ODOO = new OdooExtension();

    private final Invoices invoices = new Invoices(ODOO);
    private long mug;
    private long order;

    @BeforeEach
    void confirmedOrder() {
        mug = ODOO.data().product("MUG-1", "Mug", "11.90", 100);
        order = invoices.confirmed("1001", line(mug, 3, 12.1));
    }

    @Test
    void oneOfParallelInvoicingsInvoices() {
        // Given
        List<Long> wizards = IntStream.range(0, TIMES)
                .mapToObj(i -> create(
                        "sale.advance.payment.inv",
                        Map.of("sale_order_ids", List.of(List.of(6, 0, List.of(order)))),
                        Map.of()))
                .toList();

        // When
        List<Reply> replies = parallel(i ->
                ODOO.callAsync("sale.advance.payment.inv", "create_invoices", Map.of("ids", List.of(wizards.get(i)))));

        // Then
        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(200, 422, 422, 422);
        assertThat(ODOO.data().books().invoices()).hasSize(1);
    }

    @Test
    void oneOfParallelPostingsPosts() {
        // Given
        long invoice = invoices.invoice(order);

        // When
        List<Reply> replies =
                parallel(i -> ODOO.callAsync("account.move", "action_post", Map.of("ids", List.of(invoice))));

        // Then
        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(200, 422, 422, 422);
    }

    @Test
    void parallelPostingsOfSeveralInvoicesLeaveNoGap() {
        // Given
        List<Long> drafts = IntStream.range(0, TIMES)
                .mapToObj(i -> invoices.invoice(invoices.confirmed("20" + i, line(mug, 1, 5))))
                .toList();

        // When
        List<Reply> replies =
                parallel(i -> ODOO.callAsync("account.move", "action_post", Map.of("ids", List.of(drafts.get(i)))));

        // Then
        assertThat(replies).extracting(Reply::text).containsOnly("false");
        assertThat(ODOO.data().books().invoices())
                .extracting(InvoiceView::name)
                .extracting(name -> name.substring(name.lastIndexOf('/') + 1))
                .containsExactlyInAnyOrder("00001", "00002", "00003", "00004");
    }

    @Test
    void parallelLoadsOfOneCreditNoteMakeOne() {
        // Given
        Map<String, Object> sheet = Sheets.load(
                List.of(
                        "id",
                        "move_type",
                        "invoice_line_ids/id",
                        "invoice_line_ids/name",
                        "invoice_line_ids/price_unit"),
                Sheets.CREATE_ONLY,
                List.of("__shopify__.refund_1", "out_refund", "__shopify__.refund_line_1", "Goodwill", 5));

        // When
        List<Reply> replies = parallel(i -> ODOO.callAsync("account.move", "load", sheet));

        // Then
        assertThat(ODOO.data().books().invoices()).hasSize(1);
        assertThat(replies).filteredOn(reply -> reply.firstId() > 0).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.firstId() == 0)
                .allSatisfy(reply ->
                        assertThat(reply.loadMessage().get("message").asText()).contains("could not serialize access"));
    }

    @Test
    void parallelPaymentWindowsPayAgainAndAgain() {
        // Given
        long invoice = invoices.posted(order);
        Map<String, Object> context = Map.of("active_model", "account.move", "active_ids", List.of(invoice));
        long bank = invoices.journal("bank");
        List<Long> wizards = IntStream.range(0, TIMES)
                .mapToObj(i -> create("account.payment.register", Map.of("journal_id", bank), context))
                .toList();

        // When
        List<Reply> replies = parallel(i -> ODOO.callAsync(
                "account.payment.register", "action_create_payments", Map.of("ids", List.of(wizards.get(i)))));

        // Then
        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(ODOO.data().books().payments()).hasSize(TIMES);
    }

    private static List<Reply> parallel(IntFunction<CompletableFuture<Reply>> call) {
        ODOO.simulator().pace().gather(TIMES);
        List<CompletableFuture<Reply>> calls =
                IntStream.range(0, TIMES).mapToObj(call).toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }

    private static long create(String model, Map<String, ?> values, Map<String, ?> context) {
        return ODOO.ok(model, "create", Map.of("vals_list", List.of(values), "context", context))
                .get(0)
                .asLong();
    }
}
