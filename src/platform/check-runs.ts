import type { Database, Queries } from './database.ts'

export type CheckKind = 'chain' | 'invariants' | 'backup' | 'disk'

/** What a check or a backup came to. `findings` are sentences for the people who look after the system. */
export type CheckRun = { readonly id: string; readonly kind: CheckKind; readonly beganAt: Date; readonly endedAt: Date; readonly sound: boolean; readonly findings: string[] }

export const keepCheckRun = (database: Database, run: CheckRun): Promise<number> => database.plain.run`
  insert into platform.check_run (id, kind, began_at, ended_at, sound, findings)
  values (${run.id}, ${run.kind}, ${run.beganAt}, ${run.endedAt}, ${run.sound}, ${JSON.stringify(run.findings)}::jsonb)`

/** How soon a check or backup that failed, or that a stop cut off, is tried again. */
const againAfterHours = 1

/** A product that is started every morning still checks itself once a day: what counts is when it was last done, and how it ended. */
export function isDue(last: Pick<CheckRun, 'endedAt' | 'sound'> | undefined, now: Date, everyHours: number): boolean {
  if (last === undefined) return true
  const wait = last.sound ? everyHours : Math.min(everyHours, againAfterHours)
  return now.getTime() - last.endedAt.getTime() >= wait * 3_600_000
}

/** The newest run of each kind. */
export const latestCheckRuns = (queries: Queries): Promise<CheckRun[]> => queries.all`
  select distinct on (kind) id, kind, began_at, ended_at, sound, findings from platform.check_run order by kind, id desc`
