import { useLanguage } from '../../../platform/web/language.tsx'
import type { TeamRow, Teams } from '../contract.ts'
import type { Period } from '../domain/membership.ts'

export type Person = { readonly id: string; readonly name: string; readonly positions: readonly string[] }

/** Everybody of the store once, those in no team first: that is whom somebody looks for. */
export function peopleOf({ free, rows }: Teams): Person[] {
  const placed = rows.flatMap(({ members }) => members.filter(({ positions }) => positions.length > 0).map(({ personId: id, personName: name, positions }) => ({ id, name, positions })))
  return [...new Map([...free, ...placed].map((person) => [person.id, person])).values()]
}

export function useTeamName(): (team: Pick<TeamRow, 'nameZh' | 'nameEn'>) => string {
  const english = useLanguage() === 'en'
  return ({ nameZh, nameEn }) => (english ? nameEn : nameZh)
}

/** As the rules ask for them. */
export const periodsOf = ({ rows }: Teams, personId: string, nameOf: (team: TeamRow) => string): Period[] =>
  rows.flatMap((team) => team.members.filter((member) => member.personId === personId).map(({ id, from: fromDay, until: untilDay }) => ({ id, teamId: team.id, teamName: nameOf(team), fromDay, untilDay })))
