import { bindDeed, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as read from '../actions/read-tasks.ts'
import * as tasks from '../actions/tasks.ts'
import * as contract from '../contract.ts'

export const taskBindings: readonly Binding[] = [
  bindReading(contract.listTasks, (reading, { query }) => read.listTasks(reading, query)),
  bindReading(contract.countTasks, read.countTasks),
  bindReading(contract.ownTasks, read.ownTasks),
  bindReading(contract.seeTask, (reading, { params }) => read.seeTask(reading, params.taskId)),
  bindDeed(contract.reportProblem, (deed, { body }) => tasks.reportProblem(deed, body)),
  bindDeed(contract.giveTask, (deed, { body }) => tasks.giveTask(deed, body)),
  bindDeed(contract.doTask, (deed, { params, body }) => tasks.doTask(deed, { ...params, ...body })),
  bindDeed(contract.checkTask, (deed, { params, body }) => tasks.checkTask(deed, { ...params, ...body })),
  bindDeed(contract.passTask, (deed, { params, body }) => tasks.passTask(deed, { ...params, ...body })),
  bindDeed(contract.withdrawTask, (deed, { params, body }) => tasks.withdrawTask(deed, { ...params, ...body })),
]
