-- That something happened to an order, told by webhooks that do not carry the order itself; one row for each order.
select create_cache_table('shopify_order_signal');
