/**
 * What is kept of stock: receives events and readings, hands due items to the processor and keeps links, levels and the
 * audit log; an event that is not understood waits as rejected, with the reason.
 */
package io.shopoms.inventory.cache;
