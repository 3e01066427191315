import { Refusal } from '../../../kernel/refusal.ts'
import { addDays, type LocalDay } from '../../../kernel/time.ts'

export const certificateKinds = ['inspection', 'mechanical', 'electrical', 'high-voltage', 'body', 'paint'] as const
export type CertificateKind = (typeof certificateKinds)[number]

export type Certificate = { readonly personId: string; readonly kind: CertificateKind; readonly validFrom: LocalDay; readonly validUntil: LocalDay }

/** Which certificates allow work of a trade: one of them is enough. Washing needs none. */
const needed: Readonly<Record<string, readonly CertificateKind[]>> = {
  mechanical: ['mechanical'], electrical: ['electrical'], 'high-voltage': ['high-voltage'], body: ['body'], paint: ['paint'], diagnosis: ['mechanical', 'electrical'],
}
export const kindsForTrade = (trade: string | null): readonly CertificateKind[] => (trade === null ? [] : needed[trade] ?? [])

const isValid = ({ validFrom, validUntil }: Certificate, day: LocalDay): boolean => validFrom <= day && day <= validUntil

/**
 * Null means this person may do what needs one of these kinds on that day. A kind binds from the first certificate of it that the store keeps:
 * a store that keeps none yet works as before, and the page says so. Work on high voltage kills who has not learnt it: it binds from the beginning.
 */
export function whyNotQualified(kinds: readonly CertificateKind[], { personId, name, day, kept }: { personId: string; name: string; day: LocalDay; kept: readonly Certificate[] }): Refusal | null {
  const binds = (kind: CertificateKind): boolean => kind === 'high-voltage' || kept.some((certificate) => certificate.kind === kind)
  if (!kinds.some(binds)) return null
  const own = kept.filter((certificate) => certificate.personId === personId && kinds.includes(certificate.kind))
  if (own.some((certificate) => isValid(certificate, day))) return null
  const [last] = own.map(({ validUntil }) => validUntil).toSorted().reverse()
  return last === undefined ? new Refusal('qualifications.no-certificate', { name }) : new Refusal('qualifications.certificate-over', { name, day: last })
}

/** Days before its end from which a certificate is to be renewed. */
export const renewDays = 60
export type CertificateState = 'valid' | 'renew' | 'over' | 'not-yet'

export function stateOf(certificate: Pick<Certificate, 'validFrom' | 'validUntil'>, today: LocalDay): CertificateState {
  if (certificate.validUntil < today) return 'over'
  if (certificate.validFrom > today) return 'not-yet'
  return certificate.validUntil < addDays(today, renewDays) ? 'renew' : 'valid'
}

/** Null means it can be recorded. `taken`: the number is kept for somebody already. */
export function whyNotRecord({ number, validFrom, validUntil, taken }: { number: string; validFrom: LocalDay; validUntil: LocalDay; taken: boolean }): Refusal | null {
  if (number.trim() === '') return new Refusal('qualifications.number-missing')
  if (validUntil < validFrom) return new Refusal('qualifications.ends-before-begin')
  return taken ? new Refusal('qualifications.number-taken', { number }) : null
}
