package io.shopoms.sandbox.odoo;

import io.shopoms.sandbox.odoo.account.Accounts;
import io.shopoms.sandbox.odoo.account.Edition;
import io.shopoms.sandbox.odoo.orm.Calls;
import io.shopoms.sandbox.odoo.orm.Context;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.view.AccountViews;
import io.shopoms.sandbox.odoo.view.InvoiceView;
import io.shopoms.sandbox.odoo.view.PaymentView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an accountant does in the simulated Odoo beside the API: invoice, post, pay, credit, look. Safe for use by any
 * thread. What Odoo refuses is an {@link IllegalArgumentException} with its words, what does not exist a
 * {@link NoSuchElementException}.
 */
public final class Bookkeeping {

    private static final String INVOICE = "account.move";
    private static final String PAYMENT = "account.payment";

    private final Transactions transactions;

    /** Runs work as the administrator, in one transaction. */
    interface Transactions {
        <T> T run(Function<Env, T> work);
    }

    Bookkeeping(Transactions transactions) {
        this.transactions = transactions;
    }

    // --- acting

    /** A draft of what is left to invoice of an order. */
    public InvoiceView invoice(long order) {
        return act(env -> {
            require(env, "sale.order", order);
            Context orders = chosen("sale.order", order);
            Map<String, Object> values = Map.of("sale_order_ids", List.of(List.of(6L, 0L, List.of(order))));
            return view(env, wizard(env, orders, "sale.advance.payment.inv", "create_invoices", values));
        });
    }

    public InvoiceView post(long invoice) {
        return act(env -> {
            Record move = require(env, INVOICE, invoice);
            press(env, Context.EMPTY, INVOICE, "action_post", invoice);
            return AccountViews.invoice(env, move);
        });
    }

    /** Pays what is still open, or pays it out for a credit note. @param journal code, such as BNK1 */
    public PaymentView pay(long invoice, String journal) {
        return act(env -> {
            require(env, INVOICE, invoice);
            Map<String, Object> values = Map.of("journal_id", journal(env, journal));
            long payment =
                    wizard(env, chosen(INVOICE, invoice), "account.payment.register", "action_create_payments", values);
            return AccountViews.payment(env, env.require(PAYMENT, payment));
        });
    }

    /** A draft credit note of the whole invoice. */
    public InvoiceView credit(long invoice, String reason) {
        return act(env -> {
            Record move = require(env, INVOICE, invoice);
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("journal_id", env.get(move, "journal_id"));
            values.put("reason", reason);
            return view(env, wizard(env, chosen(INVOICE, invoice), "account.move.reversal", "refund_moves", values));
        });
    }

    /** A further journal for money, such as that of a payment provider. @return its id */
    public long journal(String code, String name, String currency) {
        return act(env -> {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("code", code);
            values.put("name", name);
            values.put("type", "bank");
            values.put("currency_id", currency.isEmpty() ? null : currency(env, currency));
            return Accounts.journal(env, values).id();
        });
    }

    /** @param enterprise whether payments wait for the bank statement, which nobody reads here */
    public void edition(boolean enterprise) {
        transactions.run(env -> {
            Edition.set(env, enterprise);
            return null;
        });
    }

    // --- looking

    /** Invoices and credit notes, the newest first. */
    public List<InvoiceView> latestInvoices(int limit) {
        return transactions.run(env -> documents(env)
                .limit(limit)
                .map(move -> AccountViews.invoice(env, move))
                .toList());
    }

    public List<InvoiceView> invoices() {
        return latestInvoices(Integer.MAX_VALUE);
    }

    public int invoiceCount() {
        return transactions.run(env -> (int) documents(env).count());
    }

    /** @param order its id */
    public List<InvoiceView> invoicesOf(long order) {
        return transactions.run(env -> env.many(require(env, "sale.order", order), "invoice_ids").stream()
                .map(move -> AccountViews.invoice(env, move))
                .toList());
    }

    /** Those that a document was set against or is linked to. */
    public List<PaymentView> paymentsOf(long document) {
        return transactions.run(env -> env.many(require(env, INVOICE, document), "reconciled_payment_ids").stream()
                .map(payment -> AccountViews.payment(env, payment))
                .toList());
    }

    public Optional<InvoiceView> find(long invoice) {
        return transactions.run(
                env -> Optional.ofNullable(env.find(INVOICE, invoice)).map(move -> AccountViews.invoice(env, move)));
    }

    /** The newest first. */
    public List<PaymentView> latestPayments(int limit) {
        return transactions.run(env -> env.search(PAYMENT, List.of(), "id desc").stream()
                .limit(limit)
                .map(payment -> AccountViews.payment(env, payment))
                .toList());
    }

    public List<PaymentView> payments() {
        return latestPayments(Integer.MAX_VALUE);
    }

    public int paymentCount() {
        return transactions.run(env -> env.all(PAYMENT).size());
    }

    private static Stream<Record> documents(Env env) {
        return env
                .search(INVOICE, List.of(List.of("move_type", "in", List.of("out_invoice", "out_refund"))), "id desc")
                .stream();
    }

    private <T> T act(Function<Env, T> work) {
        try {
            return transactions.run(work);
        } catch (OdooException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Fills in a window and presses its button. @return the id of what came of it */
    private static long wizard(Env env, Context context, String model, String button, Map<String, Object> values) {
        Object created = Calls.named(env.with(context), model, "create", Map.of("vals_list", List.of(values)));
        Object action = press(env, context, model, button, (Long) ((List<?>) created).get(0));
        return ((Number) ((Map<?, ?>) action).get("res_id")).longValue();
    }

    private static Object press(Env env, Context context, String model, String button, long id) {
        return Calls.named(env.with(context), model, button, Map.of("ids", List.of(id)));
    }

    private static Context chosen(String model, long id) {
        return new Context(Map.of("active_model", model, "active_id", id, "active_ids", List.of(id)));
    }

    private static InvoiceView view(Env env, long invoice) {
        return AccountViews.invoice(env, env.require(INVOICE, invoice));
    }

    private static Record require(Env env, String model, long id) {
        Record row = env.find(model, id);
        if (row == null) {
            throw new NoSuchElementException("no " + (model.equals(INVOICE) ? "invoice " : "order ") + id);
        }
        return row;
    }

    private static long journal(Env env, String code) {
        return env.by("account.journal", "code", code).stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no journal " + code))
                .id();
    }

    private static long currency(Env env, String code) {
        return env.by("res.currency", "name", code).stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no currency " + code))
                .id();
    }
}
