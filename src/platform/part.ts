import type { PermissionEntry } from '../kernel/permissions.ts'
import type { Texts } from '../kernel/texts.ts'
import type { Route } from './contract.ts'
import type { Example } from './example.ts'
import type { Binding } from './http/binding.ts'

/** What a module brings to the product. */
export type Part = {
  readonly bindings: readonly Binding[]
  readonly permissions: Readonly<Record<string, PermissionEntry>>
  readonly examples: readonly (readonly [Route, Example])[]
  readonly zh: Texts
  readonly en: Texts
}
