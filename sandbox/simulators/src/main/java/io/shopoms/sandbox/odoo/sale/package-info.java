/**
 * Orders and their lines. Receives {@code load}, writes and button calls; hands lines to the stock package when an order is
 * confirmed, and prices to the tax package for the totals. A step that the order's state forbids is refused with Odoo's
 * {@code UserError}.
 */
package io.shopoms.sandbox.odoo.sale;
