-- 0006 vehicles: cars of a store, their owners, plates and mileage
-- Why:   a car outlives its plate and its owner, so both changes are kept; valid mileage never falls except by a change of the meter
--        (rules.md, Car, customer, people).
-- Locks: nothing, the schema is new.

create schema vehicles;
grant usage on schema vehicles to gangwei_app;

-- The reversed columns are stored: under row security an index serves only leakproof comparisons of plain columns.
create table vehicles.vehicle (
  store_id uuid not null references organisation.store,
  id uuid not null,
  plate text collate "C" not null check (length(plate) between 4 and 12),
  plate_backwards text collate "C" generated always as (reverse(plate)) stored,
  vin text collate "C" check (vin ~ '^[A-HJ-NPR-Z0-9]{17}$'),
  vin_backwards text collate "C" generated always as (reverse(vin)) stored,
  model_id uuid references catalogue.model,
  model_name text not null default '' check (length(model_name) <= 80),
  colour text not null default '' check (length(colour) <= 30),
  engine_number text not null default '' check (length(engine_number) <= 30),
  energy text check (energy in ('petrol', 'diesel', 'hybrid', 'electric')),
  first_registered date,
  sale_date date,
  warranty_until date,
  warranty_km integer check (warranty_km > 0),
  owner_id uuid not null,
  note text not null default '' check (length(note) <= 500),
  active boolean not null default true,
  version integer not null default 1,
  primary key (store_id, id),
  foreign key (store_id, owner_id) references customers.customer
);
create unique index one_car_of_a_plate on vehicles.vehicle (store_id, plate) where active;
create unique index one_car_of_a_vin on vehicles.vehicle (store_id, vin) where active and vin is not null;
create index vehicle_by_plate on vehicles.vehicle (store_id, plate);
create index vehicle_by_plate_tail on vehicles.vehicle (store_id, plate_backwards);
create index vehicle_by_vin_tail on vehicles.vehicle (store_id, vin_backwards);
create index vehicle_of_owner on vehicles.vehicle (store_id, owner_id, id);
select platform.protect('vehicles.vehicle');
grant select, insert, update on vehicles.vehicle to gangwei_app;

create table vehicles.owner_change (
  store_id uuid not null,
  id uuid not null,
  vehicle_id uuid not null,
  from_id uuid not null,
  to_id uuid not null check (to_id <> from_id),
  at timestamptz not null,
  person_id uuid not null references organisation.person,
  person_name text not null,
  primary key (store_id, id),
  foreign key (store_id, vehicle_id) references vehicles.vehicle,
  foreign key (store_id, from_id) references customers.customer,
  foreign key (store_id, to_id) references customers.customer
);
create index owner_changes_of_vehicle on vehicles.owner_change (store_id, vehicle_id, id);
select platform.protect('vehicles.owner_change');
select platform.make_ledger('vehicles.owner_change');

create table vehicles.plate_change (
  store_id uuid not null,
  id uuid not null,
  vehicle_id uuid not null,
  from_plate text not null,
  to_plate text not null check (to_plate <> from_plate),
  at timestamptz not null,
  person_id uuid not null references organisation.person,
  person_name text not null,
  primary key (store_id, id),
  foreign key (store_id, vehicle_id) references vehicles.vehicle
);
create index plate_changes_of_vehicle on vehicles.plate_change (store_id, vehicle_id, id);
select platform.protect('vehicles.plate_change');
select platform.make_ledger('vehicles.plate_change');

create table vehicles.mileage_reading (
  store_id uuid not null,
  id uuid not null,
  vehicle_id uuid not null,
  at timestamptz not null,
  km integer not null check (km between 0 and 3000000),
  source text not null check (source in ('reception', 'import', 'workshop', 'meter-change')),
  person_id uuid not null references organisation.person,
  person_name text not null,
  note text not null default '' check (length(note) <= 200),
  voided_at timestamptz,
  voided_by text,
  void_reason text check (length(void_reason) between 1 and 500),
  primary key (store_id, id),
  foreign key (store_id, vehicle_id) references vehicles.vehicle,
  check ((voided_at is null) = (void_reason is null) and (voided_at is null) = (voided_by is null)),
  check (source <> 'meter-change' or voided_at is null)
);
create index readings_of_vehicle on vehicles.mileage_reading (store_id, vehicle_id, at desc, id desc);
select platform.protect('vehicles.mileage_reading');
-- A reading is voided with a reason, never rewritten.
grant select, insert, update (voided_at, voided_by, void_reason) on vehicles.mileage_reading to gangwei_app;

-- The reading with source 'meter-change' at the same moment carries the new meter's kilometres.
create table vehicles.meter_change (
  store_id uuid not null,
  id uuid not null,
  vehicle_id uuid not null,
  at timestamptz not null,
  old_km integer not null check (old_km between 0 and 3000000),
  new_km integer not null check (new_km between 0 and 3000000),
  person_id uuid not null references organisation.person,
  person_name text not null,
  primary key (store_id, id),
  foreign key (store_id, vehicle_id) references vehicles.vehicle
);
create index meter_changes_of_vehicle on vehicles.meter_change (store_id, vehicle_id, at);
select platform.protect('vehicles.meter_change');
select platform.make_ledger('vehicles.meter_change');
