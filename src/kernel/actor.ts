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
}

export const may = (actor: Actor, permission: Permission): boolean => actor.permissions.has(permission)
