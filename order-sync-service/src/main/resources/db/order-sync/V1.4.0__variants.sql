-- Which Odoo product stands for a Shopify variant: the newest variant.linked of its product.
create table variant_link (
    store              text   not null,
    shopify_variant_id bigint not null,
    shopify_product_id bigint not null,
    odoo_product_id    bigint not null,
    primary key (store, shopify_variant_id)
);

create index ix_variant_link_product on variant_link (store, shopify_product_id);

-- How new the links of a product are; kept also when it has none any more.
create table product_link (
    store              text        not null,
    shopify_product_id bigint      not null,
    linked_at          timestamptz not null,
    primary key (store, shopify_product_id)
);
