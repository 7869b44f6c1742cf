/**
 * From the broker into the cache: receives messages from the service's queue, hands them in batches to
 * {@link io.shopoms.sync.cache.CacheWriter}, and acknowledges after the commit; what cannot be understood is kept as
 * rejected, and while the database is down nothing is acknowledged.
 */
package io.shopoms.sync.intake;
