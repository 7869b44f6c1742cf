/**
 * Which stores this deployment serves: receives settings from the configuration, hands {@link io.shopoms.sync.store.Store}
 * records to every other room; a setting that is missing or malformed leaves that part of its store out and is named in
 * {@link io.shopoms.sync.store.Stores#problems()}.
 */
package io.shopoms.sync.store;
