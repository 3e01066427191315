import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { done, id, moment, pageOf, pageQuery, text, version } from '../../platform/shapes.ts'
import { areas, taskKinds, taskStatuses } from './domain/task.ts'
import { taskPermissions } from './permissions.ts'

const whole = z.number().int()
const positionCode = z.string().regex(/^[A-Z]{2,4}$/)

export const taskGroups = ['mine', 'given', 'team', 'late', 'all'] as const
export type TaskGroup = (typeof taskGroups)[number]

export const taskRow = z.object({
  id, number: z.string(), kind: z.enum(taskKinds), area: z.enum(areas).nullable(), words: z.string(), photoNeeded: z.boolean(), status: z.enum(taskStatuses), position: z.string(), ownerId: id.nullable(), ownerName: z.string(),
  dueAt: moment, overdue: z.boolean(), sourcePage: z.string(), sourceName: z.string(), givenAt: moment, givenByName: z.string(), doneAt: moment.nullable(), doneByName: z.string(), returns: whole,
  /** For whoever asks. */ mine: z.boolean(), gave: z.boolean(), did: z.boolean(), version,
})
export type TaskRow = z.output<typeof taskRow>

export const stepKinds = ['given', 'passed', 'done', 'returned', 'checked', 'withdrawn'] as const
export type StepKind = (typeof stepKinds)[number]
const step = z.object({ id, what: z.enum(stepKinds), at: moment, personName: z.string(), words: z.string() })

export const listTasks = route({
  does: 'List tasks and reported problems: mine, given by me, of my team, late', method: 'GET', path: '/tasks', needs: taskPermissions.see,
  query: z.strictObject({ ...pageQuery, group: z.enum(taskGroups).default('mine'), ended: z.enum(['yes', 'no']).default('no'), find: text(40).default('') }), gives: pageOf(taskRow),
})
export const countTasks = route({
  does: 'How many tasks wait for me: to do, late, to check', method: 'GET', path: '/tasks/counts', needs: taskPermissions.see, gives: z.object({ toDo: whole, late: whole, toCheck: whole }),
})
export const ownTasks = route({
  does: 'See the tasks that wait for me, the earliest deadline first', method: 'GET', path: '/tasks/own', needs: taskPermissions.see, gives: z.object({ rows: z.array(taskRow) }),
})
const task = { params: z.strictObject({ taskId: id }) }

export const seeTask = route({
  does: 'See one task with everything that was done about it', method: 'GET', path: '/tasks/:taskId', needs: taskPermissions.see, ...task, gives: taskRow.extend({ steps: z.array(step) }),
})
export type TaskDetail = z.output<typeof seeTask.gives>

const made = z.object({ id, number: z.string(), version })
const giving = ['tasks.words-missing', 'tasks.due-in-the-past', 'tasks.owner-of-another-position', 'tasks.nobody-holds-it']

export const reportProblem = route({
  does: 'Report a problem to the channel; it falls to the position of its area and is due within a day', method: 'POST', path: '/tasks/problems', needs: taskPermissions.report,
  body: z.strictObject({ area: z.enum(areas), words: text(1_000).default(''), /** How many follow it. */ photos: whole.min(0).max(20).default(0) }), gives: made, refuses: ['tasks.words-or-photo'],
})
export const giveTask = route({
  does: 'Give a task to a position, or to one person of it', method: 'POST', path: '/tasks', needs: taskPermissions.give,
  body: z.strictObject({ words: text(1_000), position: positionCode, ownerId: id.nullable().default(null), dueAt: moment, photoNeeded: z.boolean().default(false) }), gives: made, refuses: giving,
})
export const doTask = route({
  does: 'Say that a task is done', method: 'POST', path: '/tasks/:taskId/done', needs: taskPermissions.do, ...task, body: z.strictObject({ version, words: text(1_000) }), gives: done,
  refuses: ['tasks.not-open', 'tasks.of-another', 'tasks.words-missing', 'tasks.photo-missing'],
})
export const checkTask = route({
  does: 'Check a task that is done, or send it back with the reason', method: 'POST', path: '/tasks/:taskId/check', needs: taskPermissions.check, ...task,
  body: z.strictObject({ version, good: z.boolean(), words: text(1_000).default('') }), gives: done, refuses: ['tasks.not-done', 'tasks.own-work', 'tasks.given-by-another', 'tasks.reason-missing'],
})
export const passTask = route({
  does: 'Pass an open task on to another position or person, or change its deadline', method: 'POST', path: '/tasks/:taskId/owner', needs: taskPermissions.do, ...task,
  body: z.strictObject({ version, position: positionCode, ownerId: id.nullable(), dueAt: moment, words: text(300) }), gives: done,
  refuses: ['tasks.not-open', 'tasks.of-another', 'tasks.deadline-of-the-giver', 'tasks.reason-missing', ...giving],
})
export const withdrawTask = route({
  does: 'Withdraw an open task', method: 'POST', path: '/tasks/:taskId/withdrawal', needs: taskPermissions.check, ...task, body: z.strictObject({ version, reason: text(300) }), gives: done,
  refuses: ['tasks.not-open', 'tasks.given-by-another', 'tasks.reason-missing'],
})
