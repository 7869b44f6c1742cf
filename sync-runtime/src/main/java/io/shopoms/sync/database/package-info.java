/**
 * The service's own schema: receives statements from the cache, intake, job and ops rooms, hands them to PostgreSQL with a
 * deadline; on failure says whether the data or the server is to blame.
 */
package io.shopoms.sync.database;
