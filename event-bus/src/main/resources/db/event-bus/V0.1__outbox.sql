-- Messages that must reach the broker but have not yet. A row is deleted when the broker has confirmed it.
create table outbox (
    id              bigint generated always as identity primary key,
    exchange        text        not null,
    routing_key     text        not null,
    headers         jsonb       not null,
    body            bytea       not null,
    created_at      timestamptz not null default now(),
    -- A message that the broker refuses waits here alone, so that it holds up no other.
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null default '-infinity',
    last_error      text
);

-- JSON payloads arrive compressed by nobody; compressing them again for the minutes that they stay is wasted.
alter table outbox alter column body set storage external;
