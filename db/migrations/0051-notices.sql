-- 0051 notices: what people are told, by which ways, and what leaves the house
-- Why:   a late duty, an approval, a promise or a complaint reaches whom it concerns without his looking for it: in the product, by mail, by a robot in the group (issue 4, notices); each way out is a row, tried again and never lost unseen.
-- Locks: nothing, the schema is new; views alone elsewhere.

create schema notices;
grant usage on schema notices to gangwei_app;

create table notices.notice (
  store_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('duty-late', 'duty-climbed', 'approval-waits', 'promise-at-risk', 'promise-passed', 'complaint-runs', 'shortage-arrived', 'day-digest', 'week-page')),
  key text not null check (length(key) between 1 and 120), -- what happened: said once, however often it is seen
  facts jsonb not null,
  path text not null check (path like '/%' and length(path) <= 200), -- the page of the record
  at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, key)
);
select platform.protect('notices.notice');
grant select, insert, delete on notices.notice to gangwei_app;

create table notices.recipient (
  store_id uuid not null,
  person_id uuid not null,
  notice_id uuid not null,
  read_at timestamptz,
  primary key (store_id, person_id, notice_id),
  foreign key (store_id, notice_id) references notices.notice on delete cascade
);
create index unread_notices on notices.recipient (store_id, person_id, notice_id) where read_at is null;
create index recipients_of_notice on notices.recipient (store_id, notice_id);
select platform.protect('notices.recipient');
grant select, insert, update, delete on notices.recipient to gangwei_app;

-- What is sent in one piece: one notice, or those that waited for the end of quiet hours or for the digest.
create table notices.message (
  store_id uuid not null,
  id uuid not null, -- also the Message-ID: the same at every attempt
  channel text not null check (channel in ('mail', 'robot')),
  recipient_id uuid not null, -- a person, or a robot
  key text not null check (length(key) between 1 and 160),
  status text not null default 'waiting' check (status in ('waiting', 'sent', 'dead', 'dropped')),
  made_at timestamptz not null,
  due_at timestamptz not null, -- while one sender has it: when another one may take it
  attempts integer not null default 0 check (attempts >= 0),
  last_error text not null default '' check (length(last_error) <= 300),
  ended_at timestamptz,
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, channel, recipient_id, key),
  check ((status = 'waiting') = (ended_at is null))
);
create index due_messages on notices.message (store_id, due_at) where status = 'waiting';
create index dead_messages on notices.message (store_id, id) where status = 'dead';
select platform.protect('notices.message');
grant select, insert, update, delete on notices.message to gangwei_app;

-- One row for a notice, a channel and who gets it there, written with the notice itself.
create table notices.outbox (
  store_id uuid not null,
  notice_id uuid not null,
  channel text not null check (channel in ('mail', 'robot')),
  recipient_id uuid not null,
  message_id uuid not null,
  primary key (store_id, notice_id, channel, recipient_id),
  foreign key (store_id, notice_id) references notices.notice on delete cascade,
  foreign key (store_id, message_id) references notices.message on delete cascade
);
create index outbox_of_message on notices.outbox (store_id, message_id, notice_id);
select platform.protect('notices.outbox');
grant select, insert, delete on notices.outbox to gangwei_app;

create table notices.own_setting (
  store_id uuid not null,
  person_id uuid not null,
  mail text not null default '' check (length(mail) <= 120),
  mail_on boolean not null default false,
  language text not null default 'zh-CN' check (language in ('zh-CN', 'en')),
  ways jsonb not null default '{}', -- kind → now, digest, off; what is missing is as preset
  version integer not null default 1,
  primary key (store_id, person_id),
  check (not mail_on or mail <> '')
);
select platform.protect('notices.own_setting');
grant select, insert, update on notices.own_setting to gangwei_app;

-- Times of the store's own clock; quiet from and until may lie on two sides of midnight, and both the same is no quiet hours.
create table notices.store_setting (
  store_id uuid not null primary key,
  quiet_from text not null check (quiet_from ~ '^[0-2][0-9]:[0-5][0-9]$'),
  quiet_until text not null check (quiet_until ~ '^[0-2][0-9]:[0-5][0-9]$'),
  digest_at text not null check (digest_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  version integer not null default 1
);
select platform.protect('notices.store_setting');
grant select, insert, update on notices.store_setting to gangwei_app;

create table notices.robot (
  store_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 40),
  kind text not null check (kind in ('wecom', 'dingtalk', 'feishu')),
  host text not null check (length(host) between 1 and 255),
  address text not null check (length(address) between 1 and 2000), -- sealed: whoever has it can write into the group
  secret text not null default '' check (length(secret) <= 600), -- sealed; empty where the group asks for none
  kinds text[] not null,
  language text not null default 'zh-CN' check (language in ('zh-CN', 'en')),
  active boolean not null default true,
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, name)
);
select platform.protect('notices.robot');
grant select, insert, update on notices.robot to gangwei_app;

create view repair_orders.v_promise with (security_invoker) as
  select store_id, id, number, plate, status, advisor_id, promised_at from repair_orders.repair_order where closed_at is null and promised_at is not null;
create view care.v_complaint_clock with (security_invoker) as
  select store_id, id, number, plate, assigned_to, due_at from care.complaint where status = 'open';
grant select on repair_orders.v_promise, care.v_complaint_clock to gangwei_app;
