/**
 * For people: receives requests over REST, hands them to the cache; on failure answers problem details that name the
 * field and the way out.
 */
package io.shopoms.inventory.ops;
