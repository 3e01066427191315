import { call, examplesOf, from, now, own } from '../../platform/example.ts'
import * as contract from './contract.ts'

// One task is done and checked; what ends otherwise is another one, by its words.
const given = (words: string) => from('POST /tasks', '$.id', { body: { words } })
const same = { taskId: own('taskId') }
const version = from('GET /tasks/:taskId', '$.version', { params: same })
const mended = given('给前台打印机换碳粉')

export const taskExamples = examplesOf(contract, {
  listTasks: { query: { group: 'all', ended: 'yes', limit: 20 } },
  seeTask: { params: { taskId: from('POST /tasks', '$.id') } },
  reportProblem: { body: { area: 'workshop', words: '3号举升机漏油', photos: 0 } },
  giveTask: { by: 'stm', body: { words: '整理上周会议照片', position: 'INF', dueAt: now(1_440), photoNeeded: false } },
  doTask: { params: { taskId: mended }, by: 'inf', body: { version, words: '已更换并试打' } },
  checkTask: { params: { taskId: mended }, after: [call('POST /tasks/:taskId/done', { params: same })], by: 'stm', body: { version, good: true } },
  passTask: { params: { taskId: given('核对工具柜钥匙') }, by: 'stm', body: { version, position: 'WSS', ownerId: null, dueAt: now(2_880), words: '钥匙在车间' } },
  withdrawTask: { params: { taskId: given('重复下达的任务') }, by: 'stm', body: { version, reason: '与另一任务重复' } },
})
