/**
 * Shopify's products: receives payloads from {@code intake} and {@code cache} and reads them, and carries out what a
 * processor wants Shopify to hold; what Shopify refuses or leaves open goes back as a {@code SyncFailure}.
 */
package io.shopoms.catalog.shopify;
