-- Which Odoo contact stands for which customer, guest, company or company contact. The keys hold Shopify's numbers, or a
-- hash where a guest has only an e-mail address. The written_… columns are fingerprints of what shopOMS last wrote into the
-- contact; null where it wrote nothing, because the contact was there before.
create table customer_link (
    store text not null,
    customer_key text not null,
    odoo_partner_id bigint not null,
    matched_by text not null,
    own_address text not null,
    written_name text,
    written_email text,
    written_phone text,
    linked_at timestamptz not null default now(),
    primary key (store, customer_key)
);

create index ix_customer_link_odoo_partner_id on customer_link (store, odoo_partner_id);
