/**
 * Orders and customers: receives cached orders from the engine, hands their state to Odoo and {@code order.linked} to the
 * other services; on failure each order says by itself what must happen.
 */
package io.shopoms.order;
