-- What customers and shops ask for by law.
select create_cache_table('privacy_request_cache', 'topic', 'subject');

-- Which of these requests a person has dealt with.
create table privacy_answer (
    store text not null,
    record_id bigint not null,
    answered_at timestamptz not null default now(),
    primary key (store, record_id)
);
