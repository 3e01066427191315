import { setTimeout as pause } from 'node:timers/promises'
import type { Person, Product } from './product.ts'

/** One car at the door. `number` is what the advisor was told; null as long as no answer came. */
export type Arrival = { readonly by: Person; readonly plate: string; readonly key: string; number: string | null; status: number | null }

export type Load = {
  told(): number
  /** The longest time, in milliseconds, in which nobody was told anything. */
  longestGap(): number
  stop(): Promise<void>
}

/** What does not add up, one sentence each; empty when every promise was kept. */
type Faults = readonly string[]

export type Arrivals = {
  readonly journal: readonly Arrival[]
  /** All advisors register cars, one after the other, until they are told to stop; who got no answer waits a moment and takes the next car. */
  startLoad(): Load
  /** Every car that was promised an order has it, once. */
  lost(): Promise<Faults>
  /** As the browser does: what got no answer is sent again, with the same key. Then the books and the journal are the same. */
  repeatUnanswered(): Promise<{ repeated: number; wrong: Faults }>
}

async function write(arrival: Arrival): Promise<void> {
  const answer = await arrival.by.post('/repair-orders', { plate: arrival.plate, purpose: 'repair' }, arrival.key).catch(() => null)
  Object.assign(arrival, { status: answer?.status ?? null, number: answer?.status === 200 ? String(answer.body['number']) : null })
}

function loadOf(journal: Arrival[], people: readonly Person[]): Load {
  let going = true
  let told = 0
  let gap = 0
  let last = performance.now()
  const works = people.map(async (by) => {
    while (going) {
      const arrival: Arrival = { by, plate: `新Z${String(10_001 + journal.length)}`, key: `arrival-${String(journal.length)}`, number: null, status: null }
      journal.push(arrival)
      await write(arrival)
      if (arrival.number === null) { await pause(50); continue }
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

/** Cars that advisors register while things go wrong, and what became of each. */
export function arrivalsAt(product: Pick<Product, 'sql'>, people: readonly Person[]): Arrivals {
  const journal: Arrival[] = []
  const booked = () => product.sql<{ plate: string; number: string }>("select plate, number from repair_orders.repair_order where plate like '新Z%' order by plate, number")
  return {
    journal,
    startLoad: () => loadOf(journal, people),
    lost: async () => {
      const orders = await booked()
      const numbers = new Map(orders.map(({ plate, number }) => [plate, number]))
      const doubled = orders.length - numbers.size
      return [
        ...(doubled === 0 ? [] : [`${String(doubled)} cars have two orders`]),
        ...journal.filter(({ plate, number }) => number !== null && numbers.get(plate) !== number).map(({ plate, number }) => `${plate} was told ${String(number)}`),
      ]
    },
    repeatUnanswered: async () => {
      const open = journal.filter(({ number }) => number === null)
      for (const arrival of open) await write(arrival)
      const unanswered = open.filter(({ number }) => number === null).map(({ plate, status }) => `${plate}: ${String(status)}`)
      const inBooks = new Set((await booked()).map(({ plate, number }) => `${plate} ${number}`))
      const promised = new Set(journal.map(({ plate, number }) => `${plate} ${String(number)}`))
      const strange = [...[...inBooks].filter((line) => !promised.has(line)), ...[...promised].filter((line) => !inBooks.has(line))]
      const [deeds] = await product.sql<{ records: number }>("select count(*)::int as records from platform.audit where operation = 'POST /repair-orders' and result <> 'refused'")
      const records = deeds?.records ?? 0
      return { repeated: open.length, wrong: [...unanswered, ...strange, ...(records === journal.length ? [] : [`${String(records)} audit rows for ${String(journal.length)} arrivals`])] }
    },
  }
}
