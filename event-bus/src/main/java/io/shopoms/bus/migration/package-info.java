/**
 * Brings the service's schema up to date: receives the migrations of all modules on the class path, hands over to whoever
 * waits for the tables; while the database is away it tries again, and the service runs without.
 */
package io.shopoms.bus.migration;
