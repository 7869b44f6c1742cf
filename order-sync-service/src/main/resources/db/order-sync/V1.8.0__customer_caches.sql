-- Shopify's customers, the newest version of each.
select create_cache_table('shopify_customer_cache', 'name', 'email', 'phone');

-- Merges of customers, by the number of the one who is gone.
select create_cache_table('customer_merge_cache', 'kept');
