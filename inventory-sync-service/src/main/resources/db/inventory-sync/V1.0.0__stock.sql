-- Inventory items of Shopify that must be looked at: a row says which, and how it ended.
select create_cache_table('shopify_inventory_cache');

-- Inventory items, and which Odoo product each stands for. catalog_product_id is what the catalog service says;
-- odoo_product_id is what holds: the same, unless a person has chosen otherwise.
create table product_inventory (
    store              text        not null,
    inventory_item_id  bigint      not null,
    shopify_variant_id bigint,
    shopify_product_id bigint,
    sku                text        not null default '',
    tracked            boolean,
    odoo_product_id    bigint,
    catalog_product_id bigint,
    chosen             boolean     not null default false,
    chosen_by          text,
    sync_enabled       boolean     not null default true,
    allocation         text        check (allocation in ('NONE', 'FIXED', 'SHARE')),
    allocation_value   numeric(12, 2),
    buffer             bigint,
    measured           text        not null default 'REFUSE' check (measured in ('REFUSE', 'WHOLE_UNITS')),
    b2b_stock          bigint,
    b2c_stock          bigint,
    looked_at          timestamptz,
    look_again_at      timestamptz,
    last_synced_at     timestamptz,
    failure_kind       text,
    failure_message    text,
    failure_remedy     text,
    failed_at          timestamptz,
    facts_at           timestamptz,
    linked_at          timestamptz,
    deleted_at         timestamptz,
    created_at         timestamptz not null default now(),
    updated_at         timestamptz not null default now(),
    primary key (store, inventory_item_id),
    constraint ck_product_inventory_allocation
        check ((allocation is null or allocation = 'NONE') = (allocation_value is null))
) with (autovacuum_vacuum_scale_factor = 0.05);

create index ix_product_inventory_odoo on product_inventory (odoo_product_id) where odoo_product_id is not null;
create index ix_product_inventory_variant on product_inventory (store, shopify_variant_id);
create index ix_product_inventory_product on product_inventory (store, shopify_product_id);
create index ix_product_inventory_sku on product_inventory (lower(sku) text_pattern_ops) where sku <> '';
create index ix_product_inventory_look_again on product_inventory (store, look_again_at) where look_again_at is not null;
create index ix_product_inventory_failed on product_inventory (store, failure_kind) where failure_kind is not null;
create index ix_product_inventory_unlinked on product_inventory (store, inventory_item_id)
    where odoo_product_id is null and deleted_at is null;

-- The newest word of the catalog service about each product; older ones change nothing.
create table catalog_link (
    store              text        not null,
    shopify_product_id bigint      not null,
    linked_at          timestamptz not null,
    primary key (store, shopify_product_id)
);

-- The ledger of each inventory level. doubts counts what suggested another value since it was read last; revision counts
-- what was stored, so that a worker that lost its lease cannot store over a newer state. differences and number are the
-- JSON of io.shopoms.inventory.stock.Difference and StockNumber; unexplained is the sum of the differences.
create table inventory_level (
    store             text        not null,
    inventory_item_id bigint      not null,
    location_id       bigint      not null,
    presence          text        not null check (presence in ('NEVER', 'STOCKED', 'REMOVED')),
    available         bigint      not null,
    available_at      timestamptz not null,
    kept              boolean     not null,
    unexplained       bigint      not null default 0,
    differences       text        not null default '[]',
    shown             bigint      not null default 0,
    doubts            integer     not null default 0,
    number            text,
    revision          bigint      not null default 1,
    updated_at        timestamptz not null default now(),
    primary key (store, inventory_item_id, location_id)
) with (autovacuum_vacuum_scale_factor = 0.05);

create index ix_inventory_level_location on inventory_level (store, location_id);
create index ix_inventory_level_held on inventory_level (store, inventory_item_id) where unexplained < 0;

-- Writes to Shopify whose outcome is not stored yet, with the exact lines that were sent.
create table inventory_write (
    key       uuid        primary key,
    store     text        not null,
    opened_at timestamptz not null
);

create table inventory_write_line (
    key               uuid    not null references inventory_write on delete cascade,
    position          integer not null,
    store             text    not null,
    inventory_item_id bigint  not null,
    location_id       bigint  not null,
    quantity          bigint  not null,
    change_from       bigint  not null,
    cause             text    not null,
    primary key (key, position)
);

create index ix_inventory_write_line_level on inventory_write_line (store, inventory_item_id, location_id);
