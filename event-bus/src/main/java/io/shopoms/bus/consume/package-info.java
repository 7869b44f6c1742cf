/**
 * Consuming that survives the broker's outages: receives messages from a queue, hands them in batches to the service, and
 * acknowledges a batch that was handled; what was not acknowledged when a connection is lost comes again on the next one.
 *
 * <p>Why not the framework's connector: tried with a broker that starts later and empty, it comes back, but every try
 * against a missing queue leaves a connection open, and an outage logs a stack trace a second.
 */
package io.shopoms.bus.consume;
