-- 0012 exchange: imports with their files and findings, exports, opening receivables
-- Why:   a store moves in with its lists: parts, prices, labour, customers, cars, stock, open debts. An import is a job with its progress, so that a
--        restart resumes it and nothing is done by half unseen; an export is on record, because it carries data out of the house.
-- Locks: nothing, the tables are new.

create schema exchange;
grant usage on schema exchange to gangwei_app;

create table exchange.import (
  store_id uuid not null references organisation.store,
  id uuid not null,
  kind text not null check (kind in ('parts', 'prices', 'operations', 'customers', 'vehicles', 'opening-stock', 'opening-receivables')),
  file_name text not null check (length(file_name) between 1 and 200),
  file_bytes integer not null check (file_bytes >= 0),
  file_sha256 text not null check (length(file_sha256) = 64),
  state text not null check (state in ('reading', 'refused', 'ready', 'running', 'broken-off', 'done', 'discarded')),
  at timestamptz not null,
  person_id uuid not null references organisation.person,
  person_name text not null,
  actor jsonb not null, -- in whose name the rows are written, also after a restart
  ended_at timestamptz,
  refusal jsonb, -- why the file was refused or the import broke off: code and facts
  columns jsonb, -- the headers found, each with the field it stands for or null
  preview jsonb, -- the first rows as they stand in the file
  rows_read integer not null default 0 check (rows_read >= 0),
  rows_bad integer not null default 0 check (rows_bad >= 0),
  rows_doubtful integer not null default 0 check (rows_doubtful >= 0),
  rows_new integer not null default 0 check (rows_new >= 0),
  rows_changed integer not null default 0 check (rows_changed >= 0),
  rows_unchanged integer not null default 0 check (rows_unchanged >= 0),
  rows_done integer not null default 0 check (rows_done >= 0), -- rows gone through by the import itself; a restart goes on here
  done_new integer not null default 0 check (done_new >= 0),
  done_changed integer not null default 0 check (done_changed >= 0),
  done_unchanged integer not null default 0 check (done_unchanged >= 0),
  done_refused integer not null default 0 check (done_refused >= 0),
  version integer not null default 1,
  primary key (store_id, id)
);
create index import_under_way on exchange.import (store_id, id) where state in ('reading', 'running');
select platform.protect('exchange.import');
grant select, insert, update on exchange.import to gangwei_app;

-- The file in pieces of a megabyte, until the import is done or discarded.
create table exchange.import_file (
  store_id uuid not null,
  import_id uuid not null,
  place integer not null check (place >= 0),
  content bytea not null check (length(content) <= 1048576),
  primary key (store_id, import_id, place),
  foreign key (store_id, import_id) references exchange.import
);
select platform.protect('exchange.import_file');
grant select, insert, delete on exchange.import_file to gangwei_app;

-- Rows with something wrong or doubtful, with their cells as they stand in the file.
create table exchange.import_finding (
  store_id uuid not null,
  import_id uuid not null,
  line integer not null check (line > 0),
  bad boolean not null,
  cells jsonb not null,
  findings jsonb not null,
  primary key (store_id, import_id, line),
  foreign key (store_id, import_id) references exchange.import
);
select platform.protect('exchange.import_finding');
grant select, insert, update, delete on exchange.import_finding to gangwei_app;

create table exchange.export (
  store_id uuid not null references organisation.store,
  id uuid not null,
  kind text not null check (kind in ('parts', 'prices', 'operations', 'customers', 'vehicles', 'stock', 'opening-receivables')),
  format text not null check (format in ('xlsx', 'csv')),
  at timestamptz not null,
  person_id uuid not null references organisation.person,
  person_name text not null,
  rows integer not null check (rows >= 0),
  primary key (store_id, id)
);
select platform.protect('exchange.export');
select platform.make_ledger('exchange.export');

-- What customers owed before the store began here. Settlement's own ledger of debts begins with these.
create table settlement.opening_receivable (
  store_id uuid not null references organisation.store,
  id uuid not null,
  document text collate "C" not null check (length(document) between 1 and 60),
  customer_id uuid not null,
  customer_name text not null check (length(customer_name) between 1 and 60),
  amount_fen bigint not null check (amount_fen > 0),
  day date not null,
  due_on date check (due_on >= day),
  note text not null default '' check (length(note) <= 200),
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  primary key (store_id, id),
  unique (store_id, document),
  foreign key (store_id, customer_id) references customers.customer
);
create index opening_receivables_of_customer on settlement.opening_receivable (store_id, customer_id);
select platform.protect('settlement.opening_receivable');
select platform.make_ledger('settlement.opening_receivable');
