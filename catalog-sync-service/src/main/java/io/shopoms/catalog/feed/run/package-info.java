/**
 * Runs of feeds: receives configurations and downloaded files, stages what they hold in PostgreSQL, and hands new, changed
 * and removed products to the cache; a run that was not read whole, or would remove too much, hands over nothing.
 */
package io.shopoms.catalog.feed.run;
