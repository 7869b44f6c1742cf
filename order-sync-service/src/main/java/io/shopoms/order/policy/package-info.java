/**
 * What a merchant chooses: receives settings, hands the policy of each store to every other room; a store's own choice
 * wins over the one for all, and a malformed one stops the start, named.
 */
package io.shopoms.order.policy;
