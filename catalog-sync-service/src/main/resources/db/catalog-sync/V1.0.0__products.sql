-- Shopify's products, the newest version of each.
select create_cache_table('shopify_product_cache', 'title', 'handle', 'vendor', 'skus');

-- Which Odoo template stands for a Shopify product, and what each side held when both were last in step: the JSON of
-- io.shopoms.catalog.product.Product. A side that still holds the same has nothing new to say.
create table product_link (
    store              text        not null,
    shopify_product_id bigint      not null,
    odoo_template_id   bigint      not null,
    title              text        not null,
    shopify_content    text        not null,
    odoo_content       text        not null,
    synced_at          timestamptz not null default now(),
    primary key (store, shopify_product_id)
);

create index ix_product_link_template on product_link (store, odoo_template_id);

-- Which Odoo product stands for a Shopify variant. Several variants may be sold from one Odoo product.
create table variant_link (
    store              text        not null,
    shopify_variant_id bigint      not null,
    shopify_product_id bigint      not null,
    inventory_item_id  bigint,
    odoo_template_id   bigint      not null,
    odoo_product_id    bigint      not null,
    sku                text        not null,
    linked_at          timestamptz not null default now(),
    primary key (store, shopify_variant_id),
    foreign key (store, shopify_product_id) references product_link on delete cascade
);

create index ix_variant_link_product on variant_link (store, shopify_product_id);
create index ix_variant_link_odoo on variant_link (store, odoo_product_id);
