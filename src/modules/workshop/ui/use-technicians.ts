import { useReading } from '../../../platform/web/deeds.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { listStaff } from '../../organisation/contract.ts'
import { listCertificates } from '../../qualifications/contract.ts'
import { kindsForTrade, whyNotQualified } from '../../qualifications/domain/certificates.ts'
import { listShop } from '../contract.ts'

const clocking = ['TEC', 'MTL', 'BTL']

export type Technician = { readonly id: string; readonly name: string; readonly inHand: number; /** He holds a valid certificate for work of this trade, or none is needed. */ readonly mayDo: (trade: string | null) => boolean }

/** Who may be given work, with what is in his hands already; whoever has least comes first. */
export function useTechnicians(enabled: boolean): readonly Technician[] {
  const day = useToday()
  const kept = useReading(listCertificates, {}, { enabled }).data?.rows ?? []
  const staff = useReading(listStaff, { query: {} }, { enabled })
  const shop = useReading(listShop, {})
  const jobs = (shop.data?.rows ?? []).flatMap((row) => row.jobs).filter(({ status }) => status !== 'finished' && status !== 'stopped')
  return (staff.data?.rows ?? []).filter(({ positions }) => positions.some((position) => clocking.includes(position)))
    .map(({ id, name }) => ({ id, name, mayDo: (trade: string | null) => whyNotQualified(kindsForTrade(trade), { personId: id, name, day, kept }) === null, inHand: jobs.filter(({ technicianId }) => technicianId === id).length }))
    .toSorted((a, b) => a.inHand - b.inHand)
}
