/**
 * The page for people at {@code /}. Receives orders, deliveries and faults, hands back HTML in which every value is escaped;
 * its buttons call the control API, whose refusals it shows.
 */
package io.shopoms.sandbox.shopify.page;
