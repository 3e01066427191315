import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { filledText, id } from '../../platform/shapes.ts'
import { organisationPermissions } from './permissions.ts'

export const sessionView = z.object({
  personId: id, name: z.string(), positions: z.array(z.string()), permissions: z.array(z.string()),
  store: z.object({ id, code: z.string(), nameZh: z.string(), nameEn: z.string(), timeZone: z.string() }),
  stores: z.array(z.object({ id, nameZh: z.string(), nameEn: z.string() })),
})
export type SessionView = z.output<typeof sessionView>

export const signIn = route({
  does: 'Sign in with login and password', method: 'POST', path: '/session', needs: 'anyone',
  body: z.strictObject({ login: filledText(60), password: z.string().min(1).max(200) }),
  gives: sessionView, refuses: ['organisation.wrong-login', 'organisation.too-many-attempts', 'organisation.no-position'],
})

export const signOut = route({
  does: 'End the own session', method: 'POST', path: '/session/end', needs: 'anyone', gives: z.object({ ended: z.boolean() }),
})

export const seeSession = route({
  does: 'Who am I, where, with which rights', method: 'GET', path: '/session', needs: 'signed-in', gives: sessionView,
})

export const switchStore = route({
  does: 'Work in another of the own stores', method: 'POST', path: '/session/store', needs: 'anyone',
  body: z.strictObject({ storeId: id }), gives: sessionView, refuses: ['organisation.no-position'],
})

export const listStaff = route({
  does: 'List the staff of the store', method: 'GET', path: '/staff', needs: organisationPermissions.seeStaff,
  query: z.strictObject({ position: z.string().max(3).optional() }),
  gives: z.object({ rows: z.array(z.object({ id, name: z.string(), positions: z.array(z.string()) })) }),
  example: { query: { position: 'SAD' } },
})

export const listPositions = route({
  does: 'List the positions with their names', method: 'GET', path: '/positions', needs: 'signed-in',
  gives: z.object({ rows: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })) }),
})

