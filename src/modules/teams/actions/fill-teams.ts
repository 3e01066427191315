import { addDays, localDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import { insertMembers } from '../data/members.ts'
import { insertTeams } from '../data/teams.ts'

type Person = { readonly id: string; readonly name: string; readonly position: string }
export type TeamFilling = { readonly now: Date; readonly days: number; readonly newId: () => string; /** Each position's first in front. */ readonly people: readonly Person[]; /** So many technicians are mechanics alone, the others do body and paint. */ readonly mechanics: number }

type Wish = { readonly nameZh: string; readonly nameEn: string; readonly leader: Person | undefined; readonly members: readonly Person[] }

const numerals = ['一', '二', '三', '四', '五', '六']

/** The manual's teams in the demo store, since before its first day: the front desk, mechanics under each team leader, body and paint, parts. Without a team leader the supervisor of the workshop leads. */
export async function fillTeams(tx: Tx, store: { readonly id: string; readonly timeZone: string }, { now, days, newId, people, mechanics }: TeamFilling): Promise<void> {
  const since = addDays(localDay(now, store.timeZone), -days - 31)
  const held = (...positions: string[]): Person[] => people.filter(({ position }) => positions.includes(position))
  const [technicians, bodyLeaders] = [held('TEC'), held('BTL')]
  const leaders = held('MTL').length > 0 ? held('MTL') : held('WSS')
  const ofBody = bodyLeaders.length > 0 ? technicians.slice(mechanics) : []
  const mechanical = technicians.filter((person) => !ofBody.includes(person))
  const wishes: Wish[] = [
    { nameZh: '前台组', nameEn: 'Front desk', leader: held('FDS')[0], members: held('FDS', 'SAD') },
    ...leaders.map((leader, place): Wish => ({
      nameZh: `机电${numerals[place] ?? String(place + 1)}组`, nameEn: `Mechanics ${String(place + 1)}`, leader, members: [leader, ...mechanical.filter((_, index) => index % leaders.length === place)],
    })),
    { nameZh: '钣喷组', nameEn: 'Body and paint', leader: bodyLeaders[0], members: [...bodyLeaders, ...ofBody] },
    { nameZh: '配件组', nameEn: 'Parts', leader: held('PTS')[0], members: held('PTS', 'PPL', 'WHK') },
  ]
  const teams = wishes.flatMap(({ leader, ...wish }) => (leader === undefined ? [] : [{ ...wish, id: newId(), leaderId: leader.id, leaderName: leader.name }]))
  await insertTeams(tx, store.id, teams)
  await insertMembers(tx, store.id, teams.flatMap(({ id: teamId, members }) => members.map(({ id: personId, name: personName }) => ({ id: newId(), teamId, personId, personName, fromDay: since }))))
}
