import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, id, moment, pageOf, pageQuery } from '../../platform/shapes.ts'
import { assurancePermissions } from './permissions.ts'

const whole = z.number().int()
const name = z.object({ zh: z.string(), en: z.string() })

export const auditEntry = z.object({
  id, at: moment, personId: id.nullable(), personName: z.string().nullable(), positions: z.array(z.string()), operation: z.string(), deed: name.nullable(),
  subject: z.string(), subjectId: id.nullable(), reason: z.string().nullable(), requestId: z.string(), result: z.enum(['done', 'refused']), changes: whole,
})
export type AuditEntry = z.output<typeof auditEntry>

export const listAudit = route({
  does: 'List what was done in the store, the newest first', method: 'GET', path: '/audit', mayLag: true, needs: assurancePermissions.audit,
  query: z.strictObject({ ...pageQuery, from: day.optional(), to: day.optional(), personId: id.optional(), subjectId: id.optional(), result: z.enum(['done', 'refused']).optional() }),
  gives: pageOf(auditEntry),
})

export const seeAudit = route({
  does: 'See what an entry of the audit says was before and after', method: 'GET', path: '/audit/:entryId', needs: assurancePermissions.audit,
  params: z.strictObject({ entryId: id }), gives: auditEntry.extend({ before: z.unknown(), after: z.unknown() }),
})

export const checkKinds = ['invariants', 'chain', 'backup', 'disk'] as const

export const seeChecks = route({
  does: 'See what the system found when it checked itself', method: 'GET', path: '/checks', needs: assurancePermissions.state,
  gives: z.object({
    checks: z.array(z.object({ kind: z.enum(checkKinds), endedAt: moment, seconds: z.number(), sound: z.boolean(), findings: z.array(z.string()) })),
    sealed: z.object({ blocks: whole, headAt: moment.nullable(), waiting: whole }),
  }),
})
