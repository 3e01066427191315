import { atLatestCost, here, newLot, putBack, take, worth, type Handed, type Lot, type Taken } from './one-after-the-other.ts'
import type { TestServer } from './test-server.ts'

/** One part, the two jobs that are cancelled meanwhile, and the line that waits for what comes in. */
export type Round = { readonly partId: string; readonly leaving: readonly { readonly orderId: string; readonly lineId: string }[]; readonly waiting: { readonly lineId: string; readonly open: number } }
type Wish = { readonly what: string; readonly lineId?: string; readonly bin?: string; readonly thousandths: number; readonly refused: string | null }

/**
 * A journal behind the product's back. Its numbers are drawn while the row of the part is locked, and the lock is held until the commit: for one part, the order of the
 * numbers is the order of the commits.
 */
export const journalOf = ({ owner }: Pick<TestServer, 'owner'>): Promise<unknown> => owner.query(`
  create table public.journal (seq bigint generated always as identity, xid text not null, what text not null, subject uuid not null, on_hand bigint, reserved bigint, value bigint, place uuid, expected bigint);
  create function public.note_stock() returns trigger language plpgsql security definer as $$ begin
    insert into public.journal (xid, what, subject, on_hand, reserved, value) values (pg_current_xact_id()::xid::text, 'stock', new.part_id, new.on_hand_thousandths, new.reserved_thousandths, new.value_fen);
    return null; end $$;
  create function public.note_entry() returns trigger language plpgsql security definer as $$ begin
    insert into public.journal (xid, what, subject, place, expected) select pg_current_xact_id()::xid::text, 'count', l.part_id, l.place_id, new.expected_thousandths from counts.line l where l.id = new.line_id;
    return null; end $$;
  create function public.note_end() returns trigger language plpgsql security definer as $$ begin
    insert into public.journal (xid, what, subject) values (pg_current_xact_id()::xid::text, 'cancel', new.id);
    return null; end $$;
  create trigger journal after insert or update on stock.part_stock for each row execute function public.note_stock();
  create trigger journal after insert on counts.entry for each row execute function public.note_entry();
  create trigger journal after update on repair_orders.repair_order for each row when (new.status = 'cancelled') execute function public.note_end()`)

type Note = { readonly seq: number; readonly xid: string; readonly what: 'stock' | 'count' | 'cancel'; readonly subject: string; readonly onHand: number; readonly reserved: number; readonly value: number; readonly place: string; readonly expected: number }
type Move = { readonly xid: string; readonly lotId: string; readonly lineId: string | null; readonly back: boolean; readonly fromPlace: string; readonly fromKind: string; readonly toPlace: string; readonly toKind: string; readonly thousandths: number; readonly fen: number; readonly day: string }
type Books = { readonly lots: Lot[]; readonly reserved: Map<string, number>; readonly handed: Map<string, Handed[]>; waiting: { lineId: string; open: number } | null }
/** How much was free for each line, and how much lay in each bin, at some moment between two deeds. */
type Moment = { readonly free: number; readonly own: ReadonlyMap<string, number>; readonly inBin: ReadonlyMap<string, number> }

const sum = (values: Iterable<number>): number => [...values].reduce((all, one) => all + one, 0)

/** Reads how things stand now; `follow` then replays what was committed since and says what is not as it would be one deed after the other. */
export async function replay(server: TestServer, round: Round) {
  const rows = async <Row extends object>(query: string, values: readonly unknown[] = []) => (await server.owner.query<Row>(query, [server.storeId, round.partId, ...values])).rows
  const moves = () => rows<Move>(`
    select m.xmin::text as xid, m.lot_id as "lotId", m.line_id as "lineId", m.takes_back is not null as back, m.from_place as "fromPlace", f.kind as "fromKind", m.to_place as "toPlace", t.kind as "toKind",
      m.thousandths::float8 as thousandths, m.cost_fen::float8 as fen, l.received_on::text as day
    from stock.move m join stock.place f on f.id = m.from_place join stock.place t on t.id = m.to_place join stock.lot l on l.id = m.lot_id where m.store_id = $1 and m.part_id = $2 order by m.id`)
  const lotsNow = () => rows<Lot>(`
    select l.id, b.place_id as bin, l.received_on::text as day, b.thousandths::float8 as here, l.received_thousandths::float8 as received, l.cost_fen::float8 as cost, l.out_thousandths::float8 as out, l.out_cost_fen::float8 as "outCost"
    from stock.lot l join stock.balance b on b.lot_id = l.id where l.store_id = $1 and l.part_id = $2 order by l.id`)
  const reservations = async () => new Map((await rows<{ lineId: string; thousandths: number }>('select line_id as "lineId", thousandths::float8 as thousandths from stock.reservation where store_id = $1 and part_id = $2', [])).map((row) => [row.lineId, row.thousandths]))
  const lots = await lotsNow()
  const earlier = (await moves()).flatMap((move): (Handed & { lineId: string })[] => {
    const lot = lots.find(({ id }) => id === move.lotId)
    return lot === undefined || move.lineId === null || move.back ? [] : [{ lineId: move.lineId, lot, thousandths: move.thousandths, fen: move.fen, back: 0, backFen: 0 }]
  })
  const books: Books = { lots, reserved: await reservations(), handed: Map.groupBy(earlier, ({ lineId }) => lineId), waiting: { ...round.waiting } }
  const [{ seq: since } = { seq: 0 }] = await rows<{ seq: number }>('select coalesce(max(seq), 0)::float8 as seq from public.journal where $1::uuid is not null and $2::uuid is not null')
  const follow = async () => {
    const notes = await rows<Note>(`
      select seq::float8 as seq, xid, what, subject, on_hand::float8 as "onHand", reserved::float8 as reserved, value::float8 as value, place, expected::float8 as expected
      from public.journal where $1::uuid is not null and (subject = $2 or subject = any($4::uuid[])) and seq > $3 order by seq`, [since, round.leaving.map(({ orderId }) => orderId)])
    const made = Map.groupBy(await moves(), ({ xid }) => xid)
    const moments = [momentOf(books)]
    const wrong: string[] = []
    for (const [xid, of] of Map.groupBy(notes, (note) => note.xid)) {
      wrong.push(...step(books, round, of, made.get(xid) ?? []).map((fault) => `${fault} (after ${String(moments.length - 1)} deeds)`))
      moments.push(momentOf(books))
    }
    wrong.push(...unlike('lots', (await lotsNow()).map(plain), books.lots.map(plain)), ...unlike('reservations', [...await reservations()], [...books.reserved].filter(([, kept]) => kept > 0)))
    return { wrong, justified: (wish: Wish) => moments.some((moment) => mayRefuse(moment, wish)) }
  }
  return { follow }
}

