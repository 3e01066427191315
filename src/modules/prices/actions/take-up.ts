import { invariant, Refusal } from '../../../kernel/refusal.ts'
import { perform, type Deed, type DeedTools } from '../../../platform/deed.ts'
import { actorOf, keptActor, patiently, type Job, type LongWork, type Stop } from '../../../platform/long-work.ts'
import { beginListed, beginOn, endListing, lockListed, takeUp } from '../../catalogue/public.ts'
import * as lines from '../data/lines.ts'
import * as data from '../data/lists.ts'
import { compareRest } from './compare.ts'
import { atOnce, nextOutOf, reverseNext, withdrawNext, type Step, type UnderWay } from './take-back.ts'

type Begun = Pick<data.Taking, 'whole' | 'withdrawing' | 'reversing' | 'words'>
const taken = ({ by }: Deed, begun: Begun): data.Taking => ({ by: keptActor(by), storeId: by.storeId, kind: '', number: '', done: 0, prices: 0, turn: 0, compared: false, ...begun })

/** The approver's own transaction writes the first lines; what is left follows in steps, and counts for nobody before it is whole. */
export async function beginTaking(deed: Deed, list: data.ListData): Promise<void> {
  const whole = await lines.countPrices(deed.tx, list.id)
  await beginListed(deed.tx, list.id)
  deed.record({ subject: 'price-list', subjectId: list.id, before: { status: list.status }, after: { status: 'taking', fromDay: list.fromDay, lines: whole } })
  await begin(deed, list.id, { whole })
}

/** Its prices go out in steps as they came in; from the first on none of them counts. Answers whether it is withdrawn already. */
export async function beginWithdrawing(deed: Deed, list: data.ListData, words: string): Promise<boolean> {
  const whole = await lines.countPrices(deed.tx, list.id)
  await beginListed(deed.tx, list.id)
  deed.record({ subject: 'price-list', subjectId: list.id, before: { status: list.status }, after: { status: 'taking', withdraws: whole }, reason: words })
  return begin(deed, list.id, { whole, withdrawing: true, words })
}

/** The counter list is written in steps beside the list that it reverses. Answers whether that is done already. */
export async function beginReversing(deed: Deed, { counterId, listId, out, words }: { readonly counterId: string; readonly listId: string; readonly out: boolean; readonly words: string }): Promise<boolean> {
  const whole = await lines.countPrices(deed.tx, listId)
  if (!out) await beginListed(deed.tx, counterId)
  deed.record({ subject: 'price-list', subjectId: counterId, after: { status: 'taking', reverses: listId, lines: whole }, reason: words })
  return begin(deed, counterId, { whole, words, reversing: { listId, out, written: false, kept: [], keptCount: 0 } })
}

async function begin(deed: Deed, listId: string, begun: Begun): Promise<boolean> {
  await data.setTaking(deed.tx, listId, taken(deed, begun))
  for (let written = 0; written < atOnce;) {
    const step = await goOn(deed, await lockTaken(deed, listId))
    if (step === null) return true
    written += step
  }
  deed.announce({ event: 'price-list.taking', subjectId: listId })
  return false
}

async function lockTaken({ tx, now }: Deed, listId: string): Promise<UnderWay> {
  const list = await data.lockList(tx, listId, now.toISOString().slice(0, 10))
  invariant(list?.status === 'taking' && list.taking !== null, 'a price list is taken up that is not under way')
  return { ...list, taking: list.taking }
}

