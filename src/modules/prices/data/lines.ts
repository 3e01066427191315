import { sql, type Sql, type Tx } from '../../../platform/database.ts'
import type { PriceKind } from '../../catalogue/domain/payers.ts'

export type NewLine = { readonly kind: PriceKind; readonly partId: string; readonly partNumber: string; readonly priceFen: number }

const covers = (day: string): Sql => sql`p.valid_from <= ${day}::date and (p.valid_until is null or p.valid_until >= ${day}::date)`

/** Beside the price of the day, so that comparing the whole list has little left to write. */
export const insertLines = (tx: Tx, listId: string, lines: readonly NewLine[], day: string) => tx.run`
  insert into prices.line (list_id, kind, part_id, part_number, price_fen, before_fen)
  select ${listId}::uuid, w.kind, w.part_id, w.part_number, w.price_fen, p.price_fen
  from unnest(${lines.map((l) => l.kind)}::text[], ${lines.map((l) => l.partId)}::uuid[], ${lines.map((l) => l.partNumber)}::text[], ${lines.map((l) => l.priceFen)}::bigint[]) as w(kind, part_id, part_number, price_fen)
  left join lateral (select p.price_fen from catalogue.v_price p where p.part_id = w.part_id and p.kind = w.kind and ${covers(day)} limit 1) p on true`

/** Part numbers between which so many lines of a kind lie: what is done to a whole list is done in pieces, each well below the limit of one statement. */
export type Piece = { readonly kind: PriceKind; readonly after: string; readonly upTo: string }
const pieceLines = 20_000

export const piecesOf = (tx: Tx, listId: string) => tx.all<Piece>`
  select kind, coalesce(lag(part_number) over (partition by kind order by part_number), '') as after, part_number as up_to from (
    select kind, part_number, row_number() over (partition by kind order by part_number) as place, count(*) over (partition by kind) as every from prices.line where list_id = ${listId}) n
  where place % ${pieceLines} = 0 or place = every order by kind, part_number`

const inPiece = (listId: string, { kind, after, upTo }: Piece): Sql => sql`list_id = ${listId} and kind = ${kind} and part_number > ${after} and part_number <= ${upTo}`
/** Of a piece what the list changes, as the catalogue takes it. */
export const pricesIn = (listId: string, piece: Piece): Sql => sql`select part_id, kind, price_fen from prices.line where price_fen is not null and change <> 'same' and ${inPiece(listId, piece)}`
export const endsIn = (listId: string, piece: Piece): Sql => sql`select part_id, kind from prices.line where price_fen is null and ${inPiece(listId, piece)}`
/** Whatever it changes: how its lines compare may have grown old. */
export const everyPrice = (listId: string): Sql => sql`select part_id, kind, price_fen from prices.line where list_id = ${listId} and price_fen is not null`

const without = (day: string): Sql => sql`(select p.price_fen from catalogue.v_price p where p.part_id = l.part_id and p.kind = l.kind and ${covers(day)} limit 1)`

/**
 * What each part of the piece costs on the day without this list; only what differs is written. Looked up line by line and joined with nothing: of a list that was just written the
 * database knows nothing, and takes it for empty when it chooses how to join.
 */
export const compareAnew = (tx: Tx, listId: string, piece: Piece, day: string) => tx.run`
  update prices.line l set before_fen = ${without(day)} where ${inPiece(listId, piece)} and l.price_fen is not null and l.before_fen is distinct from ${without(day)}`

export const forgetGone = (tx: Tx, listId: string) => tx.run`delete from prices.line where list_id = ${listId} and price_fen is null`
/** Parts in use that have a price of a kind the list brings, and of which it says nothing: they keep it. */
export const findGone = (tx: Tx, listId: string, kind: PriceKind, day: string) => tx.run`
  insert into prices.line (list_id, kind, part_id, part_number, before_fen)
  select ${listId}::uuid, p.kind, p.part_id, c.number, p.price_fen from catalogue.v_price p join catalogue.v_stocked c on c.id = p.part_id and c.active
  where p.kind = ${kind} and ${covers(day)} and p.part_id not in (select l.part_id from prices.line l where l.list_id = ${listId} and l.kind = ${kind})`

/** How many prices it brings, and the next of them after a line, of one kind. */
export const countPrices = async (tx: Tx, listId: string): Promise<number> => (await tx.one<{ count: number }>`select count(*) as count from prices.line where list_id = ${listId} and price_fen is not null`).count

export const kindsOf = async (tx: Tx, listId: string): Promise<PriceKind[]> => (await tx.all<{ kind: PriceKind }>`select distinct kind from prices.line where list_id = ${listId} and price_fen is not null`).map(({ kind }) => kind)

export const nextPiece = (tx: Tx, listId: string, { kind, number }: { readonly kind: string; readonly number: string }, most: number) => tx.maybe<Piece & { count: number }>`
  select kind, case when kind = ${kind} then ${number} else '' end as after, max(part_number) as up_to, count(*) as count from (
    select kind, part_number from prices.line where list_id = ${listId} and (kind, part_number) > (${kind}, ${number}) and price_fen is not null order by kind, part_number limit ${most}) n
  group by kind order by kind limit 1`

/** Of a piece of a list that is being reversed, how many of its prices do not count on the day, and of which parts: a newer one stands in their place. */
export const keptIn = async (tx: Tx, listId: string, piece: Piece, day: string): Promise<{ count: number; numbers: string[] }> => tx.one<{ count: number; numbers: string[] }>`
  select count(*) as count, coalesce((array_agg(l.part_number order by l.part_number))[1:20], '{}') as numbers from prices.line l
  left join lateral (select p.list_id from catalogue.v_price p where p.part_id = l.part_id and p.kind = l.kind and ${covers(day)} limit 1) p on true
  where l.list_id = ${listId} and l.kind = ${piece.kind} and l.part_number > ${piece.after} and l.part_number <= ${piece.upTo} and l.price_fen is not null and l.change <> 'same' and p.list_id is distinct from l.list_id`

/** The counter list: where the price of the list counts on the day, the one before it again, or none. Each price is looked up by its key, never among all of the list's. */
export const insertCounter = (tx: Tx, counterId: string, listId: string, piece: Piece, day: string) => tx.run`
  insert into prices.line (list_id, kind, part_id, part_number, price_fen, before_fen)
  select ${counterId}::uuid, l.kind, l.part_id, l.part_number, l.before_fen, l.price_fen from prices.line l
  cross join lateral (select p.list_id from catalogue.v_price p where p.part_id = l.part_id and p.kind = l.kind and ${covers(day)} limit 1) p
  where p.list_id = l.list_id and l.list_id = ${listId} and l.kind = ${piece.kind} and l.part_number > ${piece.after} and l.part_number <= ${piece.upTo}`
