import type { Permission } from './permissions.ts'

/** Who does a deed, where, and by which rights. Rules and actions get it as an argument. */
export type Actor = {
  readonly personId: string
  readonly name: string
  readonly storeId: string
  readonly storeCode: string
  readonly timeZone: string
  readonly positions: readonly string[]
  readonly permissions: ReadonlySet<Permission>
  /** The session at work; deeds that were not asked for over HTTP have none. */
  readonly sessionId?: string
}

export const may = (actor: Actor, permission: Permission): boolean => actor.permissions.has(permission)
