import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { localDay, type LocalDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { staffOf } from '../../organisation/public.ts'
import type { listCertificates as listRoute } from '../contract.ts'
import * as data from '../data/certificates.ts'
import { stateOf, whyNotQualified, whyNotRecord, type CertificateKind } from '../domain/certificates.ts'

export async function listCertificates({ tx, by, now }: Reading): Promise<AnswerOf<typeof listRoute>> {
  const today = localDay(now, by.timeZone)
  return { rows: (await data.listCertificates(tx, by.storeId)).map((certificate) => ({ ...certificate, state: stateOf(certificate, today) })) }
}

export type CertificateWish = { readonly personId: string; readonly kind: CertificateKind; readonly number: string; readonly validFrom: string; readonly validUntil: string }

/** A renewal is a certificate of its own; the one before runs out by itself. */
export async function recordCertificate(deed: Deed, wish: CertificateWish): Promise<{ id: string }> {
  const { tx, by, now } = deed
  found((await staffOf(deed, [wish.personId]))[0] ?? null, 'person')
  const { taken } = await data.isNumberTaken(tx, by.storeId, wish.kind, wish.number)
  refuseIf(whyNotRecord({ ...wish, taken }))
  const id = deed.newId()
  await data.insertCertificates(tx, by.storeId, [{ ...wish, id }], now, by.name)
  deed.record({ subject: 'certificate', subjectId: id, after: wish })
  deed.announce({ event: 'certificate.recorded', subjectId: id })
  return { id }
}

/** Taken back, or entered by mistake: it stays on record with the reason. */
export async function endCertificate(deed: Deed, { certificateId, version, reason }: { certificateId: string; version: number; reason: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const certificate = found(await data.lockCertificate(tx, by.storeId, certificateId), 'certificate')
  refuseStale(certificate.version, version)
  await data.endCertificate(tx, by.storeId, { id: certificateId, at: now, byName: by.name, reason })
  deed.record({ subject: 'certificate', subjectId: certificateId, before: certificate, after: { ended: true }, reason })
  deed.announce({ event: 'certificate.ended', subjectId: certificateId })
  return { version: version + 1 }
}

export type Work = { readonly personId: string; readonly name: string; /** One of them is enough; none: nothing is needed. */ readonly kinds: readonly CertificateKind[]; /** Today where it is missing. */ readonly day?: LocalDay }

/** Refuses work for somebody without the certificate that it needs on its day. One question for all of it; none where nothing needs one. */
export async function refuseUnqualified({ tx, by, now }: Reading, work: readonly Work[]): Promise<void> {
  if (work.every(({ kinds }) => kinds.length === 0)) return
  const kept = await data.listCertificates(tx, by.storeId)
  const today = localDay(now, by.timeZone)
  for (const { personId, name, kinds, day = today } of work) refuseIf(whyNotQualified(kinds, { personId, name, day, kept }))
}
