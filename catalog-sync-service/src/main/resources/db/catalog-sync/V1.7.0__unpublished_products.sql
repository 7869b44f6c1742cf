-- A product that is created is to be published as well. The row says so from before the creation until it is done: whoever
-- goes on after a lost answer or a crash finds it. What was created before this version is left as it is.
alter table product_handle add column unpublished boolean not null default false;
