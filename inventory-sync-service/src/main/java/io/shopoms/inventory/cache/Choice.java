package io.shopoms.inventory.cache;

import io.shopoms.model.ShopDomain;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A choice about stock, for the audit log.
 *
 * @param store whose items or location it is about
 * @param at when it was made
 * @param who made it
 * @param location the location, if it is about one
 * @param items what was chosen, for each item; one without an item if it is about the location as a whole
 */
record Choice(ShopDomain store, Instant at, Who who, OptionalLong location, List<Item> items) {

    Choice {
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(location, "location");
        items = List.copyOf(items);
    }

    /**
     * @param item its id, if it is about one
     * @param detail one sentence for people
     */
    record Item(Optional<Long> item, String detail) {}
}
