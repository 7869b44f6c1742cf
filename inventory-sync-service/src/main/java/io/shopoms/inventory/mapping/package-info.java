/**
 * The rules of the number, pure: receives what is known of levels, orders and Odoo's stock from the processor, hands back
 * numbers and decisions; what makes no sense comes back as a failure that names it.
 */
package io.shopoms.inventory.mapping;
