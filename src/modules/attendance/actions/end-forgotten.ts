import { byItself } from '../../../kernel/actor.ts'
import { Refusal, RefusedError, refuse } from '../../../kernel/refusal.ts'
import { addDays, localDay, startOfDay } from '../../../kernel/time.ts'
import type { Database } from '../../../platform/database.ts'
import { perform, type Deed } from '../../../platform/deed.ts'
import { findStore, storeIds } from '../../organisation/public.ts'
import { endOfForgotten } from '../../workshop/domain/clocks.ts'
import { calendarFrom } from '../../workshop/public.ts'
import * as data from '../data/spells.ts'

/**
 * Who did not clock out until his day was over has left at closing, until a supervisor says when he really did. During the day itself nobody
 * is sent home: whoever works late clocks out late. Each in a deed of its own: broken off anywhere, the next turn does the rest. Answers how many.
 */
export async function endForgotten(database: Database, now: Date): Promise<number> {
  let ended = 0
  for (const storeId of await storeIds(database.plain)) {
    const { by, late } = await database.reading([storeId], async (tx) => {
      const actor = byItself({ storeId, storeCode: '', timeZone: (await findStore(tx, storeId)).timeZone })
      const over = (await data.openSpells(tx, storeId)).filter(({ cameAt }) => startOfDay(addDays(localDay(cameAt, actor.timeZone), 1), actor.timeZone) <= now)
      const calendar = over[0] === undefined ? null : await calendarFrom({ tx, by: actor }, over[0].cameAt)
      return { by: actor, late: calendar === null ? [] : over.map((spell) => ({ spell, leftAt: endOfForgotten(spell.cameAt, calendar) })) }
    })
    for (const { spell, leftAt } of late) {
      const call = { operation: 'end a forgotten attendance', key: `forgotten-${spell.id}`, body: null, requestId: 'upkeep' }
      ended += await perform({ database, clock: { now: () => now }, onNews: () => {} }, by, call, (deed) => endOne(deed, spell, leftAt)).then(() => 1, (cause: unknown) => {
        if (cause instanceof RefusedError) return 0 // he clocked out himself, just now
        throw cause
      })
    }
  }
  return ended
}

async function endOne(deed: Deed, { id, personId, personName, cameAt }: data.KnownSpell, leftAt: Date): Promise<null> {
  const { tx, by: { storeId } } = deed
  await data.waitForPerson(tx, storeId, personId)
  if (await data.endSpell(tx, storeId, { id, leftAt, forgotten: true }) === 0) refuse(new Refusal('attendance.not-in'))
  deed.record({ subject: 'attendance', subjectId: id, before: { personName, cameAt, leftAt: null }, after: { personName, cameAt, leftAt }, reason: 'forgotten' })
  deed.announce({ event: 'attendance.left', subjectId: personId })
  return null
}
