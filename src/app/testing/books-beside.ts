import { uuidv7 } from '../../kernel/ids.ts'
import { chanceFrom } from '../demo/chance.ts'
import { issueToJob, receiveParts } from '../../modules/stock/public.ts'
import { atLatestCost, here, newLot, take, worth, type Lot } from './one-after-the-other.ts'
import type { TestServer } from './test-server.ts'

/**
 * The books of one part kept a second time, one thing after the other and by hand: lots in the order they came, cost of what leaves = round(cost × out ÷
 * received) − what left before. The product must come to the same, whatever happened at the same time.
 */
export async function booksBeside(server: TestServer, partId: string, costs: readonly number[]) {
  const chance = chanceFrom(costs[0] ?? 1)
  const newId = (): string => uuidv7(server.clock.now(), chance.bytes)
  const emptied = async (): Promise<void> => {
    const onHand = (await server.owner.query<{ n: string }>('select on_hand_thousandths as n from stock.part_stock where store_id = $1 and part_id = $2', [server.storeId, partId])).rows[0]
    const thousandths = Number(onHand?.n ?? 0)
    if (thousandths > 0) await server.does('WHK', (deed) => issueToJob(deed, { orderId: newId(), numberKind: 'PK', lines: [{ lineId: newId(), partId, partNumber: '', thousandths, scannedLotId: null }] }))
  }
  await emptied()
  const bins = (await server.owner.query<{ id: string }>('select id from stock.place where store_id = $1 and kind = \'bin\' order by code desc limit 2', [server.storeId])).rows.map(({ id }) => id)
  const lots: Lot[] = []
  const receive = (bin: number, received: number, cost: number): void => { lots.push(newLot({ id: String(lots.length).padStart(6, '0'), bin: String(bin), day: '', received, cost })) }
  const opening = costs.map((costFen, index) => ({ partId, placeId: bins[index % 2] ?? '', thousandths: 6_000, costFen, receivedOn: `2026-10-0${String(index + 1)}` }))
  await server.does('WHK', (deed) => receiveParts(deed, { from: 'opening', reference: '期初', lines: opening }))
  costs.forEach((cost, index) => receive(index % 2, 6_000, cost))
  const differences = new Map<number, number>()
  const inBin = (bin: number): Lot[] => lots.filter((lot) => lot.bin === String(bin))
  return {
    partId, bins, receive,
    job: () => ({ orderId: newId() }), line: (thousandths: number) => ({ lineId: newId(), partId, partNumber: '', thousandths, scannedLotId: null }),
    issue: (thousandths: number) => (take(lots, thousandths) ?? []).reduce((sum, { fen }) => sum + fen, 0),
    here: (bin: number) => here(inBin(bin)), all: () => here(lots), value: () => worth(lots),
    /** What lies in a bin once so much was issued from the store, oldest first. */
    hereAfter: (bin: number, gone: number) => {
      let open = gone
      return lots.reduce((all, lot) => {
        const taken = Math.min(open, lot.here)
        open -= taken
        return lot.bin === String(bin) ? all + lot.here - taken : all
      }, 0)
    },
    counted: (bin: number, thousandths: number) => { differences.set(bin, thousandths - here(inBin(bin))) },
    /** Missing pieces leave the oldest lots of their bin, found ones come in at the latest cost; null where a bin holds less than is missing. */
    adjust: (): number | null => {
      for (const [bin, difference] of differences) if (difference < 0 && here(inBin(bin)) < -difference) return null
      const found = [...differences].flatMap(([bin, difference]) => (difference > 0 ? [[bin, difference, atLatestCost(lots, difference)] as const] : []))
      for (const [bin, difference] of differences) if (difference < 0) take(inBin(bin), -difference)
      for (const [bin, difference, fen] of found) receive(bin, difference, fen)
      return differences.size
    },
    clear: emptied,
  }
}
