import { registerRequestKinds } from '../modules/approvals/public.ts'
import { registerProofs } from '../modules/duties/public.ts'
import { supplierExamples } from '../modules/suppliers/examples.ts'
import { supplierBindings } from '../modules/suppliers/http/bindings.ts'
import { supplierPermissions } from '../modules/suppliers/permissions.ts'
import { supplierProofs, supplierRequests } from '../modules/suppliers/public.ts'
import { en } from '../modules/suppliers/texts/en.ts'
import { zh } from '../modules/suppliers/texts/zh-CN.ts'
import type { Part } from './part.ts'

registerRequestKinds(supplierRequests)
registerProofs(supplierProofs)

export { supplierInvariants } from '../modules/suppliers/public.ts'

/** Inquiries, statements of the month and payments to suppliers. */
export const supplierPart: Part = { bindings: supplierBindings, permissions: supplierPermissions, examples: supplierExamples, zh, en }
