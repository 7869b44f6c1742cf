package io.shopoms.inventory.cache;

import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.model.ShopifyId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** What was heard of Shopify's stock, by webhook or by looking. It says that something changed, not what holds now. */
public sealed interface StockSignal {

    ShopifyId item();

    /**
     * A level has, or had, a quantity.
     *
     * @param available in units; empty where Shopify does not count the item
     * @param updatedAt Shopify's date, in whole seconds where a webhook told it; empty if it was not told
     */
    record LevelHeard(LevelKey key, OptionalLong available, Optional<Instant> updatedAt) implements StockSignal {

        public LevelHeard {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(available, "available");
            Objects.requireNonNull(updatedAt, "updatedAt");
        }

        @Override
        public ShopifyId item() {
            return key.item();
        }
    }

    /** An item is no longer stocked at a location; Shopify does not date that. */
    record LevelGone(LevelKey key) implements StockSignal {

        public LevelGone {
            Objects.requireNonNull(key, "key");
        }

        @Override
        public ShopifyId item() {
            return key.item();
        }
    }

    /**
     * An item is, or was, like this; parts that were not told are empty.
     *
     * @param sku empty text for none
     * @param tracked whether its stock is counted
     */
    record ItemHeard(ShopifyId item, Optional<String> sku, Optional<Boolean> tracked, Optional<Instant> updatedAt)
            implements StockSignal {

        public ItemHeard {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(sku, "sku");
            Objects.requireNonNull(tracked, "tracked");
            Objects.requireNonNull(updatedAt, "updatedAt");
        }
    }

    /** An item was deleted. Its id is never used again. */
    record ItemGone(ShopifyId item) implements StockSignal {

        public ItemGone {
            Objects.requireNonNull(item, "item");
        }
    }

    /** The row of an item of which no webhook came yet. */
    record Mention(ShopifyId item) implements StockSignal {

        public Mention {
            Objects.requireNonNull(item, "item");
        }
    }
}
