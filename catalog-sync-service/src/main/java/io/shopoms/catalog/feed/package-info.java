/**
 * Products from a file or an address: receives configurations from people, hands canonical products to the cache as rows
 * of kind {@code feed-products}; a feed that cannot be read whole changes nothing, and says why.
 */
package io.shopoms.catalog.feed;
