-- 0080 settlement: when the customer wants to be called; care: two more outcomes of a call, a complaint is found by its plate
-- Why:   the follow-up is made within three days at the time the customer asked for (SAD-1.8.3): a text orders no list. What older deliveries say stays their text.
--        A wrong number and a phone that is off say what to do next, "no answer" does not (FDS-2.9). A complaint is looked for by the last places of the plate.
-- Locks: settlement.delivery for a moment (columns that are null or constant); care.contact while its check is read, care.complaint while it is written anew (some thousand rows).

alter table settlement.delivery
  drop constraint delivery_follow_up_slot_check, -- a note now, that may be empty
  add constraint delivery_follow_up_slot_check check (length(follow_up_slot) <= 60),
  add column follow_up_any boolean not null default false,
  add column follow_up_on date,
  add column follow_up_from smallint,
  add column follow_up_to smallint,
  add constraint asked_time_whole check (num_nonnulls(follow_up_on, follow_up_from, follow_up_to) in (0, 3)),
  add constraint asked_time_one check (not (follow_up_any and follow_up_on is not null)),
  add constraint asked_time_span check (follow_up_from >= 0 and follow_up_from < follow_up_to and follow_up_to <= 24);
create or replace view settlement.v_delivery with (security_invoker) as
  select store_id, order_id, at, follow_up_slot, follow_up_any, follow_up_on, follow_up_from, follow_up_to from settlement.delivery;

alter table care.contact drop constraint contact_result_check;
alter table care.contact add constraint contact_result_check check (result in ('reached', 'no-answer', 'phone-off', 'wrong-number', 'refused'));

alter table care.complaint add column plate_tail text collate "C" not null generated always as (reverse(plate)) stored;
create index complaints_by_plate_tail on care.complaint (store_id, plate_tail);
create index complaints_by_customer on care.complaint (store_id, customer_name);
