-- 0002 organisation: stores, positions, people, staff, rights, sessions
-- Why:   a person works in one or more stores, in one or more positions each; rights belong to a position in a store (rules.md, Car, customer, people).
-- Locks: nothing, the schema is new.

create schema organisation;
grant usage on schema organisation to gangwei_app;

create table organisation.store (
  id uuid primary key,
  code text not null unique check (code ~ '^[A-Z0-9]{2,6}$'),
  name_zh text not null check (length(name_zh) between 1 and 60),
  name_en text not null check (length(name_en) between 1 and 60),
  time_zone text not null,
  address text not null default '' check (length(address) <= 200), -- as printed on documents
  phone text not null default '' check (length(phone) <= 30),
  demo boolean not null default false, -- log-ins are shown at the start
  created_at timestamptz not null,
  version integer not null default 1
);
grant select, insert, update on organisation.store to gangwei_app;

create table organisation.position (
  code text primary key check (code ~ '^[A-Z]{2,3}$'),
  zh text not null,
  en text not null,
  place integer not null
);
grant select on organisation.position to gangwei_app;

insert into organisation.position (code, zh, en, place) values
  ('GM', '总经理', 'General manager', 1), ('STM', '服务站长', 'Station manager', 2), ('INF', '信息员', 'Information clerk', 3),
  ('FDS', '前台主管', 'Front-desk supervisor', 4), ('SAD', '服务顾问', 'Service advisor', 5),
  ('WSS', '车间主管', 'Workshop supervisor', 6), ('TSU', '技术主管', 'Technical supervisor', 7), ('MTL', '机电组长', 'Mechanical team leader', 8),
  ('BTL', '钣喷班组长', 'Body-and-paint team leader', 9), ('TEC', '维修技师', 'Technician', 10), ('QCI', '质检员', 'Final inspector', 11),
  ('WSH', '洗车工', 'Washer', 12), ('PTS', '配件主管', 'Parts supervisor', 13), ('PPL', '配件计划员', 'Parts planner', 14),
  ('WHK', '仓库管理员', 'Storekeeper', 15), ('WCL', '索赔员', 'Warranty clerk', 16), ('INS', '保险专员', 'Insurance specialist', 17),
  ('RNW', '续保专员', 'Renewals clerk', 18), ('CCC', '客服', 'Customer-care clerk', 19), ('FIN', '财务经理', 'Finance manager', 20),
  ('CSH', '收银', 'Cashier', 21), ('SAL', '销售顾问', 'Sales consultant', 22), ('ACB', '精品采购员', 'Accessories buyer', 23),
  ('DRV', '司机', 'Driver', 24), ('ADM', '行政', 'Office administration', 25),
  ('SYS', '系统管理员', 'System administrator', 26), ('SEC', '安全管理员', 'Security administrator', 27), ('AUD', '审计管理员', 'Audit administrator', 28);

create table organisation.person (
  id uuid primary key,
  name text not null check (length(name) between 1 and 60),
  active boolean not null default true,
  version integer not null default 1
);
grant select, insert, update on organisation.person to gangwei_app;

-- Apart from the person, so that no list can ever show it.
create table organisation.credential (
  person_id uuid primary key references organisation.person,
  login text not null unique check (login = lower(login) and length(login) between 2 and 60),
  password_hash text not null,
  changed_at timestamptz not null
);
grant select, insert, update on organisation.credential to gangwei_app;

create table organisation.staff (
  store_id uuid not null references organisation.store,
  person_id uuid not null references organisation.person,
  position text not null references organisation.position,
  since date not null,
  until date check (until >= since),
  primary key (store_id, person_id, position)
);
create index staff_by_person on organisation.staff (person_id);
select platform.protect('organisation.staff');
grant select, insert, update on organisation.staff to gangwei_app;

create table organisation.position_right (
  store_id uuid not null references organisation.store,
  position text not null references organisation.position,
  permission text not null check (length(permission) <= 100),
  primary key (store_id, position, permission)
);
select platform.protect('organisation.position_right');
grant select, insert, delete on organisation.position_right to gangwei_app;

-- The rights stand in the session: one row answers who may do what. A change of rights ends the sessions it concerns.
-- Not store data: at_store_id is where the person works at the moment.
create table organisation.session (
  token_hash text primary key,
  person_id uuid not null references organisation.person,
  person_name text not null,
  at_store_id uuid not null references organisation.store,
  store_code text not null,
  time_zone text not null,
  positions text[] not null,
  permissions text[] not null,
  began_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null
);
create index session_by_person on organisation.session (person_id);
create index session_by_end on organisation.session (ends_at);
grant select, insert, update, delete on organisation.session to gangwei_app;

create table organisation.sign_in_attempt (
  id uuid primary key,
  login text not null check (length(login) <= 60),
  address text not null check (length(address) <= 60),
  at timestamptz not null,
  succeeded boolean not null
);
create index sign_in_attempt_by_login on organisation.sign_in_attempt (login, at);
create index sign_in_attempt_by_address on organisation.sign_in_attempt (address, at);
grant select, insert on organisation.sign_in_attempt to gangwei_app;
