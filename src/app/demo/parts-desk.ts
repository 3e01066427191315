import type { Actor } from '../../kernel/actor.ts'
import { addSupplier } from '../../modules/parts-orders/public.ts'
import { answerInquiry, askInquiry, seeInquiry } from '../../modules/suppliers/public.ts'
import { checkTask, doTask, giveTask } from '../../modules/tasks/public.ts'
import type { Database } from '../../platform/database.ts'
import type { Masters } from './masters.ts'
import { doesIn, type Does } from './perform-visit.ts'

type Wish = { readonly supervisor: Actor; readonly planner: Actor; readonly keeper: Actor; readonly parts: Masters['parts']; readonly now: Date }

const minutes = (now: Date, distance: number): Date => new Date(now.getTime() + distance * 60_000)

/** What lies on the desk of the parts department: quotes side by side, an inquiry that still waits for its third, and tasks at each of their steps. */
export async function fillPartsDesk(database: Database, wish: Wish): Promise<void> {
  const does = doesIn(database)
  await askSuppliers(does, wish)
  await giveTasks(does, wish)
}

async function askSuppliers(does: Does, { supervisor, parts, now }: Wish): Promise<void> {
  const ids: string[] = []
  for (const [index, name] of ['长宁汽配行', '北站拆车件', '虹桥车身件'].entries()) ids.push((await does(supervisor, minutes(now, -3_007 + index), (deed) => addSupplier(deed, { name, kind: 'outside', contact: '', phone: '', note: '' }))).id)
  const lines = (from: number) => parts.slice(from, from + 3).map(({ number, nameZh }) => ({ partNumber: number, name: nameZh, thousandths: 1_000 }))
  const ask = (about: string, from: number, at: number) => does(supervisor, minutes(now, at), (deed) => askInquiry(deed, { about, kinds: ['insurance', 'customer'], supplierIds: ids, lines: lines(from) }))
  const answer = async (suppliers: readonly string[], { id: inquiryId }: { readonly id: string }, from: number): Promise<void> => {
    for (const [index, supplierId] of suppliers.entries()) {
      await does(supervisor, minutes(now, from + index), async (deed) => {
        const asked = await seeInquiry(deed, inquiryId)
        const prices = asked.lines.flatMap(({ id: lineId }, row) => (['insurance', 'customer'] as const).map((kind, column) => ({ lineId, kind, unitFen: 18_000 + row * 7_300 + index * 900 - column * 1_500, days: 1 + index })))
        return answerInquiry(deed, { inquiryId, version: index + 1, supplierId, prices, words: '' })
      })
    }
  }
  const quoted = await ask('事故车 前部件', 40, -2_891)
  await answer(ids, quoted, -2_831)
  await answer(ids.slice(0, 2), await ask('老款 底盘件', 46, -67), -31)
}

async function giveTasks(does: Does, { supervisor, planner, keeper, now }: Wish): Promise<void> {
  const give = (words: string, owner: Actor, position: 'PPL' | 'WHK', from: number, due: number) =>
    does(supervisor, minutes(now, from), (deed) => giveTask(deed, { words, position, ownerId: owner.personId, dueAt: minutes(now, due).toISOString(), photoNeeded: false }))
  await give('核对本月欠货清单，回复前台到货日', planner, 'PPL', -129, 1_440)
  await give('清理退货区，列出待退清单', keeper, 'WHK', -2_951, -181)
  const done = await give('补齐 A 区货位标签', keeper, 'WHK', -2_953, 600)
  await does(keeper, minutes(now, -1_511), (deed) => doTask(deed, { taskId: done.id, version: 1, words: '标签已补齐' }))
  const checked = await give('联系中心库，确认补发件物流单号', planner, 'PPL', -2_957, 900)
  await does(planner, minutes(now, -1_517), (deed) => doTask(deed, { taskId: checked.id, version: 1, words: '单号已登记' }))
  await does(supervisor, minutes(now, -1_213), (deed) => checkTask(deed, { taskId: checked.id, version: 2, good: true, words: '' }))
}
