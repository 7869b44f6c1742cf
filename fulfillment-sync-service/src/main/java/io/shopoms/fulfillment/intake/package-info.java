/**
 * What tells that something is to be done: receives changed pickings from Odoo and {@code order.linked} from the order
 * service, hands both to {@code cache}; on failure the cursor stays, or the event is delivered again.
 */
package io.shopoms.fulfillment.intake;
