select create_cache_table('note_cache', 'title', 'payment');
select create_cache_table('memo_cache');
create table memo_arrival (id bigint generated always as identity, record_id bigint, text text, new_version bigint);
