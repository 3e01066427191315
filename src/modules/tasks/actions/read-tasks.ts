import { firstIdAt } from '../../../kernel/ids.ts'
import { found } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { standsInFor } from '../../rosters/public.ts'
import { membersOfPeers } from '../../teams/public.ts'
import type { countTasks as countRoute, listTasks as listRoute, TaskDetail, TaskGroup, TaskRow } from '../contract.ts'
import * as data from '../data/tasks.ts'
import { isMine, isOverdue, type Somebody } from '../domain/task.ts'

const daysSearched = 400

/** Whom somebody supervises is written in the job manual, which is a later module. */
let teamOf = (_: Pick<Reading, 'tx' | 'by' | 'now'>): Promise<readonly string[]> => Promise.resolve([])
export const registerTeam = (port: typeof teamOf): void => { teamOf = port }

export const somebodyOf = async ({ tx, by, now }: Reading): Promise<Somebody> =>
  ({ personId: by.personId, positions: by.positions, standsInFor: await standsInFor(tx, { id: by.storeId, timeZone: by.timeZone }, by.personId, now) })

const circleOf = ({ personId, positions, standsInFor: absent }: Somebody, team: readonly string[] = [], elsewhere: readonly string[] = []): data.Circle => ({ personId, positions, ids: [personId, ...absent], team, elsewhere })

function rowOf({ givenBy, doneBy, ...task }: data.TaskData, me: Somebody, now: Date): TaskRow {
  return {
    ...task, dueAt: task.dueAt.toISOString(), givenAt: task.givenAt.toISOString(), doneAt: task.doneAt?.toISOString() ?? null, overdue: isOverdue(task, now),
    mine: isMine(task, me), gave: givenBy === me.personId, did: doneBy === me.personId,
  }
}

export async function listTasks(reading: Reading, { group, ended, find, after, limit }: { group: TaskGroup; ended: 'yes' | 'no'; find: string; after?: string | undefined; limit: number }): Promise<AnswerOf<typeof listRoute>> {
  const { tx, by, now } = reading
  const me = await somebodyOf(reading)
  const team = group === 'team' || group === 'late' ? await teamOf(reading) : []
  // Of two team leaders each has the people of his own team (班组); who is in none is both's.
  const elsewhere = team.length > 0 ? await membersOfPeers(tx, by.storeId, by, localDay(now, by.timeZone)) : []
  const rows = await data.listTasks(tx, by.storeId, {
    group, circle: circleOf(me, team, elsewhere), now, ended: ended === 'yes', find, firstId: firstIdAt(new Date(now.getTime() - daysSearched * 86_400_000)), after: after ?? null, limit: limit + 1,
  })
  return { rows: rows.slice(0, limit).map((row) => rowOf(row, me, now)), next: rows.length > limit ? rows[limit - 1]?.id ?? null : null }
}

export async function ownTasks(reading: Reading): Promise<{ rows: TaskRow[] }> {
  const me = await somebodyOf(reading)
  return { rows: (await data.ownTasks(reading.tx, reading.by.storeId, circleOf(me))).map((row) => rowOf(row, me, reading.now)) }
}

export async function countTasks(reading: Reading): Promise<AnswerOf<typeof countRoute>> {
  return data.countTasks(reading.tx, reading.by.storeId, circleOf(await somebodyOf(reading)), reading.now)
}

export async function seeTask(reading: Reading, taskId: string): Promise<TaskDetail> {
  const { tx, by, now } = reading
  const task = found(await data.findTask(tx, by.storeId, taskId), 'task')
  const steps = await data.stepsOf(tx, by.storeId, taskId)
  return { ...rowOf(task, await somebodyOf(reading), now), steps: steps.map(({ at, ...step }) => ({ ...step, at: at.toISOString() })) }
}
