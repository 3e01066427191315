import { localDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import { allOf, type Proof, type ProofAnswer, type Proofs } from '../../../platform/proof.ts'
import { hoursOf } from '../../organisation/domain/opening.ts'
import { findStore } from '../../organisation/public.ts'
import { checkInsBetween, listGreetings } from '../data/greeting.ts'
import { findSetting } from '../data/rosters.ts'
import { presetSlotMinutes, slotsOfDay } from '../domain/greeting.ts'
import { isAtWork, rosterOf } from '../domain/roster.ts'
import { rosterFacts } from './who-works.ts'

const page = '/rosters'

/** Every slot of the day from opening to closing has somebody who is at work. */
async function slotsCovered(tx: Tx, storeId: string, from: Date): Promise<ProofAnswer> {
  const day = localDay(from, (await findStore(tx, storeId)).timeZone)
  const facts = await rosterFacts(tx, storeId, day, day)
  const roster = rosterOf(facts)
  const slots = slotsOfDay(hoursOf(facts.opening, day), (await findSetting(tx, storeId))?.slotMinutes ?? presetSlotMinutes, await listGreetings(tx, storeId, day, day))
  const covered = slots.filter(({ taken }) => taken !== null && isAtWork(roster.on(taken.personId, day)))
  return { ...allOf(covered.length, slots.length), met: slots.length > 0 && covered.length === slots.length }
}

/** Whoever had a slot that is over was there for it. Where nobody was rostered, nobody took turns. */
const turnsTaken: Proof = {
  settles: 'at-deadline', page,
  evaluate: async (tx, { storeId, from, until }) => {
    const { done, all } = await checkInsBetween(tx, storeId, { from, until, personId: null })
    return { ...allOf(done, all), met: all > 0 && done === all }
  },
}

/** His own slots of the day so far. */
const ownTurns: Proof = {
  settles: 'at-deadline', page,
  evaluate: async (tx, { storeId, from, until, holderId }) => {
    const { done, all } = await checkInsBetween(tx, storeId, { from, until, personId: holderId })
    return allOf(done, all)
  },
}

/** Duties that the roster proves. */
export const rosterProofs: Proofs = { 'STM-4.3': { settles: 'at-deadline', page, evaluate: (tx, { storeId, from }) => slotsCovered(tx, storeId, from) }, 'FDS-2.3': turnsTaken, 'INF-2.1': ownTurns }
