import { createContext, use } from 'react'
import type { PermissionEntry } from '../../kernel/permissions.ts'

export type Session = {
  readonly personId: string
  readonly name: string
  readonly permissions: readonly string[]
  readonly store: { readonly id: string; readonly nameZh: string; readonly nameEn: string; readonly timeZone: string }
}

export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = use(SessionContext)
  if (session === null) throw new Error('this screen stands outside a session')
  return session
}

/** Buttons of deeds that one may not do are not shown. */
export function useMay(): (needs: PermissionEntry) => boolean {
  const { permissions } = useSession()
  return (needs) => permissions.includes(needs.permission)
}
