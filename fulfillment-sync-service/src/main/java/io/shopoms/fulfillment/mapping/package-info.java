/**
 * What is missing in Shopify: receives records of both sides from the processor, hands back a plan. Pure; on goods that
 * cannot be fulfilled the plan says why.
 */
package io.shopoms.fulfillment.mapping;
