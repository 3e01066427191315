/** What a deed is called in both languages. */
export type DeedName = { readonly zh: string; readonly en: string }

const names = new Map<string, DeedName>()

/** Operation (`POST /repair-orders/:orderId/cancel`) → the words of the right it needs. Told once by the app, which knows all routes. */
export function nameDeeds(known: Iterable<readonly [operation: string, name: DeedName]>): void {
  for (const [operation, name] of known) names.set(operation, name)
}

/** Null for what no route does: the first start, an import. */
export const nameOfDeed = (operation: string): DeedName | null => names.get(operation) ?? null
