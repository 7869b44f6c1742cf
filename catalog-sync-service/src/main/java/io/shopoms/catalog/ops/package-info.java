/**
 * What people see and do: receives their requests, hands on to the tables and the processors; a request that makes no sense
 * is answered with the reason.
 */
package io.shopoms.catalog.ops;
