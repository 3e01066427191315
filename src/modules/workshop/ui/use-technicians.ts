import { useReading } from '../../../platform/web/deeds.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { listCertificates } from '../../qualifications/contract.ts'
import { kindsForTrade, whyNotQualified } from '../../qualifications/domain/certificates.ts'
import { listShop, listWorkers } from '../contract.ts'
import { whyNotGiveTo } from '../domain/away.ts'

export type Technician = { readonly id: string; readonly name: string; readonly inHand: number; /** He is there, or has only a day off. */ readonly mayCome: boolean; /** He holds a valid certificate for work of this trade, or none is needed. */ readonly mayDo: (trade: string | null) => boolean }

/** Who may be given work of a day, with what is in his hands already; whoever has least comes first. */
export function useTechnicians(enabled: boolean, on?: string): readonly Technician[] {
  const today = useToday()
  const day = on ?? today
  const kept = useReading(listCertificates, {}, { enabled }).data?.rows ?? []
  const workers = useReading(listWorkers, { query: { day } }, { enabled })
  const shop = useReading(listShop, {})
  const jobs = (shop.data?.rows ?? []).flatMap((row) => row.jobs).filter(({ status }) => status !== 'finished' && status !== 'stopped')
  return (workers.data?.rows ?? [])
    .map(({ id, name, away }) => ({ id, name, mayCome: whyNotGiveTo({ name, away }) === null, mayDo: (trade: string | null) => whyNotQualified(kindsForTrade(trade), { personId: id, name, day, kept }) === null, inHand: jobs.filter(({ technicianId }) => technicianId === id).length }))
    .toSorted((a, b) => a.inHand - b.inHand)
}
