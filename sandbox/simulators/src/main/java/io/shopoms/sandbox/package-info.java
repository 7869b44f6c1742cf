/**
 * Stand-ins for Shopify and Odoo, for tests and the local stack; never in production. Receives settings from the
 * environment or a test, hands requests to the simulated APIs; a port that is taken or a setting that is wrong ends the
 * start with one sentence.
 */
package io.shopoms.sandbox;
