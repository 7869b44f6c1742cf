/**
 * What exists on the broker: receives a channel from {@code connection}, declares exchanges, queues and bindings on it;
 * a refusal by the broker is handed back and the connection is tried again.
 */
package io.shopoms.bus.topology;
