/**
 * The rules from a feed's rows to canonical products, pure: receives rows as trees, hands on products; a row that makes no
 * sense is named with its value, and nothing is guessed.
 */
package io.shopoms.catalog.feed.mapping;
