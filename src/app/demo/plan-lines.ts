import { lineAmount, shareOf } from '../../kernel/money.ts'
import type { Trade } from '../../modules/catalogue/domain/kinds.ts'
import type { Purpose } from '../../modules/repair-orders/domain/life.ts'
import type { LineWish } from '../../modules/repair-orders/public.ts'
import type { Chance } from './chance.ts'
import { isChained, type Masters, type PricedPart } from './masters.ts'
import type { ReceiptPlan } from './visit-plan.ts'

export const concerns: Readonly<Record<Purpose, readonly string[]>> = {
  maintenance: ['首次保养', '更换机油机滤', '常规保养', '全面保养，检查底盘'],
  repair: ['刹车有异响', '空调不制冷', '行驶中方向盘抖动', '发动机故障灯亮', '车门关不严'],
  warranty: ['变速箱顿挫', '中控屏黑屏', '天窗异响'],
  accident: ['前保险杠剐蹭', '左后翼子板凹陷', '右前门划痕'],
  accessories: ['加装行车记录仪', '贴膜'],
}
/** Maintenance 50 %, repair 20 %, warranty 10 %, accident 10 %, accessories 10 % (scale.md). */
const mix: readonly Purpose[] = ['maintenance', 'maintenance', 'maintenance', 'maintenance', 'maintenance', 'repair', 'repair', 'warranty', 'accident', 'accessories']
const operationsFor: Readonly<Record<Purpose, RegExp>> = { maintenance: /^(MT|WS)/, repair: /^(BR|CH|EN-40[2346]|EL|AC)/, warranty: /^(EN-40[2346]|EL|TR|AC)/, accident: /^(BD|PT)/, accessories: /^(WS|EL)/ }
const partsFor: Readonly<Record<Purpose, readonly string[]>> = {
  maintenance: ['fluid', 'filter', 'ignition', 'consumable'], repair: ['brake', 'chassis', 'cooling', 'electrical', 'engine', 'transmission', 'tyre'],
  warranty: ['electrical', 'engine', 'transmission', 'cooling'], accident: ['body', 'lamp', 'glass', 'consumable'], accessories: ['interior', 'electrical', 'consumable'],
}

export type Picker = { purpose(): Purpose; lines(purpose: Purpose): { lines: LineWish[]; labour: { hours: number; trade: Trade }[] }; needed(lines: readonly LineWish[]): { partId: string; thousandths: number }[] }

/** Lines as such visits have them: 2.8 of labour, 4.5 of parts, more than one payer on one in eight. The parts at the head of the catalogue sell most. */
export function pickerOf({ operations, parts }: Masters, active: number, chance: Chance): Picker {
  const general = operations.filter(({ modelCode }) => modelCode === null)
  const operationsOf = byPurpose(operationsFor, (pattern) => general.filter(({ code }) => pattern.test(code)))
  const partsOf = byPurpose(partsFor, (categories) => parts.slice(0, active).filter(({ category, number }) => categories.includes(category) && !isChained(number)))
  const skewed = (some: readonly PricedPart[]): PricedPart | undefined => some[Math.floor(((chance.below(10_000) / 10_000) ** 2.2) * some.length)]
  const partLine = (purpose: Purpose, payer: LineWish['payer']): LineWish[] => {
    const part = skewed(partsOf[purpose])
    return part === undefined ? [] : [{ kind: 'part', partId: part.id, payer, quantityThousandths: part.unit === '升' ? 4_000 : part.category === 'tyre' ? 2_000 : 1_000 }]
  }
  return {
    purpose: () => chance.pick(mix),
    lines: (purpose) => {
      const payer = purpose === 'warranty' ? 'warranty' as const : purpose === 'accident' ? 'insurer' as const : 'customer' as const
      const work = Array.from({ length: (purpose === 'accident' ? 3 : 2) + chance.below(3) }, () => chance.pick(operationsOf[purpose]))
      // Somebody else pays for one thing more: the customer has something done besides, or what he came with uncovers a claim.
      const besides = payer === 'customer' ? 'warranty' as const : 'customer' as const
      const extra = chance.percent(12) ? [chance.pick(operationsOf[besides === 'customer' ? 'maintenance' : 'warranty'])] : []
      return {
        lines: [
          ...work.map(({ id }) => ({ kind: 'labour' as const, operationId: id, payer })),
          ...extra.map(({ id }) => ({ kind: 'labour' as const, operationId: id, payer: besides })),
          ...Array.from({ length: (purpose === 'accident' ? 4 : 2) + chance.below(6) }, () => partLine(purpose, payer)).flat(),
        ],
        labour: [...work, ...extra].map(({ standardHoursThousandths, trade }) => ({ hours: standardHoursThousandths / 1_000, trade })),
      }
    },
    needed: (lines) => lines.flatMap((line) => (line.kind === 'part' ? [{ partId: line.partId, thousandths: line.quantityThousandths }] : [])),
  }
}

const byPurpose = <From, To>(from: Readonly<Record<Purpose, From>>, made: (one: From) => To): Record<Purpose, To> =>
  ({ maintenance: made(from.maintenance), repair: made(from.repair), warranty: made(from.warranty), accident: made(from.accident), accessories: made(from.accessories) })

export type Storekeeping = {
  /** Takes what a visit needs; what is short comes in that morning. */
  need(wanted: readonly { readonly partId: string; readonly thousandths: number }[]): void
  /** The oil tanks are full in the morning: who opens the store can work with it for a while. */
  fillTanks(): void
  /** What came in since it was last asked. */
  receipts(head: Pick<ReceiptPlan, 'at' | 'by'>): ReceiptPlan[]
}

const tank = 200_000

/** Ordered when short: a few weeks of what sells, one of what does not. */
export function storekeepingOf({ parts }: Masters, { lots, bins }: { lots: readonly { partId: string; here: number }[]; bins: readonly string[] }, chance: Chance): Storekeeping {
  const partOf = new Map(parts.map((part) => [part.id, part]))
  const onHand = new Map<string, number>()
  for (const { partId, here } of lots) onHand.set(partId, (onHand.get(partId) ?? 0) + here)
  let coming: ReceiptPlan['lines'][number][] = []
  let number = 0
  const bring = ({ id: partId, capFen }: Masters['parts'][number], thousandths: number): void => {
    coming.push({ partId, placeId: chance.pick(bins), thousandths, costFen: lineAmount(shareOf(capFen, 5_200 + chance.below(600)), thousandths), receivedOn: null })
    onHand.set(partId, (onHand.get(partId) ?? 0) + thousandths)
  }
  return {
    need: (wanted) => {
      for (const { partId, thousandths } of wanted) {
        const here = onHand.get(partId) ?? 0
        const part = partOf.get(partId)
        const bought = here >= thousandths || part === undefined ? 0 : thousandths + (part.unit === '升' ? 200_000 : part.base ? (5 + chance.below(10)) * 1_000 : chance.below(2) * 1_000)
        if (part !== undefined && bought > 0) bring(part, bought)
        onHand.set(partId, (onHand.get(partId) ?? 0) - thousandths)
      }
    },
    fillTanks: () => {
      for (const part of parts) if (part.unit === '升' && (onHand.get(part.id) ?? 0) < tank && onHand.has(part.id)) bring(part, tank)
    },
    receipts: ({ at, by }) => {
      const lines = coming
      coming = []
      return Array.from({ length: Math.ceil(lines.length / 6) }, (_, index) => {
        number += 1
        return { at: new Date(at.getTime() + index * 120_000), by, reference: `供货单 ${String(20_000 + number)}`, lines: lines.slice(index * 6, index * 6 + 6) }
      })
    },
  }
}
