/**
 * What people see and do: receives requests with a token and health probes, hands them to the cache, the jobs and the
 * scheduler; every failure is answered as a problem detail (RFC 9457).
 */
package io.shopoms.sync.ops;
