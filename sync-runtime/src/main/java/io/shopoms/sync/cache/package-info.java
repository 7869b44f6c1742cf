/**
 * The cache-first engine: receives raw records from intake, jobs and polls, keeps the newest of each, and hands due ones
 * in batches to the service's {@link io.shopoms.sync.cache.EntryHandler}; on failure the row says why and when it is
 * tried again.
 */
package io.shopoms.sync.cache;
