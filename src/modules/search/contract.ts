import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { filledText, id } from '../../platform/shapes.ts'
import { searchPermissions } from './permissions.ts'

export const hitKinds = ['order', 'vehicle', 'customer', 'part', 'sale'] as const

export const hit = z.object({ kind: z.enum(hitKinds), id, title: z.string(), titleEn: z.string(), note: z.string(), noteEn: z.string(), end: z.string() })
export type Hit = z.output<typeof hit>

export const findEverywhere = route({
  does: 'Find repair orders, vehicles, customers, parts and counter sales by what one has: the end of a plate, VIN or phone, a name or its initials, a number', method: 'GET', path: '/search',
  needs: searchPermissions.find, query: z.strictObject({ find: filledText(40) }), gives: z.object({ hits: z.array(hit) }),
})
