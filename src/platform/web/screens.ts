import { lazyRouteComponent } from '@tanstack/react-router'
import type { FunctionComponent } from 'react'
import type { LucideIcon } from 'lucide-react'
import type { PermissionEntry } from '../../kernel/permissions.ts'
import type { Language } from '../../kernel/texts.ts'

/** A page that a module brings to the navigation; shown to those who hold the right. */
export type Screen = {
  readonly id: string
  /** Address below the root; `$name` is a parameter. */
  readonly path: string
  readonly group: 'front' | 'money' | 'customers' | 'workshop' | 'parts' | 'team' | 'manage'
  readonly title: Readonly<Record<Language, string>>
  readonly icon: LucideIcon
  readonly needs: PermissionEntry
  readonly page: FunctionComponent
  /** Fills the whole screen without bar and navigation, as a board on the wall does. */
  readonly bare?: true
  /** Whoever holds this right does the work of this page standing: on a phone it is one touch away. */
  readonly standing?: PermissionEntry
  /** Order within the group. */
  readonly place: number
}

/** A page whose code is fetched when somebody opens it: the first page of the day carries only itself. */
export const onDemand = <Name extends string>(load: () => Promise<Record<Name, FunctionComponent>>, name: Name): FunctionComponent => lazyRouteComponent(load, name)
