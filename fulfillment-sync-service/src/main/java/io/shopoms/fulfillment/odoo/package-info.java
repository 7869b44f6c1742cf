/**
 * Odoo's done pickings: receives a date or orders from {@code intake}, hands back shipments; on failure it changes nothing
 * and can be asked again.
 */
package io.shopoms.fulfillment.odoo;
