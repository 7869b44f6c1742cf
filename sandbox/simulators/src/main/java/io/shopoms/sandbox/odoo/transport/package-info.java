/**
 * The two ways into the simulated Odoo, JSON-2 and JSON-RPC, and the pages that need no key. Receives HTTP requests from
 * the server base, hands calls to the record store, one transaction each; a failure leaves in the transport's own envelope.
 */
package io.shopoms.sandbox.odoo.transport;
