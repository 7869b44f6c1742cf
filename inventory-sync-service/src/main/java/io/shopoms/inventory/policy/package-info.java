/** What a merchant chooses about stock: receives settings, hands each store's policy to whoever asks; malformed ones stop the start. */
package io.shopoms.inventory.policy;
