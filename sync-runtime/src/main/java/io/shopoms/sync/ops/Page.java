package io.shopoms.sync.ops;

import java.util.List;

/**
 * A piece of a list.
 *
 * @param items in the order of the list
 * @param next to be given as {@code after} for the next piece; null if this is the last
 */
public record Page<T>(List<T> items, String next) {}
