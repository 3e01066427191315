import type { PermissionEntry } from '../../../kernel/permissions.ts'
import type { ExportKind, ImportKind } from './kinds.ts'

export type Rights<Kind extends string> = Readonly<Record<Kind, PermissionEntry>>

/** The kinds that this person may handle: an import is no way round the rights of the things themselves. */
export const kindsFor = <Kind extends string>(rights: Rights<Kind>, has: (needs: PermissionEntry) => boolean): Kind[] =>
  (Object.keys(rights) as Kind[]).filter((kind) => has(rights[kind]))

export type KindRights = { readonly import: Rights<ImportKind>; readonly export: Rights<ExportKind> }
