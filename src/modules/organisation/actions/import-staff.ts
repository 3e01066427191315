import { randomBytes } from 'node:crypto'
import { Refusal } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { refusedLine, type ImportOutcome } from '../../../platform/import-outcome.ts'
import * as accounts from '../data/accounts.ts'
import { insertCredentials, insertPersons, listPositionNames } from '../data/staff.ts'
import { whyNotGive } from '../domain/administrators.ts'
import { hashPassword } from './passwords.ts'

/** Positions as somebody wrote them: names in either language or codes, several in one cell. */
export type ImportedPerson = { readonly line: number; readonly name: string; readonly login: string; readonly positions: string; readonly since: string | null }

type Newcomer = { readonly id: string; readonly name: string; readonly login: string; readonly positions: readonly string[]; readonly since: string }

export const judgeStaff = async (reading: Reading, rows: readonly ImportedPerson[]): Promise<ImportOutcome[]> => (await plan(reading, rows, () => '')).outcomes

/**
 * New people with their log-ins. Nobody knows their passwords: each gets a one-time password by a reset, as after a lost one.
 * Administrators do not come in by a list. Announces staff.changed.
 */
export async function importStaff(deed: Deed, rows: readonly ImportedPerson[], importId: string): Promise<ImportOutcome[]> {
  const { tx, by, now } = deed
  const { outcomes, added } = await plan(deed, rows, () => deed.newId())
  if (added.length > 0) {
    await insertPersons(tx, added)
    const passwordHash = await hashPassword(randomBytes(32).toString('base64url'))
    await insertCredentials(tx, added.map(({ id: personId, login }) => ({ personId, login, passwordHash })), now, now)
    for (const { id, positions, since } of added) await accounts.givePositions(tx, by.storeId, id, positions.map((position) => ({ position, since, until: null })))
  }
  deed.record({ subject: 'staff-import', subjectId: importId, after: { added: added.map(({ name, login, positions }) => ({ name, login, positions })) } })
  deed.announce({ event: 'staff.changed', subjectId: importId })
  return outcomes
}

async function plan({ tx, by, now }: Reading, rows: readonly ImportedPerson[], newId: () => string): Promise<{ outcomes: ImportOutcome[]; added: Newcomer[] }> {
  const codes = new Map((await listPositionNames(tx)).flatMap(({ code, zh, en }) => [code, zh, en].map((word) => [word.toLowerCase(), code] as const)))
  const known = new Map((await accounts.findPersonsByLogins(tx, rows.map(({ login }) => login))).map((person) => [person.login, person]))
  const held = await accounts.positionsOfPersons(tx, by.storeId, [...known.values()].map(({ id }) => id))
  const added: Newcomer[] = []
  const outcomes = rows.map((row): ImportOutcome => {
    const words = row.positions.split(/[、，,;；/\n]/).map((word) => word.trim()).filter((word) => word !== '')
    const unknown = words.find((word) => !codes.has(word.toLowerCase()))
    if (unknown !== undefined || words.length === 0) return refusedLine(row.line, 'positions', new Refusal('organisation.position-unknown', { position: unknown ?? '' }))
    const positions = [...new Set(words.flatMap((word) => codes.get(word.toLowerCase()) ?? []))]
    const high = whyNotGive({ self: false, mayChangeRights: false, alone: false, touched: positions })
    if (high !== null) return refusedLine(row.line, 'positions', high)
    const person = known.get(row.login)
    if (person !== undefined) {
      const here = held.filter(({ personId }) => personId === person.id).map(({ position }) => position)
      const same = person.name === row.name && here.length === positions.length && positions.every((position) => here.includes(position))
      return same ? { line: row.line, result: 'unchanged' } : refusedLine(row.line, 'login', new Refusal('organisation.login-taken', { login: row.login }))
    }
    added.push({ id: newId(), name: row.name, login: row.login, positions, since: row.since ?? localDay(now, by.timeZone) })
    return { line: row.line, result: 'new' }
  })
  return { outcomes, added }
}
