/**
 * The rules of accounting: receives orders, the account that Odoo keeps of them and policies, hands drafts of invoices,
 * credit notes and payments to {@code settlement}; what cannot be done is a remark in words. Pure: records in, records out.
 */
package io.shopoms.order.mapping.accounting;
