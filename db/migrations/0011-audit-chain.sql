-- 0011 audit: its rows sealed into blocks, one chain a store
-- Why:   a row changed, removed or slipped in must show. The deed itself takes no lock on a chain: it leaves a note in audit_unsealed,
--        and a sealer takes the notes up a second later (ADR 0008).
-- Locks: nothing, the tables are new. Rows written before this migration get their note here.

create table platform.audit_unsealed (
  store_id uuid not null,
  audit_id uuid not null,
  since timestamptz not null default clock_timestamp(),
  primary key (store_id, audit_id)
);
select platform.protect('platform.audit_unsealed');
grant select, insert, delete on platform.audit_unsealed to gangwei_app;

create table platform.audit_block (
  store_id uuid not null,
  number bigint not null check (number > 0),
  at timestamptz not null,
  row_ids uuid[] not null check (cardinality(row_ids) between 1 and 5000),
  rows_hash bytea not null check (length(rows_hash) = 32),
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (store_id, number)
);
select platform.protect('platform.audit_block');
select platform.make_ledger('platform.audit_block');

-- Every column by name and in this order: a column added later needs a second function, not a change of this one.
create function platform.audit_row_hash(a platform.audit) returns bytea language sql immutable set search_path = pg_catalog as $$
  select sha256(convert_to(jsonb_build_array(a.store_id, a.id, extract(epoch from a.at), a.person_id, a.positions, a.operation,
    a.subject, a.subject_id, a.before, a.after, a.reason, a.request_id, a.result)::text, 'UTF8'))
$$;
grant execute on function platform.audit_row_hash to gangwei_app;

insert into platform.audit_unsealed (store_id, audit_id) select store_id, id from platform.audit;

-- What was checked by itself or on request, and what came out. Of the whole database, not of one store.
create table platform.check_run (
  id uuid primary key,
  kind text not null check (kind in ('chain', 'invariants', 'backup', 'disk')),
  began_at timestamptz not null,
  ended_at timestamptz not null,
  sound boolean not null,
  findings jsonb not null
);
create index check_run_by_kind on platform.check_run (kind, id);
grant select, insert, delete on platform.check_run to gangwei_app;

-- For entries and lists of other modules that name a person; nothing of the log-in is in it.
create view organisation.v_person with (security_invoker = true) as select id, name from organisation.person;
grant select on organisation.v_person to gangwei_app;
