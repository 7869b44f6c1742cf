/**
 * Odoo's product templates and variants: receives what a template shall hold from the processors, hands back what Odoo
 * holds; on failure nothing is lost, and the same call may be repeated.
 */
package io.shopoms.catalog.odoo;
