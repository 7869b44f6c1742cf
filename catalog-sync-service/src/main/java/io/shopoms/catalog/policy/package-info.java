/** What a merchant chose about the catalog of each store: receives settings, hands typed policies to all rooms; a malformed setting stops the start. */
package io.shopoms.catalog.policy;
