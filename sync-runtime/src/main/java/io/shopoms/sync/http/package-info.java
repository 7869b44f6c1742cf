/**
 * Outbound HTTP: receives calls from the Odoo and Shopify clients, hands them to the network, few at a time and bounded in
 * time and size; on failure it says whether the other side may have acted on the call.
 */
package io.shopoms.sync.http;
