/** The vocabulary of stock, pure values: every other room speaks in them; they know no side and no storage. */
package io.shopoms.inventory.stock;
