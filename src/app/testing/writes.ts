import { setTimeout as pause } from 'node:timers/promises'
import type { Person, Product } from './product.ts'

/** One thing done at a screen: a car at the door, money taken, goods on a shelf. `number` is what its doer was told; null as long as no answer came. */
export type Write = { readonly does: Doer; readonly mark: string; readonly key: string; ended: boolean; number: string | null; status: number | null }

export type Load = {
  told(): number
  /** The longest time, in milliseconds, in which nobody was told anything. */
  longestGap(): number
  stop(): Promise<void>
}

/** What does not add up, one sentence each; empty when every promise was kept. */
type Faults = readonly string[]

export type Writes = {
  readonly journal: readonly Write[]
  /** Everybody does his work, one thing after the other, until he is told to stop; who got no answer waits a moment and does the next one. */
  startLoad(): Load
  /** Everything that was promised a number is in the books under it, once. */
  lost(): Promise<Faults>
  /** As the browser does: what got no answer is sent again, with the same key. Then the books and the journal are the same. */
  repeatUnanswered(): Promise<{ repeated: number; wrong: Faults }>
}

/** Who does the same thing again and again: each carries a mark by which it is found in the books. */
type Doer = { readonly by: Person; readonly path: string; readonly wish: (mark: string) => object }

type Place = Pick<Product, 'sql' | 'signIn'>

const operations = ['POST /repair-orders', 'POST /deposits/:orderId', 'POST /stock/receipts']
const booked = `
  select plate as mark, number from repair_orders.repair_order where plate like '新Z%'
  union all select reference, number from settlement.payment where reference like '新Z%'
  union all select reason, document from stock.move where reason like '新Z%'`

/** Six advisors register cars, a cashier takes deposits, a storekeeper books goods in: eight people, visits and money and stock. */
async function doersAt({ sql, signIn }: Place): Promise<Doer[]> {
  const advisors = await Promise.all(['sad', 'sad2', 'sad3', 'sad4', 'sad5', 'sad6'].map((login) => signIn(login)))
  const [cashier, keeper] = [await signIn('csh'), await signIn('pts')]
  const [known] = await sql<{ orderId: string; partId: string; placeId: string }>(`
    select o.id as "orderId", (select id from catalogue.part where active order by number limit 1) as "partId",
      (select id from stock.place where store_id = s.id and kind = 'bin' and active and blocked = '' order by code limit 1) as "placeId"
    from repair_orders.repair_order o join organisation.store s on s.id = o.store_id and s.code = 'SH1' where o.status in ('arrived', 'received', 'estimated', 'authorised', 'in_work') order by o.id limit 1`)
  if (known === undefined) throw new Error('no car in the shop that a deposit could be taken for')
  const { orderId, partId, placeId } = known
  return [
    ...advisors.map((by): Doer => ({ by, path: '/repair-orders', wish: (plate) => ({ plate, purpose: 'repair' }) })),
    { by: cashier, path: `/deposits/${orderId}`, wish: (reference) => ({ way: 'card', amountFen: 100, reference }) },
    { by: keeper, path: '/stock/receipts', wish: (reference) => ({ reference, lines: [{ partId, placeId, thousandths: 1_000, costFen: 100 }] }) },
  ]
}

async function send(write: Write): Promise<void> {
  const { does: { by, path, wish }, mark, key } = write
  const answer = await by.post(path, wish(mark), key).catch(() => null)
  Object.assign(write, { ended: true, status: answer?.status ?? null, number: answer?.status === 200 ? String(answer.body['number']) : null })
}

function loadOf(journal: Write[], doers: readonly Doer[]): Load {
  let going = true
  let told = 0
  let gap = 0
  let last = performance.now()
  const works = doers.map(async (does) => {
    while (going) {
      const write: Write = { does, mark: `新Z${String(10_001 + journal.length)}`, key: `kept-write-${String(journal.length)}`, ended: false, number: null, status: null }
      journal.push(write)
      await send(write)
      if (write.number === null) { await pause(50); continue }
      told += 1
      gap = Math.max(gap, performance.now() - last)
      last = performance.now()
    }
  })
  return {
    told: () => told,
    longestGap: () => Math.max(gap, going ? performance.now() - last : 0),
    stop: async () => { going = false; await Promise.all(works) },
  }
}

/** What people do while things go wrong, and what became of each of it. */
export async function writesAt(place: Place): Promise<Writes> {
  const journal: Write[] = []
  const doers = await doersAt(place)
  const inBooks = () => place.sql<{ mark: string; number: string }>(booked)
  const onRecord = async (): Promise<number> => (await place.sql<{ records: number }>("select count(*)::int as records from platform.audit where operation = any ($1) and result <> 'refused'", [operations]))[0]?.records ?? 0
  const before = await onRecord()
  return {
    journal,
    startLoad: () => loadOf(journal, doers),
    lost: async () => {
      const rows = await inBooks()
      const numbers = new Map(rows.map(({ mark, number }) => [mark, number]))
      const doubled = rows.length - numbers.size
      return [
        ...(doubled === 0 ? [] : [`${String(doubled)} stand twice in the books`]),
        ...journal.filter(({ mark, number }) => number !== null && numbers.get(mark) !== number).map(({ mark, number }) => `${mark} was told ${String(number)}`),
      ]
    },
    repeatUnanswered: async () => {
      const open = journal.filter(({ number }) => number === null)
      for (const write of open) await send(write)
      const unanswered = open.filter(({ number }) => number === null).map(({ mark, status }) => `${mark}: ${String(status)}`)
      const rows = await inBooks()
      const there = new Set(rows.map(({ mark, number }) => `${mark} ${number}`))
      const promised = new Set(journal.map(({ mark, number }) => `${mark} ${String(number)}`))
      const strange = [...[...there].filter((line) => !promised.has(line)), ...[...promised].filter((line) => !there.has(line))]
      const records = await onRecord() - before
      return {
        repeated: open.length,
        wrong: [...unanswered, ...strange, ...(rows.length === journal.length ? [] : [`${String(rows.length)} rows in the books for ${String(journal.length)} writes`]), ...(records === journal.length ? [] : [`${String(records)} audit rows for ${String(journal.length)} writes`])],
      }
    },
  }
}
