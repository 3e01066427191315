import type { Tx } from '../../../platform/database.ts'

export type TaskData = { id: string; instanceId: string; checklist: string; point: string; position: string; note: string; openedAt: Date; openedByName: string; dueAt: Date }

/** A point that fails again stays one task. */
export const openTasks = (tx: Tx, storeId: string, rows: readonly TaskData[]) => tx.run`
  insert into duties.task (store_id, id, instance_id, checklist, point, position, note, opened_at, opened_by_name, due_at)
  select ${storeId}, * from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.instanceId)}::uuid[], ${rows.map((r) => r.checklist)}::text[], ${rows.map((r) => r.point)}::text[], ${rows.map((r) => r.position)}::text[],
    ${rows.map((r) => r.note)}::text[], ${rows.map((r) => r.openedAt)}::timestamptz[], ${rows.map((r) => r.openedByName)}::text[], ${rows.map((r) => r.dueAt)}::timestamptz[])
  on conflict do nothing`

/** The point passed again. Answers how many tasks that closed. */
export const closeTasks = (tx: Tx, storeId: string, passed: { checklist: string; points: readonly string[]; position: string; at: Date; byName: string; instanceId: string }) => tx.run`
  update duties.task set closed_at = ${passed.at}, closed_by_name = ${passed.byName}, closed_by_instance = ${passed.instanceId}
  where store_id = ${storeId} and checklist = ${passed.checklist} and position = ${passed.position} and point = any(${passed.points}) and closed_at is null`

/** Waits for whoever looks at the same point. */
export const lockTask = (tx: Tx, storeId: string, taskId: string) => tx.maybe<TaskData & { closedAt: Date | null }>`
  select id, instance_id, checklist, point, position, note, opened_at, opened_by_name, due_at, closed_at from duties.task where store_id = ${storeId} and id = ${taskId} for update`

export const findTask = (tx: Tx, storeId: string, taskId: string) => tx.maybe<{ closedAt: Date | null }>`select closed_at from duties.task where store_id = ${storeId} and id = ${taskId}`

/** The point was looked at again and is as it should be. */
export const closeBySeeing = (tx: Tx, storeId: string, c: { id: string; at: Date; byName: string; seen: string }) => tx.run`
  update duties.task set closed_at = ${c.at}, closed_by_name = ${c.byName}, seen = ${c.seen} where store_id = ${storeId} and id = ${c.id}`

export const openTasksOf = (tx: Tx, storeId: string, positions: readonly string[]) => tx.all<TaskData>`
  select id, instance_id, checklist, point, position, note, opened_at, opened_by_name, due_at from duties.task
  where store_id = ${storeId} and closed_at is null and position = any(${positions}) order by due_at limit 200`
