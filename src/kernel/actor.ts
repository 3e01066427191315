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

/** The product itself, where a person would stand. */
export const nobody = '00000000-0000-0000-0000-000000000000'

/** Who did what the product does by itself (at its start, in its upkeep), for the audit: no person. */
export const byItself = (store: Pick<Actor, 'storeId' | 'storeCode' | 'timeZone'>): Actor =>
  ({ ...store, personId: nobody, name: '', positions: [], permissions: new Set() })

export const may = (actor: Actor, permission: Permission): boolean => actor.permissions.has(permission)
