/**
 * How products come in: brings what Shopify and Odoo tell, and what was missed, into the tables of {@code cache}; a fetch
 * that fails is repeated from where it stood.
 */
package io.shopoms.catalog.intake;
