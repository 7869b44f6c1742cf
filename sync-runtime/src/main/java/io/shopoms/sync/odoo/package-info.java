/**
 * Odoo over JSON-2 or JSON-RPC: receives calls from a service's {@code odoo} room, hands them to
 * {@link io.shopoms.sync.http.OutboundHttp} few at a time; on failure it classifies by status and exception name and says
 * what to do.
 */
package io.shopoms.sync.odoo;
