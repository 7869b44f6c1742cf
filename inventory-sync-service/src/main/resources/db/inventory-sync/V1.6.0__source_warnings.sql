-- What people should know of a place in Odoo, such as that its deliveries reserve no goods when an order is confirmed.
alter table location_source add column warning text;
