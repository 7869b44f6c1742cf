-- What each order of Shopify takes out of the stock. units is the JSON of io.shopoms.inventory.cache.OrderUnits; pending says
-- whether it takes units that Odoo's stock does not account for yet.
create table order_stock (
    store            text        not null,
    shopify_order_id bigint      not null,
    order_name       text        not null default '',
    ordered_at       timestamptz,
    units            text        not null,
    pending          boolean     not null default false,
    pending_since    timestamptz,
    heard_at         timestamptz not null default now(),
    primary key (store, shopify_order_id)
) with (autovacuum_vacuum_scale_factor = 0.05);

create index ix_order_stock_pending on order_stock (pending_since, store, shopify_order_id) where pending;
create index ix_order_stock_settled on order_stock (heard_at) where not pending;

-- Units that Odoo's stock does not account for yet. A deleted variant has only its SKU.
create table pending_unit (
    store              text   not null,
    shopify_order_id   bigint not null,
    shopify_variant_id bigint,
    sku                text   not null,
    units              bigint not null check (units > 0),
    foreign key (store, shopify_order_id) references order_stock on delete cascade
) with (autovacuum_vacuum_scale_factor = 0.05);

create index ix_pending_unit_order on pending_unit (store, shopify_order_id);
create index ix_pending_unit_variant on pending_unit (store, shopify_variant_id);
create index ix_pending_unit_sku on pending_unit (sku) where sku <> '';

-- What versions of orders took from Shopify's stock (negative) or gave back, until levels show it.
create table order_effect (
    id                 bigint      generated always as identity primary key,
    store              text        not null,
    shopify_order_id   bigint      not null,
    shopify_variant_id bigint      not null,
    units              bigint      not null check (units <> 0),
    heard_at           timestamptz not null
) with (autovacuum_vacuum_scale_factor = 0.05);

create index ix_order_effect_variant on order_effect (store, shopify_variant_id, id);
create index ix_order_effect_heard_at on order_effect (heard_at);
