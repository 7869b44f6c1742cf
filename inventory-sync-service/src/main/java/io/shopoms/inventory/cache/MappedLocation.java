package io.shopoms.inventory.cache;

import io.shopoms.inventory.stock.SourceShare;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A location of a store as people see it.
 *
 * @param store whose
 * @param id the location in Shopify
 * @param name for people; empty as long as it was only heard of
 * @param active whether Shopify's location is active
 * @param known whether Shopify has told what it is; if not, it was only named by a level
 * @param buffer units kept back there, if it has a buffer of its own
 * @param position the order in which stock kept for B2B is taken from locations
 * @param deletedAt when it was deleted in Shopify
 * @param sources where its stock lies in Odoo
 */
public record MappedLocation(
        ShopDomain store,
        ShopifyId id,
        String name,
        boolean active,
        boolean known,
        OptionalLong buffer,
        int position,
        Optional<Instant> deletedAt,
        List<Source> sources) {

    public MappedLocation {
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        sources = List.copyOf(sources);
    }

    /**
     * @param share where, and how much of it
     * @param name as in Odoo when it was mapped
     * @param mappedBy the person; empty if it was the only way
     * @param warning what people should know of the place; empty if nothing is known
     */
    public record Source(SourceShare share, String name, Optional<String> mappedBy, Optional<String> warning) {

        /** As it is chosen. */
        public Source(SourceShare share, String name, Optional<String> mappedBy) {
            this(share, name, mappedBy, Optional.empty());
        }
    }

    /** What keeps its stock from being written; empty if nothing does. */
    public Optional<String> problem() {
        if (deletedAt.isPresent()) {
            return Optional.of("it was deleted in Shopify; nothing is written to it");
        }
        if (!known) {
            return Optional.of("Shopify has not told yet what it is; the next look at locations asks for it");
        }
        if (!active) {
            return Optional.of("it is deactivated in Shopify; nothing is written to it until it is active again");
        }
        return sources.isEmpty()
                ? Optional.of("nobody has said where its stock lies in Odoo; map it to a warehouse or a stock location")
                : Optional.empty();
    }
}
