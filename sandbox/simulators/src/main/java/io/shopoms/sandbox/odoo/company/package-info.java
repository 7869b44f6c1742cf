/**
 * Companies, users, currencies, price lists, countries and the other lists that people keep in Odoo's settings. Receives
 * reads from every side; a fresh database is filled by {@link io.shopoms.sandbox.odoo.company.FreshDatabase}.
 */
package io.shopoms.sandbox.odoo.company;
