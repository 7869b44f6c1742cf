/**
 * The books: receives what each order is worth in both systems from the processor, hands days and differences to the ops
 * API; on failure the batch is tried again, since nothing else may be forgotten either.
 */
package io.shopoms.order.ledger;
