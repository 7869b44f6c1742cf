-- How far the changes of the levels of each served location were read, by Shopify's clock.
create table shopify_level_cursor (
    store       text        not null,
    location_id bigint      not null,
    until       timestamptz not null,
    primary key (store, location_id)
);
