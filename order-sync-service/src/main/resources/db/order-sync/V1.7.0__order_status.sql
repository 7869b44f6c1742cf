-- Where each order stands by both systems' words; for those that are in Odoo already, what the stage alone tells.
alter table order_link add column status text;

update order_link set status = case stage when 'quotation' then 'pending' else stage end;

alter table order_link alter column status set not null;

create index ix_order_link_status on order_link (store, status);
