-- What feeds were allowed to change when the run read its file.
alter table feed_run add column policy text;
