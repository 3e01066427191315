import { purposes } from '../../modules/repair-orders/domain/life.ts'
import { registerArrival } from '../../modules/repair-orders/public.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Database } from '../../platform/database.ts'
import { perform } from '../../platform/deed.ts'
import type { Chance } from './chance.ts'
import type { DemoPerson } from './people.ts'

export type VisitsWish = {
  readonly storeId: string; readonly storeCode: string; readonly timeZone: string; readonly advisors: readonly DemoPerson[]
  readonly count: number; readonly chance: Chance; readonly now: Date
}

const concerns = ['首次保养', '更换机油机滤', '刹车有异响', '空调不制冷', '行驶中方向盘抖动', '前保险杠剐蹭', '发动机故障灯亮', '轮胎漏气', '雨刮刮不干净', '车门关不严']

const plateOf = (chance: Chance): string =>
  `沪${chance.pick([...'ABCDEFGHJKLMN'])}${chance.percent(30) ? 'D' : ''}${String(10_000 + chance.below(90_000))}`

/** Cars of today, arriving one after the other through the product's own deed, at moments of the past hours. */
export async function runVisits(database: Database, { storeId, storeCode, timeZone, advisors, count, chance, now }: VisitsWish): Promise<void> {
  const plates = new Set<string>()
  while (plates.size < count) plates.add(plateOf(chance))
  for (const [index, plate] of [...plates].entries()) {
    const advisor = chance.pick(advisors)
    const at = new Date(now.getTime() - (count - index) * 11 * 60_000)
    const by: Actor = { personId: advisor.id, name: advisor.name, storeId, storeCode, timeZone, positions: ['SAD'], permissions: new Set() }
    const call = { operation: 'demo arrival', key: `demo-arrival-${String(index)}`, body: plate, requestId: 'demo' }
    await perform({ database, clock: { now: () => at }, onNews: () => {} }, by, call,
      (deed) => registerArrival(deed, { plate, purpose: chance.pick(purposes), concern: chance.pick(concerns) }))
  }
}
