-- Shopify's orders, the newest version of each.
select create_cache_table(
    'shopify_order_cache', 'order_name', 'email', 'phone', 'financial_status', 'fulfillment_status', 'payment_method');

-- What an order is about, a line for each SKU: who waits for a product is found by it.
alter table shopify_order_cache add column skus text;

-- Which Odoo order stands for which Shopify order. A row here means that the order was made: if Odoo no longer has it, a
-- person deleted it, and it is not made again by itself.
create table order_link (
    store text not null,
    shopify_order_id bigint not null,
    order_name text not null,
    odoo_order_id bigint not null,
    odoo_order_name text not null,
    lines text not null,
    applied text not null,
    stage text not null,
    money_check text not null,
    linked_at timestamptz not null default now(),
    checked_at timestamptz not null default now(),
    primary key (store, shopify_order_id)
);

create index ix_order_link_odoo_order_id on order_link (store, odoo_order_id);
