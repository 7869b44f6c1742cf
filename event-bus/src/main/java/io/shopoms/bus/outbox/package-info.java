/**
 * Messages that wait in the database for the broker: receives them from the services, within their own transactions,
 * hands them to {@code publish} in order of arrival; on failure they stay and are tried again.
 */
package io.shopoms.bus.outbox;
