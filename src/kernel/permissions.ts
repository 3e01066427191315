/** A right, named after a deed in the trade's words, never after a role. */
export type Permission = string

export type Position =
  | 'STM' | 'INF' | 'FDS' | 'WSS' | 'PTS' | 'INS' | 'WCL' | 'PPL' | 'WHK' | 'SAD' | 'MTL'
  | 'GM' | 'FIN' | 'CSH' | 'TEC' | 'TSU' | 'BTL' | 'QCI' | 'WSH' | 'CCC' | 'RNW' | 'SAL' | 'ACB' | 'DRV' | 'ADM'
  | 'SYS' | 'SEC' | 'AUD'

export type PermissionEntry = {
  readonly permission: Permission
  /** What the roles page shows. */
  readonly zh: string
  readonly en: string
  /** Positions that have it in a new store; a store changes this on the roles page. */
  readonly preset: readonly Position[]
}

type Deeds = Readonly<Record<string, Omit<PermissionEntry, 'permission'>>>

/** `definePermissions('repair-orders', { receive: … })` gives `{ receive: { permission: 'repair-orders.receive', … } }`. */
export function definePermissions<D extends Deeds>(module: string, deeds: D): { readonly [K in keyof D]: PermissionEntry } {
  const entries = Object.entries(deeds).map(([deed, entry]) => [deed, { ...entry, permission: `${module}.${deed}` }])
  return Object.fromEntries(entries) as { readonly [K in keyof D]: PermissionEntry }
}
