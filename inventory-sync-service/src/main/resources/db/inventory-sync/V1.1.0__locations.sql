-- Shopify's locations, the newest record of each.
select create_cache_table('shopify_location_cache', 'name');

-- Locations as they hold. position is the order in which stock kept for B2B is taken from them.
create table location (
    store       text        not null,
    location_id bigint      not null,
    name        text        not null default '',
    active      boolean     not null,
    known       boolean     not null,
    buffer      bigint,
    position    integer     not null default 0,
    deleted_at  timestamptz,
    changed_at  timestamptz not null default now(),
    primary key (store, location_id)
);

-- Where in Odoo the stock of a location lies. Several sources for one location, and several locations for one source.
create table location_source (
    store       text          not null,
    location_id bigint        not null,
    kind        text          not null check (kind in ('WAREHOUSE', 'LOCATION')),
    odoo_id     bigint        not null,
    odoo_name   text          not null default '',
    share       numeric(7, 6) not null check (share > 0 and share <= 1),
    mapped_by   text,
    mapped_at   timestamptz   not null default now(),
    primary key (store, location_id, kind, odoo_id),
    foreign key (store, location_id) references location on delete cascade
);

create index ix_location_source_odoo on location_source (kind, odoo_id);

-- Stores whose locations a person has mapped, or unmapped, are not mapped by themselves again.
create table location_mapping_choice (
    store     text        primary key,
    chosen_by text        not null,
    chosen_at timestamptz not null default now()
);
