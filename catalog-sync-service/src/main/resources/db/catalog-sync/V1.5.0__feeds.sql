-- What people want of feeds; secrets are encrypted, see io.shopoms.catalog.feed.config.SecretBox.
create table feed_config (
    id          text        primary key,
    store       text        not null,
    definition  text        not null,
    secret_key  text,
    secrets     bytea,
    revision    bigint      not null default 1,
    next_run_at timestamptz,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    constraint ck_feed_config_secrets check ((secret_key is null) = (secrets is null))
);

create index ix_feed_config_due on feed_config (store, next_run_at) where next_run_at is not null;

-- One reading of one feed. WAITING: it would remove too much, and waits for a person.
create table feed_run (
    id              uuid        primary key,
    config_id       text        not null,
    store           text        not null,
    status          text        not null check (status in
                        ('PENDING', 'RUNNING', 'WAITING', 'COMPLETED', 'UNCHANGED', 'FAILED', 'CANCELLED')),
    dry_run         boolean     not null,
    requested_by    text        not null,
    confirmed       boolean     not null default false,
    revision        bigint      not null,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null default now(),
    checksum        text,
    bytes           bigint,
    etag            text,
    last_modified   text,
    rows            bigint      not null default 0,
    unreadable      bigint      not null default 0,
    products        bigint      not null default 0,
    refused         bigint      not null default 0,
    changed         bigint      not null default 0,
    removed         bigint      not null default 0,
    message         text,
    failure_kind    text,
    failure_message text,
    failure_remedy  text,
    created_at      timestamptz not null default now(),
    started_at      timestamptz,
    finished_at     timestamptz,
    lease_owner     uuid,
    lease_until     timestamptz
);

-- One run of a feed at a time.
create unique index uq_feed_run_open on feed_run (config_id) where status in ('PENDING', 'RUNNING');
create index ix_feed_run_config on feed_run (config_id, created_at);
create index ix_feed_run_created_at on feed_run (created_at);

-- What a run has read and not handed over yet. Content is absent where it is what was handed over before.
create table feed_stage (
    run_id       uuid   not null references feed_run on delete cascade,
    product_key  text   not null,
    part         bigint not null,
    content_hash bytea,
    content      text,
    skus         text[] not null,
    title        text,
    problem      text,
    primary key (run_id, product_key, part)
);

-- What each feed held when it was last read whole. record_id is the id of its row of kind feed-products.
create table feed_product (
    config_id          text    not null,
    product_key        text    not null,
    record_id          bigint  not null generated always as identity unique,
    store              text    not null,
    present            boolean not null,
    content_hash       bytea,
    skus               text[]  not null,
    shopify_product_id bigint,
    archived           boolean not null default false,
    primary key (config_id, product_key)
);

create index ix_feed_product_store on feed_product (store) where present;

-- What became of each record of a run.
create table feed_result (
    run_id  uuid        not null references feed_run on delete cascade,
    record  text        not null,
    result  text        not null,
    message text        not null,
    remedy  text,
    changes text,
    at      timestamptz not null default now(),
    primary key (run_id, record)
);

-- Products of feeds on their way to Shopify.
select create_cache_table('feed_product_cache', 'feed', 'product_key', 'run', 'title', 'skus');
