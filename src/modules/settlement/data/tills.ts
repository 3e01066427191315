import { sql, type Tx } from '../../../platform/database.ts'
import type { Channel, FeeRate } from '../domain/fee.ts'
import type { Way } from '../domain/till.ts'

export type WaySum = { way: Way; amountFen: number; feeFen: number; count: number }

/** By way; what the drawer took or gave for no customer is cash too. */
export const sumsOfDay = (tx: Tx, storeId: string, day: string) => tx.all<WaySum>`
  select way, sum(amount_fen)::bigint as amount_fen, sum(fee_fen)::bigint as fee_fen, count(*) as count from (
    select way, amount_fen, fee_fen from settlement.payment where store_id = ${storeId} and day = ${day}
    union all select 'cash', amount_fen, 0 from settlement.till_movement where store_id = ${storeId} and day = ${day}
  ) m group by way order by way`

export type TillMovement = { id: string; number: string; day: string; at: Date; personId: string; personName: string; amountFen: number; subject: string; subjectId: string; about: string; reason: string }
export const insertTillMovement = (tx: Tx, storeId: string, m: TillMovement) => tx.run`
  insert into settlement.till_movement (store_id, id, number, day, at, person_id, person_name, amount_fen, subject, subject_id, about, reason)
  values (${storeId}, ${m.id}, ${m.number}, ${m.day}, ${m.at}, ${m.personId}, ${m.personName}, ${m.amountFen}, ${m.subject}, ${m.subjectId}, ${m.about}, ${m.reason})`

export type TillData = {
  day: string; floatFen: number; openedAt: Date; countedFen: number | null; expectedFen: number | null; differenceReason: string | null; closedAt: Date | null; closedBy: string | null; version: number
}

/** Payments and the day's closing wait for each other on this row. */
export const lockTill = (tx: Tx, storeId: string, day: string, exclusive: boolean) => (exclusive
  ? tx.maybe<TillData>`select day, float_fen, opened_at, counted_fen, expected_fen, difference_reason, closed_at, closed_by, version
      from settlement.till_day where store_id = ${storeId} and day = ${day} for update`
  : tx.maybe<TillData>`select day, float_fen, opened_at, counted_fen, expected_fen, difference_reason, closed_at, closed_by, version
      from settlement.till_day where store_id = ${storeId} and day = ${day} for share`)

export const findTill = (tx: Tx, storeId: string, day: string) => tx.maybe<TillData>`
  select day, float_fen, opened_at, counted_fen, expected_fen, difference_reason, closed_at, closed_by, version
  from settlement.till_day where store_id = ${storeId} and day = ${day}`

export const insertTill = (tx: Tx, storeId: string, till: { day: string; floatFen: number; by: string; at: Date }) => tx.run`
  insert into settlement.till_day (store_id, day, float_fen, opened_by, opened_at) values (${storeId}, ${till.day}, ${till.floatFen}, ${till.by}, ${till.at})`

export const closeTill = (tx: Tx, storeId: string, c: { day: string; countedFen: number; expectedFen: number; reason: string | null; by: string; at: Date }) => tx.run`
  update settlement.till_day set counted_fen = ${c.countedFen}, expected_fen = ${c.expectedFen}, difference_reason = ${c.reason}, closed_by = ${c.by}, closed_at = ${c.at}, version = version + 1
  where store_id = ${storeId} and day = ${c.day}`

/** Each channel as it was compared when the day was closed. */
export const insertTillWays = (tx: Tx, storeId: string, day: string, ways: readonly { way: Channel; takenFen: number; statedFen: number }[]) => tx.run`
  insert into settlement.till_way (store_id, day, way, taken_fen, stated_fen)
  select ${storeId}, ${day}, * from unnest(${ways.map(({ way }) => way)}::text[], ${ways.map(({ takenFen }) => takenFen)}::bigint[], ${ways.map(({ statedFen }) => statedFen)}::bigint[])`

export const tillWaysOf = (tx: Tx, storeId: string, day: string) => tx.all<{ way: Way; statedFen: number }>`
  select way, stated_fen from settlement.till_way where store_id = ${storeId} and day = ${day}`

export type ClosingRow = TillData & { waysOffFen: number; feeFen: number }

