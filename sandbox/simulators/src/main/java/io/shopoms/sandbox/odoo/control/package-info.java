/**
 * The control API and the page for people. Receives what tests and people want done, hands it to {@code OdooData}; a
 * mistake is answered with 400, an unknown record with 404, each with a sentence.
 */
package io.shopoms.sandbox.odoo.control;
