-- The W3C trace that a version came with, so that the log line of an attempt names it. For tables to come, and for those
-- that are there already.
alter function create_cache_table(text, variadic text[]) rename to create_cache_table_without_trace;

create function create_cache_table(table_name text, variadic own_columns text[] default '{}') returns void
    language plpgsql
as $$
begin
    perform create_cache_table_without_trace(table_name, variadic own_columns);
    execute format('alter table %I add column trace_id text', table_name);
end
$$;

do $$
declare
    cache text;
begin
    for cache in
        select table_name from information_schema.columns
        where table_schema = current_schema() and column_name = 'lost_leases'
    loop
        execute format('alter table %I add column trace_id text', cache);
    end loop;
end
$$;