const momentOf = ({ lots, reserved }: Books): Moment => ({
  free: here(lots) - sum(reserved.values()), own: new Map(reserved), inBin: new Map([...Map.groupBy(lots, ({ bin }) => bin)].map(([bin, own]) => [bin, here(own)])),
})

/** Only what was not there may have been refused. */
function mayRefuse({ free, own, inBin }: Moment, { what, lineId = '', bin = '', thousandths, refused }: Wish): boolean {
  if (what === 'issue') return (refused === '422 stock.not-enough' || refused === '422 stock.reserved-elsewhere') && thousandths > Math.max(0, free + (own.get(lineId) ?? 0))
  return what === 'adjustment' && refused === 'stock.bin-holds-less' && (inBin.get(bin) ?? 0) < -thousandths
}

/** One committed deed, done again on the books. */
function step(books: Books, round: Round, notes: readonly Note[], moves: readonly Move[]): string[] {
  const cancelled = notes.find(({ what }) => what === 'cancel')
  const entry = notes.find(({ what }) => what === 'count')
  if (cancelled !== undefined) leave(books, round, cancelled.subject)
  const wrong = moves.length === 0 ? [] : moved(books, moves)
  if (entry !== undefined) {
    const lying = here(books.lots.filter(({ bin }) => bin === entry.place))
    if (entry.expected !== lying) wrong.push(`who counted was told ${String(entry.expected)} instead of ${String(lying)}`)
  }
  const last = notes.findLast(({ what }) => what === 'stock')
  const ours = [here(books.lots), sum(books.reserved.values()), worth(books.lots)]
  if (last !== undefined && String([last.onHand, last.reserved, last.value]) !== String(ours)) wrong.push(`on hand, reserved, value: ${String([last.onHand, last.reserved, last.value])} instead of ${String(ours)}`)
  return wrong
}

function leave(books: Books, { leaving }: Round, orderId: string): void {
  const lineId = leaving.find((order) => order.orderId === orderId)?.lineId ?? ''
  books.reserved.delete(lineId)
  if (books.waiting?.lineId === lineId) books.waiting = null
}

function moved(books: Books, moves: readonly Move[]): string[] {
  const [first] = moves
  const thousandths = sum(moves.map((move) => move.thousandths))
  if (first === undefined) return []
  const { lineId, back, lotId: id, toPlace: bin, day, fromPlace, fromKind, toKind, fen: cost } = first
  if (lineId !== null) {
    const handed = books.handed.get(lineId) ?? []
    if (back) return differs('return', moves, putBack(handed, thousandths))
    const taken = take(books.lots, thousandths)
    if (taken === null) return [`${String(thousandths)} were handed out that were not there`]
    books.handed.set(lineId, [...handed, ...taken.map((piece) => ({ ...piece, back: 0, backFen: 0 }))])
    books.reserved.set(lineId, Math.max(0, (books.reserved.get(lineId) ?? 0) - thousandths))
    return differs('issue', moves, taken)
  }
  if (toKind === 'count') return differs('adjustment', moves, take(books.lots.filter((lot) => lot.bin === fromPlace), thousandths) ?? [])
  const latest = atLatestCost(books.lots, thousandths)
  books.lots.push(newLot({ id, bin, day, received: thousandths, cost }))
  if (fromKind === 'count') return cost === latest ? [] : [`found goods at ${String(cost)} instead of ${String(latest)}`]
  if (fromKind === 'supplier') reserveForWaiting(books)
  return []
}

/** What comes in goes to the line that waits, as far as it is free. */
function reserveForWaiting(books: Books): void {
  if (books.waiting === null) return
  const { lineId, open } = books.waiting
  const given = Math.max(0, Math.min(open, here(books.lots) - sum(books.reserved.values())))
  books.waiting = { lineId, open: open - given }
  if (given > 0) books.reserved.set(lineId, (books.reserved.get(lineId) ?? 0) + given)
}

const differs = (what: string, moves: readonly Move[], taken: readonly Taken[]): string[] =>
  unlike(what, moves.map(({ lotId, thousandths, fen }) => [lotId, thousandths, fen]), taken.map(({ lot, thousandths, fen }) => [lot.id, thousandths, fen]))

const plain = ({ id, bin, day, here: lies, received, cost, out, outCost }: Lot): readonly unknown[] => [id, bin, day, lies, received, cost, out, outCost]

function unlike(what: string, theirs: readonly (readonly unknown[])[], ours: readonly (readonly unknown[])[]): string[] {
  const [one, other] = [theirs, ours].map((rows) => JSON.stringify(rows.map((row) => JSON.stringify(row)).toSorted()))
  return one === other ? [] : [`${what}: ${String(one)} instead of ${String(other)}`]
}
