-- 0001 platform: row security for store data, audit, outbox, idempotency, document numbers
-- Why:   every write leaves its audit row, its news and its idempotency row in the deed's own transaction (rules.md, Ground).
-- Locks: nothing, the schema is new.

grant usage on schema platform to gangwei_app;
grant select on platform.migration to gangwei_app;

-- A store's table: rows of other stores do not exist. The sub-select is evaluated once per statement, not per row (20 times faster).
create function platform.protect(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format($policy$create policy by_store on %s using (
    store_id = any ((select string_to_array(current_setting('app.store_ids', true), ',')::uuid[])::uuid[]))$policy$, target);
end $$;
revoke all on function platform.protect from public;

-- A ledger: rows are added, never changed or removed, whoever asks.
create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is a ledger: add a counter-entry instead', tg_table_name using errcode = 'restrict_violation';
end $$;

create function platform.make_ledger(target regclass) returns void language plpgsql as $$
begin
  execute format('create trigger ledger before update or delete on %s for each row execute function platform.refuse_change()', target);
  execute format('create trigger ledger_whole before truncate on %s for each statement execute function platform.refuse_change()', target);
  execute format('grant select, insert on %s to gangwei_app', target);
end $$;
revoke all on function platform.make_ledger from public;

create table platform.audit (
  store_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  person_id uuid,
  positions text[] not null default '{}',
  operation text not null check (length(operation) <= 200),
  subject text not null check (length(subject) <= 60),
  subject_id uuid,
  before jsonb,
  after jsonb,
  reason text check (length(reason) <= 500),
  request_id text not null check (length(request_id) <= 60),
  result text not null default 'done' check (result in ('done', 'refused')),
  primary key (store_id, id)
);
create index audit_by_subject on platform.audit (store_id, subject, subject_id, id);
create index audit_by_person on platform.audit (store_id, person_id, id);
select platform.protect('platform.audit');
select platform.make_ledger('platform.audit');

create table platform.outbox (
  store_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  person_id uuid,
  event text not null check (length(event) <= 100),
  subject_id uuid not null,
  facts jsonb not null,
  primary key (store_id, id)
);
select platform.protect('platform.outbox');
grant select, insert, delete on platform.outbox to gangwei_app;

create table platform.idempotency (
  store_id uuid not null,
  person_id uuid not null,
  key text not null check (length(key) between 8 and 100),
  operation text not null,
  body_hash text not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (store_id, person_id, key)
);
create index idempotency_by_age on platform.idempotency (store_id, at);
select platform.protect('platform.idempotency');
grant select, insert, delete on platform.idempotency to gangwei_app;

create table platform.document_number (
  store_id uuid not null,
  kind text not null check (kind ~ '^[A-Z]{2,4}$'),
  day date not null,
  last integer not null check (last > 0),
  primary key (store_id, kind, day)
);
select platform.protect('platform.document_number');
grant select, insert, update on platform.document_number to gangwei_app;