async function goOn(deed: Deed, list: UnderWay): Promise<Step> {
  const { tx } = deed
  const { id: listId, taking } = list
  if (taking.withdrawing === true) return withdrawNext(deed, list)
  if (taking.reversing !== undefined) return reverseNext(deed, { ...list, taking: { ...taking, reversing: taking.reversing } })
  if (list.refusal !== null) return goBack(deed, list)
  const day = list.fromDay ?? ''
  const piece = await lines.nextPiece(tx, listId, taking, atOnce)
  if (piece === null && taking.compared) return finish(deed, list)
  if (piece === null) {
    await compareRest(tx, listId, day, await lines.kindsOf(tx, listId))
    await data.setTaking(tx, listId, { ...taking, turn: taking.turn + 1, compared: true })
    return 0
  }
  await lockListed(tx, lines.pricesIn(listId, piece))
  await lines.compareAnew(tx, listId, piece, day)
  const source = lines.pricesIn(listId, piece)
  const sameDay = await beginOn(tx, { source, day })
  if (sameDay > 0) {
    const { code, facts } = new Refusal('prices.same-day', { count: sameDay })
    await data.setRefusal(tx, listId, { code, facts })
  }
  const prices = sameDay > 0 ? 0 : await takeUp(tx, { source, listId, day })
  await data.setTaking(tx, listId, { ...taking, kind: piece.kind, number: piece.upTo, done: taking.done + piece.count, prices: taking.prices + prices, turn: taking.turn + 1 })
  return piece.count
}

/** The last line is written: from this moment on all of them count. */
async function finish(deed: Deed, { id, fromDay, taking }: UnderWay): Promise<null> {
  await data.setApproved(deed.tx, { id, at: deed.now, byName: taking.by.name })
  await endListing(deed.tx, id)
  deed.record({ subject: 'price-list', subjectId: id, before: { status: 'taking' }, after: { status: 'approved', fromDay, prices: taking.prices } })
  deed.announce({ event: 'price-list.approved', subjectId: id })
  return null
}

/** Somebody gave a part another price from the same day meanwhile: what was written goes out again, and the list is a draft that says why. */
async function goBack(deed: Deed, { id, taking, refusal }: UnderWay): Promise<Step> {
  const { tx } = deed
  const out = await nextOutOf(deed, id)
  if (out > 0) {
    await data.setTaking(tx, id, { ...taking, done: Math.max(0, taking.done - out), turn: taking.turn + 1 })
    return out
  }
  await data.setBack(tx, id)
  await endListing(tx, id)
  deed.record({ subject: 'price-list', subjectId: id, before: { status: 'taking' }, after: { status: 'draft', refusal } })
  deed.announce({ event: 'price-list.sent-back', subjectId: id })
  return null
}

/** One step in a transaction of its own; false when the list is whole, gone back, or somebody else goes on with it. */
async function stepOf(tools: DeedTools, { storeId, id }: Job): Promise<boolean> {
  const found = await tools.database.reading([storeId], (tx) => data.findList(tx, id, tools.clock.now().toISOString().slice(0, 10)))
  const taking = found?.taking ?? null
  if (found === null || taking === null) return false
  const call = { operation: 'take up a price list', key: `price-list-${id}-${String(found.version)}-${String(taking.turn)}`, body: [id, taking.turn], requestId: id }
  return perform(tools, actorOf(taking.by, storeId), call, async (deed) => {
    const list = await data.lockList(deed.tx, id, deed.now.toISOString().slice(0, 10))
    if (list?.taking?.turn !== taking.turn) {
      deed.record({ subject: 'price-list', subjectId: id, after: { turn: taking.turn, left: 'to another' } })
      return true // asked anew: whatever it is now
    }
    const step = await goOn(deed, { ...list, taking: list.taking })
    if (step === null) return false
    deed.record({ subject: 'price-list', subjectId: id, after: { turn: taking.turn, lines: step } })
    deed.announce({ event: 'price-list.progressed', subjectId: id })
    return true
  })
}

/** A list that is taken up goes on by itself after a restart, where it stood. */
export const priceListWork: LongWork = {
  begins: ['price-list.taking'],
  underWay: data.listsUnderWay,
  goOn: async (tools, job, stop: Stop) => {
    while (!stop() && await patiently(() => stepOf(tools, job)));
  },
}
