package io.shopoms.sandbox.shopify.catalog;

/** Is told of every change that Shopify would send a webhook for. */
public interface CatalogEvents {

    void created(Product product);

    void updated(Product product);

    void deleted(Product product);

    /** For a catalogue whose changes nobody hears of. */
    static CatalogEvents none() {
        return new CatalogEvents() {
            @Override
            public void created(Product product) {
                // Nobody listens.
            }

            @Override
            public void updated(Product product) {
                // Nobody listens.
            }

            @Override
            public void deleted(Product product) {
                // Nobody listens.
            }
        };
    }
}
