-- Which deliveries were taken in: written in the transaction that stores the record, so a row here means that it is stored.
create table webhook_receipt (
    store text not null,
    webhook_id text not null,
    received_at timestamptz not null default now(),
    primary key (store, webhook_id)
);

create index ix_webhook_receipt_received_at on webhook_receipt (received_at);

-- What could not be understood, with its exact bytes, so that it can be looked at and replayed.
create table rejected_message (
    id bigint generated always as identity primary key,
    store text,
    topic text,
    webhook_id text,
    kind text,
    raw_format text not null,
    headers text not null,
    body bytea not null,
    reason text not null,
    seen integer not null default 1,
    received_at timestamptz not null,
    rejected_at timestamptz not null default now(),
    replayed_at timestamptz
);

-- A redelivery, or the same record in the next look-back, is counted and not kept twice.
create unique index uq_rejected_message_content
    on rejected_message (coalesce(store, ''), coalesce(kind, ''), coalesce(webhook_id, ''), md5(body));

create index ix_rejected_message_rejected_at on rejected_message (rejected_at);

create table sync_job (
    id uuid primary key,
    type text not null,
    store text not null,
    parameters text not null,
    status text not null check (status in ('PENDING', 'RUNNING', 'PAUSED', 'COMPLETED', 'FAILED', 'CANCELLED')),
    checkpoint text,
    processed bigint not null default 0,
    created bigint not null default 0,
    updated bigint not null default 0,
    skipped bigint not null default 0,
    errors bigint not null default 0,
    total bigint,
    attempts integer not null default 0,
    next_attempt_at timestamptz not null default now(),
    failure_kind text,
    failure_message text,
    failure_remedy text,
    created_by text,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    updated_at timestamptz not null default now(),
    finished_at timestamptz,
    lease_owner uuid,
    lease_until timestamptz
);

create unique index uq_sync_job_open on sync_job (type, store, md5(parameters))
    where status in ('PENDING', 'RUNNING', 'PAUSED');

create index ix_sync_job_due on sync_job (next_attempt_at) where status in ('PENDING', 'RUNNING');

create index ix_sync_job_created_at on sync_job (created_at);

create table scheduled_task (
    name text not null,
    store text not null,
    started boolean not null default true,
    triggered boolean not null default false,
    next_run_at timestamptz not null default now(),
    last_started_at timestamptz,
    last_finished_at timestamptz,
    last_result text,
    failure_kind text,
    failure_message text,
    failure_remedy text,
    runs bigint not null default 0,
    failures bigint not null default 0,
    lease_owner uuid,
    lease_until timestamptz,
    primary key (name, store)
);

-- Makes the table of one kind of cached record: the engine's columns, the kind's own text columns, and all indexes.
--   select create_cache_table('shopify_order_cache', 'order_name', 'email');
create function create_cache_table(table_name text, variadic own_columns text[] default '{}') returns void
    language plpgsql
as $$
declare
    own_column text;
begin
    execute format($table$
        create table %I (
            store text not null,
            record_id bigint not null,
            raw text not null,
            raw_format text not null,
            content_hash bytea not null,
            source_updated_at timestamptz not null,
            triggered_at timestamptz,
            received_at timestamptz not null,
            stored_at timestamptz not null default now(),
            version bigint not null default 1,
            status text not null check (status in ('PENDING', 'PROCESSED', 'FAILED')),
            pending_since timestamptz not null default now(),
            attempts integer not null default 0,
            next_attempt_at timestamptz not null default now(),
            failure_kind text,
            failure_message text,
            failure_remedy text,
            note text,
            processed_at timestamptz,
            history text[] not null default '{}',
            alone boolean not null default false,
            lost_leases integer not null default 0,
            lease_owner uuid,
            lease_until timestamptz,
            primary key (store, record_id)
        ) with (autovacuum_vacuum_scale_factor = 0.05)
    $table$, table_name);

    -- text with lz4 costs a quarter of the processor time of the default; not every server is built with it.
    begin
        execute format('alter table %I alter column raw set compression lz4', table_name);
    exception
        when feature_not_supported or invalid_parameter_value then
            raise notice 'this server has no lz4: %.raw keeps the default compression', table_name;
    end;

    -- What the processor claims; what people ask for; the order of lists; one record by its number alone.
    execute format('create index %I on %I (store, next_attempt_at) where status = ''PENDING''',
        'ix_' || table_name || '_due', table_name);
    execute format('create index %I on %I (store, status, failure_kind) where status <> ''PROCESSED''',
        'ix_' || table_name || '_open', table_name);
    execute format('create index %I on %I (received_at, store, record_id)',
        'ix_' || table_name || '_received_at', table_name);
    execute format('create index %I on %I (record_id)', 'ix_' || table_name || '_record_id', table_name);

    foreach own_column in array own_columns loop
        execute format('alter table %I add column %I text', table_name, own_column);
        -- Searched from the beginning, without regard to case and to a leading #.
        execute format('create index %I on %I (ltrim(lower(%I), ''#'') text_pattern_ops)',
            'ix_' || table_name || '_' || own_column, table_name, own_column);
    end loop;
end
$$;
