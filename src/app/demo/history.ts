import type { Actor } from '../../kernel/actor.ts'
import { idMaker } from '../../kernel/ids.ts'
import { localDay } from '../../kernel/time.ts'
import { fillCertificates, type NewCertificate } from '../../modules/quality/public.ts'
import type { LineData, FilledOrders } from '../../modules/repair-orders/public.ts'
import { fillOrders } from '../../modules/repair-orders/public.ts'
import { fillSettled, type FilledSettled } from '../../modules/settlement/public.ts'
import type { Way } from '../../modules/settlement/domain/till.ts'
import { fillMoves, type FilledLot, type FilledMove } from '../../modules/stock/public.ts'
import { fillVehicles, type FilledReading } from '../../modules/vehicles/public.ts'
import { fillWork, type FilledWork } from '../../modules/workshop/public.ts'
import type { Database } from '../../platform/database.ts'
import type { AuditEntry } from '../../platform/deed.ts'
import { fillAudit, fillNumbers, type AuditRow } from '../../platform/fill-records.ts'
import type { Chance } from './chance.ts'

type Open<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Row)[] ? Row[] : T[Key] }

export type Rows = Open<FilledOrders> & Open<FilledWork> & Open<FilledSettled> & { readings: FilledReading[]; lots: FilledLot[]; moves: FilledMove[]; certificates: NewCertificate[]; audit: AuditRow[] }

const noRows = (): Rows => ({
  orders: [], steps: [], receptions: [], lines: [], authorisations: [], jobs: [], clocks: [], checks: [], inspections: [], statements: [], statementLines: [], payments: [], deliveries: [],
  tills: [], tillWays: [], readings: [], lots: [], moves: [], certificates: [], audit: [],
})

/** What deeds would have left behind, collected row by row and written by the thousand. */
export type History = {
  rows: Rows
  newId(at: Date): string
  /** As nextNumber counts them. */
  number(by: Actor, at: Date, kind: string): string
  /** Money that came in on a day; written days of other cars may be flushed before its till is closed. */
  take(day: string, way: Way, amountFen: number): void
  /** By way, in the order of their names, as the books list them. */
  takenOn(day: string): { way: Way; amountFen: number }[]
  record(by: Actor, at: Date, entry: AuditEntry): void
  /** Writes what was collected and begins anew. */
  flush(): Promise<void>
}

export function historyOf(database: Database, storeId: string, chance: Chance): History {
  const newId = idMaker((count) => chance.bytes(count))
  const series = new Map<string, { kind: string; day: string; last: number }>()
  const taken = new Map<string, Map<Way, number>>()
  const history: History = {
    rows: noRows(), newId,
    number: (by, at, kind) => {
      const day = localDay(at, by.timeZone)
      const before = series.get(kind + day)?.last ?? 0
      series.set(kind + day, { kind, day, last: before + 1 })
      return `${kind}-${by.storeCode}-${day.slice(2).replaceAll('-', '')}-${String(before + 1).padStart(4, '0')}`
    },
    take: (day, way, amountFen) => {
      const ways = taken.get(day) ?? new Map<Way, number>()
      taken.set(day, ways.set(way, (ways.get(way) ?? 0) + amountFen))
    },
    takenOn: (day) => [...(taken.get(day) ?? [])].map(([way, amountFen]) => ({ way, amountFen })).toSorted((a, b) => (a.way < b.way ? -1 : 1)),
    record: (by, at, { subject, subjectId, before, after, reason }) => {
      history.rows.audit.push({
        id: newId(at), at, personId: by.personId, positions: by.positions, operation: 'demo', subject, subjectId, before: before ?? null, after: after ?? null,
        reason: reason ?? null, requestId: 'demo',
      })
    },
    flush: async () => {
      const { rows } = history
      history.rows = noRows()
      const numbers = [...series.values()]
      await database.transaction([storeId], async (tx) => {
        await fillVehicles(tx, storeId, [], rows.readings)
        await fillOrders(tx, storeId, rows)
        await fillWork(tx, storeId, rows)
        await fillMoves(tx, storeId, rows.lots, rows.moves)
        await fillCertificates(tx, storeId, rows.certificates)
        await fillSettled(tx, storeId, rows)
        await fillAudit(tx, storeId, rows.audit)
        await fillNumbers(tx, storeId, numbers)
      })
    },
  }
  return history
}

/** A line as it stands once written: nothing of it was approved, sent out or stopped. */
export const freshLine = (line: Omit<LineData, 'shares' | 'unclear' | 'confirmedByName' | 'refusedByName' | 'refusedReason' | 'approvedBy' | 'approvedByName' | 'outAt' | 'backAt' | 'stoppedReason' | 'version'>): LineData =>
  ({ ...line, refusedByName: null, refusedReason: null, approvedBy: null, approvedByName: null, outAt: null, backAt: null, stoppedReason: null, shares: [], unclear: null, confirmedByName: null, package: null, version: 1 })
