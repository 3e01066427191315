import { found } from '../../kernel/refusal.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { fillCampaigns } from '../../modules/campaigns/public.ts'
import type { Database } from '../../platform/database.ts'
import type { Chance } from './chance.ts'
import type { Masters } from './masters.ts'
import type { Team } from './team.ts'

/** A recall and a service action of the maker, with their cars. */
export async function recallCars(database: Database, { storeId, masters, team, chance, now }: { storeId: string; masters: Masters; team: Team; chance: Chance; now: Date }): Promise<void> {
  const labour = (code: string) => ({ kind: 'labour' as const, operationId: found(masters.operations.find((operation) => operation.code === code), 'labour operation').id })
  const part = (name: string) => ({ kind: 'part' as const, partId: found(masters.parts.find(({ nameZh }) => nameZh === name), 'part').id, quantityThousandths: 1_000 })
  await database.transaction([storeId], (tx) => fillCampaigns(tx, storeId, [
    { id: uuidv7(now, chance.bytes), code: 'ZH-2026-01', kind: 'recall', titleZh: '前制动片摩擦材料召回', titleEn: 'Recall: friction material of the front brake pads', work: [labour('BR-201'), part('前制动片')], oneOf: 11 },
    { id: uuidv7(now, chance.bytes), code: 'FW-2026-03', kind: 'service-action', titleZh: '空调滤清器免费更换', titleEn: 'Cabin filter replaced free of charge', work: [labour('MT-106')], oneOf: 17 },
  ], { now, byName: team.first('WCL').name }))
}
