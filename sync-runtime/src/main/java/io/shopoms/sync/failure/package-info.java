/** Failures by what must happen next; every other room hands them on, the cache engine decides on their type. */
package io.shopoms.sync.failure;
