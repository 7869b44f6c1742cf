-- Shopify's notices that a bulk operation ended.
select create_cache_table('shopify_bulk_operation');

-- The handle under which a product is created in Shopify for a record of another side, chosen once: whoever tries again
-- after a lost answer uses the same one, whatever the record is called by then.
create table product_handle (
    store     text        not null,
    reference text        not null,
    handle    text        not null,
    chosen_at timestamptz not null default now(),
    primary key (store, reference)
);
