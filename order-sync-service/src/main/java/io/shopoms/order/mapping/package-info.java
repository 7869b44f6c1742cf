/**
 * The rules: receives orders and resolved references, hands drafts and differences to {@code odoo}; on failure a
 * {@code SyncFailure} names what is missing. Pure: records in, records out.
 */
package io.shopoms.order.mapping;
