/**
 * A small in-memory record store with Odoo's surface: models, fields, domains, commands and {@code load}.
 *
 * <p>Receives calls from the transport package as plain Java values (text, numbers, booleans, lists, maps), hands them to
 * the models that the other packages define; on failure an {@link io.shopoms.sandbox.odoo.orm.OdooException} with Odoo's
 * exception name leaves, and the whole call is rolled back.
 */
package io.shopoms.sandbox.odoo.orm;
