package io.shopoms.sandbox.odoo.view;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.ExternalIds;
import io.shopoms.sandbox.odoo.orm.Record;

/** Makes views of invoices, credit notes and payments. */
public final class AccountViews {

    private AccountViews() {}

    public static InvoiceView invoice(Env env, Record move) {
        Record reversed = env.follow(move, "reversed_entry_id");
        return new InvoiceView(
                move.id(),
                env.text(move, "name"),
                ExternalIds.nameOf(env, move),
                env.text(move, "move_type"),
                env.text(move, "state"),
                env.text(move, "payment_state"),
                env.text(move, "ref"),
                env.text(move, "invoice_origin"),
                Views.shown(env, move, "partner_id"),
                Views.shown(env, move, "currency_id"),
                env.text(move, "invoice_date"),
                reversed == null ? "" : env.text(reversed, "name"),
                env.number(move, "amount_untaxed"),
                env.number(move, "amount_tax"),
                env.number(move, "amount_total"),
                env.number(move, "amount_residual"),
                env.many(move, "invoice_line_ids").stream()
                        .map(line -> line(env, line))
                        .toList());
    }

    private static InvoiceLineView line(Env env, Record line) {
        return new InvoiceLineView(
                line.id(),
                ExternalIds.nameOf(env, line),
                Views.sku(env, line),
                env.text(line, "name"),
                env.text(line, "display_type"),
                env.number(line, "quantity"),
                env.number(line, "price_unit"),
                env.number(line, "discount"),
                Views.names(env, line, "tax_ids"),
                env.number(line, "price_subtotal"),
                env.number(line, "price_total"),
                env.ids(line, "sale_line_ids"));
    }

    public static PaymentView payment(Env env, Record payment) {
        return new PaymentView(
                payment.id(),
                env.text(payment, "name"),
                ExternalIds.nameOf(env, payment),
                env.text(payment, "payment_type"),
                env.text(payment, "state"),
                env.number(payment, "amount"),
                Views.shown(env, payment, "currency_id"),
                Views.shown(env, payment, "journal_id"),
                Views.shown(env, payment, "partner_id"),
                env.text(payment, "memo"),
                env.text(payment, "date"),
                env.many(payment, "reconciled_invoice_ids").stream()
                        .map(invoice -> env.text(invoice, "name"))
                        .toList());
    }
}
