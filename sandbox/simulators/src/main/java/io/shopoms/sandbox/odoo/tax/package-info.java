/**
 * Tax arithmetic as Odoo 19.0 does it, and the tax model. Receives prices, quantities and taxes from the sale package,
 * hands back amounts; it is pure and cannot fail.
 */
package io.shopoms.sandbox.odoo.tax;
