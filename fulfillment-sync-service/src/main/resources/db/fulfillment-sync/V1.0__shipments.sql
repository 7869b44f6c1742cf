-- What Odoo shipped of a sale order, under the sale order's id.
select create_cache_table('odoo_shipment_cache', 'odoo_order_name', 'shopify_order_id', 'pickings');

-- Which sale order and lines stand for a Shopify order: the newest order.linked.
create table order_link (
    store            text        not null,
    shopify_order_id bigint      not null,
    order_name       text        not null,
    odoo_order_id    bigint      not null,
    odoo_order_name  text        not null,
    odoo_line_ids    bigint[]    not null,
    shopify_line_ids bigint[]    not null,
    linked_at        timestamptz not null,
    primary key (store, shopify_order_id),
    constraint ck_order_link_lines check (cardinality(odoo_line_ids) = cardinality(shopify_line_ids))
);

-- Fulfillments that shopOMS asked for or adopted; an INTENT is written before Shopify is asked.
create table fulfillment_link (
    store              text        not null,
    picking_id         bigint      not null,
    part               int         not null,
    shopify_order_id   bigint      not null,
    state              text        not null,
    fulfillment_id     bigint,
    location_id        bigint,
    line_ids           bigint[]    not null,
    quantities         int[]       not null,
    tracking_company   text,
    tracking_numbers   text[]      not null,
    tracking_urls      text[]      not null,
    known_fulfillments bigint[]    not null,
    attempted_at       timestamptz not null,
    primary key (store, picking_id, part),
    constraint ck_fulfillment_link_state check (state in ('INTENT', 'CREATED', 'ADOPTED')),
    constraint ck_fulfillment_link_known check ((state = 'INTENT') = (fulfillment_id is null)),
    constraint ck_fulfillment_link_quantities check (cardinality(line_ids) = cardinality(quantities))
);

create index ix_fulfillment_link_order on fulfillment_link (store, shopify_order_id);

-- One fulfillment ships the goods of one picking only.
create unique index uq_fulfillment_link_fulfillment on fulfillment_link (store, fulfillment_id);

-- How far the changes of each store's Odoo were read.
create table picking_cursor (
    store text        not null primary key,
    until timestamptz not null
);
