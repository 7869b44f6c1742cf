-- How far the changes of stock in each store's Odoo were read, by Odoo's clock, and when a look last ended well. Stores that
-- use the same Odoo with the same key share their looks.
create table odoo_stock_cursor (
    store     text        not null primary key,
    until     timestamptz not null,
    looked_at timestamptz
);
