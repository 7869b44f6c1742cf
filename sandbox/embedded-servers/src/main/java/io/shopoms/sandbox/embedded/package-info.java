/**
 * A real PostgreSQL and an AMQP 0-9-1 broker without Docker, for tests and the local stack, never for production, and
 * who signs the tokens of tests.
 * Receives a directory and a port from whoever starts it, hands out URLs in the form that the services read; a server
 * that cannot start says which one, where and why in an {@link java.lang.IllegalStateException}.
 */
package io.shopoms.sandbox.embedded;
