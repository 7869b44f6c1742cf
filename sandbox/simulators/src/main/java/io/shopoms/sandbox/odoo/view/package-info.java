/**
 * What is in the simulated Odoo, as plain records for tests, the control API and the page. Receives rows from the record
 * store; it changes nothing.
 */
package io.shopoms.sandbox.odoo.view;
