/**
 * What comes back: receives refunds and the movements of an order's goods, hands over the returns to prepare and the
 * quantities that lines keep meanwhile; a change that must wait for a return says so.
 */
package io.shopoms.order.mapping.returns;
