/**
 * What crosses the wire between the services, and nothing else: events, identifiers, and the names of exchanges, queues
 * and headers. Receives nothing and calls nothing; a value that cannot be built says what is wrong with it in an
 * {@link java.lang.IllegalArgumentException}.
 */
package io.shopoms.model;
