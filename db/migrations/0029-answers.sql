-- 0029 answers: the customer answers on his own phone
-- Why:   added work is shown to him by a link with its photos, item by item; what he saw and signed is kept as he saw it (rules.md, Remote link).
-- Locks: repair_orders.added_work, for as long as a check constraint is exchanged.

create schema answers;
grant usage on schema answers to gangwei_app;

create table answers.link (
  store_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  token_hash text not null,
  items jsonb not null, -- added work with the version that is shown; another version voids the link
  promised_at timestamptz not null, -- the promise that a yes brings
  made_at timestamptz not null,
  made_by uuid not null,
  made_by_name text not null,
  expires_at timestamptz not null check (expires_at > made_at),
  opened_at timestamptz,
  wrong_tries integer not null default 0,
  void_at timestamptz,
  answered_at timestamptz,
  customer_name text not null default '' check (length(customer_name) <= 60),
  seen jsonb, -- what the customer saw when he answered
  primary key (store_id, id),
  constraint an_answer_keeps_what_was_seen check ((answered_at is null) = (seen is null))
);
create unique index link_by_token on answers.link (store_id, token_hash);
create index links_of_order on answers.link (store_id, order_id, id);
select platform.protect('answers.link');
grant select, insert, update on answers.link to gangwei_app;

alter table repair_orders.added_work drop constraint added_work_decided_way_check;
alter table repair_orders.added_work add constraint added_work_decided_way_check check (decided_way in ('signature', 'call', 'link'));
