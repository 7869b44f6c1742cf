/**
 * Stock in Odoo: receives questions from the processor and the poll, hands back free stock and what changed; on failure as
 * the Odoo client says, and never an invented zero.
 */
package io.shopoms.inventory.odoo;
