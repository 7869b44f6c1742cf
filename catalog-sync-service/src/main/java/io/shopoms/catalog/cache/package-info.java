/**
 * What is kept of products: receives raw records from {@code intake} and hands the newest of each to the processors; a
 * record that is not understood waits in its row with the reason.
 */
package io.shopoms.catalog.cache;
