import type { Deed } from '../../../platform/deed.ts'
import * as ledger from '../data/ledger.ts'
import { issuedOf } from '../data/moves.ts'
import { giveReservations, reservationsOfOrder, reservationsOfPart, setReservations } from '../data/reservations.ts'

export type WantedLine = { readonly lineId: string; readonly partId: string; readonly thousandths: number }
export type Shortage = { readonly lineId: string; readonly partId: string; readonly short: number }

/**
 * Reserves per line what is free, made at authorisation (rules.md, Stock): lines of the order that are gone are released, what
 * is handed out already needs none. Answers what is short, line by line. What the order holds is read once its parts are locked: a receipt may just have
 * given it some. `alsoLocked`: parts of lines that want nothing any more.
 */
export async function reserveForOrder(deed: Deed, orderId: string, wanted: readonly WantedLine[], alsoLocked: readonly string[] = []): Promise<Shortage[]> {
  const { tx, by, now } = deed
  const known = await reservationsOfOrder(tx, by.storeId, orderId)
  const partIds = [...wanted, ...known].map(({ partId }) => partId).concat(alsoLocked)
  if (partIds.length === 0) return []
  const parts = await ledger.lockParts(tx, by.storeId, partIds)
  const [before, handedOut] = await Promise.all([reservationsOfOrder(tx, by.storeId, orderId), issuedOf(tx, by.storeId, wanted.map(({ lineId }) => lineId))])
  if (wanted.length === 0 && before.length === 0) return []
  const own = new Map<string, number>()
  for (const { partId, thousandths } of before) own.set(partId, (own.get(partId) ?? 0) + thousandths)
  const free = new Map(parts.map(({ partId, onHand, reserved }) => [partId, onHand - reserved + (own.get(partId) ?? 0)]))
  const issued = new Map(handedOut.map((row) => [row.lineId, row.thousandths]))
  const rows = new Map(before.map(({ lineId, partId }) => [lineId, { lineId, partId, thousandths: 0 }]))
  const short: Shortage[] = []
  for (const { lineId, partId, thousandths } of wanted) {
    const open = Math.max(0, thousandths - (issued.get(lineId) ?? 0))
    const given = Math.max(0, Math.min(open, free.get(partId) ?? 0))
    free.set(partId, (free.get(partId) ?? 0) - given)
    rows.set(lineId, { lineId, partId, thousandths: given })
    if (given < open) short.push({ lineId, partId, short: open - given })
  }
  await setReservations(tx, by.storeId, orderId, now, [...rows.values()])
  deed.record({ subject: 'stock-reservation', subjectId: orderId, after: { lines: [...rows.values()], short } })
  return short
}

/** At cancel, and as remainder at the final inspection. The parts of its lines are locked, so that no receipt gives to it meanwhile what nobody would let go. */
export const releaseOrder = (deed: Deed, orderId: string, partsOfLines: readonly string[]): Promise<Shortage[]> => reserveForOrder(deed, orderId, [], partsOfLines)

/** What was reserved for one (an appointment) is another's (its visit), which reserves line by line when it is authorised and lets go of the rest. */
export async function passReservations(deed: Deed, fromId: string, orderId: string): Promise<void> {
  const passed = await giveReservations(deed.tx, deed.by.storeId, fromId, orderId)
  deed.record({ subject: 'stock-reservation', subjectId: orderId, after: { takenOverFrom: fromId, lines: passed } })
}

/** What is free goes to a line that waits for it; answers how much that was. What is reserved for the line already stays. */
export async function reserveMore(deed: Deed, { orderId, lineId, partId, thousandths }: WantedLine & { readonly orderId: string }): Promise<number> {
  const { tx, by, now } = deed
  const [part] = await ledger.lockParts(tx, by.storeId, [partId])
  const given = Math.max(0, Math.min(thousandths, (part?.onHand ?? 0) - (part?.reserved ?? 0)))
  if (given === 0) return 0
  const before = (await reservationsOfOrder(tx, by.storeId, orderId)).find((row) => row.lineId === lineId)?.thousandths ?? 0
  await setReservations(tx, by.storeId, orderId, now, [{ lineId, partId, thousandths: before + given }])
  deed.record({ subject: 'stock-reservation', subjectId: orderId, after: { lineId, partId, thousandths: before + given } })
  return given
}

export type LostReservation = WantedLine & { readonly orderId: string }

/** A receipt was taken back, and more may be reserved than lies here now: first loses what was reserved when it came, then the youngest. The part is locked. Answers who lost how much. */
export async function loseReservations(deed: Deed, { partId, cameAt }: { readonly partId: string; readonly cameAt: Date }): Promise<LostReservation[]> {
  const { tx, by, now } = deed
  const [part] = await ledger.lockKnownParts(tx, by.storeId, [partId])
  let over = (part?.reserved ?? 0) - (part?.onHand ?? 0)
  const lost: LostReservation[] = []
  for (const { lineId, orderId, thousandths } of over > 0 ? await reservationsOfPart(tx, by.storeId, partId, cameAt) : []) {
    const taken = Math.min(over, thousandths)
    if (taken <= 0) break
    await setReservations(tx, by.storeId, orderId, now, [{ lineId, partId, thousandths: thousandths - taken }])
    deed.record({ subject: 'stock-reservation', subjectId: orderId, before: { lineId, partId, thousandths }, after: { lineId, partId, thousandths: thousandths - taken } })
    lost.push({ lineId, orderId, partId, thousandths: taken })
    over -= taken
  }
  return lost
}