/** Newest first; with how far the channels were off, and what they kept. */
export const listTills = (tx: Tx, storeId: string, { before, from, until, open, limit }: { before: string | null; from: string | null; until: string | null; open: boolean; limit: number }) => tx.all<ClosingRow>`
  select day, float_fen, opened_at, counted_fen, expected_fen, difference_reason, closed_at, closed_by, version,
    (select coalesce(sum(w.stated_fen - w.taken_fen), 0)::bigint from settlement.till_way w where w.store_id = t.store_id and w.day = t.day) as ways_off_fen,
    (select coalesce(sum(p.fee_fen), 0)::bigint from settlement.payment p where p.store_id = t.store_id and p.day = t.day) as fee_fen
  from settlement.till_day t
  where store_id = ${storeId} ${before === null ? sql`` : sql`and day < ${before}`} ${from === null ? sql`` : sql`and day >= ${from}`} ${until === null ? sql`` : sql`and day <= ${until}`} ${open ? sql`and closed_at is null` : sql``}
  order by day desc limit ${limit}`

export type TillEntry = { id: string; number: string; at: Date; way: Way; amountFen: number; feeFen: number; reference: string; personName: string; about: string; statementId: string | null; refunds: boolean; reason: string }
type EntryWish = { readonly day: string; readonly way: Way | null; /** A part of a number, a reference or a plate. */ readonly find: string; readonly after: string | null; readonly limit: number }

/** What came in and went out on a day, one by one, in the order of time: behind the sums of its closing. */
export const entriesOfDay = (tx: Tx, storeId: string, { day, way, find, after, limit }: EntryWish) => tx.all<TillEntry>`
  select id, number, at, way, amount_fen, fee_fen, reference, person_name, about, statement_id, refunds, reason from (
    select p.id, p.number, p.at, p.way, p.amount_fen, p.fee_fen, p.reference, p.person_name, concat_ws(' ', s.number, s.plate, r.document, p.sale_number, p.collected_by, o.number, o.plate) as about, p.statement_id, p.refunds is not null as refunds, p.reason
    from settlement.payment p
    left join settlement.statement s on s.store_id = p.store_id and s.id = p.statement_id
    left join settlement.opening_receivable r on r.store_id = p.store_id and r.id = p.receivable_id
    left join repair_orders.v_order o on o.store_id = p.store_id and o.id = p.deposit_order_id
    where p.store_id = ${storeId} and p.day = ${day}
    union all
    select id, number, at, 'cash', amount_fen, 0, '', person_name, about, null, false, reason from settlement.till_movement where store_id = ${storeId} and day = ${day}
  ) e
  where (${way}::text is null or way = ${way}) and (${after}::uuid is null or id > ${after}) and (${find} = '' or strpos(lower(concat_ws(' ', number, reference, about)), lower(${find})) > 0)
  order by id limit ${limit}`

export type Collected = { number: string; saleId: string; saleNumber: string; collectedBy: string; way: Way; amountFen: number; shortFen: number; reason: string }

/** What carriers and drivers handed in on a day for shipments paid on delivery. */
export const collectedOn = (tx: Tx, storeId: string, day: string) => tx.all<Collected>`
  select number, sale_id, sale_number, collected_by, way, amount_fen, short_fen, reason from settlement.payment where store_id = ${storeId} and day = ${day} and collected_by is not null order by id limit 200`

/** A day before this one whose till nobody closed, the oldest first. */
export const forgottenTill = (tx: Tx, storeId: string, today: string) => tx.maybe<{ day: string }>`
  select day from settlement.till_day where store_id = ${storeId} and day < ${today} and closed_at is null order by day limit 1`

export const feeRates = (tx: Tx, storeId: string) => tx.all<FeeRate>`select way, hundredths, comes_back, version from settlement.way_fee where store_id = ${storeId}`

/** Made or changed, as long as nobody changed it meanwhile; answers the version that stands then, none where somebody did. */
export const keepFeeRate = (tx: Tx, storeId: string, { way, hundredths, comesBack, version }: FeeRate) => tx.maybe<{ version: number }>`
  insert into settlement.way_fee as f (store_id, way, hundredths, comes_back, version) values (${storeId}, ${way}, ${hundredths}, ${comesBack}, ${version + 1})
  on conflict (store_id, way) do update set hundredths = excluded.hundredths, comes_back = excluded.comes_back, version = excluded.version where f.version = excluded.version - 1 returning version`
