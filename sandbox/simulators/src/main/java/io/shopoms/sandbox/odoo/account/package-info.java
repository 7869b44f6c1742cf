/**
 * Journals, invoices, credit notes, payments and their reconciliation. Receives the lines to invoice from the sale package,
 * and writes, {@code load} and buttons from callers; hands back what is invoiced and what is still to be paid. What a
 * document's state forbids is refused with Odoo's {@code UserError}, what the caller's groups forbid with its
 * {@code AccessError}.
 */
package io.shopoms.sandbox.odoo.account;
