import { empty, sql, type Sql, type Tx } from '../../../platform/database.ts'
import type { Area, TaskKind, TaskStatus } from '../domain/task.ts'

export type TaskData = {
  id: string; number: string; kind: TaskKind; area: Area | null; words: string; photoNeeded: boolean; status: TaskStatus; position: string; ownerId: string | null; ownerName: string; dueAt: Date
  sourcePage: string; sourceName: string; givenAt: Date; givenBy: string; givenByName: string; doneAt: Date | null; doneBy: string | null; doneByName: string; returns: number; version: number
}

const columns = sql`id, number, kind, area, words, photo_needed, status, position, owner_id, owner_name, due_at, source_page, source_name, given_at, given_by, given_by_name, done_at, done_by, done_by_name, returns, version`

/** Whose list it is: his positions, himself and those for whom he stands in, the positions that he supervises, without the people of another leader like him. */
export type Circle = { readonly personId: string; readonly positions: readonly string[]; readonly ids: readonly string[]; readonly team: readonly string[]; readonly elsewhere: readonly string[] }

const mine = ({ positions, ids }: Circle): Sql => sql`((owner_id is null and position = any(${positions}::text[])) or owner_id = any(${ids}::uuid[]))`
const ofTeam = ({ team, elsewhere }: Circle): Sql => sql`(position = any(${team}::text[]) and (owner_id is null or owner_id <> all(${elsewhere}::uuid[])))`
const inGroup = (group: TaskFilter['group'], circle: Circle, now: Date): Sql => ({
  mine: sql`and ${mine(circle)}`,
  given: sql`and given_by = ${circle.personId}`,
  team: sql`and ${ofTeam(circle)}`,
  late: sql`and status = 'open' and due_at < ${now} and (${mine(circle)} or given_by = ${circle.personId} or ${ofTeam(circle)})`,
  all: empty,
})[group]

export type TaskFilter = { group: 'mine' | 'given' | 'team' | 'late' | 'all'; circle: Circle; now: Date; ended: boolean; find: string; /** A search looks no further back than this. */ firstId: string; after: string | null; limit: number }

/** Newest first; without the ended ones only what is open is walked through, however old the store is. */
export const listTasks = (tx: Tx, storeId: string, { group, circle, now, ended, find, firstId, after, limit }: TaskFilter) => tx.all<TaskData>`
  select ${columns} from tasks.task where store_id = ${storeId} ${inGroup(group, circle, now)} ${ended ? empty : sql`and status in ('open', 'done')`}
  ${find === '' ? empty : sql`and id >= ${firstId} and (strpos(lower(concat_ws(' ', number, words, owner_name, given_by_name)), lower(${find})) > 0)`}
  ${after === null ? empty : sql`and id < ${after}`} order by id desc limit ${limit}`

/** What he has to do and what waits for his check, the earliest deadline first. */
export const ownTasks = (tx: Tx, storeId: string, circle: Circle) => tx.all<TaskData>`
  select ${columns} from tasks.task where store_id = ${storeId} and ((status = 'open' and ${mine(circle)}) or (status = 'done' and given_by = ${circle.personId})) order by due_at, id limit 100`

export const countTasks = (tx: Tx, storeId: string, circle: Circle, now: Date) => tx.one<{ toDo: number; late: number; toCheck: number }>`
  select count(*) filter (where status = 'open' and ${mine(circle)}) as to_do, count(*) filter (where status = 'open' and due_at < ${now} and ${mine(circle)}) as late,
    count(*) filter (where status = 'done' and given_by = ${circle.personId}) as to_check
  from tasks.task where store_id = ${storeId} and status in ('open', 'done')`

/** For other modules: open past their deadline, the oldest first. */
export const overdueTasks = (tx: Tx, storeId: string, positions: readonly string[], now: Date) => tx.all<TaskData>`
  select ${columns} from tasks.task where store_id = ${storeId} and status = 'open' and position = any(${positions}::text[]) and due_at < ${now} order by due_at, id limit 20`

export const tasksByIds = (tx: Tx, storeId: string, ids: readonly string[]) => tx.all<TaskData>`select ${columns} from tasks.task where store_id = ${storeId} and id = any(${ids}::uuid[])`

export const findTask = (tx: Tx, storeId: string, taskId: string) => tx.maybe<TaskData>`select ${columns} from tasks.task where store_id = ${storeId} and id = ${taskId}`

/** Two who end it at once come one after the other; the second sees the new version. */
export const lockTask = (tx: Tx, storeId: string, taskId: string) => tx.maybe<TaskData>`select ${columns} from tasks.task where store_id = ${storeId} and id = ${taskId} for update`

export type NewTask = Pick<TaskData, 'id' | 'number' | 'kind' | 'area' | 'words' | 'photoNeeded' | 'position' | 'ownerId' | 'ownerName' | 'dueAt' | 'sourcePage' | 'sourceName' | 'givenAt' | 'givenBy' | 'givenByName'>

export const insertTask = (tx: Tx, storeId: string, t: NewTask) => tx.run`
  insert into tasks.task (store_id, id, number, kind, area, words, photo_needed, status, position, owner_id, owner_name, due_at, source_page, source_name, given_at, given_by, given_by_name)
  values (${storeId}, ${t.id}, ${t.number}, ${t.kind}, ${t.area}, ${t.words}, ${t.photoNeeded}, 'open', ${t.position}, ${t.ownerId}, ${t.ownerName}, ${t.dueAt}, ${t.sourcePage}, ${t.sourceName}, ${t.givenAt}, ${t.givenBy}, ${t.givenByName})`

export const markDone = (tx: Tx, storeId: string, d: { id: string; at: Date; by: string; byName: string }) => tx.run`
  update tasks.task set status = 'done', done_at = ${d.at}, done_by = ${d.by}, done_by_name = ${d.byName}, version = version + 1 where store_id = ${storeId} and id = ${d.id}`

export const endTask = (tx: Tx, storeId: string, taskId: string, status: 'checked' | 'withdrawn', at: Date) => tx.run`
  update tasks.task set status = ${status}, ended_at = ${at}, version = version + 1 where store_id = ${storeId} and id = ${taskId}`

export const sendBack = (tx: Tx, storeId: string, taskId: string) => tx.run`
  update tasks.task set status = 'open', done_at = null, done_by = null, done_by_name = '', returns = returns + 1, version = version + 1 where store_id = ${storeId} and id = ${taskId}`

export const giveTo = (tx: Tx, storeId: string, t: Pick<TaskData, 'id' | 'position' | 'ownerId' | 'ownerName' | 'dueAt'>) => tx.run`
  update tasks.task set position = ${t.position}, owner_id = ${t.ownerId}, owner_name = ${t.ownerName}, due_at = ${t.dueAt}, version = version + 1 where store_id = ${storeId} and id = ${t.id}`

export type StepData = { id: string; what: 'given' | 'passed' | 'done' | 'returned' | 'checked' | 'withdrawn'; at: Date; personName: string; words: string }

export const stepsOf = (tx: Tx, storeId: string, taskId: string) => tx.all<StepData>`select id, what, at, person_name, words from tasks.step where store_id = ${storeId} and task_id = ${taskId} order by id limit 200`

export const insertStep = (tx: Tx, storeId: string, taskId: string, s: StepData & { personId: string }) => tx.run`
  insert into tasks.step (store_id, id, task_id, what, at, person_id, person_name, words) values (${storeId}, ${s.id}, ${taskId}, ${s.what}, ${s.at}, ${s.personId}, ${s.personName}, ${s.words})`
