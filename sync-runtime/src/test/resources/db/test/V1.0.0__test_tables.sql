select create_cache_table('note_cache', 'title', 'payment');
select create_cache_table('memo_cache');
