-- Differences that stayed unexplained. decision is the store's policy's, or a person's; outcome says what was done, and until
-- then the drift is open.
create table inventory_drift (
    id                uuid        primary key,
    store             text        not null,
    inventory_item_id bigint      not null,
    location_id       bigint      not null,
    odoo_product_id   bigint,
    sku               text        not null,
    before            bigint      not null,
    after             bigint      not null,
    since             timestamptz not null,
    opened_at         timestamptz not null default now(),
    decision          text        not null check (decision in ('CORRECT', 'ADOPT', 'SHOW')),
    decided_by        text,
    decided_at        timestamptz not null default now(),
    outcome           text,
    resolved_at       timestamptz
);

create index ix_inventory_drift_opened_at on inventory_drift (opened_at, id);
create index ix_inventory_drift_open on inventory_drift (store, opened_at, id) where resolved_at is null;
create index ix_inventory_drift_item on inventory_drift (store, inventory_item_id, opened_at);
create index ix_inventory_drift_resolved_at on inventory_drift (resolved_at) where resolved_at is not null;

-- Drifts that Odoo is to take over, until it has.
create table inventory_adoption (
    drift_id          uuid        primary key,
    store             text        not null,
    inventory_item_id bigint      not null,
    location_id       bigint      not null,
    odoo_product_id   bigint      not null,
    source_kind       text        not null,
    source_id         bigint      not null,
    units             bigint      not null,
    shown             boolean     not null,
    opened_at         timestamptz not null default now()
);

create index ix_inventory_adoption_item on inventory_adoption (store, inventory_item_id);

-- Every change of a level, and every choice of a person. A partition for each month is made ahead; the default one takes
-- what has none, so that no line is ever refused.
create sequence inventory_sync_log_line;

create table inventory_sync_log (
    id                bigint      not null default nextval('inventory_sync_log_line'),
    at                timestamptz not null,
    store             text        not null,
    inventory_item_id bigint,
    location_id       bigint,
    odoo_product_id   bigint,
    sku               text        not null,
    source            text        not null,
    cause             text        not null,
    before            bigint,
    after             bigint,
    explains          bigint      not null default 0,
    correlation_id    text,
    actor             text,
    detail            text        not null default '',
    logged_at         timestamptz not null default now(),
    primary key (id, at)
) partition by range (at);

create index ix_inventory_sync_log_at on inventory_sync_log (at, id);
create index ix_inventory_sync_log_item on inventory_sync_log (store, inventory_item_id, at, id);
create index ix_inventory_sync_log_product on inventory_sync_log (odoo_product_id, at, id);
create index ix_inventory_sync_log_sku on inventory_sync_log (sku, at, id) where sku <> '';
create index ix_inventory_sync_log_location on inventory_sync_log (store, location_id, at, id);
create index ix_inventory_sync_log_cause on inventory_sync_log (cause, at, id);
create index ix_inventory_sync_log_correlation on inventory_sync_log (correlation_id) where correlation_id is not null;

create table inventory_sync_log_default partition of inventory_sync_log default;
