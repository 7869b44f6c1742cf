-- How far the changes of stock in each store's Odoo were read, by Odoo's clock, and when a look last ended well. Stores that
-- use the same Odoo with the same key share their looks.
create table odoo_stock_cursor (
    store     text        not null primary key,
    until     timestamptz not null,
    looked_at timestamptz
);

-- What moved the stock of each product last, as Odoo's moves tell: for the audit log's lines of the minutes that follow.
create table odoo_stock_cause (
    store           text        not null,
    odoo_product_id bigint      not null,
    cause           text        not null,
    heard_at        timestamptz not null,
    primary key (store, odoo_product_id)
);
