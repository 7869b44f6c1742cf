-- Which Odoo tax an operator chose for a rate, where the rate alone does not tell.
create table tax_mapping (
    store text not null,
    percent numeric(9, 4) not null,
    included boolean not null,
    odoo_tax_id bigint not null,
    changed_at timestamptz not null default now(),
    primary key (store, percent, included)
);
