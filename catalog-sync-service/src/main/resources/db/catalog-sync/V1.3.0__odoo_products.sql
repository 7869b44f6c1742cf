-- Odoo's product templates, the newest version of each, under the template's id.
select create_cache_table('odoo_product_cache', 'title', 'skus');

-- How far the changes of each store's Odoo were read.
create table odoo_product_cursor (
    store text        not null primary key,
    until timestamptz not null
);
