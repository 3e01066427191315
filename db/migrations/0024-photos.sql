-- 0024 photos: evidence in pictures
-- Why:   a walk-around, a finding, a repair is proved by a photo that nobody can exchange: its hash stands here, its file in the data folder.
-- Locks: nothing, the schema is new.

create schema photos;
grant usage on schema photos to gangwei_app;

create table photos.photo (
  store_id uuid not null,
  id uuid not null,
  subject text not null check (subject in ('repair-order', 'duty')),
  subject_id uuid not null,
  occasion text not null check (occasion in ('walk-around', 'added-work', 'work', 'delivery', 'duty')),
  detail text not null default '' check (length(detail) <= 60), -- the panel, or the id of the added work
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes integer not null check (bytes > 0),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  taken_at timestamptz not null, -- as the device said; a photo taken without network arrives later
  received_at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  removed_at timestamptz,
  removed_by_name text,
  removed_reason text check (length(removed_reason) between 1 and 300),
  version integer not null default 1,
  primary key (store_id, id),
  constraint whoever_removes_says_why check ((removed_at is null) = (removed_reason is null) and (removed_at is null) = (removed_by_name is null))
);
create index photos_of_subject on photos.photo (store_id, subject, subject_id, id);
select platform.protect('photos.photo');
grant select, insert, update on photos.photo to gangwei_app;
