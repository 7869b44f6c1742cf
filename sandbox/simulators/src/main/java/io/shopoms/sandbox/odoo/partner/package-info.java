/**
 * Contacts and their addresses ({@code res.partner}). Receives writes of the order flow; a contact without a name is
 * refused as PostgreSQL refuses it.
 */
package io.shopoms.sandbox.odoo.partner;
