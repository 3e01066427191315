import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, filledText, id, version } from '../../platform/shapes.ts'
import { certificateKinds } from './domain/certificates.ts'
import { qualificationPermissions } from './permissions.ts'

export const certificateRow = z.object({
  id, personId: id, personName: z.string(), kind: z.enum(certificateKinds), number: z.string(), validFrom: day, validUntil: day, state: z.enum(['valid', 'renew', 'over', 'not-yet']), version,
})
export type CertificateRow = z.output<typeof certificateRow>

export const listCertificates = route({
  does: 'List the certificates of the staff', method: 'GET', path: '/certificates', needs: qualificationPermissions.see, gives: z.object({ rows: z.array(certificateRow) }),
})

export const recordCertificate = route({
  does: 'Record a certificate of a person', method: 'POST', path: '/certificates', needs: qualificationPermissions.record,
  body: z.strictObject({ personId: id, kind: z.enum(certificateKinds), number: filledText(40), validFrom: day, validUntil: day }), gives: z.object({ id }),
  refuses: ['qualifications.number-missing', 'qualifications.ends-before-begin', 'qualifications.number-taken'],
})

export const endCertificate = route({
  does: 'End a certificate, with the reason', method: 'POST', path: '/certificates/:certificateId/end', needs: qualificationPermissions.record,
  params: z.strictObject({ certificateId: id }), body: z.strictObject({ version, reason: filledText(300) }), gives: done,
})
