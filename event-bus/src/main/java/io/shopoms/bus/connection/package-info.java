/**
 * The way to database and broker: receives {@code SHOPOMS_DB_URL} and {@code SHOPOMS_AMQP_URL}, hands connections to
 * {@code publish} and {@code consume}, declaring the topology on each first; an address that cannot be read stops the
 * start with one line, an address that does not answer is tried for ever.
 */
package io.shopoms.bus.connection;
