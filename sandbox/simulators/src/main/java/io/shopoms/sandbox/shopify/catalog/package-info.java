/**
 * The products of the simulated store: what a product is, what the Admin API accepts of one, and where it is found again.
 * Receives inputs shaped as the Admin API's own (maps, with the difference between an absent field and null), hands back
 * records or {@link io.shopoms.sandbox.shopify.catalog.Refused} with every error; a refused change changes nothing. Who holds
 * the shop's lock may call.
 */
package io.shopoms.sandbox.shopify.catalog;
