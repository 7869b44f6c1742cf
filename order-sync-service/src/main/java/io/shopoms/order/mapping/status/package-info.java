/**
 * Where an order stands: receives what Odoo has and what Shopify says, hands the one status of both to the link that people
 * look at; pure, it cannot fail.
 */
package io.shopoms.order.mapping.status;
