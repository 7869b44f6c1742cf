/**
 * The simulated Shopify: the store, its Admin API, its webhooks, a control API and a page for people, put together. Receives
 * HTTP requests and Java calls, lets one in at a time, hands webhooks to their subscribers; what the control API cannot do
 * it answers with 400 or 404 and the reason.
 */
package io.shopoms.sandbox.shopify;
