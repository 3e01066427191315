-- 0065 transfers: what one store does with a transfer reaches the other's open pages and its people; expenses and IOUs in the journal; prices at the counter
-- Why:   events are announced in one store; a transfer belongs to two, and who is asked, sent something or misses something must not have to look for it.
--        The journal books all that moves the till (PTS-6.2), so it must know when a claim was reversed.
-- Locks: notices.notice for a moment (a check that no row is read for); small indexes over transfers and expenses; columns without a default, a check that no row is read for.

alter table notices.notice drop constraint notice_kind_check;
alter table notices.notice add constraint notice_kind_check check (kind in (
  'duty-late', 'duty-climbed', 'approval-waits', 'promise-at-risk', 'promise-passed', 'complaint-runs', 'shortage-arrived', 'checklist-signed', 'day-digest', 'week-page',
  'transfer-asked', 'transfer-refused', 'transfer-shipped', 'transfer-differs')) not valid;

-- The same news for the other store of a transfer, in the same transaction. It writes this one row over there and sees nothing.
create function transfers.announce_elsewhere(own uuid, transfer uuid, news uuid, news_at timestamptz, said text) returns void language plpgsql as $$
declare
  mine text := current_setting('app.store_ids', true);
  other uuid := (select case when t.asking_store = own then t.giving_store else t.asking_store end from transfers.transfer t where t.id = transfer);
begin
  perform set_config('app.store_ids', other::text, true);
  insert into platform.outbox (store_id, id, at, event, subject_id, facts) values (other, news, news_at, said, transfer, '{}');
  perform set_config('app.store_ids', mine, true);
end $$;
revoke all on function transfers.announce_elsewhere from public;
grant execute on function transfers.announce_elsewhere to gangwei_app;

create index transfers_open_asked on transfers.transfer (asking_store, id) where ended_at is null;
create index transfers_open_given on transfers.transfer (giving_store, id) where ended_at is null;
create index transfers_refused on transfers.transfer (asking_store, answered_at) where status = 'refused';
create index gaps_to_decide on transfers.gap (giving_store, transfer_id) where decision is null;

-- What the people of a store are told of: by whom, since when.
create view transfers.v_told with (security_invoker) as
  select giving_store as store_id, 'transfer-asked' as kind, id, id as subject_id, number, asking_store as other_store, asked_at as at from transfers.transfer where status = 'asked' and ended_at is null
  union all select asking_store, 'transfer-refused', id, id, number, giving_store, answered_at from transfers.transfer where status = 'refused'
  union all select asking_store, 'transfer-shipped', id, id, number, giving_store, shipped_at from transfers.transfer where status = 'shipped' and ended_at is null
  union all select g.giving_store, 'transfer-differs', g.id, t.id, t.number, g.asking_store, g.at from transfers.gap g join transfers.transfer t on t.id = g.transfer_id where g.decision is null;
grant select on transfers.v_told to gangwei_app;

alter table expenses.claim add column reversed_at timestamptz; -- of one that was reversed before this column: unknown
create index claims_by_settling on expenses.claim (store_id, settled_at) where settled_at is not null;
create index claims_by_reversal on expenses.claim (store_id, reversed_at) where reversed_at is not null;
create index ious_by_end on expenses.iou (store_id, ended_at) where status = 'returned';

-- Each event of an advance or a claim: what it cost the house, what it did to what people owe it, what it put into the till. The three are nothing together.
create view expenses.v_booked with (security_invoker) as
  select store_id, drawn_at as at, number as document, person_name as about, 0::bigint as cost_fen, amount_fen as advance_fen, -amount_fen as cash_fen from expenses.iou
  union all select store_id, ended_at, number, person_name, 0, -amount_fen, amount_fen from expenses.iou where status = 'returned'
  union all select store_id, settled_at, number, person_name, amount_fen, paid_fen - amount_fen, -paid_fen from expenses.claim where settled_at is not null
  union all select store_id, reversed_at, number, person_name, -amount_fen, amount_fen - paid_fen, paid_fen from expenses.claim where reversed_at is not null;
create view counter.v_line with (security_invoker) as
  select l.store_id, l.id, s.number, s.name, s.kind from counter.slip_line l join counter.slip s on s.store_id = l.store_id and s.id = l.slip_id;
grant select on expenses.v_booked, counter.v_line to gangwei_app;

-- Counter sales are priced as lines of a repair order are: today's promotion counts, and below the store's floor somebody approves before goods are picked.
alter table counter.slip_line drop constraint slip_line_price_rule_check;
alter table counter.slip_line add constraint slip_line_price_rule_check check (price_rule in ('cap', 'retail', 'promotion', 'manual')) not valid;
alter table counter.slip_line add column deviation_reason text check (length(deviation_reason) <= 300), add column approved_by uuid, add column approved_by_name text;
grant update (approved_by, approved_by_name) on counter.slip_line to gangwei_app;
