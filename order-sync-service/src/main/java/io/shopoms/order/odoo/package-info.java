/**
 * Odoo's side: receives needs, drafts and changes from the processor, hands ids and states back; on failure a
 * {@code SyncFailure} says what Odoo lacks or refuses.
 */
package io.shopoms.order.odoo;
