/**
 * Warehouses, quants, transfers and reservation. Receives the lines of confirmed orders from the sale package and the
 * acts of warehouse people; hands back delivered quantities. A transfer that cannot be done is refused as Odoo refuses it.
 */
package io.shopoms.sandbox.odoo.stock;
