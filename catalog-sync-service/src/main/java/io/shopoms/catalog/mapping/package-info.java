/**
 * The rules that know two sides: receives products of both from the processors, hands back what to do; pure, and fails
 * only with a failure that a person can act on.
 */
package io.shopoms.catalog.mapping;
