/**
 * The webhook log, beside the path of a webhook: receives every published one from its own queue, hands it to people over
 * REST, and back to the exchange when they wish; while the database is away the queue keeps what is not written yet.
 */
package io.shopoms.gateway.log;
