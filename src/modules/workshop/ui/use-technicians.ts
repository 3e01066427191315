import type { Refusal } from '../../../kernel/refusal.ts'
import { useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import type { Choice } from '../../../ui-kit/choice-fields.tsx'
import { listCertificates } from '../../qualifications/contract.ts'
import { kindsForTrade, whyNotQualified } from '../../qualifications/domain/certificates.ts'
import { listShop, listWorkers } from '../contract.ts'
import { whyNotGiveTo } from '../domain/away.ts'
import { workshopTexts } from './texts.ts'

export type Technician = { readonly id: string; readonly name: string; readonly inHand: number; /** Null means work of this trade may be given to him: he is there, or has only a day off, and holds the certificate that it needs. */ readonly whyNot: (trade: string | null) => Refusal | null }

/** Who works in the shop, with what is in his hands already; nobody before it is known who is certified. */
export function useTechnicians(enabled: boolean, on?: string): readonly Technician[] {
  const today = useToday()
  const day = on ?? today
  const certificates = useReading(listCertificates, {}, { enabled })
  const workers = useReading(listWorkers, { query: { day } }, { enabled })
  const shop = useReading(listShop, {})
  if (certificates.isPending) return []
  const kept = certificates.data?.rows ?? []
  const jobs = (shop.data?.rows ?? []).flatMap((row) => row.jobs).filter(({ status }) => status !== 'finished' && status !== 'stopped')
  return (workers.data?.rows ?? []).map(({ id, name, away }) => ({
    id, name, inHand: jobs.filter(({ technicianId }) => technicianId === id).length,
    whyNot: (trade) => whyNotGiveTo({ name, away }) ?? whyNotQualified(kindsForTrade(trade), { personId: id, name, day, kept }),
  }))
}

/** To choose from: first who may do it, those with least in hand before; then the others, each with the reason. Who has it already stays chosen. */
export function useTechnicianChoices() {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const text = ({ name, inHand }: Technician, refusal: Refusal | null): string => {
    if (refusal === null) return inHand === 0 ? name : t('workshop.technician-load', { name, count: inHand })
    if (refusal.code === 'qualifications.certificate-over') return t('workshop.technician-certificate-over', { name, day: refusal.facts['day'] ?? '' })
    return t(refusal.code === 'workshop.technician-absent' ? 'workshop.technician-gone' : 'workshop.technician-uncertified', { name })
  }
  return (technicians: readonly Technician[], trade: string | null, chosen: string | null): Choice<string>[] =>
    technicians.map((technician) => ({ technician, refusal: technician.whyNot(trade) }))
      .toSorted((a, b) => Number(a.refusal !== null) - Number(b.refusal !== null) || a.technician.inHand - b.technician.inHand)
      .map(({ technician, refusal }) => ({ value: technician.id, text: text(technician, refusal), disabled: refusal !== null && technician.id !== chosen }))
}
