/**
 * What people ask and do beside the common API: receives their requests, hands them to the links; on failure answers with
 * the status that says why.
 */
package io.shopoms.order.ops;
