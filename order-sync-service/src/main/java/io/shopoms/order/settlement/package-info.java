/**
 * Accounting: receives orders that are in Odoo from the processor, brings their invoices, payments and credit notes to what
 * policy and Shopify call for; on failure the order's row names what differs or is missing.
 */
package io.shopoms.order.settlement;
