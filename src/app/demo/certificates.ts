import type { Position } from '../../kernel/permissions.ts'
import { addDays, localDay } from '../../kernel/time.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { CertificateKind } from '../../modules/qualifications/domain/certificates.ts'
import { insertCertificates } from '../../modules/qualifications/public.ts'
import type { Database } from '../../platform/database.ts'
import type { Chance } from './chance.ts'
import type { Team } from './team.ts'

const mechanical: readonly CertificateKind[] = ['mechanical', 'electrical']
const body: readonly CertificateKind[] = ['body', 'paint']
const kindsOf: Readonly<Partial<Record<Position, readonly CertificateKind[]>>> = { WSS: ['inspection'], TSU: ['inspection', ...mechanical], QCI: ['inspection'], MTL: mechanical, BTL: body, TEC: mechanical }
/** Of the mechanics, those up to so many and the team leaders also work on high voltage. */
const highVoltage = 6
/** Of the technicians, those after so many also do body and paint. */
export const mechanics = 14

/** The certificates of the workshop's people; one mechanic's runs out soon. */
export async function certify(database: Database, { team, storeId, storeCode, timeZone, chance, now }: { team: Team; storeId: string; storeCode: string; timeZone: string; chance: Chance; now: Date }): Promise<void> {
  const today = localDay(now, timeZone)
  const rows = Object.entries(kindsOf).flatMap(([position, kinds]) => team.all(position as Position).flatMap((person, index) =>
    [...kinds, ...(position === 'TEC' && index >= mechanics ? body : []), ...(position === 'MTL' || (position === 'TEC' && index < highVoltage) ? ['high-voltage' as const] : [])].map((kind) => {
      const validFrom = addDays(today, -200 - chance.below(300))
      return { id: uuidv7(now, chance.bytes), personId: person.personId, kind, validFrom, validUntil: index === 5 ? addDays(today, 30) : addDays(validFrom, 1_095) }
    })))
  await database.transaction([storeId], (tx) => insertCertificates(tx, storeId, rows.map((row, index) => ({ ...row, number: `${storeCode}-${row.kind.slice(0, 2).toUpperCase()}-${String(index + 1).padStart(4, '0')}` })), now, team.first('STM').name))
}
