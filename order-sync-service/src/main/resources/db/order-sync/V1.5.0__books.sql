-- Which Odoo tax an operator chose for a rate, where the rate alone does not tell.
create table tax_mapping (
    store text not null,
    percent numeric(9, 4) not null,
    included boolean not null,
    odoo_tax_id bigint not null,
    changed_at timestamptz not null default now(),
    primary key (store, percent, included)
);

-- What each order is worth in Shopify and in Odoo, as last compared. An order that is not in Odoo (yet) has no amounts there.
create table order_ledger (
    store text not null,
    shopify_order_id bigint not null,
    order_name text not null,
    ordered_on date not null,
    currency text not null,
    shopify_total numeric not null,
    shopify_tax numeric not null,
    odoo_total numeric,
    odoo_tax numeric,
    rounding numeric not null,
    verdict text not null,
    remark text not null,
    sums text,
    compared_at timestamptz not null default now(),
    primary key (store, shopify_order_id)
);

create index ix_order_ledger_day on order_ledger (store, ordered_on);
