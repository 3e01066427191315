-- 0054 duties: a second pack of duties from a file, checklists as the store keeps them
-- Why:   a dealership has a manual of its own beside the one that ships; it comes from Excel or YAML, is looked at before it is taken, and goes as a whole (duty engine, catalogue).
--        Checklists are edited by the store; what was signed keeps its points (FDS-1.1, WSS-4.6, WHK-4.2).
-- Locks: duties.duty for added columns without a rewrite, duties.task for a check over its rows (one for each failed point) and an index; all else is new.

create table duties.pack (
  store_id uuid not null,
  id text not null check (id ~ '^[A-Z][A-Z0-9]{1,7}$'),
  zh text not null check (length(zh) between 1 and 100),
  en text not null check (length(en) between 1 and 100),
  edition integer not null default 0 check (edition >= 0), -- how often a file was taken; 0: looked at only
  active boolean not null default true,
  version integer not null default 1,
  primary key (store_id, id)
);
select platform.protect('duties.pack');
grant select, insert, update on duties.pack to gangwei_app;

-- A file that was sent: looked at, then taken as an edition of its pack, or left.
create table duties.pack_file (
  store_id uuid not null,
  id uuid not null,
  pack_id text not null,
  file_name text not null check (length(file_name) between 1 and 200),
  sha256 text not null,
  at timestamptz not null,
  person_name text not null,
  rows jsonb not null, -- as read; what becomes of each is judged when it is looked at and when it is taken
  edition integer, -- which one it became
  taken_at timestamptz,
  taken_by_name text,
  outcome jsonb, -- how many were added, changed, kept, gone, refused
  version integer not null default 1,
  primary key (store_id, id),
  foreign key (store_id, pack_id) references duties.pack,
  check ((taken_at is null) = (edition is null) and (taken_at is null) = (outcome is null))
);
create index files_of_pack on duties.pack_file (store_id, pack_id, id);
select platform.protect('duties.pack_file');
grant select, insert, update on duties.pack_file to gangwei_app;

alter table duties.duty
  add column pack text not null default 'default',
  add column proved_by text, -- of a duty of the store's own: the duty whose data proof closes it too
  add column withdrawn text check (withdrawn in ('gone', 'off')); -- no line of its pack's edition any more, or the whole pack is switched off

-- What a store made of a checklist, or its own; the lists that ship stand in domain/checklists.ts.
create table duties.checklist (
  store_id uuid not null,
  code text not null check (length(code) between 1 and 80),
  zh text not null check (length(zh) between 1 and 100),
  en text not null check (length(en) between 1 and 100),
  points jsonb not null,
  version integer not null default 1,
  primary key (store_id, code)
);
select platform.protect('duties.checklist');
grant select, insert, update on duties.checklist to gangwei_app;

create table duties.checklist_change (
  store_id uuid not null,
  id uuid not null,
  code text not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  before jsonb, -- null: the list is new
  after jsonb not null,
  reason text not null check (length(reason) between 1 and 300),
  primary key (store_id, id),
  foreign key (store_id, code) references duties.checklist
);
create index changes_of_checklist on duties.checklist_change (store_id, code, id);
select platform.protect('duties.checklist_change');
select platform.make_ledger('duties.checklist_change');

-- A store may say that a failed point needs no word.
alter table duties.task drop constraint task_note_check, add constraint task_note_check check (length(note) <= 300);
create index tasks_of_point on duties.task (store_id, checklist, point, opened_at);
