-- Every verified webhook, so that "did Shopify send it, and when?" has an answer.
create table webhook_log (
    id           bigint generated always as identity primary key,
    store        text        not null,
    topic        text        not null,
    webhook_id   text        not null,
    event_id     text,
    api_version  text,
    triggered_at timestamptz,
    received_at  timestamptz not null,
    size         int         not null,
    -- RECEIVED: a service claims the topic and keeps the record itself. UNCLAIMED: none does, the body is kept here.
    -- REPLAYED: published once more on a person's wish. UNREADABLE: not a webhook's message; kept as it came.
    state        text        not null check (state in ('RECEIVED', 'UNCLAIMED', 'REPLAYED', 'UNREADABLE')),
    -- How often it came: Shopify repeats a webhook that it saw no answer to, a replay sends it again.
    deliveries   int         not null,
    note         text,
    replayed_at  timestamptz,
    body         bytea,
    constraint uq_webhook_log_webhook unique (store, webhook_id)
);

create index ix_webhook_log_received on webhook_log (received_at);
create index ix_webhook_log_store_topic on webhook_log (store, topic, id);
create index ix_webhook_log_topic on webhook_log (topic, id);
create index ix_webhook_log_event on webhook_log (event_id) where event_id is not null;
create index ix_webhook_log_state on webhook_log (state, id) where state <> 'RECEIVED';
